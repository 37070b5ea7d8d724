import {
  allowanceAt,
  type BucketState,
  CLASS_COUNT,
  type Demand,
  indexOf,
  recordSent,
  rollWindows,
  setOffset,
  tokensAt,
  windowAt,
} from './bucket-state';

/** How long a call may take from us to the gateway, and how its clock stands to the backend's. */
export interface GatewayTiming {
  /** Gateway clock minus backend clock; null while unknown. */
  readonly offsetMs: number | null;
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

export interface PlanReply {
  /** Calls per class that may be sent between `sendAtMs` and `sendByMs`. */
  readonly granted: readonly number[];
  readonly sendAtMs: number;
  readonly sendByMs: number;
  /** When to ask again for what was not granted, or for more. */
  readonly dueMs: number;
  /** Calls that could still go now. */
  readonly remaining: number;
}

/** A process that was due is waited for this long before its turn goes to others. */
const DUE_GRACE_MS = 150;
/** A lower lane is served once after this many grants went past it: normal, batch. */
const PASSED_OVER_LIMIT = [Number.POSITIVE_INFINITY, 4, 8] as const;
const DEMANDS_MAX = 64;
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
const DUE_RETRY_MS = 50;
/** A permit of the sliding second that is used later than this would come too near to the next. */
const SLIDE_LATE_MS = 30;
/** A span of no length marks a call whose arrival is known. */
const SPAN_MIN_MS = 1;
/** Others that are due this soon take the places that are open now. */
const DUE_SOON_MS = 40;

/** What may go now, as seen by one class. */
interface Opening {
  /** Calls of plain work. */
  readonly plain: number;
  /** Calls of interactive work, the burst included. */
  readonly interactive: number;
  /** Calls of batch work, spread over the second. */
  readonly paced: number;
  readonly sendAtMs: number;
  readonly sendByMs: number;
  /** Rest that a burst costs where the seconds it fell into are unknown; 0 where they are counted. */
  readonly paysBackMs: number;
  /** Start of the `index`-th free place from now on, for work that has to come back. */
  dueMs(index: number, isPaced: boolean): number;
}

export function planAsk(state: BucketState, asked: PlanRequest): PlanReply {
  const request = withSharedClock(state, asked);
  const { nowMs, timing } = request;
  const mine = takeDemand(state, request.process, nowMs);
  const opening = openingAt(state, request);
  const wants = [...request.wants];
  const granted = new Array<number>(CLASS_COUNT).fill(0);
  const turn = mine?.turn ?? state.turn + 0.5;

  let grantedCount = 0;
  if (opening.sendAtMs <= nowMs + request.horizonMs) {
    grantedCount = grant(state, opening, wants, granted, turn);
  }
  if (grantedCount > 0) {
    const loMs = opening.sendAtMs + timing.latencyMinMs;
    // A grant may be used late, but in nearly all cases at once: its worst arrival is planned from
    // the end of the horizon, and a later one is reported when it is seen.
    recordSent(
      state,
      loMs,
      opening.sendAtMs + Math.max(timing.latencyMaxMs, timing.latencyMinMs + SPAN_MIN_MS),
      grantedCount,
    );
    if (opening.paysBackMs > 0 && grantedCount > opening.plain) {
      state.pausedUntilMs = opening.sendAtMs + timing.latencyMaxMs + opening.paysBackMs;
    }
    state.grantedTotal += grantedCount;
    state.turn += 1;
    state.lastSendMs = opening.sendAtMs;
  }
  const left = wants.findIndex((count) => count > 0);
  const returning = left >= 0 ? left : request.isReturning ? lastGranted(granted) : -1;
  const askTurn = grantedCount > 0 ? state.turn : turn;
  const after = grantedCount > 0 ? openingAt(state, request) : opening;
  const nextClass = returning >= 0 ? returning : Math.max(lastGranted(granted), 0);
  let dueMs = firstUnclaimed(state, after, nextClass);
  // Denied what seems free: others who were promised it are waited for.
  const soonestMs = nowMs + (grantedCount > 0 ? 0 : request.horizonMs);
  if (left >= 0 && dueMs <= soonestMs) dueMs = soonestMs + DUE_RETRY_MS;
  if (returning >= 0) {
    const kept = left >= 0 ? wants : wants.map((_, index) => (index === returning ? 1 : 0));
    state.demands.push({ process: request.process, wants: kept, dueMs, turn: askTurn });
  }
  return {
    granted,
    sendAtMs: opening.sendAtMs,
    sendByMs: opening.sendByMs,
    dueMs,
    remaining: Math.max(0, after.plain),
  };
}

/** What could be granted right now without burst, changing nothing. */
export function planRemaining(state: BucketState, asked: PlanRequest): number {
  const request = withSharedClock(state, asked);
  const opening = openingAt(state, request);
  return opening.sendAtMs <= request.nowMs + request.horizonMs ? Math.max(0, opening.plain) : 0;
}

/** A process that has not learned the gateway's clock yet uses what the others know, with more care. */
function withSharedClock(state: BucketState, request: PlanRequest): PlanRequest {
  const { timing } = request;
  if (timing.offsetMs !== null) {
    setOffset(state, timing.offsetMs);
    return request;
  }
  if (state.offsetMs === null) return request;
  return {
    ...request,
    timing: { ...timing, offsetMs: state.offsetMs, windowGuardMs: UNSURE_GUARD_MS },
  };
}

const UNSURE_GUARD_MS = 160;

function isPaced(callClass: number): boolean {
  return callClass === CLASS_COUNT - 1;
}

function isInteractive(callClass: number): boolean {
  return callClass % 2 === 0;
}

function laneOf(callClass: number): 0 | 1 | 2 {
  return callClass < 2 ? 0 : callClass < 4 ? 1 : 2;
}

function lastGranted(granted: readonly number[]): number {
  return granted.findLastIndex((count) => count > 0);
}

/** The process waits for nothing any more. */
export function forgetDemand(state: BucketState, process: string): void {
  state.demands = state.demands.filter((demand) => demand.process !== process);
}

/** Removes and returns the process's own demand, and drops those whose process did not come back. */
function takeDemand(state: BucketState, process: string, nowMs: number): Demand | null {
  if (state.demands.length === 0) return null;
  let mine: Demand | null = null;
  state.demands = state.demands.filter((demand) => {
    if (demand.process === process) {
      mine = demand;
      return false;
    }
    return demand.dueMs + DUE_GRACE_MS >= nowMs;
  });
  if (state.demands.length >= DEMANDS_MAX) state.demands.shift();
  return mine;
}

/** The lane that was passed over for too long and goes first once; -1 for none. */
function owedLane(state: BucketState): number {
  if (state.passedOver[2] >= PASSED_OVER_LIMIT[2]) return 2;
  if (state.passedOver[1] >= PASSED_OVER_LIMIT[1]) return 1;
  return -1;
}

function rankOf(callClass: number, owed: number): number {
  return laneOf(callClass) === owed ? callClass - CLASS_COUNT : callClass;
}

/**
 * Places that other processes come for before work of `callClass`: all of more urgent classes that
 * are due while the opening lasts, and one each of the same class that is due now and was served
 * longer ago.
 */
function aheadOf(
  state: BucketState,
  callClass: number,
  turn: number,
  opening: Opening,
  owed: number,
): number {
  let ahead = 0;
  const rank = rankOf(callClass, owed);
  for (const demand of state.demands) {
    if (demand.dueMs > opening.sendByMs) continue;
    const isDue = demand.dueMs <= opening.sendAtMs + DUE_SOON_MS;
    for (let other = 0; other < CLASS_COUNT; other += 1) {
      const count = demand.wants[other] ?? 0;
      if (count === 0) continue;
      if (other === callClass) {
        if (isDue && demand.turn < turn) ahead += 1;
      } else if (rankOf(other, owed) < rank) {
        ahead += laneOf(other) === owed ? 1 : count;
      }
    }
  }
  return ahead;
}

/**
 * The first place that nobody else was told to come for: others of the same or a more urgent class
 * keep theirs, less urgent ones give way.
 */
function firstUnclaimed(state: BucketState, opening: Opening, callClass: number): number {
  const claims: number[] = [];
  for (const demand of state.demands) {
    for (let other = 0; other <= callClass; other += 1) {
      const count = Math.min(CLAIMS_EACH, other === callClass ? 1 : (demand.wants[other] ?? 0));
      if ((demand.wants[other] ?? 0) === 0) continue;
      for (let claim = 0; claim < count; claim += 1) claims.push(demand.dueMs);
    }
  }
  claims.sort((one, other) => one - other);
  let place = 0;
  for (;;) {
    const atMs = opening.dueMs(place, isPaced(callClass));
    const claim = claims[place];
    if (claim === undefined || claim > atMs + DUE_SOON_MS) return atMs;
    place += 1;
  }
}

/** More calls of one process than this are not foreseen: things change before they are served. */
const CLAIMS_EACH = 8;

/** Hands out what is open, most urgent class first; changes `wants` and `granted`, returns the sum. */
function grant(
  state: BucketState,
  opening: Opening,
  wants: number[],
  granted: number[],
  turn: number,
): number {
  let total = 0;
  for (;;) {
    const owed = owedLane(state);
    const order = classesInOrder(owed);
    let step = 0;
    for (const callClass of order) {
      const want = wants[callClass] ?? 0;
      if (want === 0) continue;
      const open = isInteractive(callClass)
        ? opening.interactive
        : isPaced(callClass) && owed !== laneOf(callClass)
          ? opening.paced
          : opening.plain;
      const ahead = aheadOf(state, callClass, turn, opening, owed);
      const places = open - ahead - total;
      if (places <= 0) continue;
      const rivals = state.demands.filter((demand) => (demand.wants[callClass] ?? 0) > 0).length;
      const share = Math.max(1, Math.floor(opening.plain / (rivals + 1)));
      const isOwed = laneOf(callClass) === owed;
      step = Math.min(want, places, isOwed ? 1 : rivals > 0 ? share : want);
      if (rivals > 0 && (granted[callClass] ?? 0) >= share) step = 0;
      if (step === 0) continue;
      wants[callClass] = want - step;
      granted[callClass] = (granted[callClass] ?? 0) + step;
      total += step;
      notePassing(state, laneOf(callClass), step, wants);
      break;
    }
    if (step === 0) return total;
  }
}

const PLAIN_ORDER = [0, 1, 2, 3, 4, 5] as const;
const NORMAL_OWED_ORDER = [2, 3, 0, 1, 4, 5] as const;
const BATCH_OWED_ORDER = [4, 5, 0, 1, 2, 3] as const;

function classesInOrder(owed: number): readonly number[] {
  return owed === 2 ? BATCH_OWED_ORDER : owed === 1 ? NORMAL_OWED_ORDER : PLAIN_ORDER;
}

function notePassing(
  state: BucketState,
  lane: 0 | 1 | 2,
  calls: number,
  wants: readonly number[],
): void {
  state.passedOver[lane] = 0;
  for (let lower = lane + 1; lower < 3; lower += 1) {
    const first = lower * 2;
    const isWaiting =
      (wants[first] ?? 0) + (wants[first + 1] ?? 0) > 0 ||
      state.demands.some(
        (demand) => (demand.wants[first] ?? 0) + (demand.wants[first + 1] ?? 0) > 0,
      );
    if (isWaiting) {
      state.passedOver[lower as 1 | 2] += calls;
    }
  }
}

function openingAt(state: BucketState, request: PlanRequest): Opening {
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
  const reserve = state.crowdedUntilMs > nowMs && state.burst >= CROWD_BURST_MIN ? 1 : 0;
  const tokensLeft = Math.floor(tokensAt(state, sendAtMs + timing.latencyMinMs) + TOKEN_SLACK);
  const tokens = tokensLeft - reserve;
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
  const base = { plain, paced: Math.min(plain, openedPlaces), paysBackMs: 0, dueMs };
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
    stepMs === 0 ? plain : pacedMs <= sendAtMs + request.horizonMs ? Math.min(plain, 1) : 0;
  const isIdle = newest === undefined || newest.hiMs + BLIND_IDLE_MS <= startMs;
  const interactive =
    !isStrict && isIdle && state.pausedUntilMs <= nowMs ? Math.min(state.burst, tokens) : plain;
  return {
    plain,
    interactive,
    paced,
    paysBackMs: BLIND_PAY_BACK_MS,
    sendAtMs: Math.max(
      sendAtMs,
      paced > 0 && plain > 0 ? Math.min(pacedMs, sendAtMs + request.horizonMs) : 0,
    ),
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
  const arrivals = state.sent.map(({ hiMs, calls }) => ({ hiMs, calls }));
  let atMs = startMs;
  let paceMs = foresight.firstPaceMs;
  // Above this rate places are so close together that the first free moment is near enough.
  const walked = rate > PACED_RATE_MAX ? 0 : steps;
  for (let step = 0; step <= walked; step += 1) {
    atMs = Math.max(startMs, paceMs);
    let counted = 0;
    for (let at = arrivals.length - 1; at >= 0; at -= 1) {
      const entry = arrivals[at];
      if (entry === undefined) break;
      counted += entry.calls;
      if (counted >= rate) {
        atMs = Math.max(atMs, entry.hiMs + backMs);
        break;
      }
    }
    arrivals.push({ hiMs: atMs + onTheWayMs, calls: 1 });
    paceMs = atMs + stepMs;
  }
  return rounds > FORESEEN_ROUNDS ? atMs + rounds * SECOND_MS : atMs;
}

/** Beyond so many seconds of waiting the exact place does not matter yet. */
const FORESEEN_ROUNDS = 8;
