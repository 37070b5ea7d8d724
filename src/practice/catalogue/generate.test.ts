import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildDomeCategories } from './category-tree';
import { buildFamilies } from './families';
import { generateCatalogue, itemNoAt } from './generate';
import { type CatalogueItem, QUIRKS } from './model';
import { SAMPLES } from './samples';

const TODAY_MS = Date.UTC(2026, 10, 1);
const ITEMS = generateCatalogue(1, 360, TODAY_MS);

test('the same seed gives the same market, another seed another', () => {
  expect(generateCatalogue(1, 360, TODAY_MS)).toEqual(ITEMS);
  expect(generateCatalogue(2, 360, TODAY_MS)).not.toEqual(ITEMS);
});

test('an item does not depend on how many there are', () => {
  expect(generateCatalogue(1, 500, TODAY_MS).slice(0, 360)).toEqual(ITEMS);
});

test('numbers are distinct, also in a large market', () => {
  const numbers = Array.from({ length: 20_000 }, (_, index) => itemNoAt(3, index));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('every product class has its place in the category tree', () => {
  const tree = buildDomeCategories();
  const missing = buildFamilies().filter((family) => !tree.has(family.category));
  expect(missing).toEqual([]);
  expect(ITEMS.every((item) => item.categoryCodes.length >= 3)).toBe(true);
});

const VARIETY: readonly [what: string, has: (item: CatalogueItem) => boolean][] = [
  ['no options', (item) => item.options === null],
  ['one dimension', (item) => item.options?.dimensions.length === 1],
  ['two dimensions', (item) => item.options?.dimensions.length === 2],
  ['three dimensions', (item) => item.options?.dimensions.length === 3],
  ['a dummy option', (item) => item.options?.dimensions[0]?.values[0] === '기본선택'],
  ['more than a hundred values', (item) => (item.options?.entries.length ?? 0) > 100],
  [
    'a negative addition',
    (item) => item.options?.entries.some((one) => one.supAddKrw < 0) === true,
  ],
  ['an ended value', (item) => item.options?.entries.some((one) => one.hid === 1) === true],
  ['a hidden value', (item) => item.options?.entries.some((one) => one.hid === 2) === true],
  [
    'a wholesale-only value',
    (item) => item.supply !== null && item.options?.entries.some((one) => !one.isOnSupply) === true,
  ],
  ['everything sold out', (item) => item.options?.entries.every((one) => one.stock === 0) === true],
  ['a tiered single-unit price', (item) => (item.supply?.length ?? 0) > 1],
  ['wholesale only', (item) => item.supply === null],
  ['no wholesale', (item) => item.dome === null],
  ['a resale floor', (item) => item.resaleMinimumKrw !== null],
  ['no licence', (item) => !item.isLicensed],
  ['free delivery', (item) => item.delivery.payer === '무료배송'],
  ['collect', (item) => item.delivery.payer === '착불'],
  ['buyer’s choice', (item) => item.delivery.payer === '구매자선택'],
  ['tiered delivery', (item) => item.delivery.fee.kind === 'tiered'],
  ['proportional delivery', (item) => item.delivery.fee.kind === 'proportional'],
  ['delivery from abroad', (item) => item.delivery.isFromOversea],
  ['period over', (item) => item.status === '기간종료'],
  ['sale ended', (item) => item.status === '판매종료'],
  ['deleted', (item) => item.isDeleted],
  ['adults only', (item) => item.isAdult],
  ['tax exempt', (item) => item.tax === '면세상품'],
  ['zero rate', (item) => item.tax === '영세율상품'],
  ['a certificate', (item) => item.certificates.some((one) => !one.isExempt)],
  ['a certificate exemption', (item) => item.certificates.some((one) => one.isExempt)],
  ['sold in threes', (item) => item.supplyUnit === 3],
  ['a memo', (item) => item.memo !== null],
  ['listing denied', (item) => item.isListingDenied],
];

test.each(VARIETY)('the market of seed 1 has items with: %s', (_what, has) => {
  expect(ITEMS.filter(has).length).toBeGreaterThan(0);
});

test('every quirk is on some item, but for two that only a switch turns on', () => {
  const found = new Set(ITEMS.flatMap((item) => item.quirks));
  expect(QUIRKS.filter((quirk) => !found.has(quirk))).toEqual(['changing-prices', 'error-entries']);
});

test('most items can be sold as they are', () => {
  const sellable = ITEMS.filter(
    (item) =>
      item.status === '판매중' && !item.isDeleted && item.supply !== null && item.isLicensed,
  );
  expect(sellable.length).toBeGreaterThan(ITEMS.length * 0.7);
});

test('the sample list holds the first 24 numbers of seed 1', () => {
  const lines = readFileSync('resources/practice/sample-items.csv', 'utf8').trim().split('\r\n');
  const numbers = lines.slice(1).map((line) => Number(line.split(',')[0]));
  expect(lines[0]?.startsWith('상품번호,')).toBe(true);
  expect(numbers).toEqual(SAMPLES.map((_, index) => itemNoAt(1, index)));
});

test('eighteen samples leave nothing to decide, six must not go out', () => {
  const clean = ITEMS.slice(0, SAMPLES.length).filter(
    (item) =>
      !item.isDeleted &&
      item.status === '판매중' &&
      item.supply !== null &&
      item.isLicensed &&
      /^(국산|수입산_아시아_중국)/.test(item.country) &&
      item.familyKey !== 'toy' &&
      !item.quirks.includes('broken-select-opt'),
  );
  expect(clean.map((item) => item.index)).toEqual(Array.from({ length: 18 }, (_, index) => index));
});
