import { describe, expect, it } from 'vitest';
import { readItemOptions } from '../options/item-options';
import { aWholesaleItem } from '../testing/wholesale-item';
import { createWatchWorld, ITEM, listed, openWatched, selectOptOf } from './watch-fixture';

const [BLACK, WHITE, NAVY] = [
  { name: '블랙', stock: 10 },
  { name: '화이트', stock: 20 },
  { name: '네이비', stock: 30 },
];
const COLOURS = [BLACK, WHITE, NAVY];

/** What buyers can order: stock by the name that they see. */
function onSale(world: Parameters<typeof listed>[0]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    listed(world).optionCombinations.map(({ values, stock, usable }) => [
      values.join('/'),
      usable ? stock : 0,
    ]),
  );
}

describe('a supplier’s option', () => {
  it('stays what it was called when one before it is taken out and it moves into its place', async () => {
    const { world, watch } = await openWatched([ITEM], { options: COLOURS });
    world.change(ITEM, { selectOpt: selectOptOf([WHITE, { ...NAVY, stock: 7 }]) });
    const report = await watch.runOnce();
    expect(report.changes.map(({ kind, option }) => [kind, option?.name])).toContainEqual([
      'option-gone',
      '블랙',
    ]);
    expect(onSale(world)).toEqual({ 블랙: 0, 화이트: 20, 네이비: 7 });
    // And still so at the next change, and when it is back at another place.
    world.change(ITEM, { selectOpt: selectOptOf([WHITE, { ...NAVY, stock: 3 }]) });
    await watch.runOnce();
    expect(onSale(world)).toEqual({ 블랙: 0, 화이트: 20, 네이비: 3 });
    await world.clock.advance(31 * 60_000);
    world.change(ITEM, { selectOpt: selectOptOf([WHITE, NAVY, BLACK]) });
    expect((await watch.runOnce()).changes).toContainEqual(
      expect.objectContaining({ kind: 'back-in-stock', option: { key: '00', name: '블랙' } }),
    );
    expect(onSale(world)).toEqual({ 블랙: 10, 화이트: 20, 네이비: 30 });
  });

  it('is not sold as another that the supplier put in its place while one before it vanished', async () => {
    const { world, watch } = await openWatched([ITEM], { options: COLOURS });
    world.change(ITEM, { selectOpt: selectOptOf([{ name: '아이보리', stock: 5 }, NAVY]) });
    const report = await watch.runOnce();
    expect(
      report.changes.flatMap(({ kind, option }) => (option ? [[kind, option.name]] : [])),
    ).toEqual([
      ['option-gone', '블랙'],
      ['option-gone', '화이트'],
      ['option-added', '아이보리'],
    ]);
    expect(onSale(world)).toEqual({ 블랙: 0, 화이트: 0, 네이비: 30 });
  });

  it('never takes the key of one that is gone', async () => {
    const { world, watch } = await openWatched([ITEM], { options: COLOURS });
    world.change(ITEM, { selectOpt: selectOptOf([BLACK, WHITE]) });
    await watch.runOnce();
    world.change(ITEM, { selectOpt: selectOptOf([BLACK, WHITE, { name: '레드', stock: 9 }]) });
    const report = await watch.runOnce();
    expect(
      report.changes.flatMap(({ kind, option }) => (option ? [[kind, option.name]] : [])),
    ).toEqual([['option-added', '레드']]);
    expect(onSale(world)).toEqual({ 블랙: 10, 화이트: 20, 네이비: 0 });
  });

  it('is the same with another spelling, a mark or a price beside its name', async () => {
    const { world, watch } = await openWatched([ITEM], { options: COLOURS });
    world.change(ITEM, {
      selectOpt: selectOptOf([
        { ...BLACK, name: '[당일발송] 블랙' },
        { ...WHITE, name: '화이트 ' },
        { ...NAVY, name: '네이비(+0원)' },
      ]),
    });
    expect((await watch.runOnce()).changes.filter(({ option }) => option !== null)).toEqual([]);
    expect(onSale(world)).toEqual({ 블랙: 10, 화이트: 20, 네이비: 30 });
  });

  it('is followed from what the registration read, also when the places moved before the first check', async () => {
    const world = await createWatchWorld();
    const selectOpt = selectOptOf(COLOURS);
    const options = readItemOptions(aWholesaleItem({ itemNo: ITEM, selectOpt }));
    world.plant(ITEM, { options: COLOURS, draft: { content: { options } } });
    world.change(ITEM, { selectOpt: selectOptOf([WHITE, NAVY]) });
    await world.service().runOnce();
    expect(onSale(world)).toEqual({ 블랙: 0, 화이트: 20, 네이비: 30 });
  });
});
