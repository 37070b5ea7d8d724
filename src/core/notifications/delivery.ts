import type { Notification } from '@shared/domain/notification';
import type { NotificationSettings } from '@shared/domain/settings';
import type { Language } from '@shared/texts/types';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { computeDelivery, type OutletMemory } from './delivery-plan';
import { linesOf } from './lines';
import type { NotificationStore } from './notification-store';
import type { DeliveryOutcome, NotificationOutlet, OutletName } from './port';

/** How an outlet fares, for the settings screen. */
export interface OutletState {
  readonly waiting: number;
  readonly lastSentAtMs: number | null;
  /** What kept the last try from working; null when it worked. */
  readonly lastProblem: string | null;
}

export interface DeliveryDependencies {
  readonly outlets: Partial<Readonly<Record<OutletName, NotificationOutlet>>>;
  readonly store: Pick<NotificationStore, 'waiting' | 'taken'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly settings: () => {
    readonly notifications: NotificationSettings;
    readonly language: Language;
  };
  /** Something was given up: the seller learns of it in the app. */
  readonly onGivenUp: (
    outlet: OutletName,
    outcome: Extract<DeliveryOutcome, { kind: 'refused' }>,
  ) => void;
}

/** Feeds the outlets until it is stopped. At least once: a crash between telling and noting tells again. */
export interface Delivery {
  /** Looks again what is due; called when something new waits or settings changed. */
  pump(): void;
  state(outlet: OutletName): OutletState;
  /** Begins nothing more and gives what is under way up to `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>;
}

const FIRST_RETRY_MS = 30_000;
const MAX_RETRY_MS = 3_600_000;
/** After a day a notification is old news, and a dead outlet must not gather them for ever. */
const GIVE_UP_MS = 24 * 3_600_000;
/** A timer is not trusted for longer: the computer may sleep, the clock may be set. */
const MAX_WAIT_MS = 60_000;

/**
 * One worker per outlet, each with its own pace. A failed try is repeated after 30 s, growing to an
 * hour; a notification older than a day is given up, a refused one at once, and both are told by
 * `onGivenUp`.
 */
export function createDelivery(deps: DeliveryDependencies): Delivery {
  const { outlets, store, clock, logger, randomness, settings, onGivenUp } = deps;
  const stopping = new AbortController();
  const workers = Object.entries(outlets).map(([name, outlet]) =>
    createWorker(name as OutletName, outlet),
  );

  return {
    pump: () => {
      for (const worker of workers) worker.pump();
    },
    state: (name) =>
      workers.find((worker) => worker.name === name)?.state() ?? {
        waiting: store.waiting(name).length,
        lastSentAtMs: null,
        lastProblem: null,
      },
    stop: async (deadlineMs) => {
      const underWay = Promise.all(workers.map((worker) => worker.whenIdle()));
      const given = new AbortController();
      await Promise.race([underWay, clock.sleep(deadlineMs, given.signal).catch(() => undefined)]);
      stopping.abort(new Error('notifications stop'));
      given.abort();
      await underWay;
    },
  };

  function createWorker(name: OutletName, outlet: NotificationOutlet) {
    let memory: OutletMemory = { lastSentAtMs: null, retryAtMs: 0 };
    let failures = 0;
    let lastProblem: string | null = null;
    let underWay: Promise<void> | null = null;
    let isPumpedAgain = false;
    let timer = new AbortController();

    const deliver = async (due: readonly Notification[]): Promise<void> => {
      const { language } = settings();
      const lines = linesOf(due);
      const outcome = await outlet.deliver(lines, language, stopping.signal);
      const nowMs = clock.nowMs();
      if (outcome.kind === 'delivered') {
        failures = 0;
        lastProblem = null;
        memory = { lastSentAtMs: nowMs, retryAtMs: 0 };
        store.taken(name, idsOf(due));
        return;
      }
      if (outcome.kind === 'refused') {
        lastProblem = outcome.code;
        logger.warn({ outlet: name, code: outcome.code }, 'notifications were refused');
        store.taken(name, idsOf(due));
        onGivenUp(name, outcome);
        return;
      }
      lastProblem = outcome.problem;
      const delayMs = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10));
      failures += 1;
      // Spread, so that several PCs do not come back to one server at once.
      const spreadMs = Math.round(delayMs * (0.75 + randomness.fraction() / 2));
      memory = { ...memory, retryAtMs: nowMs + spreadMs };
      logger.warn({ outlet: name, problem: outcome.problem, delayMs }, 'notifications wait');
      const old = due.filter(({ createdAtMs }) => nowMs - createdAtMs > GIVE_UP_MS);
      if (old.length === 0) return;
      store.taken(name, idsOf(old));
      onGivenUp(name, {
        kind: 'refused',
        code: 'NOTIFY_OUTLET_UNREACHED',
        params: { outlet: name },
      });
    };

    const look = async (): Promise<void> => {
      do {
        isPumpedAgain = false;
        const { due, wakeAtMs } = computeDelivery({
          outlet: name,
          waiting: store.waiting(name),
          settings: settings().notifications,
          memory,
          nowMs: clock.nowMs(),
        });
        if (due.length > 0) {
          await deliver(due);
          isPumpedAgain = true;
        } else if (wakeAtMs !== null) {
          wakeIn(Math.min(MAX_WAIT_MS, wakeAtMs - clock.nowMs()));
        }
      } while (isPumpedAgain && !stopping.signal.aborted);
    };
    const wakeIn = (delayMs: number): void => {
      timer.abort();
      timer = new AbortController();
      clock.sleep(delayMs, AbortSignal.any([timer.signal, stopping.signal])).then(pump, () => {
        // Another look or the stop took the timer's place.
      });
    };
    const pump = (): void => {
      if (stopping.signal.aborted) return;
      if (underWay !== null) {
        isPumpedAgain = true;
        return;
      }
      timer.abort();
      underWay = look()
        .catch((fault: unknown) => {
          logger.error({ outlet: name, err: fault }, 'notifications could not be delivered');
          wakeIn(MAX_WAIT_MS);
        })
        .finally(() => {
          underWay = null;
        });
    };
    return {
      name,
      pump,
      whenIdle: async () => {
        await underWay;
      },
      state: (): OutletState => ({
        waiting: store.waiting(name).length,
        lastSentAtMs: memory.lastSentAtMs,
        lastProblem,
      }),
    };
  }
}

function idsOf(notifications: readonly Notification[]): readonly number[] {
  return notifications.map(({ notificationId }) => notificationId);
}
