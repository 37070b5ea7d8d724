import { computeDue, computePace, ITEMS_PER_CALL, type ScheduleEntry } from '@core/sync/due';
import type { ItemNo } from '@shared/domain/ids';

/*
 * A day of watching, simulated: 10,000 products that change at random moments, and three ways to spend
 * 15,000 calls on noticing it. The first day only warms the schedule up; the second counts.
 *
 * The change process: 3 % of the products change eight times a day (a supplier that trades), 17 % every
 * other day, 80 % once in fifty days; moments are independent (Poisson), the same for all contenders.
 */

export const PRODUCTS = 10_000;
export const CALLS_PER_DAY = 15_000;
const DAY_MS = 86_400_000;
const TICK_MS = 30_000;
const KINDS = [
  { share: 0.03, changesPerDay: 8 },
  { share: 0.17, changesPerDay: 0.5 },
  { share: 0.8, changesPerDay: 0.02 },
] as const;

export interface DayResult {
  readonly medianMin: number;
  readonly p95Min: number;
  /** Share of the day's changes that were noticed before it ended. */
  readonly noticed: number;
  readonly calls: number;
}

interface Change {
  readonly product: number;
  readonly atMs: number;
}

/** A small, fast generator with a seed, so that every run simulates the same days. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Two days of changes in order of time. */
export function changesOf(seed: number): readonly Change[] {
  const random = seeded(seed);
  const changes: Change[] = [];
  for (let product = 0; product < PRODUCTS; product += 1) {
    const place = random();
    let edge = 0;
    const kind = KINDS.find(({ share }) => {
      edge += share;
      return place < edge;
    });
    const rate = kind?.changesPerDay ?? 0.02;
    for (let atMs = 0; ; ) {
      atMs += (-Math.log(1 - random()) / rate) * DAY_MS;
      if (atMs >= 2 * DAY_MS) break;
      changes.push({ product, atMs });
    }
  }
  return changes.sort((a, b) => a.atMs - b.atMs);
}

/** Follows which changes nobody has seen yet. */
function observer(changes: readonly Change[]) {
  const waiting = new Map<number, number[]>();
  const delays: number[] = [];
  let next = 0;
  return {
    /** Lets what changed until `nowMs` happen. */
    happen: (nowMs: number): void => {
      for (; next < changes.length && (changes[next]?.atMs ?? Infinity) <= nowMs; next += 1) {
        const change = changes[next];
        if (change === undefined) continue;
        const open = waiting.get(change.product);
        if (open === undefined) waiting.set(change.product, [change.atMs]);
        else open.push(change.atMs);
      }
    },
    /** Products of a supplier that changed and were not looked at since. */
    open: (first: number, count: number): readonly ItemNo[] =>
      Array.from({ length: count }, (_, place) => first + place).flatMap((product) =>
        waiting.has(product) ? [String(product) as ItemNo] : [],
      ),
    /** Looks at a product; true when something was there to see. */
    look: (product: number, nowMs: number): boolean => {
      const open = waiting.get(product);
      if (open === undefined) return false;
      waiting.delete(product);
      for (const atMs of open) if (atMs >= DAY_MS) delays.push(nowMs - atMs);
      return true;
    },
    result: (calls: number): DayResult => {
      const noticed = delays.length;
      // What was never noticed waited at least until the end of the day.
      for (const open of waiting.values()) {
        for (const atMs of open) if (atMs >= DAY_MS) delays.push(2 * DAY_MS - atMs);
      }
      delays.sort((a, b) => a - b);
      const at = (share: number): number =>
        (delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0) / 60_000;
      const rounded = (value: number): number => Math.round(value * 100) / 100;
      return {
        medianMin: rounded(at(0.5)),
        p95Min: rounded(at(0.95)),
        noticed: rounded(noticed / Math.max(1, delays.length)),
        calls,
      };
    },
  };
}

/** How the wholesaler's list by newest edit would be used beside the schedule. */
export interface ListHint {
  /** Watched products of each supplier. */
  readonly perSupplier: number;
  /** Share of the calls that asks lists; what they name is looked at before anything else. */
  readonly share: number;
}

/**
 * The schedule of the product: what is due by last change and time, within the calls there are. With a
 * hint, in the best case for it: every change moves its item to the front of its supplier's list, and one
 * call of a list names all of them.
 */
