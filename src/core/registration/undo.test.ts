import { type BatchId, MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import type { RegistrationService } from './port';
import { createQueueWorld, itemNos, type QueueWorld, untilAllRest } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const PAGE = { offset: 0, limit: 1000 } as const;

async function registered(
  world: QueueWorld,
  count = 3,
): Promise<{ readonly service: RegistrationService; readonly batchId: BatchId }> {
  const service = world.service();
  const { batchId } = await service.enqueue(MAIN_STORE, itemNos(count), LIST);
  await service.start();
  await untilAllRest(world, service);
  return { service, batchId };
}

async function untilEnded(
  world: QueueWorld,
  service: RegistrationService,
  undoId: string,
): Promise<void> {
  await world.clock.settle();
  if (service.undo.find(undoId)?.endedAtMs !== null) return;
  await world.clock.advanceUntil(() => service.undo.find(undoId)?.endedAtMs !== null);
}

describe('taking a batch back', () => {
  it('lists the products first, then deletes them all and keeps what each was', async () => {
    const world = await createQueueWorld();
    const { service, batchId } = await registered(world);
    const plan = service.undo.plan(batchId, 100);
    expect(plan).toMatchObject({ createdCount: 3, adoptedCount: 0, underWayCount: 0 });
    expect(plan.candidates.map((product) => product.itemNo)).toEqual(itemNos(3));
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    await untilEnded(world, service, run.undoId);
    expect(world.naver.products()).toEqual([]);
    expect(service.undo.find(run.undoId)?.counts.done).toBe(3);
    const kept = world.database.prepare('SELECT before_json FROM undo_items').pluck().all();
    expect(kept.map((json) => JSON.parse(String(json)).sellerCode)).toEqual(
      itemNos(3).map((itemNo) => `SB-${itemNo}`),
    );
    expect(service.listJobs(PAGE).jobs.map((job) => [job.state, job.reasons[0]?.code])).toEqual(
      Array(3).fill(['cancelled', 'REGISTRATION_UNDONE_DELETED']),
    );
    expect(world.database.prepare('SELECT COUNT(*) FROM products').pluck().get()).toBe(0);
  });

  it('lets the items be registered again afterwards, also while the search still lists the old ones', async () => {
    const world = await createQueueWorld();
    const { service, batchId } = await registered(world, 1);
    const old = world.naver.products()[0];
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    await untilEnded(world, service, run.undoId);
    const stale = { ...world.naver };
    world.naver.findBySellerCode = async (...args) => [
      ...(await stale.findBySellerCode(...args)),
      {
        originProductNo: old?.originProductNo ?? run.undoId,
        channelProductNo: '1',
        name: '',
        sellerCode: 'SB-1000',
        status: 'SALE',
        salePriceKrw: 0,
        stock: 0,
      } as never,
    ];
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await untilAllRest(world, service);
    expect(world.naver.products()).toHaveLength(1);
    expect(service.listJobs(PAGE).jobs[0]).toMatchObject({
      state: 'done',
      originProductNo: world.naver.products()[0]?.originProductNo,
    });
  });

  it('suspends them instead when asked, and keeps them as ours', async () => {
    const world = await createQueueWorld();
    const { service, batchId } = await registered(world);
    const run = service.undo.begin(batchId, MAIN_STORE, {
      kind: 'suspend',
      includesAdopted: false,
    });
    await untilEnded(world, service, run.undoId);
    expect(world.naver.products().map((product) => product.status)).toEqual(
      Array(3).fill('SUSPENSION'),
    );
    expect(service.status(MAIN_STORE).counts.done).toBe(3);
    expect(service.listJobs(PAGE).jobs[0]?.reasons.at(-1)?.code).toBe(
      'REGISTRATION_UNDONE_SUSPENDED',
    );
  });

  it('never touches an adopted product unless that is said', async () => {
    const world = await createQueueWorld();
    const planted = world.naver.plant({
      originProduct: {
        name: '먼저 등록된 상품',
        salePrice: 9000,
        detailAttribute: { sellerCodeInfo: { sellerManagementCode: 'SB-1000' } },
      },
    });
    const { service, batchId } = await registered(world, 2);
    expect(service.undo.plan(batchId, 10)).toMatchObject({ createdCount: 1, adoptedCount: 1 });
    const how = { kind: 'delete', includesAdopted: false } as const;
    const run = service.undo.begin(batchId, MAIN_STORE, how);
    await untilEnded(world, service, run.undoId);
    expect(world.naver.products().map((product) => product.originProductNo)).toEqual([planted]);
    expect(() => service.undo.begin(batchId, MAIN_STORE, how)).toThrow(
      expect.objectContaining({ code: 'REGISTRATION_UNDO_NOTHING' }),
    );
    const all = service.undo.begin(batchId, MAIN_STORE, { ...how, includesAdopted: true });
    await untilEnded(world, service, all.undoId);
    expect(world.naver.products()).toEqual([]);
  });

  it('leaves a product alone that another list registered', async () => {
    const world = await createQueueWorld();
    const { service } = await registered(world, 2);
    const second = await service.enqueue(MAIN_STORE, itemNos(3), LIST);
    await untilAllRest(world, service);
    expect(service.undo.plan(second.batchId, 10).createdCount).toBe(1);
  });

  it('looks up what came of a call whose answer was lost instead of failing', async () => {
    const world = await createQueueWorld();
    const { service, batchId } = await registered(world);
    world.naver.faults.after = (call) => {
      if (call === 'deleteProduct') {
        throw new AppError('NETWORK_TIMEOUT', { retry: { kind: 'look-up' } });
      }
    };
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    await untilEnded(world, service, run.undoId);
    expect(service.undo.find(run.undoId)?.counts).toMatchObject({ done: 3, failed: 0 });
    expect(world.naver.countOf('deleteProduct')).toBe(3);
  });

  it('gives up on a product whose change Naver refuses, with the reason, and does the others', async () => {
    const world = await createQueueWorld();
    const { service, batchId } = await registered(world);
    const first = world.naver.products()[0]?.originProductNo;
    const { deleteProduct } = world.naver;
    world.naver.deleteProduct = (no, options) => {
      if (no === first) throw new AppError('NAVER_FORBIDDEN');
      return deleteProduct(no, options);
    };
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    await untilEnded(world, service, run.undoId);
    expect(service.undo.find(run.undoId)?.counts).toMatchObject({ done: 2, failed: 1 });
    const failed = service.undo.items(run.undoId, 'failed', 0, 10);
    expect(failed).toMatchObject({
      items: [{ originProductNo: first, reason: { code: 'NAVER_FORBIDDEN' } }],
      total: 1,
    });
    expect(service.undo.items(run.undoId, null, 0, 2)).toMatchObject({
      items: [{ state: 'failed' }, { state: 'done' }],
      total: 3,
    });
    expect(service.status(MAIN_STORE).counts).toMatchObject({ done: 1, cancelled: 2 });
  });

  it('waits while Naver is away, says why, and ends when it is back', async () => {
    const world = await createQueueWorld();
    const { service, batchId } = await registered(world);
    world.naver.faults.before = () => {
      throw new AppError('NAVER_NOT_AUTHORISED');
    };
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    await world.clock.advance(600_000);
    expect(service.undo.find(run.undoId)?.hindrance?.code).toBe('NAVER_NOT_AUTHORISED');
    delete world.naver.faults.before;
    await untilEnded(world, service, run.undoId);
    expect(service.undo.find(run.undoId)?.counts.done).toBe(3);
  });

  it('gives no product up while the whole marketplace is away, however long', async () => {
    const world = await createQueueWorld();
    const { service, batchId } = await registered(world, 1);
    world.naver.faults.before = () => {
      throw new AppError('NETWORK_TIMEOUT', { params: { host: 'naver', seconds: 20 } });
    };
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    const asked = world.naver.countOf('findProduct');
    await world.clock.advance(3 * 3_600_000);
    expect(service.undo.find(run.undoId)).toMatchObject({
      endedAtMs: null,
      hindrance: { code: 'NETWORK_TIMEOUT' },
    });
    // Asked less and less often, down to once a minute.
    expect(world.naver.countOf('findProduct') - asked).toBeLessThan(200);
    delete world.naver.faults.before;
    await untilEnded(world, service, run.undoId);
    expect(service.undo.find(run.undoId)?.counts).toMatchObject({ done: 1, failed: 0 });
  });

  it('goes on after a restart where it was', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const { service, batchId } = await registered(world, 6);
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    await world.clock.advance(1200);
    const stopped = service.stop(0);
    await world.clock.advance(1000);
    await stopped;
    const left = world.naver.products().length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(6);
    const next = world.service();
    await next.start();
    await untilEnded(world, next, run.undoId);
    expect(world.naver.products()).toEqual([]);
    expect(next.undo.find(run.undoId)?.counts.done).toBe(6);
  });

  it('can be cancelled: what was not begun stays', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const { service, batchId } = await registered(world, 6);
    const run = service.undo.begin(batchId, MAIN_STORE, { kind: 'delete', includesAdopted: false });
    await world.clock.advance(1200);
    service.undo.cancel(run.undoId);
    await untilEnded(world, service, run.undoId);
    const { counts } = service.undo.find(run.undoId) ?? { counts: { done: 0, cancelled: 0 } };
    expect(counts.done + counts.cancelled).toBe(6);
    expect(counts.cancelled).toBeGreaterThan(0);
    expect(world.naver.products()).toHaveLength(counts.cancelled);
  });
});
