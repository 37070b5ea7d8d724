import { MAIN_STORE } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import type { ItemClaims } from '../limiter/port';
import { createQueueWorld, itemNos } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const PAGE = { offset: 0, limit: 100 } as const;

/** Claims of all PCs in memory. */
function createClaims(): ItemClaims & {
  readonly holders: Map<string, string>;
  /** Items whose claims are renewed no more. */
  readonly left: string[];
} {
  const holders = new Map<string, string>();
  const left: string[] = [];
  return {
    holders,
    left,
    claim: async (storeId, itemNo) => {
      const key = `${storeId} ${itemNo}`;
      const heldBy = holders.get(key);
      if (heldBy !== undefined) return { isClaimed: false, heldBy, leaseLeftMs: 40_000 };
      holders.set(key, 'this PC');
      return {
        isClaimed: true,
        lost: new AbortController().signal,
        release: async () => {
          if (holders.get(key) === 'this PC') holders.delete(key);
        },
        leave: () => void left.push(itemNo),
      };
    },
  };
}

describe('an item that another PC works on', () => {
  it('waits with the reason, and takes over the product that the other one made', async () => {
    const world = await createQueueWorld();
    const claims = createClaims();
    claims.holders.set('store-key 1000', 'PC-2');
    const service = world.service({}, { items: claims, storeKey: () => 'store-key' });
    await service.enqueue(MAIN_STORE, itemNos(2), LIST);
    await service.start();
    await world.clock.advance(120_000);
    const waiting = service.listJobs({ ...PAGE, states: ['registering'] }).jobs;
    expect(waiting.map(({ itemNo, reasons }) => [itemNo, reasons[0]])).toEqual([
      [
        '1000',
        { code: 'REGISTRATION_CLAIMED_ELSEWHERE', severity: 'warn', params: { heldBy: 'PC-2' } },
      ],
    ]);
    expect(world.naver.products().map((product) => product.sellerCode)).toEqual(['SB-1001']);
    const made = world.naver.plant({
      originProduct: {
        name: '다른 PC의 상품',
        salePrice: 9000,
        detailAttribute: { sellerCodeInfo: { sellerManagementCode: 'SB-1000' } },
      },
    });
    claims.holders.delete('store-key 1000');
    await world.clock.advance(30_000);
    expect(service.listJobs(PAGE).jobs[0]).toMatchObject({ state: 'done', originProductNo: made });
    expect(world.naver.countOf('createProduct')).toBe(1);
  });

  it('is kept from the others until their search must find the new product', async () => {
    const world = await createQueueWorld();
    const claims = createClaims();
    const service = world.service({}, { items: claims, storeKey: () => 'store-key' });
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await world.clock.advanceUntil(() => service.status(MAIN_STORE).counts.done === 1);
    expect(claims.holders.size).toBe(1);
    await world.clock.advance(61_000);
    expect(claims.holders.size).toBe(0);
  });

  it('is neither renewed nor given back by a program that ends, which waits for nothing', async () => {
    const world = await createQueueWorld();
    const claims = createClaims();
    const service = world.service({}, { items: claims, storeKey: () => 'store-key' });
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await world.clock.advanceUntil(() => service.status(MAIN_STORE).counts.done === 1);
    await service.stop(0);
    expect(claims.left).toEqual(['1000']);
    expect(claims.holders.size).toBe(1);
    expect(world.clock.sleeperCount()).toBe(0);
  });

  it('is given up at once when nothing came of it', async () => {
    const world = await createQueueWorld();
    const claims = createClaims();
    world.naver.faults.rejects = () => [{ code: 'NAVER_REJECTED', severity: 'block' }];
    const service = world.service({}, { items: claims, storeKey: () => 'store-key' });
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await world.clock.advanceUntil(() =>
      service.listJobs(PAGE).jobs.every((job) => isResting(job.state)),
    );
    expect(claims.holders.size).toBe(0);
  });

  it('is not worked on while nobody can say who has it', async () => {
    const world = await createQueueWorld();
    const claims = createClaims();
    const { claim } = claims;
    claims.claim = async () => {
      throw new AppError('REDIS_UNREACHABLE', {
        params: { server: 'redis' },
        retry: { kind: 'after', delayMs: 1000 },
      });
    };
    const service = world.service({}, { items: claims, storeKey: () => 'store-key' });
    await service.enqueue(MAIN_STORE, itemNos(4), LIST);
    await service.start();
    await world.clock.advance(120_000);
    expect(world.naver.countOf('createProduct')).toBe(0);
    expect(service.status(MAIN_STORE).pauseReason?.code).toBe('REDIS_UNREACHABLE');
    claims.claim = claim;
    await world.clock.advanceUntil(() => service.status(MAIN_STORE).counts.done === 4);
    expect(world.naver.products()).toHaveLength(4);
  });
});
