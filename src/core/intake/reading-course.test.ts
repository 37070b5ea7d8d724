import type { ReadingProgress } from '@shared/domain/intake';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import type { Clock } from '../platform/clock';
import { readItemList } from './read-list';
import { createReadingCourse, SLICE_MS } from './reading-course';

const LINES = 3_000;
const numbers = Array.from({ length: LINES }, (_, index) => String(60_000_000 + index));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A clock on which every look at it takes a millisecond, so that a slice is so many steps of work. */
function countingClock(): Clock {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    monotonicMs: () => {
      nowMs += 1;
      return nowMs;
    },
    sleep: async (_, signal) => {
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    },
  };
}

const lists = [
  { name: 'list.txt', bytes: encode(numbers.join('\n')) },
  { name: 'list.csv', bytes: encode(numbers.map((no) => `"가방, ${no}",${no}`).join('\n')) },
  { name: 'cp949.txt', bytes: Uint8Array.from([0xb0, 0xa1, 0x0a, ...encode(numbers.join('\n'))]) },
];

describe('the course of a reading', () => {
  it.each(lists)('lets the rest of the program run all along $name', async ({ name, bytes }) => {
    const told: ReadingProgress[] = [];
    const progressed = (progress: ReadingProgress): void => void told.push(progress);
    const course = createReadingCourse({ clock: countingClock(), progressed });
    const { itemNos } = await readItemList(bytes, name, null, course);
    expect(itemNos).toHaveLength(LINES);
    // Each line is looked at once for its verdict: never more than a slice of them between two pauses.
    const judged = told.filter(({ phase }) => phase === 'verdicts');
    expect(judged.length).toBeGreaterThanOrEqual(Math.floor(LINES / SLICE_MS) - 1);
    judged.reduce((before, now) => {
      expect(now.lineCount - before.lineCount).toBeLessThanOrEqual(SLICE_MS);
      expect(now.lineCount).toBeGreaterThanOrEqual(before.lineCount);
      return now;
    });
    const last = judged.at(-1);
    const { taken = 0, malformed = 0 } = last?.verdicts ?? {};
    expect(taken + malformed).toBe(last?.lineCount);
  });

  it.each(lists)('ends at once when nobody wants $name any more', async ({ name, bytes }) => {
    const ending = new AbortController();
    const left = new Error('not wanted any more');
    let pauses = 0;
    const course = createReadingCourse({
      clock: countingClock(),
      signal: ending.signal,
      progressed: () => {
        pauses += 1;
        if (pauses === 3) ending.abort(left);
      },
    });
    await expect(readItemList(bytes, name, null, course)).rejects.toBe(left);
    expect(pauses).toBe(3);
  });

  it('reads a spreadsheet beside the thread that serves the seller, and leaves it when told', async () => {
    const rows = numbers.map((no) => [{ value: `가방 ${no}` }, { value: Number(no) }]);
    const bytes = new Uint8Array(await writeExcel(rows).toBuffer());
    const before = performance.eventLoopUtilization();
    expect((await readItemList(bytes, 'x.xlsx')).itemNos).toHaveLength(LINES);
    const { active, idle } = performance.eventLoopUtilization(before);
    expect(idle).toBeGreaterThan(active);

    const ending = new AbortController();
    const left = new Error('not wanted any more');
    const course = createReadingCourse({ signal: ending.signal });
    const reading = readItemList(bytes, 'x.xlsx', null, course);
    setImmediate(() => ending.abort(left));
    await expect(reading).rejects.toBe(left);
  });
});
