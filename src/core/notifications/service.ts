import { MAIN_STORE } from '@shared/domain/ids';
import type {
  Notification,
  NotificationLine,
  NotificationLink,
  UnreadNotifications,
} from '@shared/domain/notification';
import type { NotificationSettings, Settings } from '@shared/domain/settings';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { Database } from '../storage/database';
import { mapSqliteFault } from '../storage/sqlite-fault';
import { createDelivery, type OutletState } from './delivery';
import { linesOf, rankOf } from './lines';
import { lineOf } from './notification-row';
import { createNotificationStore, type LineFilter, type MarkTarget } from './notification-store';
import type { DeliveryOutcome, NotificationOutlet, NotificationRecorder, OutletName } from './port';

/** What changed in the centre. */
export type NotificationEvent =
  | {
      readonly kind: 'changed';
      /** Lines of what was new, gravest first; empty when only reading marks changed. */
      readonly added: readonly NotificationLine[];
    }
  /** A person chose a notification outside of the app's window. */
  | { readonly kind: 'open-requested'; readonly link: NotificationLink };

/** Everything the seller was and will be told. Reads and marks throw STORAGE_* when the disk refuses. */
export interface NotificationService extends NotificationRecorder {
  lines(filter: LineFilter): {
    readonly lines: readonly NotificationLine[];
    readonly total: number;
  };
  /** The single notifications of a line, newest first. */
  ofLine(
    lineKey: string,
    offset: number,
    limit: number,
  ): { readonly notifications: readonly Notification[]; readonly total: number };
  unread(): UnreadNotifications;
  /** Marks as read or unread; gives how many changed. */
  mark(target: MarkTarget, isRead: boolean): number;
  latestId(): number;
  /** `isThere: false` where this composition has no such outlet. */
  outletState(outlet: OutletName): OutletState & { readonly isThere: boolean };
  /** Sends a test line now, whatever the settings say about time and severity. */
  test(outlet: OutletName): Promise<DeliveryOutcome>;
  /** For outlets: the person chose this link. */
  openRequested(link: NotificationLink): void;
  subscribe(listener: (event: NotificationEvent) => void): () => void;
  /** Hands over what an earlier run left and begins to deliver. */
  start(): void;
  /**
   * Begins no delivery any more and gives those under way at most `deadlineMs`; what was not
   * delivered waits for the next start.
   */
  stop(deadlineMs: number): Promise<void>;
}

export interface NotificationDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly settings: {
    get(): Settings;
    subscribe(listener: () => void): () => void;
  };
  readonly outlets: Partial<Readonly<Record<OutletName, NotificationOutlet>>>;
}

/** More than anybody reads; unread ones are kept until their age ends them. */
const MAX_ROWS = 50_000;
const PRUNE_EVERY_MS = 6 * 3_600_000;
const TEST_TIMEOUT_MS = 20_000;

