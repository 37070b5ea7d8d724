import { expect, test } from 'vitest';
import { generateCatalogue } from './generate';
import { createMarketState, type MarketState } from './market-state';
import { inventoryOf } from './model';

function freshMarket(): MarketState {
  const items = generateCatalogue(1, 300, Date.UTC(2026, 10, 1));
  return createMarketState({ items, seed: 1, nowMs: () => 1_000 });
}

test('the same steps change the same things', () => {
  const [one, other] = [freshMarket(), freshMarket()];
  expect(one.advance(5)).toEqual(other.advance(5));
  expect(one.items).toEqual(other.items);
});

test('a step changes some items and not most', () => {
  const market = freshMarket();
  const changes = market.advance(1);
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.length).toBeLessThan(60);
});

test('a new price scales the tiers', () => {
  const market = freshMarket();
  const tiered = market.items.find((item) => (item.supply?.length ?? 0) > 1);
  const before = tiered?.supply?.map((step) => step.priceKrw) ?? [];
  market.changePrice(tiered?.itemNo ?? 0, (before[0] ?? 0) * 2);
  const after = tiered?.supply?.map((step) => step.priceKrw) ?? [];
  expect(after[0]).toBe((before[0] ?? 0) * 2);
  expect(after[1]).toBeGreaterThan(before[1] ?? 0);
});

test('selling out empties every option', () => {
  const market = freshMarket();
  const item = market.items.find((entry) => entry.options !== null);
  market.soldOut(item?.itemNo ?? 0);
  expect(item === undefined ? -1 : inventoryOf(item)).toBe(0);
});

test('an item ends, is deleted and comes back', () => {
  const market = freshMarket();
  const itemNo = market.items[0]?.itemNo ?? 0;
  expect(market.end(itemNo).after).toBe('판매종료');
  expect(market.delete(itemNo).after).toBe('삭제');
  expect(market.restart(itemNo).after).toBe('판매중');
});

test('an unknown number or option key is a RangeError', () => {
  const market = freshMarket();
  expect(() => market.soldOut(1)).toThrow(RangeError);
  const itemNo = market.items[0]?.itemNo ?? 0;
  expect(() => market.changeOption(itemNo, '99', { stock: 1 })).toThrow(RangeError);
});

test('a quirk can be put on all items or taken off', () => {
  const market = freshMarket();
  const [item] = market.items;
  if (item === undefined) throw new Error('no items');
  market.setQuirk('no-thumb', 'all');
  expect(market.has(item, 'no-thumb')).toBe(true);
  market.setQuirk('no-thumb', 'none');
  expect(market.items.some((entry) => market.has(entry, 'no-thumb'))).toBe(false);
});
