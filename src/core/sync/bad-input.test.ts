import { MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { parseItem } from '../domeggook/item';
import { createWatchWorld, ITEM, itemNosOf, listed, openWatched, PAGE } from './watch-fixture';

const [, SECOND = ITEM, THIRD = ITEM] = itemNosOf(3);

describe('a wholesaler that answers badly', () => {
  it('reads an unreadable answer, a platform error and damaged options as nothing at all', async () => {
    const { world, watch } = await openWatched([ITEM, SECOND, THIRD]);
    world.domeggook.lookups.set(ITEM, {
      kind: 'unreadable',
      itemNo: ITEM,
      reason: { code: 'DOMEGGOOK_ITEM_UNREADABLE', severity: 'block' },
    });
    world.change(SECOND, { selectOpt: '{"type":"combination","set":[' });
    const report = await watch.runOnce();
    expect(report).toMatchObject({ checked: 1, changed: 0, applied: 0, fault: null });
    const { products } = watch.listProducts(PAGE);
    expect(products.filter(({ problem }) => problem !== null)).toHaveLength(2);
    world.domeggook.faults.before = () => {
      throw new AppError('DOMEGGOOK_UNAVAILABLE', { params: { status: 503 } });
    };
    const broken = await watch.runOnce();
    expect(broken).toMatchObject({ checked: 0, changed: 0 });
    expect(broken.fault?.code).toBe('DOMEGGOOK_UNAVAILABLE');
    expect(listed(world)).toMatchObject({ status: 'SALE', stock: 100 });
  });

  it('keeps a number on sale that is missing from the list and there when asked alone', async () => {
    const itemNos = itemNosOf(4);
    const { world, watch } = await openWatched(itemNos);
    const missing = SECOND;
    // Missing from the list, but there when asked alone.
    const listOnce = world.domeggook.fetchListed;
    Object.assign(world.domeggook, {
      fetchListed: async (...args: Parameters<typeof listOnce>) =>
        (await listOnce(...args)).map((lookup) =>
          lookup.itemNo === missing ? { kind: 'not-returned', itemNo: missing } : lookup,
        ),
    });
    const report = await watch.runOnce();
    expect(report).toMatchObject({ checked: 4, calls: 2, changed: 0 });
    expect(world.naver.products().every(({ status }) => status === 'SALE')).toBe(true);
  });

  it('stops and asks when a whole catalogue vanishes, and goes on when it is back', async () => {
    const itemNos = itemNosOf(200);
    const { world, watch } = await openWatched(itemNos);
    for (const itemNo of itemNos.slice(0, 150)) {
      world.domeggook.lookups.set(itemNo, { kind: 'deleted', itemNo });
    }
    const report = await watch.runOnce();
    expect(report.applied).toBe(0);
    expect(world.naver.products().every(({ status }) => status === 'SALE')).toBe(true);
    // Confirmations stop once it is clear that something larger is wrong.
    expect(report.calls).toBeLessThan(20);
    expect(world.told.filter(({ kind }) => kind === 'sweep-stopped')).toHaveLength(1);
    expect(watch.status(MAIN_STORE).openApprovals).toBe(report.asked);
    world.domeggook.lookups.clear();
    await watch.runOnce();
    expect(watch.status(MAIN_STORE).openApprovals).toBe(0);
    expect(world.naver.products().every(({ status }) => status === 'SALE')).toBe(true);
  });

  it('backs off from a faulty marketplace instead of hammering it', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    const watch = world.service();
    world.domeggook.faults.before = () => {
      throw new AppError('DOMEGGOOK_UNAVAILABLE', { params: { status: 503 } });
    };
    await watch.start();
    await world.clock.advance(3_600_000);
    expect(world.domeggook.calls.length).toBeLessThan(15);
    expect(watch.status(MAIN_STORE)).toMatchObject({
      halted: 'fault',
      haltReason: { code: 'DOMEGGOOK_UNAVAILABLE' },
    });
    await watch.stop(1000);
  });
});

