import { MAIN_STORE } from '@shared/domain/ids';
import { DEFAULT_WATCH_CONTROLS } from '@shared/domain/watch';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { koreanDay } from '../limiter/call-budget';
import {
  acting,
  createWatchWorld,
  ITEM,
  itemNosOf,
  listed,
  openWatched,
  PAGE,
  priced,
  selectOptOf,
} from './watch-fixture';

const SOLD_OUT = { inventory: 0 };

function colours(black: number, white: number) {
  return selectOptOf([
    { name: '블랙', stock: black },
    { name: '화이트', stock: white },
  ]);
}

describe('a product that ran out', () => {
  it('is closed also while the store’s search does not show it', async () => {
    const { world, watch } = await openWatched();
    world.naver.faults.hiddenFromSearch = new Set([listed(world).originProductNo]);
    world.change(ITEM, SOLD_OUT);
    expect(await watch.runOnce()).toMatchObject({ applied: 1, failed: 0 });
    expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
    expect(watch.listFindings(MAIN_STORE, 0, 10).total).toBe(0);
  });

  it('is tried for as long as it takes when the store does not take the write, and told once', async () => {
    const { world, watch } = await openWatched();
    world.naver.faults.refusesUpdate = () => ({ kind: 'unknown', cause: new Error('503') });
    world.change(ITEM, SOLD_OUT);
    for (let hour = 0; hour < 3; hour += 1) {
      for (let round = 0; round < 6; round += 1) {
        await watch.runOnce();
        await world.clock.advance(600_000);
      }
    }
    expect(world.told.filter(({ kind }) => kind === 'apply-failed')).toHaveLength(1);
    expect(watch.status(MAIN_STORE).pendingWrites).toBe(1);
    delete world.naver.faults.refusesUpdate;
    await watch.runOnce();
    expect(listed(world).stock).toBe(0);
    expect(watch.listChanges(PAGE).changes).toMatchObject([{ kind: 'sold-out', state: 'applied' }]);
  });

  it('can be tried again from the approvals after the store refused it', async () => {
    const { world, watch } = await openWatched();
    const reasons = [{ code: 'NAVER_REJECTED', severity: 'block' } as const];
    world.naver.faults.refusesUpdate = () => ({ kind: 'refused', reasons, places: [] });
    world.change(ITEM, SOLD_OUT);
    await watch.runOnce();
    const { approvals } = watch.listApprovals(MAIN_STORE, 0, 10);
    expect(approvals).toMatchObject([{ aspect: 'stock', reasons }]);
    delete world.naver.faults.refusesUpdate;
    watch.approve(approvals.map(({ approvalId }) => approvalId));
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
  });

  it('is closed while the wholesaler rests us for hours, and what the seller approves goes out too', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    const watch = world.service();
    await watch.start();
    await world.clock.advance(60_000);
    world.change(ITEM, { ...SOLD_OUT });
    world.naver.faults.before = () => {
      throw new AppError('NETWORK_UNREACHABLE', { params: { host: 'store' } });
    };
    await world.clock.advance(600_000);
    world.domeggook.faults.before = () => {
      const retry = { kind: 'after', delayMs: 8 * 3_600_000 } as const;
      throw new AppError('LIMITER_DAY_USED_UP', { params: { perDay: 15_000 }, retry });
    };
    watch.sweepNow();
    await world.clock.advance(60_000);
    delete world.naver.faults.before;
    await world.clock.advance(1_200_000);
    expect(listed(world).stock).toBe(0);
    await watch.stop(1000);
  });

  it('is closed when another option’s return waits for the seller', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM, {
      options: [
        { name: '블랙', stock: 10 },
        { name: '화이트', stock: 10 },
        { name: '네이비', stock: 10 },
      ],
    });
    const watch = world.service();
    await watch.runOnce();
    watch.savePolicy(acting('back-in-stock', { action: 'ask' }));
    const stocks = (black: number, white: number, navy: number) => ({
      selectOpt: selectOptOf([
        { name: '블랙', stock: black },
        { name: '화이트', stock: white },
        { name: '네이비', stock: navy },
      ]),
    });
    const sold = () => listed(world).optionCombinations.map(({ stock }) => stock);
    world.change(ITEM, stocks(0, 10, 10));
    await watch.runOnce();
    expect(sold()).toEqual([0, 10, 10]);
    world.change(ITEM, stocks(9, 0, 10));
    const report = await watch.runOnce();
    expect(report.changes).toMatchObject([
      { kind: 'back-in-stock', state: 'awaiting-approval' },
      { kind: 'sold-out', state: 'applied' },
      { kind: 'stock' },
    ]);
    expect(sold()).toEqual([0, 0, 10]);
    const { approvals } = watch.listApprovals(MAIN_STORE, 0, 10);
    watch.approve(approvals.map(({ approvalId }) => approvalId));
    await watch.runOnce();
    expect(sold()).toEqual([9, 0, 10]);
  });
});

