import { MAIN_STORE } from '@shared/domain/ids';
import { DEFAULT_WATCH_CONTROLS } from '@shared/domain/watch';
import { decodeSelectOpt } from '@shared/options/decode';
import { readOptions } from '@shared/options/read';
import { describe, expect, it } from 'vitest';
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

describe('detection', () => {
  it('tells how many were checked and changed, which, and old and new, and writes only differences', async () => {
    const world = await createWatchWorld();
    const itemNos = itemNosOf(3);
    for (const itemNo of itemNos) world.plant(itemNo);
    const watch = world.service();
    expect(await watch.runOnce()).toMatchObject({ checked: 3, calls: 1, changed: 0, changes: [] });
    world.change(ITEM, priced(6000));
    const report = await watch.runOnce();
    expect(report).toMatchObject({ checked: 3, calls: 1, changed: 1, asked: 1, applied: 0 });
    expect(report.changes).toMatchObject([
      { itemNo: ITEM, kind: 'price-up', old: 5000, new: 6000, action: 'ask' },
    ]);
    expect(await watch.runOnce()).toMatchObject({ changed: 0, changes: [] });
    const rows = world.database.prepare('SELECT count(*) AS n FROM watch_changes').get();
    expect(rows).toEqual({ n: 1 });
  });

  it('finds what changed between registration and the first check', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    world.change(ITEM, priced(7000));
    const watch = world.service();
    const report = await watch.runOnce();
    expect(report.changes).toMatchObject([{ kind: 'price-up', old: 5000, new: 7000 }]);
    expect(watch.history(MAIN_STORE, ITEM, 0)).toMatchObject({
      item: [{ priceKrw: 5000 }, { priceKrw: 7000 }],
    });
  });

  it('takes a price or a mark in an option’s name for no change when the draft read it there', async () => {
    const world = await createWatchWorld();
    const listed = [{ name: '블랙' }, { name: '그레이(+1,000원)' }, { name: '[품절] 화이트' }];
    world.plant(ITEM, {
      options: listed,
      draft: {
        content: {
          options: readOptions(decodeSelectOpt(selectOptOf(listed), 'supply'), {
            category: '',
            title: '',
          }),
        },
      },
    });
    expect((await world.service().runOnce()).changes).toEqual([]);
  });

  it('looks again at a product that has been quiet for a month', async () => {
    const { world, watch } = await openWatched();
    world.clock.jumpWallClock(30 * 86_400_000);
    world.change(ITEM, { inventory: 0 });
    expect((await watch.runOnce()).changes).toMatchObject([{ kind: 'sold-out' }]);
  });

  it('takes a product off the shelf when the supplier ends it or the market says it was deleted', async () => {
    const world = await createWatchWorld();
    const [ended, deleted] = itemNosOf(2);
    if (!ended || !deleted) throw new Error('two items');
    world.plant(ended);
    world.plant(deleted);
    const watch = world.service();
    await watch.runOnce();
    world.change(ended, { status: 'sale-ended', statusText: '판매종료' });
    world.domeggook.lookups.set(deleted, { kind: 'deleted', itemNo: deleted });
    const report = await watch.runOnce();
    expect(report).toMatchObject({ applied: 2, calls: 2 });
    expect(report.changes.map(({ kind, new: now }) => [kind, now])).toEqual([
      ['ended', 'sale-ended'],
      ['ended', 'gone'],
    ]);
    expect(world.naver.products().map(({ status }) => status)).toEqual([
      'SUSPENSION',
      'SUSPENSION',
    ]);
    // Back again: what sync stopped, sync sells again.
    world.change(ended, { status: 'on-sale' });
    expect((await watch.runOnce()).changes).toMatchObject([{ kind: 'back-in-stock' }]);
    expect(listed(world).status).toBe('SALE');
  });
});

