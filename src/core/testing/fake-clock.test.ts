import { expect, it } from 'vitest';
import { createFakeClock } from './fake-clock';

it('wakes sleepers in the order of their due time and tells each its own moment', async () => {
  const clock = createFakeClock(1000);
  const woken: [string, number][] = [];
  const note = (name: string) => (): void => {
    woken.push([name, clock.nowMs()]);
  };
  void clock.sleep(30).then(note('late'));
  void clock.sleep(10).then(note('early'));
  await clock.advance(20);
  expect(woken).toEqual([['early', 1010]]);
  await clock.advance(20);
  expect(woken).toEqual([
    ['early', 1010],
    ['late', 1030],
  ]);
  expect(clock.nowMs()).toBe(1040);
});

it('rejects an aborted sleep with the reason of the signal and forgets the sleeper', async () => {
  const clock = createFakeClock();
  const stop = new AbortController();
  const slept = clock.sleep(50, stop.signal);
  stop.abort(new Error('enough'));
  await expect(slept).rejects.toThrow('enough');
  expect(clock.sleeperCount()).toBe(0);
});

it('keeps the monotonic clock while the wall clock jumps', async () => {
  const clock = createFakeClock(1000);
  await clock.advance(5);
  clock.jumpWallClock(-500);
  expect(clock.monotonicMs()).toBe(5);
  expect(clock.nowMs()).toBe(505);
});

it('says so when a condition can never be reached', async () => {
  const clock = createFakeClock();
  await expect(clock.advanceUntil(() => false)).rejects.toThrow('nothing sleeps');
  void clock.sleep(10_000).catch(() => undefined);
  await expect(clock.advanceUntil(() => false, 500)).rejects.toThrow('did not hold');
});
