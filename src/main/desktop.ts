import { join } from 'node:path';
import { createEventFanOut } from '@core/api/event-fan-out';
import { createHandlers } from '@core/api/handlers/handlers';
import { createRouter } from '@core/api/router';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import type { SecretStore } from '@core/secrets/port';
import type { StoreBridge } from '@core/storebridge';
import { toAppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import type * as Electron from 'electron';
import { createAppProtocol } from './app-protocol';
import { APP_SCHEME, APP_URL } from './app-url';
import { guardContents, refusePermissions } from './guards';
import { createIpcTransport } from './ipc-transport';
import { createOpenedFiles } from './opened-files';
import { createSafeStorageSecrets } from './safe-storage-secrets';
import { watchSystem } from './system-signals';
import { windowOptions } from './window-options';

/** How long current steps may take to finish when the app is closed. */
const STOP_DEADLINE_MS = 5000;

export interface DesktopDependencies {
  readonly electron: Pick<
    typeof Electron,
    | 'app'
    | 'BrowserWindow'
    | 'dialog'
    | 'ipcMain'
    | 'net'
    | 'powerMonitor'
    | 'protocol'
    | 'safeStorage'
    | 'session'
    | 'shell'
  >;
  /** Data folder. */
  readonly home: string;
  /** Folder of the built program: holds `preload` and `renderer`. */
  readonly outFolder: string;
  /** The command line the app was started with. */
  readonly args: readonly string[];
  readonly openProduct: (secrets: SecretStore) => Promise<StoreBridge>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Language of faults that keep the app from starting. */
  readonly language: Language;
}

/**
 * Runs the desktop app until it is closed: one instance per data folder, one window, the product
 * behind it. Has to be called before Electron is ready, because schemes and the sandbox are set then.
 */
export async function startDesktop(dependencies: DesktopDependencies): Promise<void> {
  const { electron, home, outFolder, clock, logger } = dependencies;
  const { app } = electron;
  app.enableSandbox();
  app.setPath('userData', join(home, 'electron'));
  electron.protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const openedFiles = createOpenedFiles(app, dependencies.args, process.cwd());
  guardContents(app, electron.shell);
  await app.whenReady();

  const product = dependencies.openProduct(createSafeStorageSecrets(electron.safeStorage, home));
  const core = product.then((storebridge) => ({
    router: createRouter({
      handlers: createHandlers(storebridge, {
        version: app.getVersion(),
        shell: 'desktop',
        openedFiles,
      }),
      logger,
      checksOutputs: !app.isPackaged,
    }),
    events: createEventFanOut({ storebridge, openedFiles, clock, logger }),
  }));
  refusePermissions(electron.session.defaultSession);
  electron.protocol.handle(
    APP_SCHEME,
    createAppProtocol({
      rendererFolder: join(outFolder, 'renderer'),
      // The page may ask before the product is open.
      pictures: {
        find: async (sha256, widthPx) => (await product).pictures.find(sha256, widthPx),
      },
    }),
  );
  const transport = createIpcTransport({ ipcMain: electron.ipcMain, core });
  const openWindow = (): Electron.BrowserWindow => {
    const window = new electron.BrowserWindow(
      windowOptions(join(outFolder, 'preload', 'index.cjs')),
    );
    window.once('ready-to-show', () => window.show());
    transport.connect(window);
    window.loadURL(APP_URL).catch((fault: unknown) => {
      logger.error({ err: fault }, 'the page could not be loaded');
    });
    return window;
  };
  let window = openWindow();

  app.on('second-instance', () => {
    if (window.isDestroyed()) window = openWindow();
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('activate', () => {
    if (window.isDestroyed()) window = openWindow();
  });
  product.then(
    ({ signals }) =>
      watchSystem({ powerMonitor: electron.powerMonitor, net: electron.net, clock, signals }),
    () => undefined,
  );

  stopBeforeQuit(app, product, logger);
  try {
    await (await product).start();
  } catch (fault) {
    const error = toAppError(fault);
    const text = textOf(error.code, dependencies.language, error.params);
    logger.error({ err: fault }, 'the product could not start');
    electron.dialog.showErrorBox(text.message, `${text.fix}\n\n${error.code}`);
    app.exit(1);
  }
}

/** Closing waits for current steps, once; then the process ends whatever they did. */
function stopBeforeQuit(app: Electron.App, product: Promise<StoreBridge>, logger: Logger): void {
  let isStopping = false;
  app.on('window-all-closed', () => {
    // On a Mac an app lives on without windows until it is told to quit.
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isStopping) return;
    isStopping = true;
    product
      .then((storebridge) => storebridge.stop(STOP_DEADLINE_MS))
      .catch((fault: unknown) => logger.error({ err: fault }, 'the product did not stop cleanly'))
      .finally(() => app.exit(0));
  });
}
