import { expect, test } from 'vitest';
import { createCallLimit } from './call-limit';

test('the 181st call within a minute is refused and silence follows', () => {
  const limit = createCallLimit(180_000);
  const passed = Array.from({ length: 181 }, (_, index) => limit.take(index * 100, 1));
  expect(passed.lastIndexOf(true)).toBe(179);
  expect(limit.take(100_000, 1)).toBe(false);
  expect(limit.take(18_000 + 180_001, 1)).toBe(true);
});

test('three calls a second spread over a minute all pass', () => {
  const limit = createCallLimit(180_000);
  const times = Array.from({ length: 1000 }, (_, index) => index * 334);
  expect(times.every((atMs) => limit.take(atMs, 1))).toBe(true);
});

test('the day’s budget ends at 15,000 and is back on the next Korean day', () => {
  const limit = createCallLimit(0);
  limit.take(0, 1);
  limit.setUsedToday(14_999);
  expect(limit.take(1, 1)).toBe(true);
  expect(limit.take(2, 1)).toBe(false);
  expect(limit.take(3, 2)).toBe(true);
  expect(limit.usedToday()).toBe(1);
});
