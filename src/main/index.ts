import { join, resolve } from 'node:path';
import { compose } from '@core/compose';
import { systemClock } from '@core/platform/clock';
import { createFileLogger } from '@core/platform/file-logger';
import { systemRandomness } from '@core/platform/randomness';
import { overlaySecrets } from '@core/secrets/file-secrets';
import { readEnvironment } from '@core/settings/environment';
import { createSettingsService } from '@core/settings/settings-service';
import type { Language } from '@shared/texts/types';
import * as electron from 'electron';
import { startDesktop } from './desktop';
import { openPracticeInUtility } from './practice-process';

/** `out`, whether it lies in the project folder or in the packed app. */
const OUT_FOLDER = resolve(import.meta.dirname, '..');

const environment = readEnvironment(process.env);
const { logger } = createFileLogger(environment.home);

/** For faults before the page is there; damaged settings are reported by `compose`, in Korean. */
function languageOf(home: string): Language {
  try {
    return createSettingsService(home).get().language;
  } catch {
    return 'ko';
  }
}

await startDesktop({
  electron,
  home: environment.home,
  outFolder: OUT_FOLDER,
  args: process.argv.slice(1),
  clock: systemClock,
  logger,
  language: languageOf(environment.home),
  openProduct: (secrets) =>
    compose({
      environment,
      secrets: overlaySecrets(environment.secrets, secrets),
      openPractice: (folder) =>
        openPracticeInUtility(electron.utilityProcess, join(OUT_FOLDER, 'main', 'cli.js'), folder),
      resourcesFolder: electron.app.isPackaged
        ? process.resourcesPath
        : resolve(OUT_FOLDER, '..', 'resources'),
      clock: systemClock,
      randomness: systemRandomness,
      logger,
    }),
});
