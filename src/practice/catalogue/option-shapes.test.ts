import { expect, test } from 'vitest';
import { drawFor } from '../seeded';
import { buildOptions, OPTION_SHAPES } from './option-shapes';

const DIMENSIONS = [
  { name: '색상', values: ['블랙', '화이트', '그레이', '네이비'] },
  { name: '사이즈', values: ['S', 'M', 'L'] },
];
const build = (shape: (typeof OPTION_SHAPES)[number], key = 'x') =>
  buildOptions(shape, { draw: drawFor(key), dimensions: DIMENSIONS, basePriceKrw: 10_000 });

test.each(OPTION_SHAPES)('%s points at values that exist, each combination once', (shape) => {
  const options = build(shape);
  if (options === null) {
    expect(shape).toBe('none');
    return;
  }
  const keys = options.entries.map((entry) => entry.indexes.join('_'));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { indexes } of options.entries) {
    expect(indexes).toHaveLength(options.dimensions.length);
    const values = indexes.map((index, axis) => options.dimensions[axis]?.values[index]);
    expect(values).not.toContain(undefined);
  }
});

test('hidden dimensions are one dimension of joined strings', () => {
  const options = build('hidden-brackets');
  expect(options?.dimensions).toHaveLength(1);
  expect(options?.dimensions[0]?.values.slice(0, 2)).toEqual(['블랙(S)', '블랙(M)']);
});

test('a sparse grid leaves combinations out', () => {
  const full = build('grid')?.entries.length ?? 0;
  expect(build('grid-sparse')?.entries.length).toBeLessThan(full);
});

test('mixed stock has a sold-out, an ended and a hidden combination', () => {
  const entries = build('grid-mixed-stock')?.entries ?? [];
  expect(entries[1]?.stock).toBe(0);
  expect(entries.map((entry) => entry.hid)).toEqual(expect.arrayContaining([0, 1, 2]));
});

test('the dearest pack carries the base price when additions are negative', () => {
  expect(build('negative')?.entries.map((entry) => entry.supAddKrw)).toEqual([0, -1200, -2400]);
});
