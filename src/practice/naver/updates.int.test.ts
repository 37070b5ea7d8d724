import { afterEach, beforeEach, expect, test } from 'vitest';
import { leafEndingWith } from '../testing/product-body';
import { narrowApi, openProductDesk, type ProductDesk } from '../testing/product-desk';
import { startTestMarket, type TestMarket } from '../testing/test-market';
import { buildCategoryTree } from './category-tree';

let market: TestMarket;
let desk: ProductDesk;
const LEAF = leafEndingWith(buildCategoryTree(), '여성의류>티셔츠').id;

beforeEach(async () => {
  market = await startTestMarket();
  desk = await openProductDesk(market, LEAF);
});
afterEach(() => market.close());

test('option-stock changes listed options only, and defaults what an entry leaves out', async () => {
  const no = await desk.create();
  const [first, second, third] = await desk.optionsOf(no);
  const answer = await market.store(narrowApi(no, 'option-stock'), {
    productSalePrice: { salePrice: 20_800 },
    optionInfo: {
      optionCombinations: [
        { id: first.id, stockQuantity: 5, price: 0 },
        { id: second.id, price: 500 },
      ],
      useStockManagement: true,
    },
  });
  expect(answer.status).toBe(200);
  const stored = await desk.storedOrigin(no);
  expect(stored).toMatchObject({ salePrice: 20_800, stockQuantity: 5 + third.stockQuantity });
  expect((await desk.optionsOf(no))[1]).toMatchObject({
    stockQuantity: 0,
    price: 500,
    usable: true,
  });
});

test('option-stock refuses stale ids, a broken price rule and a missing option block', async () => {
  const no = await desk.create();
  const [first] = await desk.optionsOf(no);
  const send = (optionInfo: unknown) => market.store(narrowApi(no, 'option-stock'), { optionInfo });
  expect((await send({ optionCombinations: [{ id: 1 }] })).body.message).toContain('optionId : 1');
  const far = await send({
    optionCombinations: [{ id: first.id, stockQuantity: 1, price: 19_000 }],
  });
  expect(far.body.invalidInputs[0].type).toBe('NotValid.optionPriceRange');
  expect((await send(undefined)).body.invalidInputs[0]).toMatchObject({
    name: 'optionInfo',
    type: 'NotNull',
  });
  expect((await desk.optionsOf(no))[0].price).toBe(0);
});

test('a status walks the documented ways only', async () => {
  const no = await desk.create(desk.withoutOptions());
  const to = (statusType: string, stockQuantity?: number) =>
    market.store(narrowApi(no, 'change-status'), { statusType, stockQuantity });
  expect((await to('OUTOFSTOCK')).status).toBe(200);
  expect(await desk.storedOrigin(no)).toMatchObject({ statusType: 'OUTOFSTOCK', stockQuantity: 0 });
  expect((await to('SALE')).body.invalidInputs[0]).toMatchObject({
    name: 'stockQuantity',
    type: 'NotNull',
  });
  expect((await to('SALE', 7)).status).toBe(200);
  expect((await to('SUSPENSION')).status).toBe(200);
  expect((await to('OUTOFSTOCK')).status).toBe(400);
  expect((await to('CLOSE')).body.invalidInputs[0].type).toBe('NotValidEnum');
});

test('a status change of an option product wants the sum of its options as stock', async () => {
  const no = await desk.create();
  await market.store(narrowApi(no, 'change-status'), { statusType: 'SUSPENSION' });
  const wrong = await market.store(narrowApi(no, 'change-status'), {
    statusType: 'SALE',
    stockQuantity: 1,
  });
  expect(wrong.body.message).toContain('재고수량의 합은 같아야 합니다');
  const right = await market.store(narrowApi(no, 'change-status'), {
    statusType: 'SALE',
    stockQuantity: 60,
  });
  expect(right.status).toBe(200);
});