describe('following', () => {
  it('closes a sold-out product at once and opens it again with the stock there is', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, { inventory: 0 });
    expect(await watch.runOnce()).toMatchObject({ applied: 1, asked: 0 });
    expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
    world.change(ITEM, { inventory: 40 });
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ status: 'SALE', stock: 40 });
  });

  it('proposes a price by the margin rule, shows its effect and writes it when it is approved', async () => {
    const { world, watch } = await openWatched();
    await world.clock.advance(60_000);
    world.change(ITEM, priced(9000));
    await watch.runOnce();
    const { approvals } = watch.listApprovals(MAIN_STORE, 0, 10);
    // 9,000 / (1 - 0.055 - 0.2) = 12,080.5, rounded up to 100.
    expect(approvals).toMatchObject([
      {
        aspect: 'price',
        effect: {
          salePriceKrw: { before: 9900, after: 12_100 },
          netProfitKrw: { before: 355, after: 2434 },
        },
        changes: [{ kind: 'price-up', old: 5000, new: 9000 }],
      },
    ]);
    expect(listed(world).salePriceKrw).toBe(9900);
    expect(watch.approve(approvals.map(({ approvalId }) => approvalId))).toBe(1);
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ salePriceKrw: 12_100, stock: 100 });
    expect(watch.listChanges(PAGE).changes).toMatchObject([{ state: 'applied' }]);
    expect(watch.history(MAIN_STORE, ITEM, 0)).toMatchObject({
      item: [{ priceKrw: 5000 }, { priceKrw: 9000 }],
      listing: [{ priceKrw: 12_100 }],
    });
  });

  it('acts on a price by policy, within its bounds, and keeps the resale floor', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('price-up', { maxPriceKrw: 12_000 }));
    watch.savePolicy(acting('floor-raised'));
    world.change(ITEM, priced(6000));
    expect(await watch.runOnce()).toMatchObject({ applied: 1, asked: 0 });
    expect(listed(world).salePriceKrw).toBe(8100);
    world.change(ITEM, { resaleMinimumKrw: 11_000 });
    await watch.runOnce();
    expect(listed(world).salePriceKrw).toBe(11_000);
    world.change(ITEM, priced(9500));
    const report = await watch.runOnce();
    expect(report).toMatchObject({ applied: 0, asked: 1 });
    expect(report.changes[0]?.reasons.map(({ code }) => code)).toContain('WATCH_PRICE_BOUND');
    expect(listed(world).salePriceKrw).toBe(11_000);
  });

  it('leaves out what a tolerance covers, counted from what was last followed', async () => {
    const { world, watch } = await openWatched();
    watch.savePolicy(acting('price-up', { toleranceKrw: 300 }));
    for (const [priceKrw, state] of [
      [5200, 'ignored'],
      [5300, 'ignored'],
      [5400, 'applied'],
    ] as const) {
      world.change(ITEM, priced(priceKrw));
      expect((await watch.runOnce()).changes.map((change) => change.state)).toEqual([state]);
    }
  });

  it('closes one option that ran out, and moves the free option without changing what buyers pay', async () => {
    const world = await createWatchWorld();
    const options = [
      { name: '블랙', stock: 10 },
      { name: '화이트', priceKrw: 1000, stock: 20 },
    ];
    world.plant(ITEM, { options });
    const watch = world.service();
    await watch.runOnce();
    world.change(ITEM, {
      selectOpt: selectOptOf([
        { name: '블랙', stock: 0 },
        { name: '화이트', priceKrw: 1000, stock: 20 },
      ]),
    });
    const report = await watch.runOnce();
    expect(report.changes).toMatchObject([
      { kind: 'sold-out', option: { key: '00', name: '블랙' }, state: 'applied' },
      { kind: 'stock' },
    ]);
    expect(listed(world)).toMatchObject({
      salePriceKrw: 10_900,
      stock: 20,
      status: 'SALE',
      optionCombinations: [
        { values: ['블랙'], priceKrw: -1000, stock: 0, usable: false },
        { values: ['화이트'], priceKrw: 0, stock: 20, usable: true },
      ],
    });
  });

  it('closes a product whose options all ran out, and gives every option its stock back', async () => {
    const { world, watch } = await openWatched([ITEM], {
      options: [{ name: '블랙' }, { name: '화이트' }],
    });
    const stocked = (black: number, white: number) => ({
      selectOpt: selectOptOf([
        { name: '블랙', stock: black },
        { name: '화이트', stock: white },
      ]),
    });
    world.change(ITEM, stocked(0, 0));
    expect((await watch.runOnce()).changes).toMatchObject([{ kind: 'sold-out', option: null }]);
    expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
    world.change(ITEM, stocked(3, 4));
    await watch.runOnce();
    expect(listed(world)).toMatchObject({
      status: 'SALE',
      stock: 7,
      optionCombinations: [
        { stock: 3, usable: true },
        { stock: 4, usable: true },
      ],
    });
  });

  it('stops selling an option that the supplier no longer lists and never adds a new one', async () => {
    const { world, watch } = await openWatched([ITEM], {
      options: [{ name: '블랙' }, { name: '화이트' }],
    });
    world.change(ITEM, { selectOpt: selectOptOf([{ name: '블랙' }, null, { name: '그레이' }]) });
    const report = await watch.runOnce();
    expect(report.changes.map(({ kind, option }) => [kind, option?.name])).toEqual([
      ['option-gone', '화이트'],
      ['option-added', '그레이'],
    ]);
    expect(listed(world).optionCombinations).toMatchObject([
      { values: ['블랙'], stock: 10, usable: true },
      { values: ['화이트'], stock: 0, usable: false },
    ]);
  });

  it('writes nothing in a dry run or under the kill switch, and goes on when the switch is off', async () => {
    const { world, watch } = await openWatched();
    watch.saveControls(MAIN_STORE, { ...DEFAULT_WATCH_CONTROLS, isDryRun: true });
    world.change(ITEM, { inventory: 0 });
    expect((await watch.runOnce()).changes).toMatchObject([{ state: 'dry-run' }]);
    expect(listed(world).stock).toBe(100);
    watch.saveControls(MAIN_STORE, { ...DEFAULT_WATCH_CONTROLS, isKillSwitchOn: true });
    world.change(ITEM, { inventory: 2 });
    await watch.runOnce();
    world.change(ITEM, { inventory: 0 });
    expect((await watch.runOnce()).changes).toMatchObject([{ kind: 'sold-out', state: 'held' }]);
    expect(listed(world).stock).toBe(100);
    watch.saveControls(MAIN_STORE, DEFAULT_WATCH_CONTROLS);
    await watch.runOnce();
    expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
    expect(watch.listChanges(PAGE).changes[0]).toMatchObject({
      kind: 'sold-out',
      state: 'applied',
    });
  });

  it('asks about a price that the seller locked in the draft', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM, { draft: { lockedFields: ['price'] } });
    const watch = world.service();
    watch.savePolicy(acting('price-up'));
    await watch.runOnce();
    world.change(ITEM, priced(6000));
    await watch.runOnce();
    expect(watch.listApprovals(MAIN_STORE, 0, 10).approvals[0]?.reasons).toMatchObject([
      { code: 'WATCH_PRICE_LOCKED' },
    ]);
    expect(listed(world).salePriceKrw).toBe(9900);
  });

  it('waits out the cool-down for a price but never for a stock that ran out', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    const watch = world.service();
    watch.savePolicy(acting('price-up', { coolDownMinutes: 60 }));
    await watch.runOnce();
    world.change(ITEM, priced(6000));
    await watch.runOnce();
    world.change(ITEM, priced(7000));
    expect((await watch.runOnce()).changes).toMatchObject([{ state: 'pending' }]);
    world.change(ITEM, { inventory: 0 });
    await watch.runOnce();
    expect(listed(world).stock).toBe(0);
  });
});

