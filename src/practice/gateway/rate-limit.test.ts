import { expect, test } from 'vitest';
import { createRateBucket, type LimitModel } from './rate-limit';

/** How many of `calls` pass when made at once at `atMs`. */
function passing(bucket: ReturnType<typeof createRateBucket>, atMs: number, calls: number): number {
  return Array.from({ length: calls }, () => bucket.take(atMs).isAllowed).filter(Boolean).length;
}

test.each<[LimitModel, readonly number[]]>([
  // Four wanted in each of five neighbouring seconds, after a rest (naver-commerce-api.md 2.3).
  ['A', [4, 2, 2, 2, 2]],
  ['B', [4, 0, 4, 0, 4]],
  ['S', [2, 2, 2, 2, 2]],
])('model %s lets %o of four calls a second pass', (model, expected) => {
  const bucket = createRateBucket(model, 2);
  const passed = expected.map((_, second) => passing(bucket, 10_000 + second * 1000, 4));
  expect(passed).toEqual(expected);
});

test('model B gives the full allowance again one second after nothing was borrowed', () => {
  const bucket = createRateBucket('B', 2);
  expect(passing(bucket, 0, 3)).toBe(3);
  expect(passing(bucket, 1_000, 5)).toBe(1);
  expect(passing(bucket, 2_000, 5)).toBe(4);
});

test.each<LimitModel>(['A', 'B', 'S'])('model %s passes two calls a second for ever', (model) => {
  const bucket = createRateBucket(model, 2);
  const times = Array.from({ length: 100 }, (_, index) => index * 500);
  expect(times.every((atMs) => bucket.take(atMs).isAllowed)).toBe(true);
});

test('remaining counts down and never below zero', () => {
  const bucket = createRateBucket('B', 2);
  expect([1, 2, 3, 4, 5].map(() => bucket.take(0).remaining)).toEqual([3, 2, 1, 0, 0]);
});
