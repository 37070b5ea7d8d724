import type { StoreBridge } from '../storebridge';
import type { SettledState, Workspace } from '../workspace/port';
import { createMemorySecrets } from './fake-notifications';

const MAIN_PROFILE = { id: 'main', name: 'main' };

/** A workspace whose one product is always open: for tests of shells and pages. */
export function workspaceOf(storebridge: StoreBridge, secrets = createMemorySecrets()): Workspace {
  const open: SettledState = { kind: 'open', storebridge };
  return {
    home: '',
    state: () => open,
    whenSettled: async () => open,
    subscribe: () => () => undefined,
    open: async () => open,
    reopen: async (whileClosed) => {
      await whileClosed?.();
      return open;
    },
    switchMode: async () => open,
    settings: () => storebridge.settings,
    savedSettings: () => storebridge.settings.get(),
    secrets: () => secrets,
    backups: () => ({
      folder: '',
      list: async () => [],
      create: async (kind) => ({ id: 'backup', kind, createdAtMs: 0, sizeBytes: 0 }),
      remove: async () => undefined,
      createDailyIfDue: async () => null,
      prepareRestore: async () => ({ apply: async () => undefined }),
    }),
    backupFault: () => null,
    restore: async () => open,
    setAside: async () => open,
    stores: {
      list: () => [MAIN_PROFILE],
      current: () => MAIN_PROFILE,
      rename: () => undefined,
    },
    createStore: (name) => ({ id: 'store-2', name }),
    switchStore: async () => open,
    testConnection: async (market) => ({
      kind: 'works',
      market,
      accountId: null,
      grade: null,
      checkedAtMs: 0,
    }),
    close: (deadlineMs) => storebridge.stop(deadlineMs),
  };
}
