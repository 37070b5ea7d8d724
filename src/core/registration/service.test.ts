import { MAIN_STORE, sellerCodeOf } from '@shared/domain/ids';
import type { JobState } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { anItemNo } from '../testing/wholesale-item';
import type { JobSettled, RegistrationService } from './port';
import { createQueueWorld, itemNos, type QueueWorld, untilAllRest } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const REFUSED: Reason = { code: 'INTERNAL_FAULT', severity: 'block', params: { problem: 'no' } };

function stateOf(service: RegistrationService, itemNo = itemNos(1)[0]): JobState | undefined {
  if (itemNo === undefined) return undefined;
  return service.listJobs({ itemNo, offset: 0, limit: 1 }).jobs[0]?.state;
}

/** Runs until nothing is under way any more. */
async function runToRest(world: QueueWorld, numbers = itemNos(1)): Promise<RegistrationService> {
  const service = world.service();
  await service.enqueue(MAIN_STORE, numbers, LIST);
  await service.start();
  await untilAllRest(world, service);
  return service;
}

describe('the way of an item', () => {
  it('turns every number of a list into one product and says so', async () => {
    const world = await createQueueWorld();
    const service = await runToRest(world, itemNos(5));
    const { jobs, total } = service.listJobs({ offset: 0, limit: 10 });
    expect(total).toBe(5);
    expect(jobs.map((job) => job.state)).toEqual(Array(5).fill('done'));
    expect(jobs.map((job) => job.reasons)).toEqual(Array(5).fill([]));
    expect(world.naver.products().map((product) => product.sellerCode)).toEqual(
      itemNos(5).map(sellerCodeOf),
    );
    expect(jobs[0]?.originProductNo).toBe(world.naver.products()[0]?.originProductNo);
  });

  it('asks the wholesaler for a whole list in one call', async () => {
    const world = await createQueueWorld();
    await runToRest(world, itemNos(60));
    expect(world.domeggook.calls.map((call) => call.length)).toEqual([60]);
  });

  it('records every step before and after', async () => {
    const world = await createQueueWorld();
    await runToRest(world);
    const steps = world.database
      .prepare('SELECT step, outcome FROM job_steps ORDER BY step_id')
      .all();
    expect(steps).toEqual(
      ['fetching', 'preparing', 'uploading', 'registering', 'verifying'].map((step) => ({
        step,
        outcome: 'done',
      })),
    );
  });

  it('writes the intent before the create call and the product right after', async () => {
    const world = await createQueueWorld();
    const seen: unknown[] = [];
    world.naver.faults.before = (call) => {
      if (call === 'createProduct') {
        seen.push(world.database.prepare('SELECT outcome FROM registration_intents').all());
      }
    };
    await runToRest(world);
    expect(seen).toEqual([[{ outcome: null }]]);
    expect(world.database.prepare('SELECT outcome FROM registration_intents').all()).toEqual([
      { outcome: 'created' },
    ]);
    expect(
      world.database.prepare('SELECT item_no, sale_price_krw, is_adopted FROM products').all(),
    ).toEqual([{ item_no: '1000', sale_price_krw: 9900, is_adopted: 0 }]);
  });
});

