import { describe, expect, it } from 'vitest';
import { GrantTimes } from './grant-times';

describe('GrantTimes', () => {
  it('gives every permit to one call, the newest handed out before it first', () => {
    const times = new GrantTimes();
    times.note(1000, 2);
    times.note(1100, 1);
    expect(times.take(1101)).toBe(1100);
    expect(times.take(1102)).toBe(1000);
    expect(times.take(1103)).toBe(1000);
    expect(times.take(1104)).toBe(1104);
  });

  it('leaves permits of later calls alone', () => {
    const times = new GrantTimes();
    times.note(1000, 1);
    times.note(2000, 1);
    expect(times.take(1010)).toBe(1000);
    expect(times.take(2010)).toBe(2000);
  });

  it('takes a call long after its permit for a slow caller', () => {
    const times = new GrantTimes();
    times.note(1000, 1);
    expect(times.take(1300)).toBe(1300);
  });

  it('remembers the newest deliveries only', () => {
    const times = new GrantTimes();
    for (let delivery = 0; delivery < 200; delivery += 1) times.note(delivery * 10, 1000);
    // The 64 newest: 1360 to 1990.
    expect(times.take(1355)).toBe(1355);
    expect(times.take(1362)).toBe(1360);
    const taken = Array.from({ length: 8 }, () => times.take(1372));
    expect(new Set(taken)).toEqual(new Set([1370]));
    expect(times.take(1372)).toBe(1360);
  });
});
