import type { SourcingConditions } from '@shared/domain/sourcing';
import { describe, expect, it } from 'vitest';
import type { CallOptions, ItemSearch, ItemSummary } from '../domeggook/port';
import { createFakeDomeggook } from '../testing/fake-domeggook';
import { anItemNo, aWholesaleItem } from '../testing/wholesale-item';
import { searchLicensed } from './licensed-search';

const OPTIONS: CallOptions = { lane: 'normal', isInteractive: true };
const CUPS: SourcingConditions = { keyword: '컵' };
const PAGE_SIZE = 4;

/** Hits 1001, 1002, … of which `isLicensed` says what their supplier allows. */
function aMarket(totalItems: number, isLicensed: (place: number) => boolean) {
  const asked: ItemSearch[] = [];
  const items = Array.from({ length: totalItems }, (_, place) => `${1001 + place}`);
  const domeggook = createFakeDomeggook((itemNo) =>
    aWholesaleItem({
      itemNo,
      licence: { isUsable: isLicensed(Number(itemNo) - 1001), text: '' },
    }),
  );
  return {
    asked,
    calls: domeggook.calls,
    domeggook: {
      fetchItems: domeggook.fetchItems,
      searchItems: async (search: ItemSearch) => {
        asked.push(search);
        const start = (search.page - 1) * PAGE_SIZE;
        return {
          items: items.slice(start, start + PAGE_SIZE).map(aHit),
          totalItems,
          page: search.page,
          totalPages: Math.ceil(totalItems / PAGE_SIZE),
        };
      },
    },
  };
}

function aHit(itemNo: string): ItemSummary {
  return {
    itemNo: anItemNo(itemNo),
    title: `상품 ${itemNo}`,
    thumbnailUrl: null,
    supplierId: 'maker',
    supplierNick: null,
    priceKrw: 10_000,
    unitQuantity: 1,
    isBusinessOnly: false,
    isAdult: false,
    payer: 'prepaid',
    deliveryFeeKrw: 3000,
    isFromOversea: false,
    isOnDomeme: true,
  };
}

describe('searching for items whose pictures may be used', () => {
  it('fills its pages with permitted items only, in the order of the market', async () => {
    const { domeggook } = aMarket(14, (place) => place % 2 === 0);
    const pages = [];
    for (const page of [1, 2]) {
      const size = { page, pageSize: PAGE_SIZE };
      pages.push(await searchLicensed(domeggook, CUPS, size, OPTIONS));
    }
    expect(pages.map(({ items }) => items.map(({ itemNo }) => itemNo))).toEqual([
      ['1001', '1003', '1005', '1007'],
      ['1009', '1011', '1013'],
    ]);
    expect(pages).toMatchObject([
      { foundItems: 4, hasMore: true, checkedItems: 8, ofItems: 14 },
      { foundItems: 7, hasMore: false, checkedItems: 14, ofItems: 14 },
    ]);
  });

  it('takes what cannot be read for not permitted, and each number once', async () => {
    const { domeggook, calls } = aMarket(3, () => true);
    const size = { page: 1, pageSize: PAGE_SIZE };
    const twice: typeof domeggook = {
      ...domeggook,
      searchItems: async (search) => ({ ...(await domeggook.searchItems(search)), totalPages: 2 }),
      fetchItems: async (itemNos, options) =>
        (await domeggook.fetchItems(itemNos, options)).map((lookup) =>
          lookup.itemNo === '1002' ? { kind: 'deleted', itemNo: lookup.itemNo } : lookup,
        ),
    };
    const again = {
      ...twice,
      searchItems: (search: ItemSearch) => twice.searchItems({ ...search, page: 1 }),
    };
    const { items } = await searchLicensed(again, CUPS, size, OPTIONS);
    expect(items.map(({ itemNo }) => itemNo)).toEqual(['1001', '1003']);
    expect(calls).toEqual([['1001', '1002', '1003']]);
  });

  it('gives up where hardly any is permitted, and says how far it looked', async () => {
    const { domeggook, asked } = aMarket(400, (place) => place === 1);
    const size = { page: 1, pageSize: PAGE_SIZE };
    await expect(searchLicensed(domeggook, CUPS, size, OPTIONS)).resolves.toMatchObject({
      foundItems: 1,
      hasMore: false,
      checkedItems: 40,
      ofItems: 400,
    });
    expect(asked).toHaveLength(10);
  });
});
