import {
  allowanceAt,
  type BucketState,
  indexOf,
  rollWindows,
  tokensAt,
  windowAt,
} from './bucket-state';

/** How long a call may take from us to the gateway, and how its clock stands to the backend's. */
export interface GatewayTiming {
  /** Gateway clock minus backend clock; null while unknown. */
  readonly offsetMs: number | null;
  /** How far the true offset may be from that, either way. */
  readonly offsetSlackMs: number;
  readonly latencyMinMs: number;
  readonly latencyMaxMs: number;
  /** Kept free at both ends of a gateway second, beyond the measured jitter. */
  readonly windowGuardMs: number;
  /** Kept free after a sliding second, beyond the measured jitter. */
  readonly slideGuardMs: number;
}

/** One process's question: what may be sent now, and when to come back for the rest? */
export interface PlanRequest {
  readonly nowMs: number;
  readonly process: string;
  /** Waiting calls per class, most urgent first. */
  readonly wants: readonly number[];
  readonly timing: GatewayTiming;
  /** A grant may lie this far ahead, so that asking early costs nothing. */
  readonly horizonMs: number;
  /** No burst, never more than the rate in any sliding second. */
  readonly isStrict: boolean;
  /** The process comes back as soon as it is served: keep its turn. */
  readonly isReturning: boolean;
}

/** A process that was due is waited for this long before its turn goes to others. */
export const DUE_GRACE_MS = 150;
const SECOND_MS = 1000;
/** Above this rate nothing is spread over the second: it is fine-grained enough. */
const PACED_RATE_MAX = 64;
/** Usable part of a gateway second below which windows are not worth aiming at. */
const WINDOW_SPAN_MIN_MS = 150;
const PACE_MARGIN_MS = 40;
/** Idle this long, a burst cannot meet borrowed seconds even when the gateway's clock is unknown. */
const BLIND_IDLE_MS = 3000;
/** Batch calls keep this part of an even distance, so that small delays do not add up. */
const PACE_SHARE = 0.9;
/** A burst of unknown phase may have borrowed from either of the two seconds that follow. */
const BLIND_PAY_BACK_MS = 2000;
/** A permit of the sliding second that is used later than this would come too near to the next. */
const SLIDE_LATE_MS = 30;
/** What may go now, as seen by one class. */
export interface Opening {
  /** Calls of plain work. */
  readonly plain: number;
  /** Calls of interactive work, the burst included. */
  readonly interactive: number;
  /** Calls of batch work, spread over the second. */
  readonly paced: number;
  readonly sendAtMs: number;
  readonly sendByMs: number;
  /** How much later batch work goes, when nothing else does. */
  readonly paceDelayMs: number;
  /** Rest that a burst costs where the seconds it fell into are unknown; 0 where they are counted. */
  readonly paysBackMs: number;
  /** Start of the `index`-th free place from now on, for work that has to come back. */
  dueMs(index: number, isPaced: boolean): number;
}

/** What may go now, and when the next places open; changes nothing but the remembered seconds. */
export function openingAt(state: BucketState, request: PlanRequest): Opening {
  const { timing, nowMs } = request;
  const isStrict =
    request.isStrict ||
    state.strictUntilMs > nowMs ||
    (state.hasSeenRemaining && !state.hasSeenCredit);
  const spanMs = SECOND_MS - (timing.latencyMaxMs - timing.latencyMinMs) - 2 * timing.windowGuardMs;
  if (isStrict || timing.offsetMs === null || spanMs < WINDOW_SPAN_MIN_MS) {
    return slidingOpening(state, request, isStrict);
  }
  return windowOpening(state, request, timing.offsetMs, spanMs);
}

