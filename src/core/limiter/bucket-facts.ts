import {
  allowanceAt,
  type BucketState,
  indexOf,
  rollWindows,
  tokensAt,
  windowAt,
} from './bucket-state';

/** What one answer of the gateway told, in the backend's time. Absent where the answer said nothing. */
export interface GatewayFact {
  readonly ratePerSecond: number | null;
  readonly burst: number | null;
  /** Calls left after this one. */
  readonly remaining: number | null;
  /** When the gateway counted the call. */
  readonly arrivedAtMs: number | null;
  /** When the answer came. Facts are told with the next question, so an older one may come last. */
  readonly heardAtMs: number;
  readonly outcome: 'passed' | 'refused';
  /** Uniform in [0, 1): spreads the pause of several processes. */
  readonly chance: number;
}

/** Documented advice (naver-commerce-api.md 2.6, 2026-09): 1 s, then doubling up to 30 s. */
const PAUSE_FIRST_MS = 1000;
const PAUSE_MAX_MS = 30_000;
const PAUSE_SPREAD = 0.25;
/** How long a bucket stays without burst after a refusal that nothing explains. */
const STRICT_FOR_MS = 600_000;
/** How long after a sign of foreign calls places are kept free for them. */
const CROWDED_FOR_MS = 40_000;
const SECOND_MS = 1000;
/** Calls the gateway counted by both readings before somebody else is presumed. */
const FOREIGN_FROM_CALLS = 1;

/** Takes what an answer told into account. Order of facts does not matter much; repeating one does no harm. */
export function applyFact(state: BucketState, fact: GatewayFact, nowMs: number): void {
  // An answer from before the rate changed says nothing about what is allowed now.
  const isOutdated = fact.heardAtMs < state.rateSinceMs;
  if (!isOutdated) noteRate(state, fact);
  if (fact.arrivedAtMs !== null) noteArrival(state, fact.arrivedAtMs);
  if (fact.outcome === 'refused') {
    refuse(state, fact, nowMs);
    return;
  }
  if (nowMs >= state.pausedUntilMs) state.refusals = 0;
  if (fact.remaining !== null && !isOutdated) {
    state.hasSeenRemaining = true;
    if (fact.remaining >= state.ratePerSecond) state.hasSeenCredit = true;
    if (fact.arrivedAtMs !== null) noteRemaining(state, fact.remaining, fact.arrivedAtMs, nowMs);
  }
}

function noteRate(state: BucketState, fact: GatewayFact): void {
  const rate = fact.ratePerSecond ?? state.ratePerSecond;
  const burst = Math.max(fact.burst ?? state.burst, rate);
  if (rate === state.ratePerSecond && burst === state.burst) return;
  state.ratePerSecond = rate;
  state.burst = burst;
  state.rateSinceMs = fact.heardAtMs;
  state.tokens = Math.min(state.tokens, burst);
}

/** The span of the nearest call not yet accounted for shrinks to the moment at which it was counted. */
function noteArrival(state: BucketState, arrivedAtMs: number): void {
  let nearest = -1;
  let nearestMs = ARRIVAL_OFF_MAX_MS;
  for (let at = 0; at < state.sent.length; at += 1) {
    const entry = state.sent[at];
    if (entry === undefined || entry.calls !== 1 || entry.loMs === entry.hiMs) continue;
    const offMs = Math.max(0, entry.loMs - arrivedAtMs, arrivedAtMs - entry.hiMs);
    if (offMs < nearestMs) {
      nearest = at;
      nearestMs = offMs;
    }
  }
  if (nearest < 0) return;
  state.sent[nearest] = { loMs: arrivedAtMs, hiMs: arrivedAtMs, calls: 1 };
  state.sent.sort((one, other) => one.hiMs - other.hiMs);
}

/** Further away than this, an arrival belongs to no call we know of. */
const ARRIVAL_OFF_MAX_MS = 400;

function refuse(state: BucketState, fact: GatewayFact, nowMs: number): void {
  state.refusedTotal += 1;
  const isExplained = state.hasSeenCredit;
  if (!isExplained) state.strictUntilMs = nowMs + STRICT_FOR_MS;
  else state.crowdedUntilMs = nowMs + CROWDED_FOR_MS;
  state.tokens = Math.min(tokensAt(state, Math.max(nowMs, state.tokensAtMs)), 0);
  state.tokensAtMs = Math.max(nowMs, state.tokensAtMs);
  // Answers to calls that were under way together are one refusal, not a row of them.
  if (nowMs < state.pausedUntilMs) return;
  const pauseMs = Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS * 2 ** state.refusals);
  state.pausedUntilMs = nowMs + pauseMs * (1 + PAUSE_SPREAD * fact.chance);
  state.refusals = Math.min(state.refusals + 1, REFUSALS_COUNTED);
}

const REFUSALS_COUNTED = 10;

/**
 * Corrects the readings of the limit by what the gateway says is left: calls of other programs on the
 * same key show up as less than expected. What is left also tells which reading the gateway follows,
 * and only that one is corrected once it is known.
 */
