import { join } from 'node:path';
import { createWorkspaceEvents } from '@core/api/workspace-events';
import { picturesOf } from '@core/api/workspace-pictures';
import { createWorkspaceRouter } from '@core/api/workspace-router';
import { hiderOf } from '@core/diagnostics/entries';
import { hidingKeys } from '@core/diagnostics/hide-keys';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import type { SecretStore } from '@core/secrets/port';
import type { Workspace } from '@core/workspace/port';
import type * as Electron from 'electron';
import { attachWhileOpen } from '../host/attach-while-open';
import { createAppProtocol } from './app-protocol';
import { APP_SCHEME, APP_URL } from './app-url';
import { mayPageGo } from './close-guard';
import { createCrashLog } from './crash-log';
import { type FaultSource, watchChildProcesses, watchMainFaults, watchPage } from './crash-watch';
import { hearDeepLinks } from './deep-links';
import { guardContents, refusePermissions } from './guards';
import { createIpcTransport } from './ipc-transport';
import { createMainWindow, type MainWindow } from './main-window';
import { createOpenedFiles } from './opened-files';
import { createPathOpener } from './path-opener';
import { createQuitting } from './quitting';
import { leaveRunMarker } from './run-marker';
import { createSafeStorageSecrets } from './safe-storage-secrets';
import { createShellDesk } from './shell-desk';
import { shellWords } from './shell-words';
import { showOutside } from './show-outside';
import { watchSystem } from './system-signals';
import { createUpdates, type UpdaterPort } from './updates';
import { closeWindow } from './window-closing';
import { windowOptions } from './window-options';
import { keepWindowState, placeWindow, readWindowState } from './window-state';
import { hasWork, summaryOf } from './work-summary';
import { signalsTo } from './workspace-signals';

/**
 * Everything the desktop app takes from Electron and this computer, so that a double can stand in.
 */
