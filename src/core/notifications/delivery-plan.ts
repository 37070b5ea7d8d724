import { koreanMinuteOfDay, nextKoreanMinuteMs } from '@shared/domain/korea-time';
import { NEVER_QUIET_KINDS, type Notification } from '@shared/domain/notification';
import type { NotificationSettings } from '@shared/domain/settings';
import type { OutletName } from './port';

type QuietSettings = Pick<NotificationSettings, 'isQuietOn' | 'quietFromMinute' | 'quietToMinute'>;

/** What an outlet did lately. */
export interface OutletMemory {
  readonly lastSentAtMs: number | null;
  /** Nothing is tried before, after a failed try. */
  readonly retryAtMs: number;
}

/** How an outlet is fed. */
export interface OutletPace {
  /** What belongs together arrives within this time of each other. */
  readonly gatherMs: number;
  /** Between two deliveries; alarms do not wait for it. */
  readonly spacingMs: number;
}

const OUTLET_PACES: Readonly<Record<OutletName, OutletPace>> = {
  os: { gatherMs: 2_000, spacingMs: 20_000 },
  webhook: { gatherMs: 5_000, spacingMs: 30_000 },
  // The digest's time of day spaces it.
  email: { gatherMs: 0, spacingMs: 0 },
};

/** The end of the quiet hours that `atMs` lies in, Korean time; null outside of them. */
export function quietEndMs(atMs: number, settings: QuietSettings): number | null {
  const { isQuietOn, quietFromMinute: from, quietToMinute: to } = settings;
  if (!isQuietOn || from === to) return null;
  const minute = koreanMinuteOfDay(atMs);
  const isInside = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  return isInside ? nextKoreanMinuteMs(atMs, to) : null;
}

/**
 * Which of `waiting` go out now, and when to look again (null: when something new comes). Stock is
 * never held by quiet hours; an alarm does not wait for the spacing.
 */
export function computeDelivery(input: {
  readonly outlet: OutletName;
  readonly waiting: readonly Notification[];
  readonly settings: QuietSettings & Pick<NotificationSettings, 'emailAtMinute'>;
  readonly memory: OutletMemory;
  readonly nowMs: number;
}): { readonly due: readonly Notification[]; readonly wakeAtMs: number | null } {
  const { outlet, waiting, settings, memory, nowMs } = input;
  const pace = OUTLET_PACES[outlet];
  const quietUntilMs = quietEndMs(nowMs, settings);
  const spacedAtMs = memory.lastSentAtMs === null ? 0 : memory.lastSentAtMs + pace.spacingMs;
  const readyAtMs = (notification: Notification): number => {
    // A moment in the future comes from a clock that was wrong.
    const createdAtMs = Math.min(notification.createdAtMs, nowMs);
    const isHeld = quietUntilMs !== null && !NEVER_QUIET_KINDS.has(notification.kind);
    return Math.max(
      outlet === 'email'
        ? nextKoreanMinuteMs(createdAtMs, settings.emailAtMinute)
        : createdAtMs + pace.gatherMs,
      notification.severity === 'alarm' ? 0 : Math.min(spacedAtMs, nowMs + pace.spacingMs),
      memory.retryAtMs,
      isHeld ? quietUntilMs : 0,
    );
  };
  const moments = waiting.map((notification) => ({ notification, atMs: readyAtMs(notification) }));
  const later = moments.filter(({ atMs }) => atMs > nowMs).map(({ atMs }) => atMs);
  return {
    due: moments.filter(({ atMs }) => atMs <= nowMs).map(({ notification }) => notification),
    wakeAtMs: later.length === 0 ? null : Math.min(...later),
  };
}
