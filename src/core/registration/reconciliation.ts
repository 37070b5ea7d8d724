/**
 * How long after a create call whose answer was lost a product may still appear in the search
 * (naver-commerce-api.md 6.2, "a short delay", without a figure; 2026-09). Before this has passed,
 * "not found" proves nothing.
 */
export const DEFAULT_SETTLE_MS = 60_000;

/** Pauses between look-ups; the last one repeats. Short first, since most products appear at once. */
const LOOK_UP_PAUSES_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** The least number of look-ups that must have found nothing before a call counts as not happened. */
const MIN_LOOK_UPS = 2;

/** What an unsettled create call needs now, after another look-up found nothing. */
export type ReconciliationStep =
  | { readonly kind: 'look-again'; readonly atMs: number }
  | { readonly kind: 'absent' };

/**
 * Decides after `lookUps` fruitless look-ups (this one included) whether the call of `writtenAtMs`
 * certainly created nothing. A wall clock that was set back makes us wait longer, never shorter;
 * `lookUps` keeps one that jumped ahead from ending the wait at the first look.
 */
export function planReconciliation(
  writtenAtMs: number,
  lookUps: number,
  nowMs: number,
  settleMs: number = DEFAULT_SETTLE_MS,
): ReconciliationStep {
  const pauseMs = lookUpPauseMs(lookUps);
  const ageMs = nowMs - writtenAtMs;
  if (ageMs >= settleMs && lookUps >= MIN_LOOK_UPS) return { kind: 'absent' };
  const untilSettledMs = Math.max(settleMs - ageMs, lookUps >= MIN_LOOK_UPS ? 0 : pauseMs);
  return { kind: 'look-again', atMs: nowMs + Math.min(pauseMs, untilSettledMs) };
}

/** Pause before the look-up that follows `lookUps` earlier ones. */
export function lookUpPauseMs(lookUps: number): number {
  return LOOK_UP_PAUSES_MS[Math.min(lookUps, LOOK_UP_PAUSES_MS.length - 1)] ?? 0;
}
