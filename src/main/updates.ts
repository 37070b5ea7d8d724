import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import { AppError } from '@shared/errors/app-error';
import type { UpdateState } from '@shared/ipc/shell';

/** What is used of electron-updater's `autoUpdater` (6.8, read 2026-11-23). */
export interface UpdaterPort {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  disableWebInstaller: boolean;
  logger: unknown;
  setFeedURL(feed: { readonly provider: 'generic'; readonly url: string }): void;
  /** Null when the updater cannot work as the app was installed. */
  checkForUpdates(): Promise<{
    readonly isUpdateAvailable: boolean;
    readonly updateInfo: { readonly version: string };
  } | null>;
  downloadUpdate(): Promise<readonly string[]>;
  quitAndInstall(isSilent?: boolean, isForceRunAfter?: boolean): void;
  on(event: 'download-progress', listener: (progress: { percent: number }) => void): unknown;
  /** Also told of faults that a call rejects with; without a listener they would end the process. */
  on(event: 'error', listener: (fault: Error) => void): unknown;
}

/** Where updates come from and what must rest before one is installed. */
export interface UpdatesDependencies {
  /** Loads electron-updater, once, when the first feed is set. */
  readonly load: () => Promise<UpdaterPort>;
  readonly isInstalled: boolean;
  /** Where newer versions are published; empty = nowhere. Read before every check. */
  readonly feedUrl: () => string;
  /** Jobs under way: nothing is installed then. */
  readonly activeJobs: () => number;
  /** Ends the program in good order, then runs `install` in the place of the usual exit. */
  readonly quitThen: (install: () => void) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** New versions: looked for while a feed is set, downloaded and installed only when the seller says so. */
export interface Updates {
  state(): UpdateState;
  check(): Promise<void>;
  download(): Promise<void>;
  /** Throws SHELL_UPDATE_NOT_READY or SHELL_UPDATE_WHILE_WORKING. */
  install(): Promise<void>;
  /** Checks a minute after the start and every six hours, until stopped. */
  start(): () => void;
  subscribe(listener: () => void): () => void;
}

const FIRST_CHECK_MS = 60_000;
const CHECK_EVERY_MS = 6 * 3_600_000;

/**
 * Checks every six hours once started, and only where an address is set. Nothing is downloaded or
 * installed unasked, and never an older version.
 */
export function createUpdates(dependencies: UpdatesDependencies): Updates {
  const { clock, logger } = dependencies;
  const listeners = new Set<() => void>();
  let found: UpdateState = { kind: 'current', checkedAtMs: null };
  let loading: Promise<UpdaterPort> | null = null;
  let feedOfFound = '';

  const become = (next: UpdateState): void => {
    found = next;
    for (const listener of listeners) listener();
  };
  const offState = (): UpdateState | null => {
    if (!dependencies.isInstalled) return { kind: 'off', why: 'not-installed' };
    return dependencies.feedUrl() === '' ? { kind: 'off', why: 'no-address' } : null;
  };
  const fail = (fault: unknown): void => {
    logger.warn({ err: fault }, 'the update failed');
    const problem = fault instanceof Error ? fault.message.split('\n', 1)[0] : String(fault);
    become({
      kind: 'failed',
      code: 'SHELL_UPDATE_FAILED',
      params: { problem: problem ?? '' },
      atMs: clock.nowMs(),
    });
  };
  const load = (): Promise<UpdaterPort> => {
    loading ??= dependencies
      .load()
      .then((updater) => {
        updater.autoDownload = false;
        updater.autoInstallOnAppQuit = false;
        updater.allowDowngrade = false;
        updater.disableWebInstaller = true;
        updater.logger = null;
        updater.on('error', (fault) => logger.warn({ err: fault }, 'the updater'));
        updater.on('download-progress', ({ percent }) => {
          if (found.kind !== 'downloading') return;
          // Told at every piece; the page needs whole percents only.
          const whole = Math.min(100, Math.max(0, Math.floor(percent)));
          if (whole !== found.percent) become({ ...found, percent: whole });
        });
        return updater;
      })
      .catch((fault: unknown) => {
        // Loaded anew at the next check.
        loading = null;
        throw fault;
      });
    return loading;
  };
  const check = async (): Promise<void> => {
    const isBusy = found.kind === 'checking' || found.kind === 'downloading';
    const url = dependencies.feedUrl();
    if (offState() !== null || isBusy) return;
    if (found.kind === 'ready' && url === feedOfFound) return;
    become({ kind: 'checking' });
    try {
      const updater = await load();
      updater.setFeedURL({ provider: 'generic', url });
      feedOfFound = url;
      const answer = await updater.checkForUpdates();
      become(
        answer?.isUpdateAvailable === true
          ? { kind: 'available', version: answer.updateInfo.version }
          : { kind: 'current', checkedAtMs: clock.nowMs() },
      );
    } catch (fault) {
      fail(fault);
    }
  };
  return {
    state: () => offState() ?? found,
    check,
    download: async () => {
      if (offState() !== null || found.kind !== 'available') return;
      const { version } = found;
      become({ kind: 'downloading', version, percent: 0 });
      try {
        await (await load()).downloadUpdate();
        become({ kind: 'ready', version });
      } catch (fault) {
        fail(fault);
      }
    },
    install: async () => {
      if (found.kind !== 'ready') throw new AppError('SHELL_UPDATE_NOT_READY');
      const count = dependencies.activeJobs();
      if (count > 0) throw new AppError('SHELL_UPDATE_WHILE_WORKING', { params: { count } });
      const updater = await load();
      // With the installer's window, and back into the app afterwards.
      await dependencies.quitThen(() => updater.quitAndInstall(false, true));
    },
    start: () => {
      const stopping = new AbortController();
      const lookRegularly = async (): Promise<void> => {
        await clock.sleep(FIRST_CHECK_MS, stopping.signal);
        for (;;) {
          await check();
          await clock.sleep(CHECK_EVERY_MS, stopping.signal);
        }
      };
      lookRegularly().catch((reason: unknown) => {
        if (!stopping.signal.aborted) throw reason;
      });
      return () => stopping.abort();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
