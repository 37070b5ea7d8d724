import { relative, sep } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import { AppError, toAppError } from '@shared/errors/app-error';
import { whileAlone } from '../backup/alone';
import { itemOf } from '../backup/content';
import { stampOf } from '../backup/files';
import type { BackupService } from '../backup/port';
import { asideFolder, completeRestore, moveAside } from '../backup/restore-journal';
import { clearUnfinishedBackups, createBackupService } from '../backup/service';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { SecretStore } from '../secrets/port';
import { type ConnectionProbe, testConnection } from '../settings/connection-test';
import type { Environment } from '../settings/environment';
import { keysMissing, missingKeys } from '../settings/mode';
import { createSettingsService } from '../settings/settings-service';
import type { SettingsService, StoreBridge } from '../storebridge';
import type { ProductState, SettledState, Workspace } from './port';
import { createStoreProfiles } from './stores';

/** How long current steps may take to finish when the product is opened anew. */
const REOPEN_DEADLINE_MS = 5_000;
/** The start of the app is busy enough; the day's backup can wait a minute. */
const FIRST_BACKUP_MS = 60_000;
const BACKUP_CHECK_MS = 3_600_000;

/** How a shell opens products; each is asked for with the current store's environment. */
export interface WorkspaceDependencies {
  readonly environment: Environment;
  /** Where the keys of one store are kept. */
  readonly secretsOf: (environment: Environment) => SecretStore;
  /** Composes the product of one store, whose folder is the environment's `home`. */
  readonly openProduct: (environment: Environment, secrets: SecretStore) => Promise<StoreBridge>;
  /** Clients for the real markets, for testing keys while the product practises. */
  readonly openProbe: (
    environment: Environment,
    settings: () => Settings,
    secrets: SecretStore,
  ) => Promise<ConnectionProbe>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Begins as `opening` and opens nothing before `open`. */
export function createWorkspace(dependencies: WorkspaceDependencies): Workspace {
  const { clock, logger } = dependencies;
  const listeners = new Set<(state: ProductState) => void>();
  let state: ProductState = { kind: 'opening' };
  let closedSettings: SettingsService | null = null;
  let probe: Promise<ConnectionProbe> | null = null;
  let turn: Promise<SettledState> | null = null;
  let backupFault: AppError | null = null;
  const ending = new AbortController();
  const stores = createStoreProfiles(dependencies.environment.home, logger);
  const placeOf = (id: string): Place => {
    const environment = environmentOf(dependencies.environment, id, stores.folderOf(id));
    return {
      environment,
      secrets: dependencies.secretsOf(environment),
      backups: createBackupService({
        home: environment.home,
        settings: () => settingsOf().get().backup,
        clock,
        logger,
      }),
    };
  };
  let place = placeOf(stores.current().id);

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
      completeRestore(place.environment.home);
      storebridge = await dependencies.openProduct(place.environment, place.secrets);
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
    closedSettings ??= readable(place.environment);
    return closedSettings;
  };

  const closeProbe = async (): Promise<void> => {
    const opened = probe;
    probe = null;
    try {
      await (await opened)?.close();
    } catch (fault) {
      logger.warn({ err: fault }, 'the clients of a connection test did not close cleanly');
    }
  };

  const reopen = (whileClosed?: () => Promise<void>): Promise<SettledState> =>
    inTurn(async () => {
      await stop(REOPEN_DEADLINE_MS);
      await closeProbe();
      try {
        await whileClosed?.();
      } catch (fault) {
        await start();
        throw fault;
      }
      return start();
    });

  const backUpDaily = async (): Promise<void> => {
    await clearUnfinishedBackups(place.environment.home);
    await clock.sleep(FIRST_BACKUP_MS, ending.signal);
    for (;;) {
      try {
        if (state.kind === 'open') await place.backups.createDailyIfDue();
        backupFault = null;
      } catch (fault) {
        backupFault = toAppError(fault);
        logger.error({ err: fault }, 'the daily backup was not made');
      }
      await clock.sleep(BACKUP_CHECK_MS, ending.signal);
    }
  };

  return {
    home: dependencies.environment.home,
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
    backups: () => place.backups,
    backupFault: () => backupFault,
    restore: async (id) => {
      const restoring = await place.backups.prepareRestore(id);
      return reopen(() => whileAlone(place.environment.home, restoring.apply));
    },
    setAside: async () => {
      const { home } = place.environment;
      const path = damagedPath(state, home);
      if (path === null) throw new AppError('BACKUP_NOTHING_TO_SET_ASIDE');
      const aside = asideFolder(stampOf(clock.nowMs()), 'damaged');
      return reopen(() => whileAlone(home, async () => moveAside(home, path, aside)));
    },
    switchMode: async (mode) => {
      const saved = readable(place.environment);
      const missing = missingKeys(saved.get(), place.secrets);
      if (mode === 'live' && missing.length > 0) throw keysMissing(missing);
      settingsOf().update({ mode });
      return reopen();
    },
    settings: settingsOf,
    savedSettings: () => readable(place.environment).get(),
    secrets: () => place.secrets,
    stores,
    createStore: (name) => {
      const store = stores.create(name);
      const { language, theme, redisUrl, guide, desktop } = settingsOf().get();
      readable(placeOf(store.id).environment).update({ language, theme, redisUrl, guide, desktop });
      return store;
    },
    switchStore: async (id) => {
      const { language, theme } = settingsOf().get();
      stores.choose(id);
      return reopen(async () => {
        place = placeOf(id);
        backupFault = null;
        // Language and theme are the person's, not the store's. A damaged file tells itself when it is opened.
        const settings = readable(place.environment);
        if (settings.get().language === language && settings.get().theme === theme) return;
        try {
          settings.update({ language, theme });
        } catch (fault) {
          logger.warn({ err: fault }, 'language and theme did not follow to the other store');
        }
      });
    },
    testConnection: async (market) => {
      if (state.kind === 'open' && state.storebridge.mode === 'live') {
        return testConnection(market, state.storebridge, clock);
      }
      // Made once, so that a refused key is not sent again and again.
      const { environment, secrets } = place;
      probe ??= dependencies.openProbe(environment, () => readable(environment).get(), secrets);
      const opening = probe;
      try {
        return await testConnection(market, await opening, clock);
      } catch (fault) {
        // It did not open: the next test may find the disk or the address mended.
        if (probe === opening) probe = null;
        throw fault;
      }
    },
    close: async (deadlineMs) => {
      ending.abort();
      await turn?.catch(() => undefined);
      await closeProbe();
      if (state.kind === 'open') await state.storebridge.stop(deadlineMs);
    },
  };

  function settingsOf(): SettingsService {
    return state.kind === 'open' ? state.storebridge.settings : savedSettings();
  }
}

/** One store's folder with what belongs to it. */
interface Place {
  readonly environment: Environment;
  readonly secrets: SecretStore;
  readonly backups: BackupService;
}

/** Keys of the environment are the first store's: two stores must never share them by accident. */
function environmentOf(environment: Environment, id: string, home: string): Environment {
  if (id === MAIN_STORE) return environment;
  const { naverClientId: _first, ...overrides } = environment.overrides;
  return { ...environment, home, overrides, secrets: {} };
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
