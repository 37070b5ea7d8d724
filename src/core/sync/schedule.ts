import type { ItemNo } from '@shared/domain/ids';
import type { Temperature } from '@shared/domain/watch';
import type { CallBudgetSnapshot } from '../limiter/port';
import type { Clock } from '../platform/clock';
import { computeDue, computePace, type DuePlan, ITEMS_PER_CALL, type ScheduleEntry } from './due';
import type { ScheduleView } from './watch-queries';
import type { WatchStore } from './watch-store';

/** The wholesaler's allowance with the watcher's part in it, in calls of the Korean day. */
export interface WatchBudget extends CallBudgetSnapshot {
  /** Calls that checks may use today. */
  readonly allowedToday: number;
  readonly usedByWatch: number;
}

export interface ScheduleDeps {
  readonly store: Pick<WatchStore, 'entries' | 'findEntry' | 'countWatched'>;
  readonly clock: Clock;
  readonly lowStock: () => number;
  readonly budget: () => WatchBudget;
}

/** What is due when, within the budget. Holds the schedule in memory; SQLite is its truth. */
export interface Schedule {
  /** What to look at now; spends nothing. */
  next(): DuePlan;
  /** Counts calls that were made. */
  spent(calls: number): void;
  /** Reads the items again that were checked. */
  refresh(itemNos: readonly ItemNo[]): void;
  reload(): void;
  /** In the order in which they were read; the same set the schedule counts. */
  allItemNos(): readonly ItemNo[];
  /** Items whose last check was not after this moment, or is not known, or lies in the future. */
  notCheckedSince(atMs: number): readonly ItemNo[];
  size(): number;
  nextDueAtMs(): number | null;
  budget(): WatchBudget;
  figures(): {
    readonly byTemperature: Readonly<Record<Temperature, number>>;
    readonly lagMs: number | null;
    /** When an item was checked last; null before the first. */
    readonly newestMs: number | null;
  };
  /** The schedule at this moment, for lists; not kept up to date. */
  view(): ScheduleView;
}

/**
 * Reads the items at first use, and again when their number has changed or `reload` was called;
 * single ones by `refresh`.
 */
export function createSchedule({ store, clock, lowStock, budget }: ScheduleDeps): Schedule {
  let entries: ScheduleEntry[] | null = null;
  let places = new Map<ItemNo, number>();
  let pace: { readonly credit: number; readonly atMs: number } | null = null;

  const loaded = (): readonly ScheduleEntry[] => {
    if (entries === null || entries.length !== store.countWatched()) {
      entries = [...store.entries()];
      places = new Map(entries.map((entry, place) => [entry.itemNo, place]));
    }
    return entries;
  };
  const planned = (isForNow: boolean): DuePlan => {
    const all = loaded();
    const nowMs = clock.nowMs();
    const { perDay, usedToday, allowedToday, usedByWatch, perMinute, resetsAtMs } = budget();
    const callsLeft = Math.max(0, Math.min(allowedToday - usedByWatch, perDay - usedToday));
    const { credit, callsPerMs } = computePace({
      nowMs,
      last: pace,
      callsLeft,
      resetsAtMs,
      callsPerMinuteMax: perMinute,
      sweepCalls: Math.ceil(all.length / ITEMS_PER_CALL),
    });
    if (isForNow) pace = { credit, atMs: nowMs };
    return computeDue({ entries: all, nowMs, calls: credit, callsPerMs, lowStock: lowStock() });
  };

  return {
    next: () => planned(true),
    spent: (calls) => {
      if (pace !== null) pace = { ...pace, credit: Math.max(0, pace.credit - calls) };
    },
    refresh: (itemNos) => {
      if (entries === null) return;
      // Reading all at once is cheaper than many one by one.
      if (itemNos.length * 4 > entries.length) {
        entries = null;
        return;
      }
      for (const itemNo of itemNos) {
        const place = places.get(itemNo);
        const entry = store.findEntry(itemNo);
        if (place !== undefined && entry !== null) entries[place] = entry;
      }
    },
    reload: () => {
      entries = null;
    },
    allItemNos: () => loaded().map(({ itemNo }) => itemNo),
    notCheckedSince: (atMs) => {
      const nowMs = clock.nowMs();
      return loaded().flatMap(({ itemNo, lastCheckedAtMs: checkedMs }) =>
        checkedMs === null || checkedMs <= atMs || checkedMs > nowMs ? [itemNo] : [],
      );
    },
    size: () => loaded().length,
    nextDueAtMs: () => planned(false).nextDueAtMs,
    budget,
    figures: () => {
      const nowMs = clock.nowMs();
      const { byTemperature } = planned(false);
      let oldestMs: number | null = null;
      let newestMs: number | null = null;
      for (const entry of loaded()) {
        const sinceMs = entry.lastCheckedAtMs ?? entry.addedAtMs;
        if (oldestMs === null || sinceMs < oldestMs) oldestMs = sinceMs;
        const checkedMs = entry.failures === 0 ? entry.lastCheckedAtMs : null;
        if (checkedMs !== null && (newestMs === null || checkedMs > newestMs)) newestMs = checkedMs;
      }
      const lagMs = oldestMs === null ? null : Math.max(0, nowMs - oldestMs);
      return { byTemperature, lagMs, newestMs };
    },
    view: () => {
      const nowMs = clock.nowMs();
      const { intervalMsOf } = planned(false);
      return {
        nowMs,
        lowStock: lowStock(),
        nextCheckAtMs: (entry) =>
          entry.lastCheckedAtMs === null
            ? nowMs
            : Math.max(nowMs, entry.lastCheckedAtMs + intervalMsOf(entry)),
      };
    },
  };
}