describe('prices of the wholesaler', () => {
  const wire = (supply: unknown) => ({
    basis: { no: ITEM, status: '판매중', title: `상품 ${ITEM}` },
    price: { supply },
    qty: { inventory: 100 },
  });

  it.each([
    ['a text', '문의'],
    ['a comma', '1+3,800'],
    ['a table that breaks off', '1+3800|20'],
    ['an empty price', '1+'],
  ])('with %s in them are never read as a change', async (_, supply) => {
    const { world, watch } = await openWatched();
    const parsed = parseItem(wire(supply));
    expect(parsed.kind).toBe('unreadable');
    world.domeggook.lookups.set(ITEM, {
      kind: 'unreadable',
      itemNo: ITEM,
      reason: { code: 'DOMEGGOOK_ITEM_UNREADABLE', severity: 'block' },
    });
    expect(await watch.runOnce()).toMatchObject({ checked: 0, changed: 0, applied: 0 });
    expect(listed(world)).toMatchObject({ status: 'SALE', salePriceKrw: 9900 });
  });

  it('in tiers change with their first tier, and with tiers that a sale of one piece never pays not at all', async () => {
    const { world, watch } = await openWatched();
    const tiers = (one: number, twenty: number) => ({
      supplyPriceTiers: [
        { minQuantity: 1, unitPriceKrw: one },
        { minQuantity: 20, unitPriceKrw: twenty },
      ],
    });
    world.change(ITEM, tiers(5000, 4500));
    expect((await watch.runOnce()).changes).toEqual([]);
    world.change(ITEM, tiers(5500, 4500));
    expect((await watch.runOnce()).changes).toMatchObject([
      { kind: 'price-up', old: 5000, new: 5500 },
    ]);
  });
});

describe('a store that answers badly', () => {
  it('brings both halves home when half of a multi-update is lost', async () => {
    const itemNos = itemNosOf(10);
    const { world, watch } = await openWatched(itemNos);
    for (const itemNo of itemNos) world.change(itemNo, { inventory: 0 });
    world.naver.faults.isUpdateHalved = true;
    expect(await watch.runOnce()).toMatchObject({ applied: 5, failed: 0 });
    world.naver.faults.isUpdateHalved = false;
    await world.clock.advance(60_000);
    await watch.runOnce();
    expect(world.naver.products().every(({ stock }) => stock === 0)).toBe(true);
    expect(watch.status(MAIN_STORE).pendingWrites).toBe(0);
  });

  it('sends the others again when one of a multi-update is refused, and never the refused one', async () => {
    const itemNos = itemNosOf(6);
    const { world, watch } = await openWatched(itemNos);
    const bad = listed(world, 2).originProductNo;
    for (const itemNo of itemNos) world.change(itemNo, { inventory: 0 });
    world.naver.faults.refusesUpdate = (nos) => {
      const place = nos.indexOf(bad);
      if (place < 0) return null;
      const reasons = [{ code: 'NAVER_REJECTED', severity: 'block' } as const];
      return { kind: 'refused', reasons, places: nos.length > 1 ? [place] : [] };
    };
    expect(await watch.runOnce()).toMatchObject({ applied: 5, failed: 1 });
    const sent = world.naver.countOf('updateListings');
    expect(world.told.filter(({ kind }) => kind === 'apply-failed')).toHaveLength(1);
    await watch.runOnce();
    expect(world.naver.countOf('updateListings')).toBe(sent);
  });
});

describe('two sweeps', () => {
  it('at once run one after the other', async () => {
    const world = await createWatchWorld();
    for (const itemNo of itemNosOf(3)) world.plant(itemNo);
    const watch = world.service();
    let open = 0;
    let most = 0;
    world.domeggook.faults.before = async () => {
      open += 1;
      most = Math.max(most, open);
      await world.clock.sleep(1000);
      open -= 1;
    };
    const both = Promise.all([watch.runOnce(), watch.runOnce()]);
    await world.clock.advance(5000);
    await both;
    expect(most).toBe(1);
  });
});
