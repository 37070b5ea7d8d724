import { MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { anItemNo } from '../testing/wholesale-item';
import { LIST_PIECE_SIZE } from './list-pieces';
import type { RegistrationService } from './port';
import { createQueueWorld, itemNos, type QueueWorld } from './service-fixture';

async function untilEnded(
  world: QueueWorld,
  service: RegistrationService,
  rehearsalId: string,
): Promise<void> {
  await world.clock.settle();
  if (service.rehearsals.find(rehearsalId)?.endedAtMs !== null) return;
  await world.clock.advanceUntil(() => service.rehearsals.find(rehearsalId)?.endedAtMs !== null);
}

describe('a rehearsal of a list', () => {
  it('takes a long list in piece by piece, and knows from the start how long it is', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const count = LIST_PIECE_SIZE + 10;
    const { rehearsalId, itemCount } = service.rehearsals.begin(
      MAIN_STORE,
      'long.csv',
      itemNos(count),
    );
    expect(itemCount).toBe(count);
    expect(world.database.prepare('SELECT COUNT(*) FROM rehearsal_items').pluck().get()).toBe(
      LIST_PIECE_SIZE,
    );
    await service.start();
    await untilEnded(world, service, rehearsalId);
    expect(service.rehearsals.find(rehearsalId)).toMatchObject({
      itemCount: count,
      counts: { 'would-register': count },
    });
    expect(service.rehearsals.passed(rehearsalId)).toEqual(itemNos(count));
  });

  it('that is called off takes nothing more in and counts the rest as cancelled', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const count = LIST_PIECE_SIZE * 2;
    const { rehearsalId } = service.rehearsals.begin(MAIN_STORE, 'long.csv', itemNos(count));
    service.rehearsals.cancel(rehearsalId);
    await service.start();
    await world.clock.advance(60_000);
    expect(world.domeggook.calls).toEqual([]);
    expect(service.rehearsals.find(rehearsalId)).toMatchObject({
      itemCount: count,
      counts: { cancelled: count },
    });
  });

  it('gives every item its verdict and sends nothing', async () => {
    const world = await createQueueWorld();
    world.naver.plant({
      originProduct: {
        name: '이미 있는 상품',
        salePrice: 9000,
        detailAttribute: { sellerCodeInfo: { sellerManagementCode: 'SB-1001' } },
      },
    });
    const deleted = anItemNo('1002');
    world.domeggook.lookups.set(deleted, { kind: 'deleted', itemNo: deleted });
    world.drafts.faults.reasonsOf = (item) =>
      item.itemNo === '1003' ? [{ code: 'REGISTRATION_DRAFT_NOT_READY', severity: 'ask' }] : [];
    const service = world.service();
    await service.start();
    const { rehearsalId } = service.rehearsals.begin(MAIN_STORE, 'list.csv', itemNos(5));
    await untilEnded(world, service, rehearsalId);
    const { items, total } = service.rehearsals.items(rehearsalId, undefined, 0, 10);
    expect(total).toBe(5);
    expect(items.map((item) => item.verdict)).toEqual([
      'would-register',
      'at-naver',
      'rejected',
      'needs-review',
      'would-register',
    ]);
    expect(items[3]?.reasons.map((reason) => reason.code)).toEqual([
      'REGISTRATION_DRAFT_NOT_READY',
    ]);
    expect(world.naver.countOf('createProduct')).toBe(0);
    expect(world.naver.countOf('uploadImages')).toBe(0);
    expect(service.listJobs({ offset: 0, limit: 10 }).total).toBe(0);
    expect(service.rehearsals.passed(rehearsalId)).toEqual(['1000', '1001', '1004']);
  });

  it('knows what is registered already', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(1), { lane: 'batch', batchName: 'list' });
    await service.start();
    await world.clock.advanceUntil(() => service.status(MAIN_STORE).counts.done === 1);
    const { rehearsalId } = service.rehearsals.begin(MAIN_STORE, 'again', itemNos(2));
    await untilEnded(world, service, rehearsalId);
    expect(service.rehearsals.find(rehearsalId)?.counts).toMatchObject({
      registered: 1,
      'would-register': 1,
    });
  });

  it('waits out a wholesaler that is away for a while, and fails the items of one that stays away', async () => {
    const world = await createQueueWorld();
    let calls = 0;
    world.domeggook.faults.before = () => {
      calls += 1;
      if (calls <= 2) throw new AppError('DOMEGGOOK_UNAVAILABLE', { retry: { kind: 'now' } });
    };
    const service = world.service();
    await service.start();
    const first = service.rehearsals.begin(MAIN_STORE, 'list.csv', itemNos(2));
    await untilEnded(world, service, first.rehearsalId);
    expect(service.rehearsals.find(first.rehearsalId)?.counts['would-register']).toBe(2);
    world.domeggook.faults.before = () => {
      throw new AppError('DOMEGGOOK_UNAVAILABLE', { retry: { kind: 'now' } });
    };
    const second = service.rehearsals.begin(MAIN_STORE, 'list.csv', itemNos(2));
    await untilEnded(world, service, second.rehearsalId);
    expect(service.rehearsals.find(second.rehearsalId)?.counts.failed).toBe(2);
  });

  it('goes on after a restart, and can be cancelled', async () => {
    const world = await createQueueWorld();
    const { rehearsalId } = world.service().rehearsals.begin(MAIN_STORE, 'list', itemNos(3));
    const service = world.service();
    const other = service.rehearsals.begin(MAIN_STORE, 'other', itemNos(4));
    service.rehearsals.cancel(other.rehearsalId);
    await service.start();
    await untilEnded(world, service, rehearsalId);
    expect(service.rehearsals.find(rehearsalId)?.counts['would-register']).toBe(3);
    expect(service.rehearsals.find(other.rehearsalId)?.counts.cancelled).toBe(4);
    expect(service.rehearsals.list(MAIN_STORE).map(({ name }) => name)).toEqual(['other', 'list']);
  });
});
