import { MAIN_STORE } from '@shared/domain/ids';
import { koreanDate } from '@shared/domain/korea-time';
import type { CallBudgetSnapshot } from '../limiter/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { NotificationRecorder } from './port';

/** Signs of life of the watcher. */
export interface WatcherPulse {
  /** Whether products are due to be checked; a watcher that is switched off or has nothing is not silent. */
  readonly isExpected: boolean;
  /** When a product was last checked with success; null since the start. */
  readonly lastCheckedAtMs: number | null;
}

export interface SilenceWatchDependencies {
  readonly pulse: () => WatcherPulse;
  readonly budget: () => CallBudgetSnapshot;
  readonly silentAfterMinutes: () => number;
  readonly notifications: NotificationRecorder;
  readonly clock: Clock;
  readonly logger: Logger;
}

const CHECK_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
/** A check that comes much later than planned means that the computer slept: silence begins anew. */
const SLEPT_MS = 3 * CHECK_EVERY_MS;

/**
 * Raises the alarm when the watcher itself has been silent for too long, tells when it is back, and
 * tells once a day when the wholesaler's calls are used up. Time in which the computer slept is not
 * silence: nobody could have checked then. Returns how to stop.
 */
export function watchSilence(deps: SilenceWatchDependencies): () => void {
  const { clock, notifications, logger } = deps;
  const stopping = new AbortController();
  let awakeSinceMs = clock.nowMs();
  let lastLookAtMs = awakeSinceMs;
  let alarmedSinceMs: number | null = null;

  const lookAtPulse = (nowMs: number): void => {
    if (Math.abs(nowMs - lastLookAtMs - CHECK_EVERY_MS) > SLEPT_MS) awakeSinceMs = nowMs;
    lastLookAtMs = nowMs;
    const { isExpected, lastCheckedAtMs } = deps.pulse();
    if (!isExpected) {
      awakeSinceMs = nowMs;
      alarmedSinceMs = null;
      return;
    }
    const sinceMs = Math.max(lastCheckedAtMs ?? 0, awakeSinceMs);
    const isSilent = nowMs - sinceMs >= deps.silentAfterMinutes() * MINUTE_MS;
    if (isSilent && alarmedSinceMs === null) {
      alarmedSinceMs = sinceMs;
      notifications.record({
        kind: 'watcher-silent',
        severity: 'alarm',
        code: 'NOTIFY_WATCHER_SILENT',
        params: { minutes: Math.floor((nowMs - sinceMs) / MINUTE_MS) },
        storeId: MAIN_STORE,
        dedupeKey: `watcher-silent-${sinceMs}`,
        link: { screen: 'watch' },
      });
    } else if (!isSilent && alarmedSinceMs !== null) {
      const dedupeKey = `watcher-back-${alarmedSinceMs}`;
      alarmedSinceMs = null;
      notifications.record({
        kind: 'watcher-silent',
        severity: 'info',
        code: 'NOTIFY_WATCHER_BACK',
        storeId: MAIN_STORE,
        dedupeKey,
        link: { screen: 'watch' },
      });
    }
  };
  const lookAtBudget = (nowMs: number): void => {
    const { usedToday, perDay } = deps.budget();
    if (usedToday < perDay) return;
    notifications.record({
      kind: 'quota-stop',
      severity: 'alarm',
      code: 'NOTIFY_DAY_USED_UP',
      params: { perDay },
      storeId: MAIN_STORE,
      dedupeKey: `domeggook-day-${koreanDate(nowMs)}`,
      link: { screen: 'home' },
    });
  };
  const look = (): void => {
    const nowMs = clock.nowMs();
    try {
      lookAtPulse(nowMs);
      lookAtBudget(nowMs);
    } catch (fault) {
      logger.warn({ err: fault }, 'the watcher could not be watched');
    }
    plan();
  };
  const plan = (): void => {
    clock.sleep(CHECK_EVERY_MS, stopping.signal).then(look, () => {
      // Stopping ends the timer.
    });
  };
  plan();
  return () => stopping.abort(new Error('silence is watched no more'));
}
