import { type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { createQueueWorld, itemNos } from '../registration/service-fixture';
import { retryReady } from './retry-ready';

const ASKED = { code: 'REGISTRATION_DRAFT_NOT_READY', severity: 'ask' } as const;
const PAGE = { offset: 0, limit: 1000 };

/** A queue of which every item waits for a person, and a list of the drafts that are ready since. */
async function aQueueBeforeAPerson(count: number) {
  const world = await createQueueWorld();
  world.drafts.faults.reasonsOf = () => [ASKED];
  const service = world.service();
  const { batchId } = await service.enqueue(MAIN_STORE, itemNos(count), {
    lane: 'batch',
    batchName: 'list',
  });
  await service.start();
  await world.clock.advance(600_000);
  expect(service.findBatch(batchId)?.counts['needs-review']).toBe(count);
  const settle = (...ready: readonly ItemNo[]): { itemNos: () => readonly ItemNo[] } => {
    for (const itemNo of ready) world.drafts.edit(MAIN_STORE, itemNo, {}, 1);
    return { itemNos: () => ready };
  };
  return { world, service, settle };
}

it('sends on the items that were meant and whose drafts are ready, and no others', async () => {
  const { world, service, settle } = await aQueueBeforeAPerson(4);
  const [first, second, third] = itemNos(4);
  if (first === undefined || second === undefined || third === undefined) return expect.fail();
  const drafts = settle(first, third);
  expect(retryReady(service, drafts, MAIN_STORE, [first, second])).toBe(1);
  await world.clock.advance(600_000);
  const done = service.listJobs({ ...PAGE, states: ['done'] }).jobs;
  expect(done.map((job) => job.itemNo)).toEqual([first]);
  expect(service.status(MAIN_STORE).counts['needs-review']).toBe(3);
});

it('finds the meant items behind more waiting jobs than one page of the queue holds', async () => {
  const asked: number[] = [];
  const jobAt = (at: number) => ({ jobId: `job-${at}`, itemNo: String(at) });
  const all = Array.from({ length: 2300 }, (_, at) => jobAt(at));
  const retried = retryReady(
    {
      listJobs: ({ offset, limit }) => {
        asked.push(offset);
        const jobs = all.slice(offset, offset + limit);
        return { jobs, total: all.length } as never;
      },
      retry: (jobIds) => jobIds as never,
    },
    { itemNos: () => ['5', '2200'] as unknown as readonly ItemNo[] },
    MAIN_STORE,
    ['5', '2200', '17'] as unknown as readonly ItemNo[],
  );
  expect(retried).toBe(2);
  expect(asked).toEqual([0, 1000, 2000]);
});

it('asks the queue for nothing when no draft is ready', async () => {
  const { service, settle } = await aQueueBeforeAPerson(2);
  expect(retryReady(service, settle(), MAIN_STORE, itemNos(2))).toBe(0);
  expect(service.status(MAIN_STORE).counts['needs-review']).toBe(2);
});
