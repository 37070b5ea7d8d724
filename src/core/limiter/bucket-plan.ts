import {
  DUE_GRACE_MS,
  type GatewayTiming,
  type Opening,
  openingAt,
  type PlanRequest,
} from './bucket-openings';
import {
  type BucketState,
  CLASS_COUNT,
  type Demand,
  recordSent,
  shareOffset,
} from './bucket-state';

/** What one process gets of a bucket, and when to ask again; moments are of the backend's clock. */
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

/** A lower lane is served once after this many grants went past it: normal, batch. */
const PASSED_OVER_LIMIT = [Number.POSITIVE_INFINITY, 4, 8] as const;
const DEMANDS_MAX = 64;
const DUE_RETRY_MS = 50;
/** A span of no length marks a call whose arrival is known. */
const SPAN_MIN_MS = 1;
/**
 * Others that are due this soon take the places that are open now: at least 40 ms, and at low rates
 * nearly half the time between two places. Processes learn the way to the gateway apart, so one that
 * knows little sees the same place later than the others; it must not lose its turn for that.
 */
const DUE_SOON_MS = 40;
const DUE_SOON_PER_CALL_MS = 400;

/**
 * Grants what may go now to one process, most urgent first, and says when to come back for the rest.
 * Everything granted is in `state` when this returns; the process's own claim is renewed. The timing is
 * that of `sharedTiming`.
 */
export function planAsk(state: BucketState, request: PlanRequest): PlanReply {
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
  const isBatchAlone = granted.every((count, callClass) => count === 0 || isPaced(callClass));
  const delayMs = grantedCount > 0 && isBatchAlone ? opening.paceDelayMs : 0;
  const sendAtMs = opening.sendAtMs + delayMs;
  if (grantedCount > 0) {
    const loMs = sendAtMs + timing.latencyMinMs;
    // Used at `sendAtMs` in nearly all cases: an arrival later than this is told when it is seen.
    recordSent(
      state,
      loMs,
      sendAtMs + Math.max(timing.latencyMaxMs, timing.latencyMinMs + SPAN_MIN_MS),
      grantedCount,
    );
    if (opening.paysBackMs > 0 && grantedCount > opening.plain) {
      state.pausedUntilMs = sendAtMs + timing.latencyMaxMs + opening.paysBackMs;
    }
    state.grantedTotal += grantedCount;
    state.turn += 1;
    state.lastSendMs = sendAtMs;
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
    sendAtMs,
    sendByMs: opening.sendByMs + delayMs,
    dueMs,
    remaining: Math.max(0, after.plain),
  };
}

/** What could be granted right now without burst, changing nothing. */
export function planRemaining(state: BucketState, request: PlanRequest): number {
  const opening = openingAt(state, request);
  return opening.sendAtMs <= request.nowMs + request.horizonMs ? Math.max(0, opening.plain) : 0;
}

/**
 * What a process knows of the way to the gateway, in terms of the clock that all processes share. One
 * that has not learned the gateway's clock yet uses what the others know, with more care.
 */
export function sharedTiming(
  state: BucketState,
  timing: GatewayTiming,
  nowMs: number,
): GatewayTiming {
  if (timing.offsetMs === null) {
    if (state.offsetMs === null) return timing;
    return { ...timing, offsetMs: state.offsetMs, windowGuardMs: UNSURE_GUARD_MS };
  }
  const offsetMs = shareOffset(state, timing.offsetMs, timing.offsetSlackMs, nowMs);
  const shiftMs = timing.offsetMs - offsetMs;
  return {
    ...timing,
    offsetMs,
    latencyMinMs: Math.max(-state.offsetSlackMs, timing.latencyMinMs + shiftMs),
    latencyMaxMs: timing.latencyMaxMs + shiftMs,
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

function dueSoonMs(state: BucketState): number {
  return Math.max(DUE_SOON_MS, DUE_SOON_PER_CALL_MS / state.ratePerSecond);
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
    const isDue = demand.dueMs <= opening.sendAtMs + dueSoonMs(state);
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
    if (claim === undefined || claim > atMs + dueSoonMs(state)) return atMs;
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
