/**
 * How the gateway counts (naver-commerce-api.md 2.3, captured March 2026; which one is real is not
 * published). `A`: token bucket of capacity 2R. `B`: whole seconds, up to R borrowed from the next
 * second, never twice in a row. `S`: never more than R calls in any sliding second, no burst.
 */
export type LimitModel = 'A' | 'B' | 'S';

/** Whether a call may pass, and what the headers say is left. */
export interface RateVerdict {
  readonly isAllowed: boolean;
  /** Calls left now, burst included. */
  readonly remaining: number;
}

/** One application x API. Refused calls are not counted. */
export interface RateBucket {
  take(nowMs: number): RateVerdict;
}

const WINDOW_MS = 1000;

function createTokenBucket(ratePerSecond: number): RateBucket {
  const capacity = ratePerSecond * 2;
  let tokens = capacity;
  let filledAtMs = Number.NEGATIVE_INFINITY;
  return {
    take(nowMs) {
      const elapsedMs = Math.max(0, nowMs - filledAtMs);
      tokens = Math.min(capacity, tokens + (elapsedMs / WINDOW_MS) * ratePerSecond);
      filledAtMs = nowMs;
      const isAllowed = tokens >= 1 - 1e-9;
      if (isAllowed) tokens -= 1;
      return { isAllowed, remaining: Math.max(0, Math.floor(tokens + 1e-9)) };
    },
  };
}

function createBorrowingWindow(ratePerSecond: number): RateBucket {
  let window = Number.NEGATIVE_INFINITY;
  let used = 0;
  let borrowedBefore = 0;
  const enter = (next: number): void => {
    if (next === window) return;
    const allowance = ratePerSecond - borrowedBefore;
    borrowedBefore = next === window + 1 ? Math.max(0, used - allowance) : 0;
    window = next;
    used = 0;
  };
  return {
    take(nowMs) {
      enter(Math.floor(nowMs / WINDOW_MS));
      const allowance = ratePerSecond - borrowedBefore;
      const most = borrowedBefore === 0 ? allowance + ratePerSecond : allowance;
      const isAllowed = used < most;
      if (isAllowed) used += 1;
      return { isAllowed, remaining: most - used };
    },
  };
}

function createSlidingWindow(ratePerSecond: number): RateBucket {
  let passedAtMs: number[] = [];
  return {
    take(nowMs) {
      passedAtMs = passedAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS);
      const isAllowed = passedAtMs.length < ratePerSecond;
      if (isAllowed) passedAtMs.push(nowMs);
      return { isAllowed, remaining: ratePerSecond - passedAtMs.length };
    },
  };
}

/** A full bucket that counts by `model`. */
export function createRateBucket(model: LimitModel, ratePerSecond: number): RateBucket {
  if (model === 'A') return createTokenBucket(ratePerSecond);
  return model === 'B' ? createBorrowingWindow(ratePerSecond) : createSlidingWindow(ratePerSecond);
}
