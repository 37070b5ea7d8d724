/** How the gateway reads the limit: token bucket, borrowing from the next second, or a strict sliding second. */
export type LimitModel = 'A' | 'B' | 'S';

export interface Verdict {
  readonly isPassed: boolean;
  /** What `GNCP-GW-RateLimit-Remaining` says: calls that would still pass right now. */
  readonly remaining: number;
}

/** One bucket as the gateway keeps it; `atMs` is the gateway's clock and never goes back. */
export interface LimitGate {
  take(atMs: number): Verdict;
  setRate(ratePerSecond: number): void;
}

const SECOND_MS = 1000;

/** The three readings of naver-commerce-api.md 2.3 (2026-09), burst twice the rate. */
export function createGate(model: LimitModel, ratePerSecond: number): LimitGate {
  if (model === 'A') return createTokenGate(ratePerSecond);
  if (model === 'B') return createBorrowingGate(ratePerSecond);
  return createSlidingGate(ratePerSecond);
}

function createTokenGate(initialRate: number): LimitGate {
  let rate = initialRate;
  let tokens = 2 * rate;
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    setRate: (ratePerSecond) => {
      rate = ratePerSecond;
      tokens = Math.min(tokens, 2 * rate);
    },
    take: (atMs) => {
      if (lastMs !== Number.NEGATIVE_INFINITY) {
        tokens = Math.min(2 * rate, tokens + ((atMs - lastMs) * rate) / SECOND_MS);
      }
      lastMs = atMs;
      if (tokens < 1) return { isPassed: false, remaining: 0 };
      tokens -= 1;
      return { isPassed: true, remaining: Math.floor(tokens) };
    },
  };
}

function createBorrowingGate(initialRate: number): LimitGate {
  let rate = initialRate;
  let window = Number.NEGATIVE_INFINITY;
  let used = 0;
  let borrowedBefore = 0;
  return {
    setRate: (ratePerSecond) => {
      rate = ratePerSecond;
    },
    take: (atMs) => {
      const now = Math.floor(atMs / SECOND_MS);
      if (now !== window) {
        const borrowed = Math.max(0, used - Math.max(0, rate - borrowedBefore));
        borrowedBefore = now === window + 1 ? borrowed : 0;
        window = now;
        used = 0;
      }
      const allowed = Math.max(0, rate - borrowedBefore);
      const limit = borrowedBefore === 0 ? allowed + rate : allowed;
      if (used >= limit) return { isPassed: false, remaining: 0 };
      used += 1;
      return { isPassed: true, remaining: limit - used };
    },
  };
}

function createSlidingGate(initialRate: number): LimitGate {
  let rate = initialRate;
  let passedAtMs: number[] = [];
  return {
    setRate: (ratePerSecond) => {
      rate = ratePerSecond;
    },
    take: (atMs) => {
      passedAtMs = passedAtMs.filter((at) => at > atMs - SECOND_MS);
      if (passedAtMs.length >= rate) return { isPassed: false, remaining: 0 };
      passedAtMs.push(atMs);
      return { isPassed: true, remaining: rate - passedAtMs.length };
    },
  };
}
