import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import type { App, Dialog, WebContents } from 'electron';
import type { CrashLog } from './crash-log';
import type { ShellWords } from './shell-words';

/** A page that goes down again within this time is not loaded a third time unasked. */
const RELOAD_PAUSE_MS = 5 * 60_000;
/** Nothing went wrong: the system or we ended it. */
const CALM_REASONS = ['clean-exit', 'killed'];

/** What of Node's `process` is listened to. */
export interface FaultSource {
  on(event: 'uncaughtException', listener: (fault: unknown) => void): unknown;
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

/** What happens when the main process meets a fault nobody expected. */
export interface MainFaultsDependencies {
  readonly process: FaultSource;
  readonly crashes: CrashLog;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly words: () => ShellWords['mainFault'];
  /** Ends the program, bounded in time, with a status that is not 0. */
  readonly endAfterFault: () => Promise<void>;
  readonly logger: Logger;
}

/**
 * Faults of the main process that nobody caught. After an exception the state of the program cannot be
 * trusted: it is recorded, told, and the program ends; its work is in the database. A rejected promise
 * nobody waited for is recorded, and the program goes on.
 */
export function watchMainFaults(dependencies: MainFaultsDependencies): void {
  const { crashes, dialog, words, endAfterFault, logger } = dependencies;
  let isEnding = false;
  dependencies.process.on('uncaughtException', (fault) => {
    const path = crashes.record('main-fault', fault);
    if (isEnding) return;
    isEnding = true;
    dialog.showErrorBox(words().title, words().detail(path ?? '–'));
    endAfterFault().catch((again: unknown) => {
      logger.error({ err: again }, 'the program did not end cleanly after a fault');
    });
  });
  dependencies.process.on('unhandledRejection', (reason) => {
    crashes.record('promise-fault', reason);
  });
}

/** Processes of Electron other than pages: graphics, utilities. Electron starts what it needs anew. */
export function watchChildProcesses(app: Pick<App, 'on'>, crashes: CrashLog): void {
  app.on('child-process-gone', (_, details) => {
    if (!CALM_REASONS.includes(details.reason)) crashes.record('process-gone', { ...details });
  });
}

/** What happens when the page's process is gone. */
export interface PageWatchDependencies {
  readonly contents: Pick<WebContents, 'on' | 'reload'>;
  readonly crashes: CrashLog;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly words: () => ShellWords['pageGone'];
  /** Told once the page was lost, before it is loaded again. */
  readonly onLost: (atMs: number) => void;
  readonly quit: () => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A page that goes down is loaded once more by itself; the next time the seller is asked. */
export function watchPage(dependencies: PageWatchDependencies): void {
  const { contents, crashes, dialog, words, onLost, quit, clock, logger } = dependencies;
  let lastLossMs: number | null = null;
  const ask = async (): Promise<void> => {
    const { title, detail, reload, quit: quitLabel } = words();
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: title,
      detail,
      buttons: [reload, quitLabel],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 0) contents.reload();
    else quit();
  };
  contents.on('render-process-gone', (_, details) => {
    if (details.reason === 'clean-exit') return;
    crashes.record('page-gone', { ...details });
    const nowMs = clock.monotonicMs();
    const isAgain = lastLossMs !== null && nowMs - lastLossMs < RELOAD_PAUSE_MS;
    lastLossMs = nowMs;
    onLost(clock.nowMs());
    if (!isAgain) contents.reload();
    else ask().catch((fault: unknown) => logger.error({ err: fault }, 'the seller was not asked'));
  });
  contents.on('preload-error', (_, path, error) => {
    crashes.record('preload-fault', new Error(`the preload ${path} failed`, { cause: error }));
  });
}
