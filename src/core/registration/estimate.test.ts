import { describe, expect, it } from 'vitest';
import { estimateEnds, type LeftOfBatch } from './estimate';

const aBatch = (key: string, left: number, change: Partial<LeftOfBatch> = {}): LeftOfBatch => ({
  key,
  left,
  lane: 'batch',
  priority: 0,
  startsAtMs: 0,
  ...change,
});

const endsOf = (
  batches: readonly LeftOfBatch[],
  cap: { perHour: number; usedInHour: number } | null = null,
): Record<string, number> =>
  Object.fromEntries(estimateEnds({ nowMs: 0, batches, createsPerSecond: 2, cap }));

describe('the expected end of batches', () => {
  it('is what is left at the rate of the limit', () => {
    expect(endsOf([aBatch('a', 100)])).toEqual({ a: 50_000 });
  });

  it('lets batches of one rank share the rate, so that the shorter one ends first', () => {
    expect(endsOf([aBatch('a', 10), aBatch('b', 30)])).toEqual({ a: 10_000, b: 20_000 });
  });

  it('serves a higher priority and a more urgent lane before the others', () => {
    const ends = endsOf([
      aBatch('low', 10, { priority: -1 }),
      aBatch('high', 10, { priority: 1 }),
      aBatch('single', 2, { lane: 'normal', priority: -1 }),
    ]);
    expect(ends).toEqual({ single: 1000, high: 6000, low: 11_000 });
  });

  it('waits for a scheduled start, and lets it take its share from then on', () => {
    const ends = endsOf([aBatch('now', 10), aBatch('later', 10, { startsAtMs: 60_000 })]);
    expect(ends).toEqual({ now: 5000, later: 65_000 });
  });

  it('goes at the pace of the hourly limit once more is left than the hour still allows', () => {
    const cap = { perHour: 360, usedInHour: 0 };
    expect(endsOf([aBatch('a', 300)], cap)).toEqual({ a: 150_000 });
    expect(endsOf([aBatch('a', 720)], cap)).toEqual({ a: 7_200_000 });
  });

  it('says nothing of batches without anything left', () => {
    expect(endsOf([aBatch('a', 0)])).toEqual({});
  });
});
