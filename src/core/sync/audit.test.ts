import { MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import type { ProductInspection } from '../naver/port';
import {
  acting,
  ITEM,
  itemNosOf,
  listed,
  openWatched,
  PAGE,
  priced,
  type WatchWorld,
} from './watch-fixture';

const [, SECOND = ITEM, THIRD = ITEM, FOURTH = ITEM] = itemNosOf(4);
const DAY_MS = 86_400_000;

/** The night's check of our own listings, by a process started for it. */
async function auditOf(world: WatchWorld): Promise<void> {
  world.clock.jumpWallClock(DAY_MS);
  const night = world.service();
  await night.start();
  await world.clock.advance(30_000);
  await night.stop(1000);
}

describe('what was done to our listings outside', () => {
  it('does not overwrite a price that was changed by hand, and offers both sides', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('price-up'));
    world.naver.alter(listed(world).originProductNo, { salePriceKrw: 15_000 });
    world.change(ITEM, priced(6000));
    expect(await watch.runOnce()).toMatchObject({ asked: 1 });
    expect(listed(world).salePriceKrw).toBe(15_000);
    const { findings } = watch.listFindings(MAIN_STORE, 0, 10);
    expect(findings).toMatchObject([
      { kind: 'price-changed-outside', ours: 9900, theirs: 15_000, source: 8100 },
    ]);
    expect(watch.listProducts(PAGE).products[0]?.locks).toEqual(['price']);
    watch.settleFindings(
      findings.map(({ findingId }) => findingId),
      'restore',
    );
    await watch.runOnce();
    expect(listed(world).salePriceKrw).toBe(9900);
  });

  it('is found: suspended, repriced, sold, and gone from the store', async () => {
    const { world, watch } = await openWatched([ITEM, SECOND, THIRD, FOURTH]);
    world.naver.alter(listed(world, 0).originProductNo, { status: 'SUSPENSION' });
    world.naver.alter(listed(world, 1).originProductNo, { salePriceKrw: 12_340 });
    world.naver.alter(listed(world, 2).originProductNo, { stock: 90 });
    await world.naver.deleteProduct(listed(world, 3).originProductNo, { lane: 'batch' });
    await auditOf(world);
    const { findings } = watch.listFindings(MAIN_STORE, 0, 10);
    expect(findings.map(({ itemNo, kind }) => [itemNo, kind]).sort()).toEqual([
      [ITEM, 'suspended-outside'],
      [SECOND, 'price-changed-outside'],
      [FOURTH, 'missing-outside'],
    ]);
    // What was sold is no finding; it makes the product worth looking at.
    const hot = watch.listProducts({ ...PAGE, temperature: 'hot' }).products;
    expect(hot.map(({ itemNo }) => itemNo)).toContain(THIRD);
    expect(world.told.map(({ kind, severity }) => [kind, severity])).toEqual(
      Array.from({ length: 3 }, () => ['outside-change', 'ask']),
    );
  });

  it('stays when the seller keeps it, and that part is locked from then on', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('price-up'));
    world.naver.alter(listed(world).originProductNo, { salePriceKrw: 15_000 });
    await auditOf(world);
    const [finding] = watch.listFindings(MAIN_STORE, 0, 10).findings;
    expect(finding).toMatchObject({ ours: 9900, theirs: 15_000, source: expect.any(Number) });
    expect(watch.settleFindings([finding?.findingId ?? 0], 'keep')).toBe(1);
    await auditOf(world);
    expect(watch.listFindings(MAIN_STORE, 0, 10).total).toBe(0);
    world.change(ITEM, priced(6000));
    expect(await watch.runOnce()).toMatchObject({ applied: 0, asked: 1 });
    expect(listed(world).salePriceKrw).toBe(15_000);
    watch.setLocks(MAIN_STORE, ITEM, []);
    world.change(ITEM, priced(7000));
    expect(await watch.runOnce()).toMatchObject({ applied: 1 });
  });

  it('is never sold again by a stock that comes back, until the seller restores it', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, { inventory: 0 });
    await watch.runOnce();
    world.naver.alter(listed(world).originProductNo, { status: 'SUSPENSION' });
    await auditOf(world);
    world.change(ITEM, { inventory: 40 });
    await watch.runOnce();
    expect(listed(world).status).toBe('SUSPENSION');
    const [finding] = watch.listFindings(MAIN_STORE, 0, 10).findings;
    expect(finding).toMatchObject({ kind: 'suspended-outside', isRestorable: true });
    watch.settleFindings([finding?.findingId ?? 0], 'restore');
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ status: 'SALE', stock: 40 });
  });

  it('is concluded from no fault of the marketplace', async () => {
    const { world, watch } = await openWatched([ITEM, SECOND]);
    world.naver.alter(listed(world).originProductNo, { salePriceKrw: 15_000 });
    world.naver.faults.before = (call) => {
      if (call === 'listProducts')
        throw new AppError('NAVER_UNAVAILABLE', { params: { status: 503 } });
    };
    await auditOf(world);
    expect(watch.listFindings(MAIN_STORE, 0, 10).total).toBe(0);
    world.naver.faults.before = () => undefined;
    await auditOf(world);
    expect(watch.listFindings(MAIN_STORE, 0, 10).total).toBe(1);
  });
});

