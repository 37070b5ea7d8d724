import { MAIN_STORE } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { describe, expect, it } from 'vitest';
import type { RegistrationService } from './port';
import { createQueueWorld, itemNos, type QueueWorld } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;

async function registered(world: QueueWorld, count: number): Promise<RegistrationService> {
  const service = world.service();
  await service.enqueue(MAIN_STORE, itemNos(count), LIST);
  await service.start();
  await world.clock.advanceUntil(() =>
    service.listJobs({ offset: 0, limit: 100 }).jobs.every((job) => isResting(job.state)),
  );
  return service;
}

function plant(world: QueueWorld, sellerCode: string): ReturnType<QueueWorld['naver']['plant']> {
  return world.naver.plant({
    originProduct: {
      name: `상품 ${sellerCode}`,
      salePrice: 9000,
      stockQuantity: 3,
      detailAttribute: { sellerCodeInfo: { sellerManagementCode: sellerCode } },
    },
  });
}

describe('products at Naver with our code that are unknown here', () => {
  it('are found over all pages, while own products and foreign codes are left out', async () => {
    const world = await createQueueWorld();
    const service = await registered(world, 7);
    plant(world, 'OTHER-1');
    plant(world, 'SB-');
    const lost = plant(world, 'SB-7777');
    expect(service.orphans.report(MAIN_STORE)).toMatchObject({ orphans: [], scannedAtMs: null });
    const report = await service.orphans.scan(MAIN_STORE);
    expect(report).toMatchObject({ productCount: 10, readingCount: null });
    expect(report.orphans).toMatchObject([
      {
        originProductNo: lost,
        itemNo: '7777',
        salePriceKrw: 9000,
        isDouble: false,
        decision: null,
      },
    ]);
  });

  it('become ours when adopted, and importing them again creates nothing', async () => {
    const world = await createQueueWorld();
    const service = await registered(world, 1);
    const lost = plant(world, 'SB-7777');
    await service.orphans.scan(MAIN_STORE);
    expect(service.orphans.adopt(MAIN_STORE, [lost])).toBe(1);
    expect(
      world.database
        .prepare('SELECT is_adopted, sale_price_krw FROM products WHERE item_no = ?')
        .get('7777'),
    ).toEqual({ is_adopted: 1, sale_price_krw: 9000 });
    const again = await service.orphans.scan(MAIN_STORE);
    expect(again.orphans).toMatchObject([{ decision: 'adopted' }]);
    await service.enqueue(MAIN_STORE, itemNos(1, 7777), LIST);
    await world.clock.advanceUntil(() => service.status(MAIN_STORE).counts.done === 2);
    expect(world.naver.countOf('createProduct')).toBe(1);
  });

  it('stay as they are when left, and are not asked about again', async () => {
    const world = await createQueueWorld();
    const service = await registered(world, 1);
    const lost = plant(world, 'SB-7777');
    await service.orphans.scan(MAIN_STORE);
    expect(service.orphans.leave(MAIN_STORE, [lost])).toBe(1);
    expect((await service.orphans.scan(MAIN_STORE)).orphans).toMatchObject([{ decision: 'left' }]);
  });

  it('that double a product of ours are told as such and cannot be adopted', async () => {
    const world = await createQueueWorld();
    const service = await registered(world, 1);
    const double = plant(world, 'SB-1000');
    const report = await service.orphans.scan(MAIN_STORE);
    expect(report.orphans).toMatchObject([{ originProductNo: double, isDouble: true }]);
    expect(service.orphans.adopt(MAIN_STORE, [double])).toBe(0);
  });

  it('are forgotten once they are gone from Naver', async () => {
    const world = await createQueueWorld();
    const service = await registered(world, 1);
    const lost = plant(world, 'SB-7777');
    await service.orphans.scan(MAIN_STORE);
    await world.naver.deleteProduct(lost, { lane: 'normal' });
    expect((await service.orphans.scan(MAIN_STORE)).orphans).toEqual([]);
  });
});