describe('the watcher', () => {
  it('checks by itself, waits through sleep and offline time, and catches up at once', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    const watch = world.service();
    await watch.start();
    await world.clock.advance(60_000);
    expect(watch.status(MAIN_STORE)).toMatchObject({ halted: null, watched: 1 });
    const checks = world.domeggook.calls.length;
    expect(checks).toBeGreaterThan(0);
    world.signals.powerSuspended();
    await world.clock.advance(3_600_000);
    expect(world.domeggook.calls.length).toBe(checks);
    expect(watch.status(MAIN_STORE).halted).toBe('asleep');
    world.change(ITEM, { inventory: 0 });
    world.signals.powerResumed();
    await world.clock.advance(20_000);
    expect(listed(world).stock).toBe(0);
    world.signals.networkChanged(false);
    await world.clock.advance(20_000);
    expect(watch.status(MAIN_STORE).halted).toBe('offline');
    await watch.stop(1000);
    expect(world.clock.sleeperCount()).toBe(0);
  });

  it('pauses for the seller, also across a restart', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    const watch = world.service();
    watch.pause();
    await watch.start();
    await world.clock.advance(600_000);
    expect(world.domeggook.calls).toHaveLength(0);
    await watch.stop(1000);
    const again = world.service();
    await again.start();
    await world.clock.advance(60_000);
    expect(again.status(MAIN_STORE).halted).toBe('paused');
    again.resume();
    await world.clock.advance(20_000);
    expect(world.domeggook.calls.length).toBeGreaterThan(0);
    await again.stop(1000);
  });
});