describe('a stock', () => {
  it('that is low is followed piece by piece, whatever small moves are left out above', async () => {
    const { world, watch } = await openWatched();
    for (const [inventory, stock] of [
      [95, 100],
      [5, 5],
      [4, 4],
    ] as const) {
      world.change(ITEM, { inventory });
      await watch.runOnce();
      await world.clock.advance(3_600_000);
      await watch.runOnce();
      expect(listed(world).stock).toBe(stock);
    }
  });

  it('is written in time when the PC’s clock was turned back while the store did not answer', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, SOLD_OUT);
    world.naver.faults.refusesUpdate = () => ({ kind: 'unknown', cause: new Error('503') });
    await watch.start();
    watch.sweepNow();
    await world.clock.advance(20_000);
    expect(watch.status(MAIN_STORE).pendingWrites).toBe(1);
    delete world.naver.faults.refusesUpdate;
    world.clock.jumpWallClock(-3_600_000);
    await world.clock.advance(120_000);
    expect(listed(world).stock).toBe(0);
    await watch.stop(1000);
    // And when it was turned back while the program was not running.
    world.change(ITEM, { inventory: 50 });
    const dying = world.service();
    world.naver.faults.refusesUpdate = () => ({ kind: 'unknown', cause: new Error('503') });
    await dying.runOnce();
    delete world.naver.faults.refusesUpdate;
    world.clock.jumpWallClock(-7 * 86_400_000);
    await world.service().runOnce();
    expect(listed(world).stock).toBe(50);
  });
});

describe('the wholesaler’s allowance', () => {
  it('that ends in the middle of a sweep costs only a pause: what was seen is followed, the rest comes after it', async () => {
    const itemNos = itemNosOf(250);
    const { world, watch } = await openWatched(itemNos);
    for (const itemNo of itemNos) world.change(itemNo, SOLD_OUT);
    const first = world.domeggook.calls.length;
    world.domeggook.faults.before = (_, count) => {
      if (count !== first + 2) return;
      const retry = { kind: 'after', delayMs: 180_000 } as const;
      throw new AppError('DOMEGGOOK_LIMITED', { params: { seconds: 180 }, retry });
    };
    await watch.start();
    watch.sweepNow();
    await world.clock.advance(60_000);
    const closed = () => world.naver.products().filter(({ stock }) => stock === 0).length;
    expect(closed()).toBe(100);
    expect(world.domeggook.calls.length).toBe(first + 2);
    await world.clock.advance(3_600_000);
    expect(closed()).toBe(250);
    await watch.stop(1000);
  });

  it('that was used up is there again for a computer that slept over midnight in Korea', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    const today = koreanDay(world.clock.nowMs());
    world.database
      .prepare("INSERT INTO call_counts (service, day, calls) VALUES ('domeggook.watch', ?, 10500)")
      .run(today);
    const watch = world.service();
    await watch.start();
    await world.clock.advance(3_600_000);
    expect(world.domeggook.calls).toHaveLength(0);
    expect(watch.status(MAIN_STORE)).toMatchObject({ halted: null, budget: { usedToday: 10_500 } });
    world.signals.powerSuspended();
    world.clock.jumpWallClock(16 * 3_600_000);
    world.change(ITEM, SOLD_OUT);
    world.signals.powerResumed();
    await world.clock.advance(20_000);
    expect(listed(world).stock).toBe(0);
    await watch.stop(1000);
  });
});

describe('a fault of the store', () => {
  it('ends the whole round of writing: nothing goes on behind its back', async () => {
    const itemNos = itemNosOf(12);
    const { world, watch } = await openWatched(itemNos, {
      options: [{ name: '블랙' }, { name: '화이트' }],
    });
    for (const itemNo of itemNos) world.change(itemNo, { selectOpt: colours(0, 10) });
    world.naver.faults.before = async (call, count) => {
      if (call !== 'findProduct') return;
      if (count === 1) throw new AppError('NAVER_UNAVAILABLE', { params: { api: 'GET' } });
      await world.clock.sleep(1000);
    };
    const round = watch.runOnce();
    await world.clock.advance(60_000);
    expect((await round).fault?.code).toBe('NAVER_UNAVAILABLE');
    // The one that failed, and the three beside it, each read before and after.
    expect(world.naver.countOf('findProduct')).toBe(7);
    delete world.naver.faults.before;
    await watch.runOnce();
    expect(world.naver.products().every(({ stock }) => stock === 10)).toBe(true);
  });
});

