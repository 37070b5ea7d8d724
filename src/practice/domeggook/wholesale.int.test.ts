import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CatalogueItem } from '../catalogue/model';
import { startTestMarket, type TestMarket } from '../testing/test-market';

let market: TestMarket;
beforeAll(async () => {
  market = await startTestMarket();
});
afterAll(() => market.close());

const items = (): readonly CatalogueItem[] => market.market.control.items();
const first = (test: (item: CatalogueItem) => boolean): CatalogueItem => {
  const found = items().find((item) => !item.isDeleted && test(item));
  if (found === undefined) throw new Error('no such item');
  return found;
};
const withQuirk = (quirk: CatalogueItem['quirks'][number]): CatalogueItem =>
  first((item) => item.quirks.includes(quirk));

/** Keeps well away from the minute limit. */
function ask(query: string) {
  market.clock.advance(1_000);
  return market.wholesale(query);
}
async function view(item: CatalogueItem) {
  return (await ask(`ver=4.6&mode=getItemView&no=${item.itemNo}`)).body.domeggook;
}
const list = (query: string) => ask(`ver=4.1&mode=getItemList&market=supply&${query}`);

test.each([
  ['ver=4.5&mode=getItemList', 404, 'UNKNOWN_SERVICE'],
  ['ver=4.6&mode=getNothing', 404, 'UNKNOWN_SERVICE'],
  ['ver=1.0&mode=getItemView', 410, 'RETIRED_SERVICE'],
  ['ver=4.1&mode=getItemList&market=supply', 200, 'NO_SEARCH_OPT'],
  ['ver=4.1&mode=getItemList&market=supply&ca=01_00_00_00_00', 200, 'NO_SEARCH_OPT'],
  ['ver=4.1&mode=getItemList&kw=a', 200, 'PARAM_ERROR'],
  ['ver=4.6&mode=getItemView&no=12', 200, 'ITEM_ERROR'],
  ['ver=4.6&mode=getItemView&no=abc', 200, 'PARAM_ERROR'],
])('%s answers %i with dcode %s', async (query, status, dcode) => {
  const answer = await ask(query);
  expect(answer.status).toBe(status);
  expect(answer.body.errors.dcode).toBe(dcode);
  expect(answer.body.domeggook).toBeUndefined();
});

test('a wrong key is an errors body with HTTP 200', async () => {
  const answer = await fetch(
    `${market.market.domeggookUrl}?ver=4.6&mode=getItemView&aid=no&no=1&om=json`,
  );
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('유효하지 않은');
});

test('a deleted item is code 40 alone and absent from a list of numbers', async () => {
  const gone = items().find((item) => item.isDeleted);
  const alive = first(() => true);
  const single = await ask(`ver=4.6&mode=getItemView&no=${gone?.itemNo}`);
  expect(single.body.errors).toMatchObject({ code: '40', dcode: 'ITEM_ERROR' });
  const many = await ask(
    `ver=4.6&mode=getItemView&multiple=true&no=${gone?.itemNo},${alive.itemNo}`,
  );
  expect(many.body.domeggook.item.map((one: { basis: { no: string } }) => one.basis.no)).toEqual([
    String(alive.itemNo),
  ]);
});

test('a switch puts an error entry in place of a deleted item', async () => {
  const gone = items().find((item) => item.isDeleted);
  market.market.control.setQuirk('error-entries', 'all');
  const many = await ask(`ver=4.6&mode=getItemView&multiple=true&no=${gone?.itemNo}`);
  expect(many.body.domeggook.item).toEqual([
    { error: { code: '40', message: expect.any(String) } },
  ]);
  market.market.control.setQuirk('error-entries', 'some');
});

test('the number is a number in a single call and a string in a multiple one', async () => {
  const item = first(() => true);
  expect((await view(item)).basis.no).toBe(item.itemNo);
  const many = await ask(`ver=4.6&mode=getItemView&multiple=true&no=${item.itemNo}`);
  expect(many.body.domeggook.item[0].basis.no).toBe(String(item.itemNo));
  expect(many.body.domeggook.item[0].etc).toBeUndefined();
  expect(many.body.domeggook.etc).toMatchObject({ denyMarket: 'false' });
});

test('a hundred numbers are taken, a hundred and one are not', async () => {
  const numbers = items().map((item) => item.itemNo);
  const many = (count: number) =>
    ask(`ver=4.6&mode=getItemView&multiple=true&no=${numbers.slice(0, count).join(',')}`);
  const whole = await many(100);
  const deleted = items()
    .slice(0, 100)
    .filter((item) => item.isDeleted).length;
  expect(whole.body.domeggook.item).toHaveLength(100 - deleted);
  expect((await many(101)).body.errors.dcode).toBe('PARAM_ERROR');
});