function noteRemaining(
  state: BucketState,
  remaining: number,
  arrivedAtMs: number,
  nowMs: number,
): void {
  // Calls that may have been counted after this one are not in `remaining` yet: they are taken off in
  // their order, the bucket filling up in between.
  let later = 0;
  let tokensLeft = remaining;
  let atMs = arrivedAtMs;
  const fillUntil = (untilMs: number): void => {
    const refilled = ((untilMs - atMs) * state.ratePerSecond) / SECOND_MS;
    tokensLeft = Math.min(state.burst, tokensLeft + refilled);
    atMs = untilMs;
  };
  for (const entry of state.sent) {
    if (entry.hiMs <= arrivedAtMs) continue;
    fillUntil(entry.hiMs);
    tokensLeft -= entry.calls;
    later += entry.calls;
  }
  fillUntil(state.tokensAtMs);
  const missingTokens = state.tokens - tokensLeft;

  const leftBySeconds = leftWhenBorrowing(state, arrivedAtMs);
  lean(state, remaining, arrivedAtMs, leftBySeconds, missingTokens);
  // Less than expected counts under every reading but borrowing; more, once a token bucket is sure and
  // nobody else draws from it.
  const isAlone = nowMs >= state.crowdedUntilMs;
  const isMore = missingTokens < 0 && state.leaning >= LEANING_SURE && isAlone;
  if (isMore || (missingTokens > 0 && state.leaning >= -LEANING_SURE)) state.tokens = tokensLeft;
  if (state.leaning > 0 && missingTokens >= FOREIGN_FROM_CALLS && later === 0) {
    noteForeign(state, nowMs);
  }
  if (state.leaning > 0 || state.offsetMs === null) return;

  const window = windowAt(state.offsetMs, arrivedAtMs);
  rollWindows(state, window);
  const index = indexOf(state, window);
  if (window !== state.baseWindow + index) return;
  const { allowed, canBorrow } = allowanceAt(state, index);
  const limit = allowed + (canBorrow ? state.burst - state.ratePerSecond : 0);
  let laterInWindow = 0;
  for (const entry of state.sent) {
    if (entry.hiMs > arrivedAtMs && windowAt(state.offsetMs, entry.hiMs) === window) {
      laterInWindow += entry.calls;
    }
  }
  const counted = limit - remaining + laterInWindow;
  if (counted > (state.used[index] ?? 0)) state.used[index] = counted;
  const isMissing = state.leaning < 0 || missingTokens >= FOREIGN_FROM_CALLS;
  if (leftBySeconds !== null && remaining < leftBySeconds && isMissing) {
    noteForeign(state, nowMs);
  }
}

/** One sign may be a misjudged moment; two soon after each other are somebody else. */
function noteForeign(state: BucketState, nowMs: number): void {
  if (nowMs - state.foreignSignAtMs < FOREIGN_AGAIN_MS) {
    state.crowdedUntilMs = nowMs + CROWDED_FOR_MS;
  }
  state.foreignSignAtMs = nowMs;
}

const FOREIGN_AGAIN_MS = 20_000;

/**
 * Weighs the two readings. Borrowing never leaves more than `leftBySeconds`; a token bucket never
 * rises faster than its rate. Either is proof; what one reading explains without other callers and
 * the other does not is a sign.
 */
function lean(
  state: BucketState,
  remaining: number,
  arrivedAtMs: number,
  leftBySeconds: number | null,
  missingTokens: number,
): void {
  const sinceMs = arrivedAtMs - state.lastRemainingAtMs;
  const risen = remaining - state.lastRemaining;
  if (leftBySeconds !== null) {
    if (remaining > leftBySeconds) state.leaning = LEANING_MAX;
    else if (sinceMs > 0 && risen >= (sinceMs * state.ratePerSecond) / SECOND_MS + RISE_SLACK) {
      state.leaning = -LEANING_MAX;
    } else if (remaining === leftBySeconds && missingTokens >= 1) {
      state.leaning = Math.max(-LEANING_MAX, state.leaning - 1);
    } else if (remaining < leftBySeconds && missingTokens < 1 && state.leaning > -LEANING_SURE) {
      state.leaning = Math.max(state.leaning, Math.min(LEANING_SURE, state.leaning + 1));
    }
  }
  if (sinceMs > 0) {
    state.lastRemaining = remaining;
    state.lastRemainingAtMs = arrivedAtMs;
  }
}

/** Part of a call by which clocks may make a bucket seem to rise faster than it does. */
const RISE_SLACK = 0.02;

/** One sign that borrowing cannot explain outweighs this many that it can. */
const LEANING_MAX = 8;
const LEANING_SURE = 3;

/**
 * What model B would say is left after the call that arrived then, if nobody else called. Null when
 * that is not certain: calls under way, or too little remembered.
 */
function leftWhenBorrowing(state: BucketState, arrivedAtMs: number): number | null {
  const { offsetMs, ratePerSecond: rate } = state;
  if (offsetMs === null || rate > MODEL_RATE_MAX) return null;
  const window = windowAt(offsetMs, arrivedAtMs);
  const used = [0, 0, 0];
  for (const { loMs, hiMs, calls } of state.sent) {
    const index = windowAt(offsetMs, hiMs) - window + 2;
    if (index < 0 || hiMs > arrivedAtMs) {
      if (loMs <= arrivedAtMs && hiMs > arrivedAtMs) return null;
      continue;
    }
    if (loMs !== hiMs) return null;
    used[index] = (used[index] ?? 0) + calls;
  }
  let borrowed = 0;
  for (const before of [used[0] ?? 0, used[1] ?? 0]) {
    borrowed = Math.max(0, before - Math.max(0, rate - borrowed));
  }
  const limit = Math.max(0, rate - borrowed) + (borrowed === 0 ? state.burst - rate : 0);
  return limit - (used[2] ?? 0);
}

const MODEL_RATE_MAX = 64;
