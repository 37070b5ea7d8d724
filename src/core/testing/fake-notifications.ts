import type { NotificationEvent, NotificationService } from '../notifications/service';
import type { SecretName, SecretStore } from '../secrets/port';
import { recordingNotifications } from './recording-notifications';

/** An empty centre that keeps what is recorded and tells what a test wants told. */
export function createFakeNotifications(): NotificationService & {
  tell(event: NotificationEvent): void;
} {
  const listeners = new Set<(event: NotificationEvent) => void>();
  const tell = (event: NotificationEvent): void => {
    for (const listener of listeners) listener(event);
  };
  return {
    ...recordingNotifications(),
    tell,
    lines: () => ({ lines: [], total: 0 }),
    ofLine: () => ({ notifications: [], total: 0 }),
    unread: () => ({ notifications: 0, lines: 0, alarmLines: 0 }),
    mark: () => 0,
    latestId: () => 0,
    outletState: () => ({ isThere: false, waiting: 0, lastSentAtMs: null, lastProblem: null }),
    test: async () => ({ kind: 'delivered' }),
    openRequested: (link) => tell({ kind: 'open-requested', link }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start: () => undefined,
    stop: async () => undefined,
  };
}

/** Secrets in memory. */
export function createMemorySecrets(
  initial: Partial<Record<SecretName, string>> = {},
): SecretStore {
  const secrets = new Map(Object.entries(initial));
  return {
    protection: 'file',
    find: (name) => secrets.get(name) ?? null,
    save: (name, value) => {
      secrets.set(name, value);
    },
    remove: (name) => {
      secrets.delete(name);
    },
    isFixed: () => false,
  };
}
