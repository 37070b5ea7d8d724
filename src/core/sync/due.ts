import type { ItemNo } from '@shared/domain/ids';
import type { Temperature } from '@shared/domain/watch';

/** What the schedule knows of one item. Times are epoch ms; null = never. */
export interface ScheduleEntry {
  readonly itemNo: ItemNo;
  readonly addedAtMs: number;
  readonly lastCheckedAtMs: number | null;
  readonly lastChangedAtMs: number | null;
  readonly lastSoldAtMs: number | null;
  readonly stock: number | null;
  readonly isPinned: boolean;
  /** Off the shelf at the wholesaler: worth a look now and then, whether it is back. */
  readonly isEnded: boolean;
  /** Checks in a row that told nothing. */
  readonly failures: number;
}

/**
 * What the schedule knows and what may be spent. `lowStock` is the stock, in pieces, from which on
 * an item is watched closely.
 */
export interface DueInput {
  readonly entries: readonly ScheduleEntry[];
  readonly nowMs: number;
  /** Calls that may be made now. */
  readonly calls: number;
  /** Calls per millisecond that can be kept up. */
  readonly callsPerMs: number;
  readonly lowStock: number;
}

/** What to look at now, and how the schedule stands. */
export interface DuePlan {
  /** Most overdue first; at most 100 per call. The last call is filled up with what is due next. */
  readonly itemNos: readonly ItemNo[];
  /** When the next item becomes due; null without items. */
  readonly nextDueAtMs: number | null;
  readonly byTemperature: Readonly<Record<Temperature, number>>;
  /** How long between two checks of a hot item, as the budget allows it. */
  readonly hotIntervalMs: number;
  intervalMsOf(entry: ScheduleEntry): number;
}

/** Most numbers per call (domeggook-openapi.md 3.1, 2026-09). */
export const ITEMS_PER_CALL = 100;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** No item is asked for more often than this, however large the budget: nobody's stock moves faster. */
const HOT_MIN_INTERVAL_MS = 2 * MINUTE_MS;
const CHANGED_LATELY_MS = DAY_MS;
const CHANGED_THIS_WEEK_MS = 7 * DAY_MS;
const SOLD_LATELY_MS = 3 * DAY_MS;
const NEW_MS = 2 * DAY_MS;
/**
 * Intervals as multiples of a hot item's. With a change rate some twenty times higher, the least mean
 * delay wants checks in the ratio of the rates' square roots; ended items are only awaited back.
 */
const INTERVAL_OF = { hot: 1, warm: 2, cold: 4, ended: 12 } as const;
/** A failing item waits longer each time, at most this much longer. */
const MAX_FAILURE_FACTOR = 8;

/** How often an item deserves a look. */
export function temperatureOf(entry: ScheduleEntry, nowMs: number, lowStock: number): Temperature {
  const since = (atMs: number | null): number => (atMs === null ? Infinity : nowMs - atMs);
  const isLow = entry.stock !== null && entry.stock > 0 && entry.stock <= lowStock;
  const changedMs = since(entry.lastChangedAtMs);
  if (entry.isPinned || since(entry.lastSoldAtMs) < SOLD_LATELY_MS) return 'hot';
  if (entry.isEnded) return changedMs < CHANGED_LATELY_MS ? 'warm' : 'cold';
  if (changedMs < CHANGED_LATELY_MS || isLow) return 'hot';
  if (changedMs < CHANGED_THIS_WEEK_MS || since(entry.addedAtMs) < NEW_MS) return 'warm';
  return 'cold';
}

/**
 * Which items to look at now, within the calls there are. Pure: schedule, last result and time decide.
 * Intervals stretch and shrink with the budget, so that it lasts the day and is used. Checks that were
 * missed (sleep, no network) come first, the longest missed before all; a clock that was turned back
 * makes its items due at once.
 */
