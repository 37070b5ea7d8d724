import type { SecretName } from '@shared/domain/secrets';
import type { SecretStore } from '../secrets/port';
import type { StoreBridge } from '../storebridge';
import type { SettledState, Workspace } from '../workspace/port';

/** Secrets in memory. */
export function createMemorySecrets(
  initial: Partial<Record<SecretName, string>> = {},
): SecretStore {
  const values = new Map<SecretName, string>(
    Object.entries(initial).map(([name, value]) => [name as SecretName, value]),
  );
  return {
    protection: 'file',
    find: (name) => values.get(name) ?? null,
    save: (name, value) => {
      values.set(name, value);
    },
    remove: (name) => {
      values.delete(name);
    },
    isFixed: () => false,
  };
}

/** A workspace whose one product is always open: for tests of shells and pages. */
export function workspaceOf(storebridge: StoreBridge, secrets = createMemorySecrets()): Workspace {
  const open: SettledState = { kind: 'open', storebridge };
  return {
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
