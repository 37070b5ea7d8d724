/** Korea has one zone and no summer time. */
export const KOREA_OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Epoch ms of the last 00:00 in Korea. */
export function koreanDayStartMs(atMs: number): number {
  return Math.floor((atMs + KOREA_OFFSET_MS) / DAY_MS) * DAY_MS - KOREA_OFFSET_MS;
}

/** Minutes since 00:00 in Korea, 0 to 1439. */
export function koreanMinuteOfDay(atMs: number): number {
  return Math.floor((atMs - koreanDayStartMs(atMs)) / MINUTE_MS);
}

/** The next moment after `atMs` at which it is `minuteOfDay` in Korea. */
export function nextKoreanMinuteMs(atMs: number, minuteOfDay: number): number {
  const today = koreanDayStartMs(atMs) + minuteOfDay * MINUTE_MS;
  return today > atMs ? today : today + DAY_MS;
}

/** `2026-11-23` in Korea. */
export function koreanDate(atMs: number): string {
  return new Date(atMs + KOREA_OFFSET_MS).toISOString().slice(0, 10);
}
