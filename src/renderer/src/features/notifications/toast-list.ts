import type { NotificationLine } from '@shared/domain/notification';

/** How long what is no alarm stays. */
export const TOAST_SHOWN_MS = 8_000;
/** More than this at once is read in the centre. */
export const TOASTS_AT_ONCE = 3;

export interface Toast {
  readonly line: NotificationLine;
  /** On the page's own clock, in ms. */
  readonly shownAtMs: number;
}

/** `shown` with what is `added` in front; alarms keep their place before newer lines of less weight. */
export function withAdded(
  shown: readonly Toast[],
  added: readonly NotificationLine[],
  shownAtMs: number,
): readonly Toast[] {
  const isNew = new Set(added.map(({ lineKey }) => lineKey));
  const all = [
    ...added.map((line) => ({ line, shownAtMs })),
    ...shown.filter(({ line }) => !isNew.has(line.lineKey)),
  ];
  const alarms = all.filter(isAlarm).slice(0, TOASTS_AT_ONCE);
  const others = all.filter((toast) => !isAlarm(toast)).slice(0, TOASTS_AT_ONCE - alarms.length);
  const kept = new Set([...alarms, ...others]);
  return all.filter((toast) => kept.has(toast));
}

/** What is still shown at `nowMs`; an alarm stays until it is closed. */
export function stillShown(shown: readonly Toast[], nowMs: number): readonly Toast[] {
  return shown.filter((toast) => isAlarm(toast) || toast.shownAtMs + TOAST_SHOWN_MS > nowMs);
}

/** When the next one goes by itself; null when none does. */
export function nextEndMs(shown: readonly Toast[]): number | null {
  const passing = shown.filter((toast) => !isAlarm(toast));
  if (passing.length === 0) return null;
  return Math.min(...passing.map(({ shownAtMs }) => shownAtMs)) + TOAST_SHOWN_MS;
}

/** As if those that pass had just come: while a hand or the focus is on them, their time stands still. */
export function begunAnew(shown: readonly Toast[], nowMs: number): readonly Toast[] {
  return shown.map((toast) => ({ ...toast, shownAtMs: nowMs }));
}

function isAlarm({ line }: Toast): boolean {
  return line.severity === 'alarm';
}
