/**
 * What is remembered about one bucket, whichever backend keeps it. All times are milliseconds of the
 * backend's clock (the Redis server's, or the process's monotonic clock when embedded).
 * `lua/bucket.lua` holds the same fields; the two must change together.
 */
export interface BucketState {
  /** Chosen by whoever created the state: a new one means that the old state was lost. */
  readonly epoch: string;
  ratePerSecond: number;
  burst: number;
  /** When the answer came that told this rate and burst. */
  rateSinceMs: number;
  /** Gateway clock minus backend clock; null while unknown. */
  offsetMs: number | null;
  /** How far the true offset may be from that, either way, and when that was known. */
  offsetSlackMs: number;
  offsetAtMs: number;
  /** Number of the oldest gateway second in `used`. */
  baseWindow: number;
  /** What the second before `baseWindow` borrowed from it. */
  borrowedBefore: number;
  /** Calls per gateway second, `baseWindow` first. */
  readonly used: [number, number, number];
  /** Lowest possible content of a token bucket of `burst` at `tokensAtMs` (model A). */
  tokens: number;
  tokensAtMs: number;
  /** Calls of the last seconds with the span in which they reach the gateway, oldest first. */
  sent: SentCalls[];
  /** Nothing is granted before this after a refusal; 0 when the bucket runs. */
  pausedUntilMs: number;
  /** Refusals in a row. */
  refusals: number;
  /** Planned without burst until then, after a refusal that nothing explains. */
  strictUntilMs: number;
  /** A header showed calls left at all, and more left than the plain rate explains. */
  hasSeenRemaining: boolean;
  hasSeenCredit: boolean;
  /**
   * Which reading of the limit the headers speak for: above 0 a token bucket (A), below 0 borrowing
   * from the next second (B), 0 undecided.
   */
  leaning: number;
  /** What the newest answer said was left, and when that call was counted. */
  lastRemaining: number;
  lastRemainingAtMs: number;
  /** Somebody else uses the same key until then, as far as the headers tell. */
  crowdedUntilMs: number;
  /** When a header last spoke for somebody else; two such signs close together make it crowded. */
  foreignSignAtMs: number;
  /** Rises with every grant; the order in which processes were served last. */
  turn: number;
  /** One entry per process that waits. */
  demands: Demand[];
  /** Grants that went past waiting calls of each lane since it was served last. */
  readonly passedOver: [number, number, number];
  /** When the newest granted calls were to leave. */
  lastSendMs: number;
  grantedTotal: number;
  refusedTotal: number;
}

/**
 * Calls that reach the gateway somewhere between `loMs` and `hiMs`; the two meet once an answer has
 * told the arrival.
 */
export interface SentCalls {
  readonly loMs: number;
  readonly hiMs: number;
  calls: number;
}

/** Calls that a process waits to send; it was told to ask again at `dueMs`. */
export interface Demand {
  readonly process: string;
  /** One count per class, most urgent first. */
  readonly wants: readonly number[];
  readonly dueMs: number;
  readonly turn: number;
}

/** A lane times interactive or not: `lane * 2` for interactive work, `lane * 2 + 1` for the rest. */
export const CLASS_COUNT = 6;

/** Documented defaults (naver-commerce-api.md 2.2, 2026-09): 2 calls a second, burst twice that. */
export const DEFAULT_RATE_PER_SECOND = 2;
/** A bucket's burst in seconds of its rate, until a header tells it. */
export const BURST_PER_RATE = 2;

const SECOND_MS = 1000;
/** Calls closer together than this many parts of a second share an entry of `sent`. */
const SENT_PARTS_PER_SECOND = 64;
/** How long a call stays in `sent`: the sliding second, its guards, and the look back for idleness. */
const SENT_KEEP_MS = 3500;
/** At rates whose calls share entries, only the sliding second and its guards look back. */
const MERGED_KEEP_MS = 1200;

const LONG_AGO_MS = 3_600_000;

/**
 * The state of a bucket nothing is known of: full, with no calls remembered and no offset to the
 * gateway's clock.
 */
