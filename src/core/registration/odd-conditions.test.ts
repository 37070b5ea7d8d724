import { MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { anItemNo } from '../testing/wholesale-item';
import { createQueueWorld, itemNos, untilAllRest } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const PAGE = { offset: 0, limit: 1000 } as const;

describe('rows that cannot be understood', () => {
  it('are shown as unreadable, kept as they are, and hold up nothing', async () => {
    const world = await createQueueWorld();
    const before = world.service();
    const { batchId } = await before.enqueue(MAIN_STORE, itemNos(3), LIST);
    world.database.exec(`UPDATE jobs SET reasons_json = '{"half' WHERE item_no = '1001'`);
    const service = world.service();
    await service.start();
    await untilAllRest(world, service);
    await service.whenBatchRests(batchId);
    const { jobs } = service.listJobs(PAGE);
    expect(jobs.map((job) => job.state)).toEqual(['done', 'unreadable', 'done']);
    expect(jobs[1]?.reasons[0]?.code).toBe('REGISTRATION_ROW_UNREADABLE');
    expect(service.status(MAIN_STORE).counts.unreadable).toBe(1);
    expect(
      world.database.prepare(`SELECT reasons_json FROM jobs WHERE item_no = '1001'`).get(),
    ).toEqual({ reasons_json: '{"half' });
    const ids = jobs.map((job) => job.jobId);
    expect(service.retry(ids)).toEqual([]);
    expect(service.cancel(ids)).toEqual([]);
    expect(service.listJobs({ ...PAGE, reasonCode: 'REGISTRATION_ROW_UNREADABLE' }).total).toBe(1);
  });

  it('keeps a reason of a newer version visible by its code', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    world.database.exec(
      `UPDATE jobs SET reasons_json = '[{"code":"FROM_TOMORROW","severity":"warn"}]'`,
    );
    expect(service.listJobs(PAGE).jobs[0]?.reasons).toEqual([
      { code: 'REGISTRATION_UNKNOWN_REASON', severity: 'warn', params: { code: 'FROM_TOMORROW' } },
    ]);
  });
});

describe('clocks that jump', () => {
  for (const jumpMs of [-86_400_000, 86_400_000]) {
    it(`waits as long as it must when the clock is moved by ${jumpMs} ms`, async () => {
      const world = await createQueueWorld();
      world.drafts.faults.beforePrepare = (_item, count) => {
        if (count > 1) return;
        world.clock.jumpWallClock(jumpMs);
        throw new AppError('NETWORK_REFUSED', { retry: { kind: 'now' } });
      };
      const service = world.service();
      await service.enqueue(MAIN_STORE, itemNos(1), LIST);
      const startedMs = world.clock.monotonicMs();
      await service.start();
      await untilAllRest(world, service);
      expect(service.status(MAIN_STORE).counts.done).toBe(1);
      expect(world.clock.monotonicMs() - startedMs).toBeLessThan(60_000);
    });
  }

  it('wakes for every wait that an earlier run left behind, not only for the first', async () => {
    const world = await createQueueWorld();
    await world.service().enqueue(MAIN_STORE, itemNos(2), LIST);
    const wait = world.database.prepare('UPDATE jobs SET not_before_ms = ? WHERE job_seq = ?');
    wait.run(world.clock.nowMs() + 150, 1);
    wait.run(world.clock.nowMs() + 650, 2);
    // The first is over before the second is due, so nothing else wakes the queue for it.
    const [gone, ready] = itemNos(2);
    if (gone) world.domeggook.lookups.set(gone, { kind: 'deleted', itemNo: gone });
    const service = world.service();
    await service.start();
    await world.clock.advance(60_000);
    const { jobs } = service.listJobs({ offset: 0, limit: 2 });
    expect(jobs.find((job) => job.itemNo === ready)?.state).toBe('done');
  });

  it('does not wait for a moment that only a wrong clock can have set', async () => {
    const world = await createQueueWorld();
    await world.service().enqueue(MAIN_STORE, itemNos(1), LIST);
    world.database
      .prepare('UPDATE jobs SET not_before_ms = ?')
      .run(world.clock.nowMs() + 86_400_000);
    const service = world.service();
    const startedMs = world.clock.monotonicMs();
    await service.start();
    await untilAllRest(world, service);
    expect(world.clock.monotonicMs() - startedMs).toBeLessThan(60_000);
  });
});

describe('a marketplace that refuses everything alike', () => {
  it('stops the queue after a run, and goes on when the seller says so', async () => {
    const world = await createQueueWorld();
    world.naver.faults.rejects = () => [
      { code: 'NAVER_REJECTED_FIELD', severity: 'block', field: 'delivery', verbatim: '출고지' },
    ];
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(60), LIST);
    await service.start();
    await world.clock.advance(60_000);
    const status = service.status(MAIN_STORE);
    expect(status.pauseReason).toMatchObject({
      code: 'REGISTRATION_ALL_REFUSED',
      params: { says: '출고지' },
    });
    // The one that was on its way when the run was complete may still be sent.
    expect(world.naver.countOf('createProduct')).toBeLessThanOrEqual(27);
    world.naver.faults.rejects = () => null;
    service.resume();
    await untilAllRest(world, service);
    const { done, rejected } = service.status(MAIN_STORE).counts;
    expect(done + rejected).toBe(60);
    expect(rejected).toBeLessThanOrEqual(27);
  });

  it('goes on when the reasons differ or a product is taken in between', async () => {
    const world = await createQueueWorld();
    let count = 0;
    world.naver.faults.rejects = () => {
      count += 1;
      return count % 10 === 0 ? null : [{ code: 'NAVER_REJECTED', severity: 'block' }];
    };
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(60), LIST);
    await service.start();
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts).toMatchObject({ done: 6, rejected: 54 });
  });
});

describe('refusals without reasons for fields', () => {
  it('fails an item whose pictures are refused without uploading them again', async () => {
    const world = await createQueueWorld();
    world.naver.faults.before = (call) => {
      if (call === 'uploadImages') throw new AppError('NAVER_REJECTED');
    };
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await untilAllRest(world, service);
    await world.clock.advance(600_000);
    expect(service.status(MAIN_STORE).counts.failed).toBe(1);
    expect(world.naver.countOf('uploadImages')).toBe(1);
  });

  it('fails an item that is forbidden without sending it again, and pauses after a run of them', async () => {
    const world = await createQueueWorld();
    world.naver.faults.before = (call) => {
      if (call === 'createProduct') throw new AppError('NAVER_FORBIDDEN');
    };
    const service = world.service({ creatingAtOnce: 1 });
    await service.enqueue(MAIN_STORE, itemNos(20), LIST);
    await service.start();
    await world.clock.advance(1000);
    const status = service.status(MAIN_STORE);
    expect(status.pauseReason?.code).toBe('NAVER_FORBIDDEN');
    expect(status.counts.failed).toBe(3);
    expect(world.naver.countOf('createProduct')).toBe(3);
    expect(service.listJobs({ ...PAGE, itemNo: anItemNo('1000') }).jobs[0]?.reasons).toMatchObject([
      { code: 'NAVER_FORBIDDEN', severity: 'block' },
    ]);
  });
});