test('a tiered price is a string, a flat single-unit price a number', async () => {
  const tiered = await view(first((item) => (item.supply?.length ?? 0) > 1));
  expect(tiered.price.supply).toMatch(/^1\+\d+(\|\d+\+\d+)+$/);
  const flat = await view(first((item) => item.supply?.length === 1 && item.quirks.length === 0));
  expect(flat.price.supply).toEqual(expect.any(Number));
});

test('an item that is not sold at Domeme has neither price nor flag there', async () => {
  const body = await view(first((item) => item.supply === null && item.options !== null));
  expect(body.price.supply).toBeUndefined();
  expect(body.channel).toEqual({ dome: 'true', supply: 'false' });
  const { data } = JSON.parse(body.selectOpt);
  expect(Object.values(data).every((entry) => (entry as { sup: string }).sup === '0')).toBe(true);
});

test('options arrive as escaped JSON in a string whose stock adds up', async () => {
  const item = first((one) => one.options?.dimensions.length === 2 && one.quirks.length === 0);
  const answer = await fetch(
    `${market.market.domeggookUrl}?aid=${market.market.credentials.domeggookKey}&om=json&ver=4.6&mode=getItemView&no=${item.itemNo}`,
  );
  const { selectOpt, qty } = JSON.parse(await answer.text()).domeggook;
  expect(selectOpt).not.toMatch(/[가-힣]/);
  const options = JSON.parse(selectOpt);
  const entries = Object.entries<{ name: string; qty: string; hash: string }>(options.data);
  expect(entries.every(([key]) => /^\d\d_\d\d$/.test(key))).toBe(true);
  const [key, entry] = entries[0] ?? ['', { name: '', qty: '', hash: '' }];
  const values = key
    .split('_')
    .map((index, dimension) => options.set[dimension].opts[Number(index)]);
  expect(entry.name).toBe(values.join('/'));
  expect(entry.hash).toMatch(/^[0-9a-f]{32}$/);
  const sum = entries.reduce((total, [, one]) => total + Number(one.qty), 0);
  expect(String(sum)).toBe(qty.inventory);
});

test('an item without options has null, one with broken options unreadable text', async () => {
  const plain = first(
    (item) => item.options === null && !item.quirks.includes('broken-select-opt'),
  );
  expect((await view(plain)).selectOpt).toBeNull();
  const broken = await view(withQuirk('broken-select-opt'));
  expect(() => JSON.parse(broken.selectOpt)).toThrow(SyntaxError);
});

test('the known deviations are on some items', async () => {
  expect((await view(withQuirk('contents-empty-object'))).desc.contents).toEqual({});
  expect((await view(withQuirk('no-thumb'))).thumb).toBeUndefined();
  expect((await view(withQuirk('single-child-object'))).basis.keywords.kw).toEqual(
    expect.any(String),
  );
  expect((await view(withQuirk('numbers-as-strings'))).qty.inventory).toEqual(expect.any(Number));
  expect((await view(withQuirk('empty-elements'))).basis.keywords).toBe('');
  expect((await view(withQuirk('protocol-relative-images'))).desc.contents.item).toContain(
    'src="//127.0.0.1:',
  );
  expect((await view(withQuirk('odd-comment-date'))).desc.comment[0].date).toBe('-1777860410');
  const nullFee = first(
    (item) => item.quirks.includes('supply-delivery-null') && item.delivery.fee.kind !== 'none',
  );
  expect((await view(nullFee)).deli).toMatchObject({ supply: null, dome: expect.any(Object) });
});

test('a quirk switch puts the other spelling of the resale floor on every item', async () => {
  const item = first(
    (one) => one.resaleMinimumKrw !== null && !one.quirks.includes('minimum-spelling'),
  );
  expect((await view(item)).price.resale.minumum).toBe(item.resaleMinimumKrw);
  market.market.control.setQuirk('minimum-spelling', 'all');
  expect((await view(item)).price.resale.minimum).toBe(item.resaleMinimumKrw);
  market.market.control.setQuirk('minimum-spelling', 'some');
});

test('free delivery has no fee block at all', async () => {
  const body = await view(first((item) => item.delivery.payer === '무료배송'));
  expect(body.deli.dome).toBeUndefined();
  expect(body.deli.supply).toBeNull();
});

test('the list shows items on sale only, as strings', async () => {
  const answer = await list(`kw=${encodeURIComponent('텀블러')}`);
  const { header, list: found } = answer.body.domeggook;
  expect(header).toMatchObject({ firstItem: 1, currentPage: 1, itemsPerPage: '20', sort: 'se' });
  expect(header.numberOfItems).toBe(found.item.length);
  for (const row of found.item) {
    const item = items().find((one) => String(one.itemNo) === row.no);
    expect(item).toMatchObject({ status: '판매중', isDeleted: false });
    expect(row.price).toMatch(/^\d+$/);
    expect(row.market.supply).toBe('true');
  }
});