describe('what is told', () => {
  it('tells of every job that comes to rest, once, with its lane, reasons and times', async () => {
    const world = await createQueueWorld();
    world.naver.faults.rejects = (body) =>
      JSON.stringify(body).includes('SB-1001"') ? [REFUSED] : null;
    const service = world.service();
    const settled: JobSettled[] = [];
    service.onJobSettled((event) => settled.push(event));
    await service.enqueue(MAIN_STORE, itemNos(3), LIST);
    await service.start();
    await untilAllRest(world, service);
    const byItem = settled.toSorted((a, b) => a.itemNo.localeCompare(b.itemNo));
    expect(byItem.map(({ state }) => state)).toEqual(['done', 'rejected', 'done']);
    expect(byItem[1]).toMatchObject({ lane: 'batch', reasons: [REFUSED] });
    for (const { queuedAtMs, startedAtMs, endedAtMs } of settled) {
      expect(startedAtMs).toBeGreaterThanOrEqual(queuedAtMs);
      expect(endedAtMs).toBeGreaterThanOrEqual(startedAtMs ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('gates', () => {
  it('leaves an item that the wholesaler deleted as rejected, with the reason', async () => {
    const world = await createQueueWorld();
    const itemNo = anItemNo('1000');
    world.domeggook.lookups.set(itemNo, { kind: 'deleted', itemNo });
    const service = await runToRest(world);
    const job = service.listJobs({ offset: 0, limit: 1 }).jobs[0];
    expect(job).toMatchObject({
      state: 'rejected',
      reasons: [{ code: 'REGISTRATION_ITEM_DELETED' }],
    });
    expect(world.naver.countOf('createProduct')).toBe(0);
  });

  it('puts a draft with open points before the seller and goes on after the edit', async () => {
    const world = await createQueueWorld();
    world.drafts.faults.reasonsOf = () => [{ ...REFUSED, severity: 'ask' }];
    const service = await runToRest(world);
    const job = service.listJobs({ offset: 0, limit: 1 }).jobs[0];
    expect(job?.state).toBe('needs-review');
    expect(job?.reasons.map((reason) => reason.code)).toEqual(['INTERNAL_FAULT']);
    world.drafts.edit(MAIN_STORE, anItemNo('1000'), { name: '새 이름' }, 1);
    const retried = service.retry(job ? [job.jobId] : []);
    expect(retried[0]?.state).toBe('uploading');
    await untilAllRest(world, service);
    expect(world.naver.products()[0]?.name).toBe('새 이름');
    expect(world.domeggook.calls).toHaveLength(1);
  });

  it('asks the wholesaler again when the review took long, because its price may have changed', async () => {
    const world = await createQueueWorld();
    world.drafts.faults.reasonsOf = () => [{ ...REFUSED, severity: 'ask' }];
    const service = await runToRest(world);
    await world.clock.advance(3 * 3_600_000);
    world.drafts.faults.reasonsOf = () => [];
    world.drafts.edit(MAIN_STORE, anItemNo('1000'), { name: '새 이름' }, 1);
    service.retry(service.listJobs({ offset: 0, limit: 1 }).jobs.map((job) => job.jobId));
    await untilAllRest(world, service);
    expect(stateOf(service)).toBe('done');
    expect(world.domeggook.calls).toHaveLength(2);
    expect(world.naver.products()[0]?.name).toBe('새 이름');
  });

  it('puts the reasons of a body that must not go out before the seller', async () => {
    const world = await createQueueWorld();
    world.drafts.faults.stops = () => [REFUSED];
    const service = await runToRest(world);
    expect(stateOf(service)).toBe('needs-review');
    expect(world.naver.countOf('createProduct')).toBe(0);
  });
});

describe('the marketplace says no', () => {
  it('rests with the reason when the item was refused too often, and the queue goes on', async () => {
    const world = await createQueueWorld();
    const [stopped, other] = itemNos(2);
    let creates = 0;
    world.naver.faults.before = async (name) => {
      if (name !== 'createProduct') return;
      creates += 1;
      if (creates === 1) {
        throw new AppError('LIMITER_ITEM_STOPPED', {
          params: { refusals: 3 },
          retry: { kind: 'after', delayMs: 0 },
        });
      }
    };
    const service = await runToRest(world, itemNos(2));
    expect([stateOf(service, stopped), stateOf(service, other)].toSorted()).toEqual([
      'done',
      'failed',
    ]);
    const { jobs } = service.listJobs({ offset: 0, limit: 2 });
    const failed = jobs.find((job) => job.state === 'failed');
    expect(failed?.reasons).toMatchObject([
      { code: 'LIMITER_ITEM_STOPPED', params: { refusals: 3 } },
    ]);
    expect(creates).toBe(2);
  });

  it('rests as rejected and is not sent again unchanged, whatever the seller presses', async () => {
    const world = await createQueueWorld();
    world.naver.faults.rejects = () => [REFUSED];
    const service = await runToRest(world);
    const job = service.listJobs({ offset: 0, limit: 1 }).jobs[0];
    expect(job?.state).toBe('rejected');
    expect(service.retry(job ? [job.jobId] : [])).toEqual([]);
    await world.clock.advance(600_000);
    expect(world.naver.countOf('createProduct')).toBe(1);
  });

  it('is sent again once the draft has changed', async () => {
    const world = await createQueueWorld();
    world.naver.faults.rejects = () => [REFUSED];
    const service = await runToRest(world);
    world.naver.faults.rejects = () => null;
    world.drafts.edit(MAIN_STORE, anItemNo('1000'), { name: '새 이름' }, 1);
    service.retry(service.listJobs({ offset: 0, limit: 1 }).jobs.map((job) => job.jobId));
    await untilAllRest(world, service);
    expect(stateOf(service)).toBe('done');
    expect(world.naver.countOf('createProduct')).toBe(2);
  });

  it('stops a changed draft whose body is the refused one after all', async () => {
    const world = await createQueueWorld();
    world.naver.faults.rejects = () => [REFUSED];
    const service = await runToRest(world);
    world.drafts.edit(MAIN_STORE, anItemNo('1000'), { tags: ['텀블러'] }, 1);
    service.retry(service.listJobs({ offset: 0, limit: 1 }).jobs.map((job) => job.jobId));
    await untilAllRest(world, service);
    const job = service.listJobs({ offset: 0, limit: 1 }).jobs[0];
    expect(job?.state).toBe('rejected');
    expect(job?.reasons[0]?.code).toBe('REGISTRATION_DRAFT_UNCHANGED');
    expect(world.naver.countOf('createProduct')).toBe(1);
  });
});

describe('exactly once', () => {
  it('adopts what the store already has under the seller code', async () => {
    const world = await createQueueWorld();
    const planted = world.naver.plant({
      originProduct: {
        name: '먼저 등록된 상품',
        salePrice: 9000,
        detailAttribute: { sellerCodeInfo: { sellerManagementCode: 'SB-1000' } },
      },
    });
    const service = await runToRest(world);
    const job = service.listJobs({ offset: 0, limit: 1 }).jobs[0];
    expect(job).toMatchObject({ state: 'done', originProductNo: planted });
    expect(job?.reasons.map((reason) => reason.code)).toEqual(['REGISTRATION_ALREADY_AT_NAVER']);
    expect(world.naver.countOf('createProduct')).toBe(0);
  });

  it('finds the product whose answer was lost, also when it appears late', async () => {
    const world = await createQueueWorld({ naver: { appearsAfterMs: 20_000 } });
    world.naver.faults.after = (call) => {
      if (call === 'createProduct') {
        throw new AppError('INTERNAL_FAULT', {
          params: { problem: 'connection reset' },
          retry: { kind: 'look-up' },
        });
      }
    };
    const service = await runToRest(world);
    expect(stateOf(service)).toBe('done');
    expect(world.naver.countOf('createProduct')).toBe(1);
    expect(world.naver.products()).toHaveLength(1);
  });

  it('sends again only after the look-ups of a whole minute found nothing', async () => {
    const world = await createQueueWorld();
    const sentAtMs: number[] = [];
    world.naver.faults.before = (call, count) => {
      if (call !== 'createProduct') return;
      sentAtMs.push(world.clock.monotonicMs());
      if (count === 1) {
        throw new AppError('INTERNAL_FAULT', {
          params: { problem: 'timeout' },
          retry: { kind: 'look-up' },
        });
      }
    };
    const service = await runToRest(world);
    expect(stateOf(service)).toBe('done');
    expect(world.naver.products()).toHaveLength(1);
    expect(sentAtMs).toHaveLength(2);
    expect((sentAtMs[1] ?? 0) - (sentAtMs[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('warns when Naver keeps something else than was sent', async () => {
    const world = await createQueueWorld();
    world.naver.faults.before = (call) => {
      const product = world.naver.products()[0];
      if (call === 'findProduct' && product !== undefined) {
        world.naver.alter(product.originProductNo, { salePriceKrw: 990 });
      }
    };
    const service = await runToRest(world);
    const job = service.listJobs({ offset: 0, limit: 1 }).jobs[0];
    expect(job?.state).toBe('done');
    expect(job?.reasons).toMatchObject([
      { code: 'REGISTRATION_STORED_DIFFERENTLY', field: 'salePriceKrw', params: { kept: 990 } },
    ]);
  });

  it('creates nothing when the same list comes again', async () => {
    const world = await createQueueWorld();
    const service = await runToRest(world, itemNos(3));
    const again = await service.enqueue(MAIN_STORE, itemNos(3), LIST);
    expect(again.verdicts.map((verdict) => verdict.kind)).toEqual(
      Array(3).fill('already-registered'),
    );
    await service.whenBatchRests(again.batchId);
    expect(world.naver.countOf('createProduct')).toBe(3);
  });
});

describe('platform faults', () => {
  const unreachable = (): AppError =>
    new AppError('NETWORK_REFUSED', { retry: { kind: 'after', delayMs: 0 } });

  it('pauses the queue, not the items, and goes on when the marketplace answers again', async () => {
    const world = await createQueueWorld();
    world.naver.faults.before = () => {
      throw unreachable();
    };
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(5), LIST);
    await service.start();
    await world.clock.advance(600_000);
    const status = service.status(MAIN_STORE);
    expect(status.isPaused).toBe(true);
    expect(status.pauseReason?.code).toBe('NETWORK_REFUSED');
    expect(status.counts.failed).toBe(0);
    delete world.naver.faults.before;
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts.done).toBe(5);
    expect(service.status(MAIN_STORE).pauseReason).toBeNull();
  });

  it('rests at once and long when the key is refused', async () => {
    const world = await createQueueWorld();
    world.domeggook.faults.before = () => {
      throw new AppError('DOMEGGOOK_KEY_INVALID');
    };
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(5), LIST);
    await service.start();
    await world.clock.advance(30_000);
    expect(world.domeggook.calls).toHaveLength(1);
    expect(service.status(MAIN_STORE).pauseReason?.code).toBe('DOMEGGOOK_KEY_INVALID');
    delete world.domeggook.faults.before;
    service.resume();
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts.done).toBe(5);
  });

  it('fails an item whose own faults repeat, and lets the others through', async () => {
    const world = await createQueueWorld();
    world.drafts.faults.beforePrepare = (item) => {
      if (item.itemNo === '1001') throw new TypeError('bad item');
    };
    const service = await runToRest(world, itemNos(3));
    expect(stateOf(service, anItemNo('1001'))).toBe('failed');
    expect(service.status(MAIN_STORE).counts).toMatchObject({ done: 2, failed: 1 });
    delete world.drafts.faults.beforePrepare;
    service.retry(
      service.listJobs({ states: ['failed'], offset: 0, limit: 9 }).jobs.map((job) => job.jobId),
    );
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts.done).toBe(3);
  });

  it('sends nothing while the disk refuses, and goes on when it takes writes again', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    world.naver.faults.before = (call, count) => {
      // From here on every write fails, so that no intent can be written.
      if (call === 'findBySellerCode' && count === 1) world.database.pragma('query_only = ON');
    };
    await service.enqueue(MAIN_STORE, itemNos(3), LIST);
    await service.start();
    await world.clock.advance(120_000);
    expect(world.naver.countOf('createProduct')).toBe(0);
    expect(service.status(MAIN_STORE).pauseReason?.code).toBe('STORAGE_READ_ONLY');
    world.database.pragma('query_only = OFF');
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts.done).toBe(3);
    expect(world.naver.products()).toHaveLength(3);
  });
});
