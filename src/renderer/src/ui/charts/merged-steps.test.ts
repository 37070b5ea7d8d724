import { expect, it } from 'vitest';
import { mergedSteps, type StepSeries } from './StepLines';

const series = (name: string, ...points: readonly [number, number | null][]): StepSeries => ({
  name,
  colour: 'red',
  points: points.map(([atMs, value]) => ({ atMs, value })),
});

it('gives every moment the value that holds then, from the first to the last', () => {
  const rows = mergedSteps(
    [series('a', [0, 10], [50, 12]), series('b', [20, 1], [60, null])],
    10,
    100,
  );
  expect(rows).toEqual([
    { atMs: 10, s0: 10, s1: null },
    { atMs: 20, s0: 10, s1: 1 },
    { atMs: 50, s0: 12, s1: 1 },
    { atMs: 60, s0: 12, s1: null },
    { atMs: 100, s0: 12, s1: null },
  ]);
});

it('draws a value that never changed as a line and not as a dot', () => {
  expect(mergedSteps([series('a', [0, 5])], 0, 10)).toEqual([
    { atMs: 0, s0: 5 },
    { atMs: 10, s0: 5 },
  ]);
});