describe('what the seller has not agreed to', () => {
  it('does not go out with an approval that was for another price', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, priced(9000));
    await watch.runOnce();
    watch.saveControls(MAIN_STORE, { ...DEFAULT_WATCH_CONTROLS, isKillSwitchOn: true });
    watch.approve(watch.listApprovals(MAIN_STORE, 0, 10).approvals.map((one) => one.approvalId));
    world.change(ITEM, priced(20_000));
    await watch.runOnce();
    watch.saveControls(MAIN_STORE, DEFAULT_WATCH_CONTROLS);
    await watch.runOnce();
    expect(listed(world).salePriceKrw).toBe(9900);
    expect(watch.listApprovals(MAIN_STORE, 0, 10).approvals).toMatchObject([{ aspect: 'price' }]);
  });

  it('does not go out with a price that only waited for its cool-down', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('price-down', { coolDownMinutes: 60 }));
    world.change(ITEM, { inventory: 50 });
    await watch.runOnce();
    world.change(ITEM, priced(4900));
    expect((await watch.runOnce()).changes).toMatchObject([{ state: 'pending' }]);
    world.change(ITEM, priced(9000));
    await watch.runOnce();
    await world.clock.advance(2 * 3_600_000);
    await watch.runOnce();
    expect(listed(world).salePriceKrw).toBe(9900);
  });

  it('is not taken for a change by hand when it was on its way as the price was asked about anew', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('price-down'));
    world.naver.faults.after = (call) => {
      // Written, but the answer and the reading back are lost.
      if (call !== 'updateListings') return;
      world.naver.faults.before = () => {
        throw new AppError('NAVER_UNAVAILABLE', { params: { api: 'GET' } });
      };
    };
    world.change(ITEM, priced(4900));
    await watch.runOnce();
    expect(listed(world).salePriceKrw).toBe(6600);
    delete world.naver.faults.after;
    world.change(ITEM, priced(9000));
    await watch.runOnce();
    delete world.naver.faults.before;
    await world.clock.advance(3_600_000);
    await watch.runOnce();
    expect(listed(world).salePriceKrw).toBe(6600);
    watch.approve(watch.listApprovals(MAIN_STORE, 0, 10).approvals.map((one) => one.approvalId));
    await watch.runOnce();
    expect(listed(world).salePriceKrw).toBe(12_100);
    expect(watch.listFindings(MAIN_STORE, 0, 10).total).toBe(0);
  });

  it('stays closed when its return was to be asked about and only its stock moved', async () => {
    const { world, watch } = await openWatched([ITEM], {
      options: [{ name: '블랙' }, { name: '화이트' }],
    });
    watch.savePolicy(acting('back-in-stock', { action: 'ask' }));
    for (const [black, white] of [
      [0, 0],
      [10, 10],
      [40, 40],
    ] as const) {
      world.change(ITEM, { selectOpt: colours(black, white) });
      await watch.runOnce();
      await world.clock.advance(3_600_000);
      await watch.runOnce();
    }
    expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
    expect(watch.listApprovals(MAIN_STORE, 0, 10).approvals).toMatchObject([{ aspect: 'stock' }]);
  });
});

describe('a product that returns', () => {
  it('below its cost is asked about instead of sold at a loss', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, SOLD_OUT);
    await watch.runOnce();
    world.change(ITEM, { ...priced(12_000), inventory: 30 });
    await world.clock.advance(3_600_000);
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
    const { approvals } = watch.listApprovals(MAIN_STORE, 0, 10);
    const ofStock = approvals.find(({ aspect }) => aspect === 'stock');
    expect(ofStock?.reasons).toMatchObject([{ code: 'WATCH_LOSS' }]);
    // With the price approved first it sells again, at what it costs now.
    watch.approve(approvals.map(({ approvalId }) => approvalId));
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ status: 'SALE', salePriceKrw: 16_200, stock: 30 });
  });
});

describe('a dry run', () => {
  it('writes nothing that was queued before it either, and is caught up with when it ends', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('price-up', { coolDownMinutes: 60 }));
    world.change(ITEM, { inventory: 50 });
    await watch.runOnce();
    world.change(ITEM, priced(6000));
    await watch.runOnce();
    watch.saveControls(MAIN_STORE, { ...DEFAULT_WATCH_CONTROLS, isDryRun: true });
    await world.clock.advance(2 * 3_600_000);
    world.change(ITEM, SOLD_OUT);
    expect((await watch.runOnce()).changes).toMatchObject([{ state: 'dry-run' }]);
    expect(listed(world)).toMatchObject({ salePriceKrw: 9900, stock: 50 });
    watch.saveControls(MAIN_STORE, DEFAULT_WATCH_CONTROLS);
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ salePriceKrw: 8100, stock: 0 });
    expect(watch.listChanges(PAGE).changes.map(({ state }) => state)).not.toContain('dry-run');
  });
});
