import { MAIN_STORE } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { createQueueWorld, itemNos } from './service-fixture';

it('keeps the marketplace busy: 100 items take hardly longer than 100 creates at two a second', async () => {
  const world = await createQueueWorld({
    naver: { spacingMs: 500, latencyMs: 300 },
    pictureLatencyMs: 400,
  });
  const service = world.service();
  await service.enqueue(MAIN_STORE, itemNos(100), { lane: 'batch', batchName: 'list.csv' });
  const startedMs = world.clock.monotonicMs();
  await service.start();
  await world.clock.advanceUntil(() => service.status(MAIN_STORE).counts.done === 100);
  const tookMs = world.clock.monotonicMs() - startedMs;
  const ceilingMs = 100 * 500;
  expect(ceilingMs / tookMs).toBeGreaterThan(0.9);
  expect(world.naver.countOf('uploadImages')).toBeLessThan(40);
});

it('holds no more pictures in preparation than it may', async () => {
  const world = await createQueueWorld({ pictureLatencyMs: 400 });
  const service = world.service({ preparingAtOnce: 3 });
  await service.enqueue(MAIN_STORE, itemNos(30), { lane: 'batch', batchName: 'list.csv' });
  await service.start();
  await world.clock.advanceUntil(() => service.status(MAIN_STORE).counts.done === 30);
  expect(world.pictures.mostAtOnce()).toBe(3);
});

it('fetches no further ahead than the look-ahead allows', async () => {
  const world = await createQueueWorld({ naver: { spacingMs: 500 } });
  const service = world.service({ lookAhead: 40 });
  await service.enqueue(MAIN_STORE, itemNos(240), { lane: 'batch', batchName: 'list.csv' });
  await service.start();
  let most = 0;
  await world.clock.advanceUntil(() => {
    const { counts } = service.status(MAIN_STORE);
    const ahead = counts.fetching + counts.preparing + counts.uploading + counts.registering;
    most = Math.max(most, ahead);
    return counts.done === 240;
  });
  expect(most).toBeLessThanOrEqual(40);
  expect(most).toBeGreaterThan(20);
  expect(world.domeggook.calls.length).toBeLessThan(20);
});
