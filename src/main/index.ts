import { join, resolve } from 'node:path';
import { compose } from '@core/compose';
import { systemClock } from '@core/platform/clock';
import { createFileLogger } from '@core/platform/file-logger';
import { systemRandomness } from '@core/platform/randomness';
import { overlaySecrets } from '@core/secrets/file-secrets';
import { readEnvironment } from '@core/settings/environment';
import * as electron from 'electron';
import { openPractice } from '../practice/open';
import { startDesktop } from './desktop';

/** `out`, whether it lies in the project folder or in the packed app. */
const OUT_FOLDER = resolve(import.meta.dirname, '..');

const environment = readEnvironment(process.env);
const { logger } = createFileLogger(environment.home);

await startDesktop({
  electron,
  home: environment.home,
  outFolder: OUT_FOLDER,
  clock: systemClock,
  logger,
  language: 'ko',
  openProduct: (secrets) =>
    compose({
      environment,
      secrets: overlaySecrets(environment.secrets, secrets),
      openPractice: (folder) => openPractice(join(OUT_FOLDER, 'main', 'cli.js'), folder),
      resourcesFolder: resolve(OUT_FOLDER, '..', 'resources'),
      clock: systemClock,
      randomness: systemRandomness,
      logger,
    }),
});