export function createBucketState(
  epoch: string,
  nowMs: number,
  ratePerSecond: number,
  burst: number,
): BucketState {
  return {
    epoch,
    ratePerSecond,
    burst,
    rateSinceMs: nowMs - LONG_AGO_MS,
    offsetMs: null,
    offsetSlackMs: 0,
    offsetAtMs: nowMs,
    baseWindow: 0,
    borrowedBefore: 0,
    used: [0, 0, 0],
    tokens: burst,
    tokensAtMs: nowMs,
    sent: [],
    pausedUntilMs: 0,
    refusals: 0,
    strictUntilMs: 0,
    hasSeenRemaining: false,
    hasSeenCredit: false,
    leaning: 0,
    lastRemaining: 0,
    lastRemainingAtMs: nowMs - LONG_AGO_MS,
    crowdedUntilMs: 0,
    foreignSignAtMs: nowMs - LONG_AGO_MS,
    turn: 0,
    demands: [],
    passedOver: [0, 0, 0],
    lastSendMs: nowMs - LONG_AGO_MS,
    grantedTotal: 0,
    refusedTotal: 0,
  };
}

/** Number of the gateway second at `atMs`. */
export function windowAt(offsetMs: number, atMs: number): number {
  return Math.floor((atMs + offsetMs) / SECOND_MS);
}

/** Moves the three remembered seconds so that `window` is the second one; never backwards. */
export function rollWindows(state: BucketState, window: number): void {
  const steps = window - 1 - state.baseWindow;
  if (steps <= 0) return;
  const { used } = state;
  if (steps > used.length) {
    state.borrowedBefore = 0;
    used.fill(0);
  } else {
    for (let step = 0; step < steps; step += 1) {
      state.borrowedBefore = Math.max(0, used[0] - allowanceAt(state, 0).allowed);
      used[0] = used[1];
      used[1] = used[2];
      used[2] = 0;
    }
  }
  state.baseWindow = window - 1;
}

/**
 * Own calls of a remembered second under model B: its rate less what the second before borrowed.
 * `canBorrow` says that the second before borrowed nothing (naver-commerce-api.md 2.3).
 */
export function allowanceAt(
  state: BucketState,
  index: number,
): { readonly allowed: number; readonly canBorrow: boolean } {
  let borrowed = state.borrowedBefore;
  let allowed = Math.max(0, state.ratePerSecond - borrowed);
  for (let before = 0; before < index; before += 1) {
    borrowed = Math.max(0, (state.used[before] ?? 0) - allowed);
    allowed = Math.max(0, state.ratePerSecond - borrowed);
  }
  return { allowed, canBorrow: borrowed === 0 };
}

/** Index in `used` of `window`, held inside the remembered range. */
export function indexOf(state: BucketState, window: number): number {
  return Math.min(state.used.length - 1, Math.max(0, window - state.baseWindow));
}

/** Lowest possible content of the token bucket at `atMs`, which must not be before `tokensAtMs`. */
export function tokensAt(state: BucketState, atMs: number): number {
  const refilled = ((atMs - state.tokensAtMs) * state.ratePerSecond) / SECOND_MS;
  return Math.min(state.burst, state.tokens + refilled);
}

/**
 * Fewest calls left that the next answers can say when nobody else uses the key: what the plain rate
 * leaves of the burst, and no more than is left of a token bucket. Less than that is news.
 */
export function expectedRemaining(state: BucketState): number {
  if (!state.hasSeenCredit) return 0;
  const least = state.burst - state.ratePerSecond;
  const isTokenBucket = state.leaning > 0;
  return isTokenBucket
    ? Math.max(0, Math.min(least, Math.floor(state.tokens - NEWS_SLACK)))
    : least;
}

/** Part of a token by which calls that are under way may find less than is known. */
const NEWS_SLACK = 0.4995;

