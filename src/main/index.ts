import { join, resolve } from 'node:path';
import { compose } from '@core/compose';
import { composeProbe } from '@core/compose-probe';
import { systemClock } from '@core/platform/clock';
import { createFileLogger } from '@core/platform/file-logger';
import { systemRandomness } from '@core/platform/randomness';
import { overlaySecrets } from '@core/secrets/file-secrets';
import { readEnvironment } from '@core/settings/environment';
import { createWorkspace } from '@core/workspace/workspace';
import * as electron from 'electron';
import { startDesktop } from './desktop';
import { createOsNotifications } from './os-notifications';
import { openPracticeInUtility } from './practice-process';

/** `out`, whether it lies in the project folder or in the packed app. */
const OUT_FOLDER = resolve(import.meta.dirname, '..');

/** Files shipped beside the code. */
const RESOURCES_FOLDER = electron.app.isPackaged
  ? process.resourcesPath
  : resolve(OUT_FOLDER, '..', 'resources');

const environment = readEnvironment(process.env);
const { logger } = createFileLogger(environment.home);

const ports = { clock: systemClock, randomness: systemRandomness, logger };

// Not awaited: Electron becomes ready only after this file has been evaluated to its end. A failure is
// an unhandled rejection, which the crash watch tells like any other fault.
void startDesktop({
  electron,
  process,
  home: environment.home,
  outFolder: OUT_FOLDER,
  resourcesFolder: RESOURCES_FOLDER,
  readMePath: resolve(RESOURCES_FOLDER, electron.app.isPackaged ? 'README.md' : '../README.md'),
  args: process.argv.slice(1),
  clock: systemClock,
  logger,
  loadUpdater: async () => (await import('electron-updater')).default.autoUpdater,
  openWorkspace: (secretsIn, bringToFront) =>
    createWorkspace({
      ...ports,
      environment,
      secretsOf: ({ home, secrets }) => overlaySecrets(secrets, secretsIn(home)),
      openProduct: async (current, secrets) => {
        const product = await compose({
          ...ports,
          environment: current,
          secrets,
          openPractice: (folder) =>
            openPracticeInUtility(
              electron.utilityProcess,
              join(OUT_FOLDER, 'main', 'cli.js'),
              folder,
            ),
          resourcesFolder: RESOURCES_FOLDER,
          appVersion: electron.app.getVersion(),
          osNotifications: createOsNotifications({
            Notification: electron.Notification,
            onChosen: (link) => {
              bringToFront();
              product.notifications.openRequested(link);
            },
          }),
        });
        return product;
      },
      openProbe: ({ programHome }, settings, secrets) =>
        composeProbe({ ...ports, programHome, settings, secrets }),
    }),
});