/** Records and reads at once; `start` begins to deliver. */
export function createNotificationService(deps: NotificationDependencies): NotificationService {
  const { database, clock, logger, randomness, settings, outlets } = deps;
  const store = createNotificationStore(database);
  const listeners = new Set<(event: NotificationEvent) => void>();
  const stopping = new AbortController();
  let isStarted = false;
  let isPlanDue = false;

  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (fault) {
      throw mapSqliteFault(fault, database.name);
    }
  };
  const tell = (event: NotificationEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (fault) {
        logger.error({ err: fault }, 'a notification listener failed');
      }
    }
  };
  const record: NotificationRecorder['record'] = (request) => {
    const write = () => store.insert(request, clock.nowMs());
    // Inside the caller's transaction SQLite's own error must pass, or it would not be rolled back.
    const outcome = database.inTransaction ? write() : guarded(write);
    planSoon();
    return outcome;
  };
  const delivery = createDelivery({
    outlets,
    store,
    clock,
    logger,
    randomness,
    settings: settings.get,
    onGivenUp: (outlet, { code, params }) => {
      record({
        kind: 'app',
        severity: 'ask',
        code,
        params,
        storeId: MAIN_STORE,
        dedupeKey: `outlet-${outlet}-${code}`,
        link: { screen: 'settings' },
      });
    },
  });

  /** Transactions end within their turn of the event loop: in a later one a row is there or never was. */
  function planSoon(): void {
    if (isPlanDue || !isStarted) return;
    isPlanDue = true;
    setImmediate(() => {
      isPlanDue = false;
      if (!stopping.signal.aborted) planNow();
    });
  }
  function planNow(): void {
    try {
      const fresh = store.plan((notification) =>
        outletsFor(notification, settings.get().notifications, outlets),
      );
      if (fresh.length === 0) return;
      tell({ kind: 'changed', added: linesOf(fresh) });
      delivery.pump();
      planSoon();
    } catch (fault) {
      // The rows stay unplanned: the next record or start finds them.
      logger.error({ err: fault }, 'notifications could not be handed to their outlets');
    }
  }
  function prune(): void {
    const { keepDays } = settings.get().notifications;
    try {
      const removed = store.prune(clock.nowMs() - keepDays * 86_400_000, MAX_ROWS);
      if (removed > 0) logger.info({ removed }, 'old notifications were removed');
    } catch (fault) {
      logger.warn({ err: fault }, 'old notifications could not be removed');
    }
    clock.sleep(PRUNE_EVERY_MS, stopping.signal).then(prune, () => {
      // Stopping ends the timer.
    });
  }
  let stopListening = (): void => undefined;

  return {
    record,
    lines: (filter) => guarded(() => store.lines(filter)),
    ofLine: (lineKey, offset, limit) => guarded(() => store.ofLine(lineKey, offset, limit)),
    unread: () => guarded(() => store.unread()),
    latestId: () => guarded(() => store.latestId()),
    mark: (target, isRead) => {
      const changes = guarded(() => store.mark(target, isRead ? clock.nowMs() : null));
      if (changes > 0) tell({ kind: 'changed', added: [] });
      return changes;
    },
    outletState: (outlet) => ({
      ...guarded(() => delivery.state(outlet)),
      isThere: outlets[outlet] !== undefined,
    }),
    test: async (name) => {
      const outlet = outlets[name];
      if (outlet === undefined) return { kind: 'refused', code: 'NOTIFY_NO_OUTLET', params: {} };
      const timeout = new AbortController();
      const { language } = settings.get();
      const finished = outlet.deliver([testLine(clock.nowMs())], language, timeout.signal);
      clock.sleep(TEST_TIMEOUT_MS, AbortSignal.any([stopping.signal, timeout.signal])).then(
        () => timeout.abort(new Error('no answer in time')),
        () => undefined,
      );
      return finished.finally(() => timeout.abort(new Error('the test is over')));
    },
    openRequested: (link) => tell({ kind: 'open-requested', link }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start: () => {
      isStarted = true;
      stopListening = settings.subscribe(() => delivery.pump());
      planNow();
      delivery.pump();
      prune();
    },
    stop: async (deadlineMs) => {
      stopListening();
      stopping.abort(new Error('notifications stop'));
      await delivery.stop(deadlineMs);
      listeners.clear();
    },
  };
}

function outletsFor(
  { severity }: Notification,
  settings: NotificationSettings,
  outlets: Partial<Readonly<Record<OutletName, NotificationOutlet>>>,
): readonly OutletName[] {
  const wanted: readonly (readonly [OutletName, boolean, Notification['severity']])[] = [
    ['os', settings.isOsOn, settings.osMinSeverity],
    ['webhook', settings.isWebhookOn, settings.webhookMinSeverity],
    ['email', settings.isEmailOn, settings.emailMinSeverity],
  ];
  return wanted
    .filter(
      ([name, isOn, least]) =>
        isOn && outlets[name] !== undefined && rankOf(severity) >= rankOf(least),
    )
    .map(([name]) => name);
}

function testLine(atMs: number): NotificationLine {
  const notification: Notification = {
    notificationId: 0,
    kind: 'app',
    severity: 'info',
    code: 'NOTIFY_TEST',
    params: {},
    storeId: MAIN_STORE,
    itemNo: null,
    groupKey: 'test',
    link: null,
    createdAtMs: atMs,
    readAtMs: null,
    repeatCount: 0,
  };
  return lineOf(notification, { count: 1, unreadCount: 1, severity: 'info', isOneKind: true });
}
