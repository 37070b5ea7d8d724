import { expect, it } from 'vitest';
import { itemNosOf, openWatched } from './watch-fixture';

const MINUTE_MS = 60_000;

it('goes on after a start with what the seller had asked to have looked at, and with no more than that', async () => {
  const { world, watch } = await openWatched(itemNosOf(150));
  await world.clock.advance(MINUTE_MS);
  await watch.start();
  await world.clock.settle();
  const before = world.domeggook.calls.length;
  world.domeggook.faults.before = (_, count) =>
    count === before + 2 ? new Promise<void>(() => undefined) : world.clock.sleep(10);
  watch.sweepNow();
  await world.clock.advance(1000);
  expect(world.domeggook.calls).toHaveLength(before + 2);
  const cutShort = world.domeggook.calls.at(-1);

  // The program was killed in the second call, and none of its items is due by the schedule.
  delete world.domeggook.faults.before;
  const next = world.service();
  await next.start();
  await world.clock.advance(1000);
  expect(world.domeggook.calls.slice(before + 2)).toEqual([cutShort]);
  await next.stop(0);
});

it('leaves a sweep that was finished alone', async () => {
  const { world, watch } = await openWatched(itemNosOf(2));
  await world.clock.advance(MINUTE_MS);
  await watch.start();
  await world.clock.settle();
  const before = world.domeggook.calls.length;
  watch.sweepNow();
  await world.clock.advance(1000);
  expect(world.domeggook.calls).toHaveLength(before + 1);
  await watch.stop(0);
  const next = world.service();
  await next.start();
  await world.clock.advance(1000);
  expect(world.domeggook.calls).toHaveLength(before + 1);
  await next.stop(0);
});