test('the list pages, and a page past the end is empty', async () => {
  const all = await list('id=haneulmart&sz=200');
  const total = all.body.domeggook.header.numberOfItems;
  const page = await list('id=haneulmart&sz=5&pg=2');
  expect(page.body.domeggook.list.item).toHaveLength(5);
  expect(page.body.domeggook.header).toMatchObject({
    firstItem: 6,
    lastItem: 10,
    numberOfPages: Math.ceil(total / 5),
  });
  const past = await list('id=haneulmart&sz=5&pg=999');
  expect(past.body.domeggook.list.item).toEqual([]);
  expect(past.body.domeggook.header).toMatchObject({ firstItem: 1, lastItem: 0 });
});

test('no hits are an empty array with zero pages', async () => {
  const none = await list(`kw=${encodeURIComponent('없는말없는말')}`);
  expect(none.body.domeggook).toMatchObject({
    header: { numberOfItems: 0, firstItem: 1, lastItem: 0, numberOfPages: 0 },
    list: { item: [] },
  });
});

test('the list narrows by category and price, and sorts by price', async () => {
  const category = first((item) => item.familyKey === 'tumbler').categoryCodes.at(-1);
  const answer = await list(`ca=${category}&mnp=6000&mxp=15000&so=aa`);
  const prices = answer.body.domeggook.list.item.map((row: { price: string }) => Number(row.price));
  expect(prices.length).toBeGreaterThan(0);
  expect(prices).toEqual(prices.toSorted((one: number, other: number) => one - other));
  expect(Math.min(...prices)).toBeGreaterThanOrEqual(6000);
  const ignored = await list(`ca=${category}&mnp=6000&mxp=100`);
  expect(ignored.body.domeggook.header.numberOfItems).toBeGreaterThan(0);
});

test('the newest change comes first', async () => {
  const item = first(
    (one) => one.supply !== null && one.status === '판매중' && one.supplierIndex === 0,
  );
  market.market.control.changePrice(item.itemNo, 9_990);
  const answer = await list('id=haneulmart&so=da');
  expect(answer.body.domeggook.list.item[0]).toMatchObject({
    no: String(item.itemNo),
    price: '9990',
  });
});

test('the category list is an object keyed by running numbers', async () => {
  const answer = await ask('ver=1.0&mode=getCategoryList');
  const { items: top } = answer.body.domeggook;
  expect(Object.keys(top)).toEqual(Object.keys(top).map((_, index) => String(index + 1)));
  expect(top['1']).toMatchObject({ code: expect.stringMatching(/^\d\d(_00){4}$/), locked: null });
  expect(top['1'].child['1'].child['1'].code).toMatch(/^01_01_01_00_00$/);
});

test('xml is answered when asked for', async () => {
  const key = market.market.credentials.domeggookKey;
  const answer = await fetch(
    `${market.market.domeggookUrl}?ver=4.6&mode=getItemView&aid=${key}&no=1&om=xml`,
  );
  expect(answer.headers.get('content-type')).toContain('text/xml');
  expect(await answer.text()).toContain('<errors><code>40</code>');
});

test('pictures are real, cached and what their type says', async () => {
  const signatures: Readonly<Record<string, string>> = {
    'image/jpeg': 'ffd8ff',
    'image/png': '89504e47',
    'image/gif': '47494638',
    'image/webp': '52494646',
  };
  const seen = new Set<string>();
  for (const item of items().slice(0, 60)) {
    if (item.isDeleted) continue;
    const html: string = (await view(item)).desc.contents.item ?? '';
    for (const [, url = ''] of html.matchAll(/src="(http[^"]+\/img\/detail\/[^"]+)"/g)) {
      const extension = url.slice(-4);
      if (seen.has(extension)) continue;
      seen.add(extension);
      const picture = await fetch(url);
      const type = picture.headers.get('content-type') ?? '';
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect(bytes.toString('hex').startsWith(signatures[type] ?? 'none')).toBe(true);
      expect(picture.headers.get('cache-control')).toContain('max-age');
    }
  }
  expect([...seen].toSorted()).toEqual(['.gif', '.jpg', '.png', 'webp']);
});

test('a picture that does not exist is 404', async () => {
  const origin = new URL(market.market.domeggookUrl).origin;
  expect((await fetch(`${origin}/img/detail/1_01.jpg`)).status).toBe(404);
});

test('the 181st call of a minute is 429 without Retry-After; pictures do not count', async () => {
  market.clock.advance(600_000);
  const item = first((one) => one.quirks.length === 0);
  const { thumb } = await view(item);
  for (let call = 1; call < 180; call += 1) {
    expect((await market.wholesale(`ver=4.6&mode=getItemView&no=${item.itemNo}`)).status).toBe(200);
  }
  expect((await fetch(thumb.small)).status).toBe(200);
  const refused = await market.wholesale(`ver=4.6&mode=getItemView&no=${item.itemNo}`);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBeNull();
  expect(market.market.stats().domeggook.tooManyRequests).toBe(1);
});