test('a multi-update changes each product its own way, or none at all', async () => {
  const [one, other] = [
    await desk.create(desk.withoutOptions('A-1')),
    await desk.create(desk.withoutOptions('A-2')),
  ];
  const api = 'PATCH /v1/products/origin-products/multi-update';
  const price = (originProductNo: number, salePrice: number) => ({
    originProductNo,
    multiUpdateTypes: ['SALE_PRICE', 'STOCK'],
    productSalePrice: { salePrice },
    stockQuantity: 3,
  });
  const good = await market.store(api, {
    multiProductUpdateRequestVos: [price(one, 9_900), price(other, 8_800)],
  });
  expect(good.status).toBe(200);
  expect([
    (await desk.storedOrigin(one)).salePrice,
    (await desk.storedOrigin(other)).salePrice,
  ]).toEqual([9_900, 8_800]);
  const bad = await market.store(api, {
    multiProductUpdateRequestVos: [price(one, 5_000), price(other, 5_555)],
  });
  expect(bad.body.invalidInputs[0]).toMatchObject({
    name: 'multiProductUpdateRequestVos[1].productSalePrice.salePrice',
    type: 'NotMultipleOf10',
  });
  expect((await desk.storedOrigin(one)).salePrice).toBe(9_900);
  const stop = { originProductNo: one, multiUpdateTypes: ['PRODUCT_STATUS_SUSPENSION'] };
  await market.store(api, { multiProductUpdateRequestVos: [stop] });
  expect((await desk.storedOrigin(one)).statusType).toBe('SUSPENSION');
});

test('a bulk update moves prices of many products by percent', async () => {
  const numbers = [
    await desk.create(desk.withoutOptions('B-1')),
    await desk.create(desk.withoutOptions('B-2')),
  ];
  const answer = await market.store('PUT /v1/products/origin-products/bulk-update', {
    originProductNos: numbers,
    productBulkUpdateType: 'SALE_PRICE',
    productSalePrice: {
      value: 10,
      productSalePriceChangerType: 'UP',
      productSalePriceChangerUnitType: 'PERCENT',
    },
  });
  expect(answer.status).toBe(200);
  expect((await desk.storedOrigin(numbers[0] ?? 0)).salePrice).toBe(21_780);
});

test('a search by seller code finds longer codes too', async () => {
  await desk.create(desk.withoutOptions('SB-100'));
  await desk.create(desk.withoutOptions('SB-1001'));
  await desk.create(desk.withoutOptions('XX-1'));
  const answer = await market.store('POST /v1/products/search', {
    searchKeywordType: 'SELLER_CODE',
    sellerManagementCode: 'SB-100',
    page: 1,
    size: 50,
  });
  const codes = answer.body.contents.map(
    (one: { channelProducts: { sellerManagementCode: string }[] }) =>
      one.channelProducts[0]?.sellerManagementCode,
  );
  expect(codes.toSorted()).toEqual(['SB-100', 'SB-1001']);
  expect(answer.body).toMatchObject({ totalElements: 2, totalPages: 1, first: true, last: true });
});

test('a search pages and refuses more than 500 a page', async () => {
  for (const code of ['P-1', 'P-2', 'P-3']) await desk.create(desk.withoutOptions(code));
  const second = await market.store('POST /v1/products/search', { page: 2, size: 2 });
  expect(second.body.contents).toHaveLength(1);
  expect(second.body).toMatchObject({ totalElements: 3, totalPages: 2, last: true });
  expect((await market.store('POST /v1/products/search', { size: 501 })).status).toBe(400);
});

test('two live products with one seller code are counted as a duplicate', async () => {
  await desk.create(desk.withoutOptions('D-1'));
  await desk.create(desk.withoutOptions('D-1'));
  expect(market.market.stats()).toMatchObject({ createdProducts: 2, duplicatesBySellerCode: 1 });
});

test('an inspection blocks a product and lists why', async () => {
  const no = await desk.create();
  market.market.control.prohibit(no, '카테고리 오등록');
  const list = await market.store('GET /v1/product-inspections/channel-products?page=1&size=10');
  expect(list.body.contents).toEqual([
    expect.objectContaining({ reason: '카테고리 오등록', restorationRequestAvailable: true }),
  ]);
  expect((await desk.storedOrigin(no)).statusType).toBe('PROHIBITION');
});

test('a new product can be missing from the search for a while, but not from its own address', async () => {
  market.market.control.setSearchDelay(60_000);
  const no = await desk.create(desk.withoutOptions('LATE-1'));
  const hits = async (): Promise<number> =>
    (await market.store('POST /v1/products/search', { sellerManagementCode: 'LATE-1' })).body
      .totalElements;
  expect(await hits()).toBe(0);
  expect((await desk.storedOrigin(no)).statusType).toBe('SALE');
  market.clock.advance(60_000);
  expect(await hits()).toBe(1);
});
