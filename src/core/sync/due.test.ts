import type { ItemNo } from '@shared/domain/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDue, computePace, type ScheduleEntry, temperatureOf } from './due';

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;

function anEntry(change: Partial<ScheduleEntry> = {}): ScheduleEntry {
  return {
    itemNo: '1' as ItemNo,
    addedAtMs: NOW - 100 * 24 * HOUR_MS,
    lastCheckedAtMs: NOW - HOUR_MS,
    lastChangedAtMs: null,
    lastSoldAtMs: null,
    stock: 100,
    isPinned: false,
    isEnded: false,
    failures: 0,
    ...change,
  };
}

const PLAN = { nowMs: NOW, calls: 10, callsPerMs: 0.0001, lowStock: 5 } as const;

describe('what is due', () => {
  it('is warmer the more lately it changed, sold, ran low or was pinned', () => {
    const of = (change: Partial<ScheduleEntry>) => temperatureOf(anEntry(change), NOW, 5);
    expect(of({})).toBe('cold');
    expect(of({ lastChangedAtMs: NOW - 3 * 24 * HOUR_MS })).toBe('warm');
    expect(of({ addedAtMs: NOW })).toBe('warm');
    expect(of({ lastChangedAtMs: NOW - HOUR_MS })).toBe('hot');
    expect(of({ stock: 3 })).toBe('hot');
    expect(of({ stock: 0 })).toBe('cold');
    expect(of({ lastSoldAtMs: NOW - HOUR_MS })).toBe('hot');
    expect(of({ isEnded: true, isPinned: true })).toBe('hot');
  });

  it('puts what was never checked first, and what a clock that went back left in the future too', () => {
    const entries = [
      anEntry({ itemNo: '1' as ItemNo, lastCheckedAtMs: NOW - 1000 }),
      anEntry({ itemNo: '2' as ItemNo, lastCheckedAtMs: NOW + HOUR_MS }),
      anEntry({ itemNo: '3' as ItemNo, lastCheckedAtMs: null }),
    ];
    expect(computeDue({ ...PLAN, entries }).itemNos).toEqual(['3', '2', '1']);
  });

  it('gives nothing without a call, and nothing when all was just looked at', () => {
    expect(computeDue({ ...PLAN, entries: [anEntry()], calls: 0 }).itemNos).toEqual([]);
    const fresh = [anEntry({ lastCheckedAtMs: NOW })];
    expect(computeDue({ ...PLAN, entries: fresh }).itemNos).toEqual([]);
  });

  it('never gives an item twice nor more than the calls hold, whatever the schedule', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -HOUR_MS, max: 1000 * HOUR_MS })), { maxLength: 400 }),
        fc.integer({ min: 0, max: 3 }),
        (ages, calls) => {
          const entries = ages.map((ageMs, place) =>
            anEntry({
              itemNo: String(place + 1) as ItemNo,
              lastCheckedAtMs: ageMs === null ? null : NOW - ageMs,
            }),
          );
          const { itemNos } = computeDue({ ...PLAN, entries, calls });
          return itemNos.length <= calls * 100 && new Set(itemNos).size === itemNos.length;
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the pace', () => {
  it('spreads the calls over the day and saves up at most one sweep', () => {
    const base = {
      callsLeft: 10_000,
      resetsAtMs: NOW + 10 * HOUR_MS,
      callsPerMinuteMax: 150,
      sweepCalls: 50,
    };
    const first = computePace({ ...base, nowMs: NOW, last: { credit: 0, atMs: NOW - 60_000 } });
    expect(first.credit).toBeCloseTo(16.67, 1);
    const slept = computePace({
      ...base,
      nowMs: NOW,
      last: { credit: 0, atMs: NOW - 8 * HOUR_MS },
    });
    expect(slept.credit).toBe(50);
    const usedUp = computePace({
      ...base,
      nowMs: NOW,
      callsLeft: 0,
      last: { credit: 5, atMs: NOW },
    });
    expect(usedUp.credit).toBe(0);
  });
});
