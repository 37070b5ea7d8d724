import { join } from 'node:path';
import { createWorkspaceEvents } from '@core/api/workspace-events';
import { picturesOf } from '@core/api/workspace-pictures';
import { createWorkspaceRouter } from '@core/api/workspace-router';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import type { SystemSignals } from '@core/platform/system-signals';
import type { SecretStore } from '@core/secrets/port';
import type { Workspace } from '@core/workspace/port';
import type * as Electron from 'electron';
import { attachWhileOpen } from '../host/attach-while-open';
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
  /** Gets where the keys of a store's folder are kept. */
  readonly openWorkspace: (secretsIn: (folder: string) => SecretStore) => Workspace;
  readonly clock: Clock;
  readonly logger: Logger;
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

  const workspace = dependencies.openWorkspace((folder) =>
    createSafeStorageSecrets(electron.safeStorage, folder),
  );
  const opening = workspace.open();
  const router = createWorkspaceRouter({
    workspace,
    shell: { version: app.getVersion(), shell: 'desktop', openedFiles },
    clock,
    logger,
    checksOutputs: !app.isPackaged,
  });
  const events = createWorkspaceEvents({ workspace, openedFiles, clock, logger });
  refusePermissions(electron.session.defaultSession);
  electron.protocol.handle(
    APP_SCHEME,
    createAppProtocol({
      rendererFolder: join(outFolder, 'renderer'),
      pictures: picturesOf(workspace),
    }),
  );
  const transport = createIpcTransport({ ipcMain: electron.ipcMain, router, events });
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
  watchSystem({
    powerMonitor: electron.powerMonitor,
    net: electron.net,
    clock,
    signals: signalsTo(workspace),
  });
  // The terminal hands its lists to the app instead of working beside it.
  const attach = attachWhileOpen({
    home,
    workspace,
    router,
    randomness: systemRandomness,
    logger,
  });
  stopBeforeQuit(
    app,
    async () => {
      await attach.close();
      await workspace.close(STOP_DEADLINE_MS);
    },
    logger,
  );
  await opening;
}

/** Passes the signals on to whichever product is open; one that is opened later asks by itself. */
function signalsTo(workspace: Workspace): SystemSignals {
  const tell = (say: (signals: SystemSignals) => void): void => {
    const state = workspace.state();
    if (state.kind === 'open') say(state.storebridge.signals);
  };
  return {
    powerSuspended: () => tell((signals) => signals.powerSuspended()),
    powerResumed: () => tell((signals) => signals.powerResumed()),
    networkChanged: (isOnline) => tell((signals) => signals.networkChanged(isOnline)),
  };
}

/** Closing waits for current steps, once; then the process ends whatever they did. */
function stopBeforeQuit(app: Electron.App, stop: () => Promise<void>, logger: Logger): void {
  let isStopping = false;
  app.on('window-all-closed', () => {
    // On a Mac an app lives on without windows until it is told to quit.
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isStopping) return;
    isStopping = true;
    stop()
      .catch((fault: unknown) => logger.error({ err: fault }, 'the product did not stop cleanly'))
      .finally(() => app.exit(0));
  });
}
