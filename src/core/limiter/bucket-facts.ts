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
const CROWDED_FOR_MS = 20_000;
const SECOND_MS = 1000;
/** Calls the gateway counted by both readings before somebody else is presumed. */
const FOREIGN_FROM_CALLS = 1;

/** Takes what an answer told into account. Order of facts does not matter much; repeating one does no harm. */
export function applyFact(state: BucketState, fact: GatewayFact, nowMs: number): void {
  if (fact.ratePerSecond !== null) state.ratePerSecond = fact.ratePerSecond;
  if (fact.burst !== null) state.burst = Math.max(fact.burst, state.ratePerSecond);
  if (fact.arrivedAtMs !== null) noteArrival(state, fact.arrivedAtMs);
  if (fact.outcome === 'refused') {
    refuse(state, fact, nowMs);
    return;
  }
  if (nowMs >= state.pausedUntilMs) state.refusals = 0;
  if (fact.remaining !== null) {
    state.hasSeenRemaining = true;
    if (fact.remaining >= state.ratePerSecond) state.hasSeenCredit = true;
    if (fact.arrivedAtMs !== null) noteRemaining(state, fact.remaining, fact.arrivedAtMs, nowMs);
  }
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
 * Corrects both readings of the limit by what the gateway says is left: calls of other programs on
 * the same key show up as less than expected.
 */
function noteRemaining(
  state: BucketState,
  remaining: number,
  arrivedAtMs: number,
  nowMs: number,
): void {
  // Calls that may have been counted after this one are not in `remaining` yet.
  let later = 0;
  for (const entry of state.sent) if (entry.hiMs > arrivedAtMs) later += entry.calls;
  const refilled = ((state.tokensAtMs - arrivedAtMs) * state.ratePerSecond) / SECOND_MS;
  const tokensLeft = Math.min(state.burst, remaining + refilled) - later;
  const missingTokens = state.tokens - tokensLeft;
  if (missingTokens > 0) state.tokens = tokensLeft;

  if (state.offsetMs === null) return;
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
  const missingCalls = counted - (state.used[index] ?? 0);
  if (missingCalls > 0) state.used[index] = counted;
  if (missingTokens >= FOREIGN_FROM_CALLS && missingCalls >= FOREIGN_FROM_CALLS) {
    state.crowdedUntilMs = nowMs + CROWDED_FOR_MS;
  }
}
