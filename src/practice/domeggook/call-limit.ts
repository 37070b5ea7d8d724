/** Limits of domeggook-openapi.md 1.6; the length of the block is from third-party notes. */
const PER_MINUTE = 180;
const PER_DAY = 15_000;
const MINUTE_MS = 60_000;

/** The allowance of one key. */
export interface CallLimit {
  /** False = 429. A refused call is not counted. */
  take(nowMs: number, koreanDay: number): boolean;
  /** Calls of the day, for the status page of tests. */
  usedToday(): number;
  setUsedToday(calls: number): void;
}

/** 180 calls in any minute, then silence for `blockMs`; 15,000 a day, back at 00:00 in Korea. */
export function createCallLimit(blockMs: number): CallLimit {
  let recentAtMs: number[] = [];
  let blockedUntilMs = 0;
  let day = 0;
  let used = 0;
  return {
    usedToday: () => used,
    setUsedToday(calls) {
      used = calls;
    },
    take(nowMs, koreanDay) {
      if (koreanDay !== day) {
        if (day !== 0) used = 0;
        day = koreanDay;
      }
      if (nowMs < blockedUntilMs || used >= PER_DAY) return false;
      recentAtMs = recentAtMs.filter((atMs) => nowMs - atMs < MINUTE_MS);
      if (recentAtMs.length >= PER_MINUTE) {
        blockedUntilMs = nowMs + blockMs;
        return false;
      }
      recentAtMs.push(nowMs);
      used += 1;
      return true;
    },
  };
}