/** Records `calls` that reach the gateway between `loMs` and `hiMs`. */
export function recordSent(state: BucketState, loMs: number, hiMs: number, calls: number): void {
  state.tokens = tokensAt(state, hiMs) - calls;
  state.tokensAtMs = hiMs;
  const last = state.sent[state.sent.length - 1];
  if (state.ratePerSecond <= SENT_PARTS_PER_SECOND) {
    // One entry per call: each arrival becomes known by itself.
    for (let call = 0; call < calls; call += 1) state.sent.push({ loMs, hiMs, calls: 1 });
  } else if (
    last !== undefined &&
    hiMs - last.loMs < SECOND_MS / SENT_PARTS_PER_SECOND + (hiMs - loMs)
  ) {
    state.sent[state.sent.length - 1] = {
      loMs: last.loMs,
      hiMs: Math.max(hiMs, last.hiMs),
      calls: last.calls + calls,
    };
  } else {
    state.sent.push({ loMs, hiMs, calls });
  }
  let stale = 0;
  const keptMs = state.ratePerSecond <= SENT_PARTS_PER_SECOND ? SENT_KEEP_MS : MERGED_KEEP_MS;
  while (stale < state.sent.length && (state.sent[stale]?.hiMs ?? 0) < loMs - keptMs) {
    stale += 1;
  }
  if (stale > 0) state.sent.splice(0, stale);
  if (state.offsetMs === null) return;
  const first = windowAt(state.offsetMs, loMs);
  const final = windowAt(state.offsetMs, hiMs);
  const firstIndex = indexOf(state, first);
  const finalIndex = indexOf(state, final);
  state.used[finalIndex] = (state.used[finalIndex] ?? 0) + calls;
  if (firstIndex !== finalIndex) state.used[firstIndex] = (state.used[firstIndex] ?? 0) + calls;
}

/**
 * Takes over what one process knows of the gateway's clock, and returns what all of them know: each
 * bounds the offset from two sides, and the tightest bounds hold. With one offset for all, what one
 * process says about an arrival means the same to the others. Bounds that contradict each other mean
 * that a clock was set: then the newest hold.
 */
export function shareOffset(
  state: BucketState,
  offsetMs: number,
  slackMs: number,
  nowMs: number,
): number {
  let lowMs = offsetMs - slackMs;
  let highMs = offsetMs + slackMs;
  if (state.offsetMs !== null) {
    const knownSlackMs = state.offsetSlackMs + (nowMs - state.offsetAtMs) * DRIFT;
    const sharedLowMs = Math.max(lowMs, state.offsetMs - knownSlackMs);
    const sharedHighMs = Math.min(highMs, state.offsetMs + knownSlackMs);
    if (sharedLowMs <= sharedHighMs + STEP_TOLERANCE_MS) {
      lowMs = sharedLowMs;
      highMs = sharedHighMs;
    }
  }
  setOffset(state, (lowMs + highMs) / 2);
  state.offsetSlackMs = Math.max(0, (highMs - lowMs) / 2);
  state.offsetAtMs = nowMs;
  return (lowMs + highMs) / 2;
}

/** Clocks of PCs drift apart by less than this share of the time. */
const DRIFT = 1e-4;
/** Bounds that just miss each other are no step. */
const STEP_TOLERANCE_MS = 3;

/**
 * Takes over an offset of the gateway's clock. A first or very different offset renumbers the
 * seconds, so the counts are built again from the calls themselves: a call that may have reached the
 * gateway in either of two seconds counts in both.
 */
function setOffset(state: BucketState, offsetMs: number): void {
  if (state.offsetMs !== null && Math.abs(state.offsetMs - offsetMs) < OFFSET_JUMP_MS) {
    state.offsetMs = offsetMs;
    return;
  }
  state.offsetMs = offsetMs;
  const newest = state.sent[state.sent.length - 1];
  state.borrowedBefore = 0;
  state.used.fill(0);
  if (newest === undefined) {
    state.baseWindow = 0;
    return;
  }
  state.baseWindow = windowAt(offsetMs, newest.hiMs) - 1;
  for (const { loMs, hiMs, calls } of state.sent) {
    const last = windowAt(offsetMs, hiMs);
    for (let window = windowAt(offsetMs, loMs); window <= last; window += 1) {
      const index = window - state.baseWindow;
      if (index >= 0 && index < state.used.length) {
        state.used[index] = (state.used[index] ?? 0) + calls;
      }
    }
  }
}

const OFFSET_JUMP_MS = 100;
