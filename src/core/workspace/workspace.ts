import { relative, sep } from 'node:path';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import { AppError, toAppError } from '@shared/errors/app-error';
import { whileAlone } from '../backup/alone';
import { itemOf } from '../backup/content';
import { stampOf } from '../backup/files';
import { asideFolder, completeRestore, moveAside } from '../backup/restore-journal';
import { clearUnfinishedBackups, createBackupService } from '../backup/service';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { SecretStore } from '../secrets/port';
import { type ProbeClients, testConnection } from '../settings/connection-test';
import type { Environment } from '../settings/environment';
import { keysMissing, missingKeys } from '../settings/mode';
import { createSettingsService } from '../settings/settings-service';
import type { SettingsService, StoreBridge } from '../storebridge';
import type { ProductState, SettledState, Workspace } from './port';

/** How long current steps may take to finish when the product is opened anew. */
const REOPEN_DEADLINE_MS = 5_000;
/** The start of the app is busy enough; the day's backup can wait a minute. */
const FIRST_BACKUP_MS = 60_000;
const BACKUP_CHECK_MS = 3_600_000;

export interface WorkspaceDependencies {
  readonly environment: Environment;
  readonly secrets: SecretStore;
  readonly openProduct: (environment: Environment) => Promise<StoreBridge>;
  /** Clients for the real markets, for testing keys while the product practises. */
  readonly openProbe: (settings: () => Settings, secrets: SecretStore) => ProbeClients;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createWorkspace(dependencies: WorkspaceDependencies): Workspace {
  const { environment, secrets, clock, logger } = dependencies;
  const listeners = new Set<(state: ProductState) => void>();
  let state: ProductState = { kind: 'opening' };
  let closedSettings: SettingsService | null = null;
  let probe: ProbeClients | null = null;
  let turn: Promise<SettledState> | null = null;
  let backupFault: AppError | null = null;
  const ending = new AbortController();
  const { home } = environment;
  const backups = createBackupService({
    home,
    settings: () => settingsOf().get().backup,
    clock,
    logger,
  });

  const become = <Next extends ProductState>(next: Next): Next => {
    state = next;
    closedSettings = null;
    for (const listener of [...listeners]) {
      try {
        listener(next);
      } catch (fault) {
        // One broken listener must not decide about the product.
        logger.warn({ err: fault }, 'a listener of the product state failed');
      }
    }
    return next;
  };
  const stop = async (deadlineMs: number): Promise<void> => {
    const before = state;
    become({ kind: 'opening' });
    if (before.kind === 'open') await before.storebridge.stop(deadlineMs);
  };
  const start = async (): Promise<SettledState> => {
    let storebridge: StoreBridge | null = null;
    try {
      completeRestore(home);
      storebridge = await dependencies.openProduct(environment);
      const open = become({ kind: 'open', storebridge });
      await storebridge.start();
      return open;
    } catch (thrown) {
      const fault = toAppError(thrown);
      logger.error({ err: thrown, code: fault.code }, 'the product could not start');
      await storebridge?.stop(0).catch((again: unknown) => {
        logger.error({ err: again }, 'the product did not stop cleanly');
      });
      return become({ kind: 'closed', fault });
    }
  };
  const inTurn = (work: () => Promise<SettledState>): Promise<SettledState> => {
    turn = (turn ?? Promise.resolve()).then(work, work);
    return turn;
  };
  const nextState = (): Promise<void> =>
    new Promise((resolve) => {
      const listener = (): void => {
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  const whenSettled = async (): Promise<SettledState> => {
    for (;;) {
      const current: ProductState = state;
      if (current.kind !== 'opening') return current;
      await nextState();
    }
  };
  const savedSettings = (): SettingsService => {
    closedSettings ??= readable(environment);
    return closedSettings;
  };

  const reopen = (whileClosed?: () => Promise<void>): Promise<SettledState> =>
    inTurn(async () => {
      await stop(REOPEN_DEADLINE_MS);
      try {
        await whileClosed?.();
      } catch (fault) {
        await start();
        throw fault;
      }
      return start();
    });

  const backUpDaily = async (): Promise<void> => {
    await clearUnfinishedBackups(home);
    await clock.sleep(FIRST_BACKUP_MS, ending.signal);
    for (;;) {
      try {
        if (state.kind === 'open') await backups.createDailyIfDue();
        backupFault = null;
      } catch (fault) {
        backupFault = toAppError(fault);
        logger.error({ err: fault }, 'the daily backup was not made');
      }
      await clock.sleep(BACKUP_CHECK_MS, ending.signal);
    }
  };

  return {
    state: () => state,
    whenSettled,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    open: () => {
      backUpDaily().catch((reason: unknown) => {
        if (!ending.signal.aborted) throw reason;
      });
      return inTurn(start);
    },
    reopen,
    backups,
    backupFault: () => backupFault,
    restore: async (id) => {
      const restoring = await backups.prepareRestore(id);
      return reopen(() => whileAlone(home, restoring.apply));
    },
    setAside: async () => {
      const path = damagedPath(state, home);
      if (path === null) throw new AppError('BACKUP_NOTHING_TO_SET_ASIDE');
      const aside = asideFolder(stampOf(clock.nowMs()), 'damaged');
      return reopen(() => whileAlone(home, async () => moveAside(home, path, aside)));
    },
    switchMode: async (mode) => {
      const saved = readable(environment);
      const missing = missingKeys(saved.get(), secrets);
      if (mode === 'live' && missing.length > 0) throw keysMissing(missing);
      settingsOf().update({ mode });
      return reopen();
    },
    settings: settingsOf,
    savedSettings: () => readable(environment).get(),
    secrets: () => secrets,
    testConnection: (market) => {
      if (state.kind === 'open' && state.storebridge.mode === 'live') {
        return testConnection(market, state.storebridge, clock);
      }
      // Made once, so that a refused key is not sent again and again.
      probe ??= dependencies.openProbe(() => readable(environment).get(), secrets);
      return testConnection(market, probe, clock);
    },
    close: async (deadlineMs) => {
      ending.abort();
      await turn?.catch(() => undefined);
      if (state.kind === 'open') await state.storebridge.stop(deadlineMs);
    },
  };

  function settingsOf(): SettingsService {
    return state.kind === 'open' ? state.storebridge.settings : savedSettings();
  }
}

/** The saved settings; where the file is damaged, defaults that refuse every change. */
function readable({ home, overrides }: Environment): SettingsService {
  try {
    return createSettingsService(home, overrides);
  } catch (fault) {
    return {
      get: defaultSettings,
      update: () => {
        throw fault;
      },
      subscribe: () => () => undefined,
    };
  }
}

/** The file that keeps the product closed, by its place in the data folder; null when none does. */
function damagedPath(state: ProductState, home: string): string | null {
  if (state.kind !== 'closed') return null;
  const { code, params } = state.fault;
  if (code !== 'STORAGE_DAMAGED' && code !== 'SETTINGS_DAMAGED') return null;
  const path = relative(home, String(params.path)).split(sep).join('/');
  return itemOf(path) === null ? null : path;
}