export function simulateOurs(changes: readonly Change[], hint: ListHint | null = null): DayResult {
  const seen = observer(changes);
  let listCredit = 0;
  let supplier = 0;
  const entries: ScheduleEntry[] = Array.from({ length: PRODUCTS }, (_, product) => ({
    itemNo: String(product) as ItemNo,
    addedAtMs: -30 * DAY_MS,
    lastCheckedAtMs: null,
    lastChangedAtMs: null,
    lastSoldAtMs: null,
    stock: 100,
    isPinned: false,
    isEnded: false,
    failures: 0,
  }));
  let pace: { readonly credit: number; readonly atMs: number } | null = null;
  let usedToday = 0;
  let countedCalls = 0;
  for (let nowMs = 0; nowMs < 2 * DAY_MS; nowMs += TICK_MS) {
    if (nowMs % DAY_MS === 0) usedToday = 0;
    seen.happen(nowMs);
    const { credit, callsPerMs } = computePace({
      nowMs,
      last: pace,
      callsLeft: CALLS_PER_DAY - usedToday,
      resetsAtMs: (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS,
      callsPerMinuteMax: 150,
      sweepCalls: PRODUCTS / ITEMS_PER_CALL,
    });
    const named: ItemNo[] = [];
    let listCalls = 0;
    if (hint !== null) {
      const suppliers = PRODUCTS / hint.perSupplier;
      listCredit = Math.min(suppliers, listCredit + TICK_MS * callsPerMs * hint.share);
      for (; listCredit >= 1 && listCalls + 1 < credit; listCredit -= 1) {
        listCalls += 1;
        named.push(...seen.open(supplier * hint.perSupplier, hint.perSupplier));
        supplier = (supplier + 1) % suppliers;
      }
    }
    const namedCalls = Math.ceil(named.length / ITEMS_PER_CALL);
    const plan = computeDue({
      entries,
      nowMs,
      calls: credit - listCalls - namedCalls,
      callsPerMs: callsPerMs * (1 - (hint?.share ?? 0)),
      lowStock: 5,
    });
    const dueCalls = Math.ceil(plan.itemNos.length / ITEMS_PER_CALL);
    const calls = dueCalls + listCalls + namedCalls;
    usedToday += calls;
    if (nowMs >= DAY_MS) countedCalls += calls;
    pace = { credit: credit - calls, atMs: nowMs };
    for (const itemNo of new Set([...named, ...plan.itemNos])) {
      const product = Number(itemNo);
      const entry = entries[product];
      if (entry === undefined) continue;
      const isChanged = seen.look(product, nowMs);
      entries[product] = {
        ...entry,
        lastCheckedAtMs: nowMs,
        lastChangedAtMs: isChanged ? nowMs : entry.lastChangedAtMs,
      };
    }
  }
  return seen.result(countedCalls);
}

/** All products in turn, 100 per call, evenly over the day. */
export function simulateRoundRobin(changes: readonly Change[]): DayResult {
  const seen = observer(changes);
  let product = 0;
  let calls = 0;
  for (let call = 0; call < 2 * CALLS_PER_DAY; call += 1) {
    const nowMs = (call / CALLS_PER_DAY) * DAY_MS;
    seen.happen(nowMs);
    if (nowMs >= DAY_MS) calls += 1;
    for (let place = 0; place < ITEMS_PER_CALL; place += 1) {
      seen.look(product, nowMs);
      product = (product + 1) % PRODUCTS;
    }
  }
  return seen.result(calls);
}

/**
 * The original design: one call per product, and only products that were touched in the last hour are
 * looked at, so that one that has been quiet for an hour is never looked at again.
 */
export function simulateOriginal(changes: readonly Change[]): DayResult {
  const seen = observer(changes);
  // Touched by their registration.
  const touchedAtMs = new Float64Array(PRODUCTS);
  let lastTouchedMs = 0;
  let calls = 0;
  let product = 0;
  for (let call = 0; call < 2 * CALLS_PER_DAY; call += 1) {
    const nowMs = (call / CALLS_PER_DAY) * DAY_MS;
    seen.happen(nowMs);
    // Once nothing was touched for an hour, nothing ever is again.
    for (let tried = 0; tried < (nowMs > lastTouchedMs + 3_600_000 ? 0 : PRODUCTS); tried += 1) {
      const at = product;
      product = (product + 1) % PRODUCTS;
      if (nowMs - (touchedAtMs[at] ?? 0) > 3_600_000) continue;
      if (nowMs >= DAY_MS) calls += 1;
      if (seen.look(at, nowMs)) {
        touchedAtMs[at] = nowMs;
        lastTouchedMs = nowMs;
      }
      break;
    }
  }
  return seen.result(calls);
}
