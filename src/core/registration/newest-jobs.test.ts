import { MAIN_STORE } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { newestJobs } from './newest-jobs';
import { createQueueWorld, itemNos, untilAllRest } from './service-fixture';

it('gives the jobs that came last, however many came before them', async () => {
  const world = await createQueueWorld();
  const service = world.service();
  await service.enqueue(MAIN_STORE, itemNos(5), { lane: 'batch', batchName: 'list.csv' });
  await service.start();
  await untilAllRest(world, service);
  const newest = (count: number) => newestJobs(service, ['done'], count).map((job) => job.itemNo);
  expect(newest(2)).toEqual(itemNos(5).slice(3));
  expect(newest(10)).toEqual(itemNos(5));
  expect(newestJobs(service, ['rejected'], 2)).toEqual([]);
});