export interface DesktopDependencies {
  readonly electron: Pick<
    typeof Electron,
    | 'app'
    | 'BrowserWindow'
    | 'dialog'
    | 'ipcMain'
    | 'Menu'
    | 'nativeImage'
    | 'net'
    | 'powerMonitor'
    | 'protocol'
    | 'safeStorage'
    | 'screen'
    | 'session'
    | 'shell'
    | 'Tray'
  >;
  readonly process: FaultSource & Pick<NodeJS.Process, 'platform' | 'versions'>;
  /** Data folder. */
  readonly home: string;
  /** Folder of the built program: holds `preload` and `renderer`. */
  readonly outFolder: string;
  /** Folder of icons and other files shipped beside the code. */
  readonly resourcesFolder: string;
  /** The manual, as it is shipped. */
  readonly readMePath: string;
  /** The command line the app was started with. */
  readonly args: readonly string[];
  /** Gets where the keys of a store's folder are kept, and how to come to the front. */
  readonly openWorkspace: (
    secretsIn: (folder: string) => SecretStore,
    bringToFront: () => void,
  ) => Workspace;
  readonly loadUpdater: () => Promise<UpdaterPort>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Runs the desktop app until it is closed: one instance per data folder, one window, the product
 * behind it. Has to be called before Electron is ready, because schemes and the sandbox are set then.
 */
export async function startDesktop(dependencies: DesktopDependencies): Promise<void> {
  const { electron, process, home, outFolder, clock, logger } = dependencies;
  const { app, dialog } = electron;
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
  // What is needed before the window: each of these is only called when there is one.
  let workspace: Workspace | null = null;
  let mainWindow: MainWindow | null = null;
  const bringToFront = (): void => mainWindow?.bringToFront();
  const summary = () => summaryOf(workspace?.state() ?? { kind: 'opening' });
  const settings = () => workspace?.settings().get() ?? null;
  const words = () => shellWords[settings()?.language ?? 'ko'];

  const crashes = createCrashLog({
    folder: join(home, 'logs'),
    facts: {
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      node: process.versions.node,
      system: process.platform,
    },
    hide: (text) => (workspace === null ? hidingKeys([]) : hiderOf(workspace))(text),
    clock,
    logger,
  });
  const marker = leaveRunMarker(join(home, 'run', 'desktop.json'), clock, logger);
  const updates = createUpdates({
    load: dependencies.loadUpdater,
    isInstalled: app.isPackaged,
    feedUrl: () => settings()?.desktop.updateUrl ?? '',
    activeJobs: () => (summary().isQueuePaused ? 0 : summary().active),
    quitThen: (install) => quitting.requestThen(install),
    clock,
    logger,
  });
  const openPath = createPathOpener(electron.shell, logger);
  const desk = createShellDesk({
    updates,
    openFolder: () => openPath(home),
    runtime: {
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
    },
  });
  const guardPage = () =>
    mayPageGo({
      desk,
      dialog,
      window: () => mainWindow?.current() ?? null,
      words: () => words().unsaved,
      clock,
    });
  const closers: (() => Promise<void> | void)[] = [];
  const quitting = createQuitting({
    app,
    platform: process.platform,
    mayPageGo: guardPage,
    stop: async (deadlineMs) => {
      // In the order of use: whoever asks for something goes before whoever answers.
      for (const close of closers.reverse()) await close();
      await workspace?.close(deadlineMs);
    },
    onEnd: marker.remove,
    clock,
    logger,
  });
  watchMainFaults({
    process,
    crashes,
    dialog,
    words: () => words().mainFault,
    endAfterFault: quitting.endAfterFault,
    logger,
  });
  watchChildProcesses(app, crashes);
  if (marker.brokenRunAtMs !== null) {
    crashes.record('ended-unexpectedly', { startedAtMs: marker.brokenRunAtMs });
    desk.tellCrash({ kind: 'last-run', atMs: marker.brokenRunAtMs });
  }
  const openedFiles = createOpenedFiles(app, dependencies.args, globalThis.process.cwd());
  hearDeepLinks({
    app,
    args: dependencies.args,
    onItem: (itemNo) => desk.give({ kind: 'open-item', itemNo }),
    logger,
  });
  app.on('second-instance', bringToFront);
  app.on('open-url', bringToFront);
  app.on('activate', bringToFront);
  guardContents(app, electron.shell);
  await app.whenReady();

  const opened = dependencies.openWorkspace(
    (folder) => createSafeStorageSecrets(electron.safeStorage, folder),
    bringToFront,
  );
  workspace = opened;
  const opening = opened.open();
  const router = createWorkspaceRouter({
    workspace: opened,
    shell: {
      version: app.getVersion(),
      shell: 'desktop',
      openedFiles,
      desk,
      licencesPath: join(outFolder, 'renderer', 'licences.json'),
    },
    clock,
    logger,
    checksOutputs: !app.isPackaged,
  });
  const events = createWorkspaceEvents({ workspace: opened, openedFiles, desk, clock, logger });
  refusePermissions(electron.session.defaultSession);
  electron.protocol.handle(
    APP_SCHEME,
    createAppProtocol({
      rendererFolder: join(outFolder, 'renderer'),
      pictures: picturesOf(opened),
    }),
  );
  const transport = createIpcTransport({ ipcMain: electron.ipcMain, router, events });
  const windowStatePath = join(home, 'window.json');
  mainWindow = createMainWindow(() => {
    const saved = readWindowState(windowStatePath, logger);
    const primary = electron.screen.getPrimaryDisplay();
    const others = electron.screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    const place = placeWindow(
      saved,
      [primary, ...others].map(({ workArea }) => workArea),
    );
    const window = new electron.BrowserWindow(
      windowOptions(join(outFolder, 'preload', 'index.cjs'), place),
    );
    if (saved?.isMaximised === true) window.maximize();
    window.once('ready-to-show', () => window.show());
    keepWindowState(window, { path: windowStatePath, clock, logger });
    window.on('close', (event) => {
      if (quitting.isLeaving()) return;
      event.preventDefault();
      closeWindow(window, {
        platform: process.platform,
        dialog,
        words: () => words().closing,
        hasWork: () => hasWork(summary()),
        whenClosed: () => settings()?.desktop.whenClosed ?? 'ask',
        remember: (whenClosed) => {
          const { desktop } = opened.settings().get();
          opened.settings().update({ desktop: { ...desktop, whenClosed } });
        },
        mayPageGo: guardPage,
        quit: quitting.request,
      }).catch((fault: unknown) => logger.error({ err: fault }, 'the window was not closed'));
    });
    window.on('closed', desk.pageLost);
    window.on('session-end', quitting.endSession);
    // The guard above has asked already; the page's own question would hold the window without a word.
    window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
    watchPage({
      contents: window.webContents,
      crashes,
      dialog,
      words: () => words().pageGone,
      onLost: (atMs) => {
        desk.pageLost();
        desk.tellCrash({ kind: 'page', atMs });
      },
      quit: quitting.request,
      clock,
      logger,
    });
    transport.connect(window);
    window.loadURL(APP_URL).catch((fault: unknown) => {
      logger.error({ err: fault }, 'the page could not be loaded');
    });
    return window;
  });
  mainWindow.bringToFront();
  closers.push(
    showOutside({
      electron,
      platform: process.platform,
      isDevelopment: !app.isPackaged,
      workspace: opened,
      events,
      desk,
      window: mainWindow,
      openedFiles,
      quit: quitting.request,
      summary,
      words,
      home,
      openPath,
      iconsFolder: join(dependencies.resourcesFolder, 'icons'),
      readMePath: dependencies.readMePath,
      clock,
      logger,
    }),
  );
  closers.push(
    watchSystem({
      powerMonitor: electron.powerMonitor,
      net: electron.net,
      clock,
      signals: signalsTo(opened),
    }),
  );
  electron.powerMonitor.on('shutdown', quitting.endSession);
  closers.push(updates.start());
  // The terminal hands its lists to the app instead of working beside it.
  const attach = attachWhileOpen({
    home,
    workspace: opened,
    router,
    randomness: systemRandomness,
    logger,
  });
  closers.push(() => attach.close());
  await opening;
}