describe('Naver’s inspection', () => {
  const inspected = (world: WatchWorld): ProductInspection => ({
    channelProductNo: world.naver.channelNoOf(listed(world).originProductNo),
    reason: '상표권 침해 의심',
    action: '판매 금지',
    isRestorable: true,
  });

  it('raises a loud alarm once for a product of ours, with Naver’s own words, and only for ours', async () => {
    const { world, watch } = await openWatched();
    const foreign = '99999999' as ProductInspection['channelProductNo'];
    world.naver.inspections.push(inspected(world), {
      ...inspected(world),
      channelProductNo: foreign,
    });
    await auditOf(world);
    await auditOf(world);
    expect(world.told).toMatchObject([
      {
        kind: 'inspection',
        severity: 'alarm',
        code: 'WATCH_INSPECTION',
        itemNo: ITEM,
        link: { screen: 'inspections', itemNo: ITEM },
      },
    ]);
    expect(watch.listFindings(MAIN_STORE, 0, 10).findings).toMatchObject([
      { kind: 'inspection', verbatim: '상표권 침해 의심 · 판매 금지', isRestorable: false },
    ]);
  });

  it('is polled by itself, and its finding goes when Naver lets the product be', async () => {
    const { world, watch } = await openWatched();
    await watch.start();
    await world.clock.advance(60_000);
    world.naver.inspections.push(inspected(world));
    await world.clock.advance(40 * 60_000);
    expect(watch.listFindings(MAIN_STORE, 0, 10).total).toBe(1);
    world.naver.inspections.length = 0;
    await world.clock.advance(40 * 60_000);
    expect(watch.listFindings(MAIN_STORE, 0, 10).total).toBe(0);
    await watch.stop(1000);
  });
});

describe('a picture licence that is withdrawn', () => {
  const licence = (isUsable: boolean) => ({ licence: { isUsable, text: '' } });

  it('asks by default, with what it would do, and takes the product off the shelf when approved', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, licence(false));
    expect(await watch.runOnce()).toMatchObject({ applied: 0, asked: 1 });
    expect(listed(world).status).toBe('SALE');
    const { approvals } = watch.listApprovals(MAIN_STORE, 0, 10);
    expect(approvals).toMatchObject([
      {
        aspect: 'status',
        effect: { listing: { before: 'on-sale', after: 'suspended' } },
        changes: [{ kind: 'licence-withdrawn' }],
      },
    ]);
    expect(world.told).toMatchObject([{ kind: 'licence-withdrawn', severity: 'alarm' }]);
    watch.approve(approvals.map(({ approvalId }) => approvalId));
    await watch.runOnce();
    expect(listed(world).status).toBe('SUSPENSION');
  });

  it('is not undone by a stock that moves: selling again is a question', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('licence-withdrawn'));
    world.change(ITEM, licence(false));
    await watch.runOnce();
    // Past the cool-down of stock.
    await world.clock.advance(DAY_MS / 24);
    world.change(ITEM, { inventory: 20 });
    await watch.runOnce();
    expect(listed(world).status).toBe('SUSPENSION');
    const { approvals } = watch.listApprovals(MAIN_STORE, 0, 10);
    expect(approvals).toMatchObject([{ aspect: 'stock', reasons: [{ code: 'WATCH_NO_LICENCE' }] }]);
    watch.approve(approvals.map(({ approvalId }) => approvalId));
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ status: 'SALE', stock: 20 });
  });

  it('is followed at once by policy, and left alone when the seller passes over the question', async () => {
    const [acts, passes] = [await openWatched(), await openWatched()];
    acts.watch.savePolicy(acting('licence-withdrawn'));
    for (const { world, watch } of [acts, passes]) {
      world.change(ITEM, licence(false));
      await watch.runOnce();
    }
    expect(listed(acts.world).status).toBe('SUSPENSION');
    const { approvals } = passes.watch.listApprovals(MAIN_STORE, 0, 10);
    passes.watch.dismiss(approvals.map(({ approvalId }) => approvalId));
    await passes.watch.runOnce();
    expect(listed(passes.world).status).toBe('SALE');
    expect(passes.watch.listChanges(PAGE).changes).toMatchObject([{ state: 'dismissed' }]);
  });
});

describe('an item that ended', () => {
  it('asks where the policy says so, and is taken off the shelf when approved', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy({ ...acting('ended'), action: 'ask' });
    world.change(ITEM, { status: 'sale-ended', statusText: '판매종료' });
    expect(await watch.runOnce()).toMatchObject({ applied: 0, asked: 1 });
    const { approvals } = watch.listApprovals(MAIN_STORE, 0, 10);
    expect(approvals).toMatchObject([{ aspect: 'status', changes: [{ kind: 'ended' }] }]);
    watch.approve(approvals.map(({ approvalId }) => approvalId));
    await watch.runOnce();
    expect(listed(world).status).toBe('SUSPENSION');
  });

  it('is asked about, whatever the policy, when the status is one that nobody has documented', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, { status: 'other', statusText: '점검중' });
    const report = await watch.runOnce();
    expect(report).toMatchObject({ applied: 0, asked: 1 });
    expect(report.changes[0]?.reasons).toMatchObject([{ code: 'WATCH_END_NOT_CLEAR' }]);
    expect(listed(world).status).toBe('SALE');
  });
});
