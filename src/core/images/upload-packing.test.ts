import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANES } from '../limiter/port';
import { CALL_LIMITS, type Packable, packCall } from './upload-packing';

const file = (order: number, sizeBytes = 1000, lane: Packable['lane'] = 'batch'): Packable => ({
  lane,
  order,
  sizeBytes,
});

describe('one call', () => {
  test('takes the urgent files first, then those that waited longest', () => {
    const waiting = [file(1), file(2), file(3, 1000, 'normal'), file(4, 1000, 'sync')];
    expect(packCall(waiting, CALL_LIMITS).files.map((one) => one.order)).toEqual([4, 3, 1, 2]);
  });

  test('gives the room that a large file cannot use to a later one', () => {
    const waiting = [file(1, 6_000_000), file(2, 6_000_000), file(3, 3_000_000)];
    const { files, isFull } = packCall(waiting, CALL_LIMITS);
    expect([files.map((one) => one.order), isFull]).toEqual([[1, 3], true]);
  });

  test('takes a file that is too large by itself alone', () => {
    const waiting = [file(1, 20_000_000), file(2)];
    expect(packCall(waiting, CALL_LIMITS).files.map((one) => one.order)).toEqual([1]);
  });

  test('whatever waits, keeps both limits, moves on and says truly whether it is full', () => {
    const any = fc.record({
      lane: fc.constantFrom(...LANES),
      order: fc.nat(),
      sizeBytes: fc.integer({ min: 1, max: CALL_LIMITS.maxBytes }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 40 }), (waiting) => {
        const { files, isFull } = packCall(waiting, CALL_LIMITS);
        const totalBytes = files.reduce((sum, one) => sum + one.sizeBytes, 0);
        expect(files.length).toBeGreaterThan(0);
        expect(files.length).toBeLessThanOrEqual(CALL_LIMITS.maxFiles);
        expect(totalBytes).toBeLessThanOrEqual(CALL_LIMITS.maxBytes);
        const left = waiting.filter((one) => !files.includes(one));
        if (!isFull) expect(left).toEqual([]);
        // Nothing that stays behind would have fitted.
        for (const one of left) {
          const wouldFit =
            files.length < CALL_LIMITS.maxFiles &&
            totalBytes + one.sizeBytes <= CALL_LIMITS.maxBytes;
          expect(wouldFit).toBe(false);
        }
      }),
    );
  });
});