/** Inside the gateway's own seconds: as many calls as its rate in each, away from the edges. */
function windowOpening(
  state: BucketState,
  request: PlanRequest,
  offsetMs: number,
  spanMs: number,
): Opening {
  const { nowMs, timing } = request;
  const rate = state.ratePerSecond;
  const startMs = Math.max(nowMs, state.pausedUntilMs);
  const window = windowAt(offsetMs, startMs + timing.latencyMaxMs + timing.windowGuardMs);
  rollWindows(state, window);
  const firstMs = (of: number): number =>
    of * SECOND_MS - offsetMs - timing.latencyMinMs + timing.windowGuardMs;
  const sendAtMs = Math.max(startMs, firstMs(window));
  const index = indexOf(state, window);
  const used = state.used[index] ?? 0;
  const { allowed, canBorrow } = allowanceAt(state, index);
  const isCrowded = state.crowdedUntilMs > nowMs && state.burst >= CROWD_BURST_MIN;
  // A full token bucket is wasted allowance, an empty one a refusal: the middle serves both.
  const reserve = isCrowded ? (state.leaning > 0 ? CROWDED_TOKENS : 1) : 0;
  const tokensThen = tokensAt(state, sendAtMs + timing.latencyMinMs) + TOKEN_SLACK;
  const tokensLeft = Math.floor(tokensThen);
  const tokens = Math.floor(tokensThen - reserve);
  // After a borrowed second nothing may be borrowed again: one more foreign call would refuse ours.
  const margin = reserve > 0 && state.leaning <= 0 && !canBorrow ? 1 : 0;
  const plain = Math.min(allowed - used - margin, tokens);
  const stepMs =
    rate > PACED_RATE_MAX
      ? 0
      : Math.min(
          PACE_SHARE * SECOND_MS,
          rate > 1 ? ((spanMs - PACE_MARGIN_MS) * rate) / (rate - 1) : SECOND_MS,
        ) / rate;
  const openedPlaces =
    stepMs === 0
      ? plain
      : Math.min(rate, Math.floor((sendAtMs + request.horizonMs - firstMs(window)) / stepMs) + 1) -
        used -
        (rate - allowed);
  const dueMs = (place: number, paced: boolean): number => {
    const pace = (at: number): number => (paced ? at * stepMs : 0);
    let left = place;
    const tokenDelayMs = tokens >= 1 ? 0 : ((1 - tokens) * SECOND_MS) / Math.max(rate, MIN_RATE);
    const freeNow = Math.max(0, plain);
    if (left < freeNow) {
      return Math.max(startMs, firstMs(window) + pace(used + rate - allowed + left));
    }
    left -= freeNow;
    const next = index + 1 < state.used.length ? allowanceAt(state, index + 1) : null;
    const nextFree = Math.max(0, (next?.allowed ?? rate) - (state.used[index + 1] ?? 0));
    if (left < nextFree) {
      return Math.max(startMs + tokenDelayMs, firstMs(window + 1) + pace(rate - nextFree + left));
    }
    left -= nextFree;
    const ahead = 2 + Math.floor(left / rate);
    return Math.max(startMs + tokenDelayMs, firstMs(window + ahead) + pace(left % rate));
  };
  const base = {
    plain,
    paced: Math.min(plain, openedPlaces),
    paysBackMs: 0,
    paceDelayMs: 0,
    dueMs,
  };
  const isEdge = firstMs(window) > nowMs + Math.min(EDGE_WAIT_MS, request.horizonMs);
  if (isEdge && state.pausedUntilMs <= nowMs) {
    // Between two seconds nothing plain is sent; a burst may straddle the edge, counted in both.
    const before = Math.max(0, index - 1);
    const fromBefore = allowanceAt(state, before);
    const usedMost = Math.max(used, state.used[before] ?? 0);
    const tokensNow = Math.floor(tokensAt(state, nowMs + timing.latencyMinMs) + TOKEN_SLACK);
    const burst = fromBefore.canBorrow
      ? Math.min(fromBefore.allowed + rate - usedMost, state.burst - usedMost, tokensNow)
      : 0;
    if (burst > 0 && hasInteractive(request.wants)) {
      return {
        ...base,
        plain: 0,
        paced: 0,
        interactive: burst,
        sendAtMs: nowMs,
        sendByMs: nowMs + DUE_GRACE_MS,
      };
    }
  }
  return {
    ...base,
    interactive: canBorrow
      ? Math.min(allowed - used + Math.max(0, state.burst - rate), tokensLeft)
      : plain,
    sendAtMs,
    sendByMs: (window + 1) * SECOND_MS - offsetMs - timing.latencyMaxMs - timing.windowGuardMs,
  };
}

/** A person's calls wait for the next second to begin only when it is this near. */
const EDGE_WAIT_MS = 20;

/** Tokens kept in a bucket that others draw from too; measured, between refusals and waste. */
const CROWDED_TOKENS = 1.4;

/** A smaller bucket has no place to keep free for others. */
const CROWD_BURST_MIN = 4;

/** Rounding of clocks must not cost a call: this part of a token is taken as a whole one. */
const TOKEN_SLACK = 1e-3;
const MIN_RATE = 1e-3;

function hasInteractive(wants: readonly number[]): boolean {
  return (wants[0] ?? 0) + (wants[2] ?? 0) + (wants[4] ?? 0) > 0;
}

/**
 * Never more than the rate in any sliding second, wherever the gateway's seconds begin and however
 * the calls jitter on the way: safe under every reading of the limit.
 */