export function computeDue(input: DueInput): DuePlan {
  const { entries, nowMs } = input;
  const counts = { hot: 0, warm: 0, cold: 0 };
  const weights = new Float64Array(entries.length);
  let demand = 0;
  entries.forEach((entry, place) => {
    const temperature = temperatureOf(entry, nowMs, input.lowStock);
    counts[temperature] += 1;
    const weight = weightOf(entry, temperature);
    weights[place] = weight;
    demand += 1 / weight;
  });
  const hotIntervalMs = Math.max(
    HOT_MIN_INTERVAL_MS,
    input.callsPerMs > 0 ? demand / (ITEMS_PER_CALL * input.callsPerMs) : DAY_MS,
  );
  const urgency = new Float64Array(entries.length);
  let dueCount = 0;
  let nextDueAtMs: number | null = null;
  entries.forEach((entry, place) => {
    const intervalMs = hotIntervalMs * (weights[place] ?? 1);
    const agoMs = entry.lastCheckedAtMs === null ? Infinity : nowMs - entry.lastCheckedAtMs;
    // A check in the future was made before the clock was turned back.
    const value = agoMs < 0 ? 2 : agoMs / intervalMs;
    urgency[place] = value;
    if (value >= 1) dueCount += 1;
    const dueAtMs = value >= 1 ? nowMs : (entry.lastCheckedAtMs ?? nowMs) + intervalMs;
    if (nextDueAtMs === null || dueAtMs < nextDueAtMs) nextDueAtMs = dueAtMs;
  });
  const calls = Math.min(Math.floor(input.calls), Math.ceil(dueCount / ITEMS_PER_CALL));
  const places = mostUrgent(urgency, calls * ITEMS_PER_CALL);
  return {
    itemNos: places.flatMap((place) => entries[place]?.itemNo ?? []),
    nextDueAtMs,
    byTemperature: counts,
    hotIntervalMs,
    intervalMsOf: (entry) =>
      hotIntervalMs * weightOf(entry, temperatureOf(entry, nowMs, input.lowStock)),
  };
}

/** An item's interval as a multiple of a hot one's. */
function weightOf(entry: ScheduleEntry, temperature: Temperature): number {
  const base = entry.isEnded && !entry.isPinned ? INTERVAL_OF.ended : INTERVAL_OF[temperature];
  return base * Math.min(MAX_FAILURE_FACTOR, 1 + entry.failures);
}

/** Places of the `count` greatest values, greatest first; earlier places first among equals. */
function mostUrgent(values: Float64Array, count: number): readonly number[] {
  if (count <= 0) return [];
  const ascending = Float64Array.from(values).sort();
  const threshold = ascending[Math.max(0, ascending.length - count)] ?? 0;
  const places: number[] = [];
  for (let place = 0; place < values.length; place += 1) {
    if ((values[place] ?? 0) >= threshold) places.push(place);
  }
  return places.sort((a, b) => descending(values[a] ?? 0, values[b] ?? 0) || a - b).slice(0, count);
}

/** Infinity minus itself is not a number, so equal values are told apart first. */
function descending(left: number, right: number): number {
  if (left === right) return 0;
  return left > right ? -1 : 1;
}

/** What is left of the day; moments are epoch ms. */
export interface PaceInput {
  readonly nowMs: number;
  /** Credit and moment of the last computation; null at the start. */
  readonly last: { readonly credit: number; readonly atMs: number } | null;
  /** Calls left for checks today. */
  readonly callsLeft: number;
  readonly resetsAtMs: number;
  readonly callsPerMinuteMax: number;
  /** Calls of one whole sweep: as many may be saved up. */
  readonly sweepCalls: number;
}

/** How fast checks may go on. */
export interface Pace {
  /** Calls that may be made now; the rest of it is kept. */
  readonly credit: number;
  readonly callsPerMs: number;
}

/**
 * Spreads the calls that are left over the time until the budget's reset. Time that passed unused
 * (sleep, a pause) is saved up to one sweep, so that what was missed is caught up at once.
 */
export function computePace(input: PaceInput): Pace {
  const leftMs = Math.max(MINUTE_MS, input.resetsAtMs - input.nowMs);
  const callsPerMs = Math.min(
    Math.max(0, input.callsLeft) / leftMs,
    input.callsPerMinuteMax / MINUTE_MS,
  );
  const capacity = Math.max(1, Math.min(input.sweepCalls, input.callsLeft));
  if (input.last === null) {
    return { credit: Math.min(capacity, Math.max(0, input.callsLeft)), callsPerMs };
  }
  const passedMs = Math.max(0, input.nowMs - input.last.atMs);
  const credit = Math.min(capacity, input.last.credit + passedMs * callsPerMs);
  return { credit: Math.min(credit, Math.max(0, input.callsLeft)), callsPerMs };
}
