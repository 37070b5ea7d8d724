import { expect, it } from 'vitest';
import { formatKrw, formatPercent, formatSpan, formatTime } from './format';

it('writes won as Koreans read it, losses with a minus', () => {
  expect(formatKrw(1234, 'ko')).toBe('1,234원');
  expect(formatKrw(1234, 'en')).toBe('₩1,234');
  expect(formatKrw(-50, 'ko')).toBe('−50원');
});

it('names the half of the day, and the date only when it is another day', () => {
  const atMs = new Date(2026, 10, 3, 15, 5).getTime();
  expect(formatTime(atMs, atMs, 'ko')).toBe('오후 3:05');
  expect(formatTime(atMs, atMs + 86_400_000, 'ko')).toBe('11월 3일 오후 3:05');
});

it('rounds a span up to what a person can use', () => {
  expect(formatSpan(400, 'ko')).toBe('1초');
  expect(formatSpan(61_000, 'ko')).toBe('2분');
  expect(formatSpan(80 * 60_000, 'en')).toBe('1 h 20 min');
  expect(formatSpan(7_200_000, 'ko')).toBe('2시간');
});

it('shows shares as whole percent', () => {
  expect(formatPercent(0.184, 'ko')).toBe('18%');
});