function slidingOpening(state: BucketState, request: PlanRequest, isStrict: boolean): Opening {
  const { nowMs, timing } = request;
  const rate = state.ratePerSecond;
  const startMs = Math.max(nowMs, state.pausedUntilMs);
  const backMs = SECOND_MS + timing.slideGuardMs - timing.latencyMinMs;
  // Newest first: when the calls up to that point no longer count, so many places are free.
  const freeAt = (places: number): number => {
    let counted = 0;
    for (let at = state.sent.length - 1; at >= 0; at -= 1) {
      const entry = state.sent[at];
      if (entry === undefined) break;
      counted += entry.calls;
      if (counted > rate - places) return entry.hiMs + backMs;
    }
    return 0;
  };
  const placesAt = (atMs: number): number => {
    let counted = 0;
    for (let at = state.sent.length - 1; at >= 0; at -= 1) {
      const entry = state.sent[at];
      if (entry === undefined || entry.hiMs + backMs <= atMs) break;
      counted += entry.calls;
    }
    return Math.max(0, rate - counted);
  };
  const freeNow = placesAt(startMs);
  // A gateway without burst says little is left even when all is well.
  const tokens = isStrict
    ? rate
    : Math.floor(tokensAt(state, startMs + timing.latencyMinMs) + TOKEN_SLACK);
  // What is free now goes now; else one that is free soon may be promised.
  const places = freeNow > 0 ? freeNow : Math.min(1, placesAt(startMs + request.horizonMs));
  const plain = Math.min(places, Math.max(0, tokens));
  const sendAtMs = freeNow > 0 ? startMs : Math.max(startMs, freeAt(1));
  const stepMs = rate > PACED_RATE_MAX ? 0 : SECOND_MS / rate;
  const newest = state.sent[state.sent.length - 1];
  const pacedMs = state.lastSendMs + stepMs * PACE_SHARE;
  const paced =
    stepMs === 0 ? plain : pacedMs <= nowMs + request.horizonMs ? Math.min(plain, 1) : 0;
  const isIdle = newest === undefined || newest.hiMs + BLIND_IDLE_MS <= startMs;
  const interactive =
    !isStrict && isIdle && state.pausedUntilMs <= nowMs ? Math.min(state.burst, tokens) : plain;
  return {
    plain,
    interactive,
    paced,
    paysBackMs: BLIND_PAY_BACK_MS,
    sendAtMs,
    paceDelayMs: stepMs === 0 ? 0 : Math.max(0, pacedMs - sendAtMs),
    sendByMs: sendAtMs + SLIDE_LATE_MS,
    dueMs: (place, isPacedWork) => {
      const tokenDelayMs = tokens >= 1 ? 0 : ((1 - tokens) * SECOND_MS) / Math.max(rate, MIN_RATE);
      return foreseeSlide(state, {
        startMs: startMs + tokenDelayMs,
        backMs,
        // Half of the calls come sooner than this; the horizon covers those that do not.
        onTheWayMs: (timing.latencyMinMs + timing.latencyMaxMs) / 2,
        stepMs: isPacedWork ? stepMs * PACE_SHARE : 0,
        firstPaceMs: isPacedWork ? pacedMs : 0,
        place,
      });
    },
  };
}

interface SlideForesight {
  readonly startMs: number;
  /** From a call's arrival to the moment at which the next but `rate` may be sent. */
  readonly backMs: number;
  readonly onTheWayMs: number;
  readonly stepMs: number;
  readonly firstPaceMs: number;
  readonly place: number;
}

/** When the call at `place` (0 for the next) can go, supposing that all before it go as soon as they can. */
function foreseeSlide(state: BucketState, foresight: SlideForesight): number {
  const rate = state.ratePerSecond;
  const { startMs, backMs, onTheWayMs, stepMs } = foresight;
  const rounds = Math.floor(foresight.place / rate);
  const steps = rounds > FORESEEN_ROUNDS ? foresight.place % rate : foresight.place;
  const aheadMs = rounds > FORESEEN_ROUNDS ? rounds * SECOND_MS : 0;
  if (rate > PACED_RATE_MAX) {
    // Places are so close together that the first free moment is near enough.
    const soonestMs = Math.max(startMs, foresight.firstPaceMs);
    return Math.max(soonestMs, fullUntilMs(state.sent, rate) + backMs) + aheadMs;
  }
  const arrivals = state.sent.map(({ hiMs, calls }) => ({ hiMs, calls }));
  let atMs = startMs;
  let paceMs = foresight.firstPaceMs;
  for (let step = 0; step <= steps; step += 1) {
    atMs = Math.max(startMs, paceMs, fullUntilMs(arrivals, rate) + backMs);
    arrivals.push({ hiMs: atMs + onTheWayMs, calls: 1 });
    paceMs = atMs + stepMs;
  }
  return atMs + aheadMs;
}

/** Arrival of the call whose second has to be over before another one of the rate fits in. */
function fullUntilMs(
  arrivals: readonly { readonly hiMs: number; readonly calls: number }[],
  rate: number,
): number {
  let counted = 0;
  for (let at = arrivals.length - 1; at >= 0; at -= 1) {
    const entry = arrivals[at];
    if (entry === undefined) break;
    counted += entry.calls;
    if (counted >= rate) return entry.hiMs;
  }
  return Number.NEGATIVE_INFINITY;
}

/** Beyond so many seconds of waiting the exact place does not matter yet. */
const FORESEEN_ROUNDS = 8;
