import { describe, expect, it } from 'vitest';
import { bench, KEY, NORMAL, refused } from '../testing/domeggook-client-bench';
import { faultOf } from '../testing/fault-of';

describe('searching', () => {
  const row = {
    no: '70000001',
    title: '예시',
    thumb: '//cdn.example/t',
    id: 'sup',
    price: '8900',
    unitQty: '1',
    comOnly: 'false',
    adultOnly: 'true',
    deli: { who: 'P', fee: '3000', add: 'true', fromOversea: 'false' },
    market: { domeggook: 'true', supply: 'true' },
  };
  const header = { numberOfItems: 1204, currentPage: '2', itemsPerPage: '3', numberOfPages: 402 };

  it('asks Domeme’s side with the market’s own codes', async () => {
    const { client, http } = bench(() => ({
      body: { domeggook: { header, list: { item: [row] } } },
    }));
    await client.searchItems(
      {
        keyword: ' 텀블러 ',
        payer: 'buyer-choice',
        origin: 'foreign',
        isFastDelivery: true,
        isGoodSupplier: false,
        sort: 'newest-change',
        minPriceKrw: 1000,
        page: 2,
        pageSize: 900,
      },
      NORMAL,
    );
    expect(Object.fromEntries(http.requests[0]?.url.searchParams ?? [])).toEqual({
      ver: '4.1',
      mode: 'getItemList',
      aid: KEY,
      om: 'json',
      market: 'supply',
      kw: '텀블러',
      who: 'C',
      org: 'fr',
      fdl: 'true',
      so: 'da',
      mnp: '1000',
      pg: '2',
      sz: '200',
    });
  });

  it('reads rows and totals in the forms they come in', async () => {
    const { client } = bench(() => ({ body: { domeggook: { header, list: { item: row } } } }));
    const page = await client.searchItems({ keyword: 'x', page: 2 }, NORMAL);
    expect(page).toMatchObject({ totalItems: 1204, page: 2, totalPages: 402 });
    expect(page.items).toEqual([
      {
        itemNo: '70000001',
        title: '예시',
        thumbnailUrl: 'https://cdn.example/t',
        supplierId: 'sup',
        supplierNick: null,
        priceKrw: 8900,
        unitQuantity: 1,
        isBusinessOnly: false,
        isAdult: true,
        payer: 'prepaid',
        deliveryFeeKrw: 3000,
        isFromOversea: false,
        isOnDomeme: true,
      },
    ]);
  });

  it('finds nothing without fault, leaves out rows without a price and says so', async () => {
    const none = { numberOfItems: 0, firstItem: 1, lastItem: 0, numberOfPages: 0 };
    const empty = bench(() => ({ body: { domeggook: { header: none, list: { item: [] } } } }));
    expect((await empty.client.searchItems({ keyword: 'x', page: 1 }, NORMAL)).items).toEqual([]);
    const rows = [row, { ...row, price: '' }];
    const partly = bench(() => ({ body: { domeggook: { header, list: { item: rows } } } }));
    expect((await partly.client.searchItems({ keyword: 'x', page: 1 }, NORMAL)).items).toHaveLength(
      1,
    );
    expect(partly.told()).toContain('unreadable');
  });

  it('says that the search is too broad', async () => {
    const { client } = bench(() => refused({ code: '1', dcode: 'NO_SEARCH_OPT' }));
    expect((await faultOf(client.searchItems({ page: 1 }, NORMAL))).code).toBe(
      'DOMEGGOOK_SEARCH_TOO_BROAD',
    );
  });
});

describe('categories', () => {
  const items = {
    '2': { code: '02_00_00_00_00', name: '생활', locked: null, int: null, child: '' },
    '1': {
      code: '01_00_00_00_00',
      name: '패션',
      locked: null,
      int: null,
      child: {
        '1': { code: '01_01_00_00_00', name: '티셔츠', locked: 'false', int: '1', child: [] },
      },
    },
  };

  it('come as a flat list in the market’s order, parents first', async () => {
    const { client } = bench(() => ({ body: { domeggook: { items } } }));
    expect(await client.fetchCategories(NORMAL)).toEqual([
      { code: '01_00_00_00_00', name: '패션', depth: 1, parentCode: null },
      { code: '01_01_00_00_00', name: '티셔츠', depth: 2, parentCode: '01_00_00_00_00' },
      { code: '02_00_00_00_00', name: '생활', depth: 1, parentCode: null },
    ]);
  });

  it('are read once a day, by one call for all who ask at once', async () => {
    const { client, http, clock } = bench(() => ({ body: { domeggook: { items } } }));
    await Promise.all([client.fetchCategories(NORMAL), client.fetchCategories(NORMAL)]);
    await client.fetchCategories(NORMAL);
    expect(http.requests).toHaveLength(1);
    await clock.advance(24 * 3_600_000);
    await client.fetchCategories(NORMAL);
    expect(http.requests).toHaveLength(2);
  });

  it('are never none', async () => {
    const { client } = bench(() => ({ body: { domeggook: { items: '' } } }));
    expect((await faultOf(client.fetchCategories(NORMAL))).code).toBe(
      'DOMEGGOOK_ANSWER_UNEXPECTED',
    );
  });
});
