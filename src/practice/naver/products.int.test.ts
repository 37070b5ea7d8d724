import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, leafEndingWith, wellFormedBody } from '../testing/product-body';
import { startTestMarket, type TestMarket } from '../testing/test-market';
import { buildCategoryTree } from './category-tree';
import type { JsonObject } from './json-value';

let market: TestMarket;
let imageUrl: string;
const LEAF = leafEndingWith(buildCategoryTree(), '여성의류>티셔츠').id;

beforeEach(async () => {
  market = await startTestMarket();
  imageUrl = await market.picture();
});
afterEach(() => market.close());

const bodyOf = (sellerCode = 'TEST-1'): JsonObject =>
  wellFormedBody({ leafCategoryId: LEAF, imageUrl, sellerCode });
const withoutOptions = (sellerCode?: string): JsonObject =>
  changed(bodyOf(sellerCode), 'originProduct.detailAttribute.optionInfo', undefined);

async function create(body: JsonObject = bodyOf()): Promise<number> {
  const answer = await market.store('POST /v2/products', body);
  expect(answer.body).toMatchObject({ originProductNo: expect.any(Number) });
  return answer.body.originProductNo;
}
const path = (no: number): string => `/v2/products/origin-products/${no}`;
const narrow = (no: number, what: string): string =>
  `PUT /v1/products/origin-products/${no}/${what}`;

async function storedOrigin(no: number) {
  return (await market.store(`GET ${path(no)}`)).body.originProduct;
}
async function optionsOf(no: number) {
  return (await storedOrigin(no)).detailAttribute.optionInfo.optionCombinations;
}

test('a created product comes back with its numbers and option ids', async () => {
  const answer = await market.store('POST /v2/products', bodyOf());
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    originProductNo: expect.any(Number),
    smartstoreChannelProductNo: expect.any(Number),
    originProduct: { statusType: 'SALE', stockQuantity: 60 },
  });
  const ids = (await optionsOf(answer.body.originProductNo)).map((one: { id: number }) => one.id);
  expect(new Set(ids).size).toBe(3);
});

test('a refused body creates nothing and names every field', async () => {
  const broken = changed(bodyOf(), 'originProduct.detailAttribute.minorPurchasable', undefined);
  const answer = await market.store(
    'POST /v2/products',
    changed(broken, 'originProduct.salePrice', null),
  );
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({
    code: 'BAD_REQUEST',
    message: '입력한 데이터가 유효하지 않습니다.',
  });
  expect(answer.body.invalidInputs.map((one: { name: string }) => one.name)).toEqual([
    'originProduct.salePrice',
    'originProduct.detailAttribute.minorPurchasable',
  ]);
  expect(answer.body.traceId).toBeUndefined();
  expect(market.market.control.products()).toEqual([]);
});

test('a body that is not JSON has its own message', async () => {
  await market.store('GET /v1/seller/account');
  const answer = await fetch(`${market.market.naverUrl}/v2/products`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await market.token()}`,
      'content-type': 'application/json',
    },
    body: 'name=x',
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ message: '입력정보가 올바르지 않습니다.' });
});

test('a suspended product is stored as on sale, one without stock as out of stock', async () => {
  const suspended = await create(
    changed(withoutOptions(), 'originProduct.statusType', 'SUSPENSION'),
  );
  expect((await storedOrigin(suspended)).statusType).toBe('SALE');
  const empty = await create(changed(withoutOptions(), 'originProduct.stockQuantity', 0));
  expect((await storedOrigin(empty)).statusType).toBe('OUTOFSTOCK');
});

test('scripts, styles and event attributes vanish from the description', async () => {
  const html =
    '<div onclick="x()"><script>alert(1)</script><style>p{}</style><p>본문</p><img src="data:x"></div>';
  const no = await create(changed(bodyOf(), 'originProduct.detailContent', html));
  expect((await storedOrigin(no)).detailContent).toBe('<div><p>본문</p><img></div>');
});

test('missing legal texts are stored as “see product detail”', async () => {
  const no = await create();
  const notice = (await storedOrigin(no)).detailAttribute.productInfoProvidedNotice;
  expect(notice.wear.returnCostReason).toBe('1');
});

test('a replacement clears what it leaves out, keeps description, notice and stock', async () => {
  const no = await create(
    changed(bodyOf(), 'originProduct.detailAttribute.seoInfo', {
      sellerTags: [{ text: '기본티' }],
    }),
  );
  const slim = [
    'originProduct.detailContent',
    'originProduct.detailAttribute.productInfoProvidedNotice',
  ].reduce((body, key) => changed(body, key, undefined), bodyOf());
  expect((await market.store(`PUT ${path(no)}`, slim)).status).toBe(200);
  const stored = await storedOrigin(no);
  expect(stored.detailAttribute.seoInfo).toBeUndefined();
  expect(stored.detailContent).toBe('<div><p>도톰한 티셔츠</p></div>');
  expect(stored.detailAttribute.productInfoProvidedNotice.wear.material).toBe('면 100%');
});

test('a replacement keeps option ids by id or values, drops absent ones, refuses unknown ones', async () => {
  const no = await create();
  const [first, second] = await optionsOf(no);
  const options = 'originProduct.detailAttribute.optionInfo.optionCombinations';
  const kept = [
    { ...first, optionName1: '차콜' },
    {
      optionName1: second.optionName1,
      optionName2: second.optionName2,
      stockQuantity: 30,
      price: 0,
    },
  ];
  const body = changed(bodyOf(), options, kept);
  await market.store(`PUT ${path(no)}`, changed(body, 'originProduct.stockQuantity', 60));
  const after = await optionsOf(no);
  expect(after.map((one: { id: number }) => one.id)).toEqual([first.id, second.id]);
  expect(after[0].optionName1).toBe('차콜');

  const stale = changed(body, options, [{ ...kept[0], id: 999, stockQuantity: 60 }]);
  const refused = await market.store(
    `PUT ${path(no)}`,
    changed(stale, 'originProduct.stockQuantity', 60),
  );
  expect(refused.status).toBe(400);
  expect(refused.body.message).toBe('존재하지 않는 옵션id가 있습니다. (optionId : 999)');
});

test('a product is read, replaced and deleted by its channel number too', async () => {
  const answer = await market.store('POST /v2/products', bodyOf());
  const channel = `/v2/products/channel-products/${answer.body.smartstoreChannelProductNo}`;
  expect((await market.store(`GET ${channel}`)).body.originProduct.name).toBe(
    '연습용 코튼 라운드 티셔츠',
  );
  const renamed = changed(
    changed(bodyOf(), 'smartstoreChannelProduct', undefined),
    'originProduct.name',
    '새 이름',
  );
  expect((await market.store(`PUT ${channel}`, renamed)).status).toBe(200);
  expect((await storedOrigin(answer.body.originProductNo)).name).toBe('새 이름');
  await market.store(`DELETE ${channel}`);
  const gone = await market.store(`GET ${path(answer.body.originProductNo)}`);
  expect(gone.status).toBe(404);
  expect(gone.body.code).toBe('NOT_FOUND');
});

test('option-stock changes listed options only, and defaults what an entry leaves out', async () => {
  const no = await create();
  const [first, second, third] = await optionsOf(no);
  const answer = await market.store(narrow(no, 'option-stock'), {
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
  const stored = await storedOrigin(no);
  expect(stored).toMatchObject({ salePrice: 20_800, stockQuantity: 5 + third.stockQuantity });
  expect((await optionsOf(no))[1]).toMatchObject({ stockQuantity: 0, price: 500, usable: true });
});

test('option-stock refuses stale ids, a broken price rule and a missing option block', async () => {
  const no = await create();
  const [first] = await optionsOf(no);
  const send = (optionInfo: unknown) => market.store(narrow(no, 'option-stock'), { optionInfo });
  expect((await send({ optionCombinations: [{ id: 1 }] })).body.message).toContain('optionId : 1');
  const far = await send({
    optionCombinations: [{ id: first.id, stockQuantity: 1, price: 19_000 }],
  });
  expect(far.body.invalidInputs[0].type).toBe('NotValid.optionPriceRange');
  expect((await send(undefined)).body.invalidInputs[0]).toMatchObject({
    name: 'optionInfo',
    type: 'NotNull',
  });
  expect((await optionsOf(no))[0].price).toBe(0);
});

test('a status walks the documented ways only', async () => {
  const no = await create(withoutOptions());
  const to = (statusType: string, stockQuantity?: number) =>
    market.store(narrow(no, 'change-status'), { statusType, stockQuantity });
  expect((await to('OUTOFSTOCK')).status).toBe(200);
  expect(await storedOrigin(no)).toMatchObject({ statusType: 'OUTOFSTOCK', stockQuantity: 0 });
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
  const no = await create();
  await market.store(narrow(no, 'change-status'), { statusType: 'SUSPENSION' });
  const wrong = await market.store(narrow(no, 'change-status'), {
    statusType: 'SALE',
    stockQuantity: 1,
  });
  expect(wrong.body.message).toContain('재고수량의 합은 같아야 합니다');
  const right = await market.store(narrow(no, 'change-status'), {
    statusType: 'SALE',
    stockQuantity: 60,
  });
  expect(right.status).toBe(200);
});

test('a multi-update changes each product its own way, or none at all', async () => {
  const [one, other] = [await create(withoutOptions('A-1')), await create(withoutOptions('A-2'))];
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
  expect([(await storedOrigin(one)).salePrice, (await storedOrigin(other)).salePrice]).toEqual([
    9_900, 8_800,
  ]);
  const bad = await market.store(api, {
    multiProductUpdateRequestVos: [price(one, 5_000), price(other, 5_555)],
  });
  expect(bad.body.invalidInputs[0]).toMatchObject({
    name: 'multiProductUpdateRequestVos[1].productSalePrice.salePrice',
    type: 'NotMultipleOf10',
  });
  expect((await storedOrigin(one)).salePrice).toBe(9_900);
  const stop = { originProductNo: one, multiUpdateTypes: ['PRODUCT_STATUS_SUSPENSION'] };
  await market.store(api, { multiProductUpdateRequestVos: [stop] });
  expect((await storedOrigin(one)).statusType).toBe('SUSPENSION');
});

test('a bulk update moves prices of many products by percent', async () => {
  const numbers = [await create(withoutOptions('B-1')), await create(withoutOptions('B-2'))];
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
  expect((await storedOrigin(numbers[0] ?? 0)).salePrice).toBe(21_780);
});

test('a search by seller code finds longer codes too', async () => {
  await create(withoutOptions('SB-100'));
  await create(withoutOptions('SB-1001'));
  await create(withoutOptions('XX-1'));
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
  for (const code of ['P-1', 'P-2', 'P-3']) await create(withoutOptions(code));
  const second = await market.store('POST /v1/products/search', { page: 2, size: 2 });
  expect(second.body.contents).toHaveLength(1);
  expect(second.body).toMatchObject({ totalElements: 3, totalPages: 2, last: true });
  expect((await market.store('POST /v1/products/search', { size: 501 })).status).toBe(400);
});

test('two live products with one seller code are counted as a duplicate', async () => {
  await create(withoutOptions('D-1'));
  await create(withoutOptions('D-1'));
  expect(market.market.stats()).toMatchObject({ createdProducts: 2, duplicatesBySellerCode: 1 });
});

test('an inspection blocks a product and lists why', async () => {
  const no = await create();
  market.market.control.prohibit(no, '카테고리 오등록');
  const list = await market.store('GET /v1/product-inspections/channel-products?page=1&size=10');
  expect(list.body.contents).toEqual([
    expect.objectContaining({ reason: '카테고리 오등록', restorationRequestAvailable: true }),
  ]);
  expect((await storedOrigin(no)).statusType).toBe('PROHIBITION');
});

test('a dropped answer after the commit leaves the product behind', async () => {
  market.market.control.inject({
    server: 'naver',
    api: 'POST /v2/products',
    kind: 'drop-after-commit',
  });
  await expect(market.store('POST /v2/products', bodyOf('LOST-1'))).rejects.toThrow();
  expect(market.market.control.products().map((one) => one.sellerCode)).toEqual(['LOST-1']);
});

test('a drop before the commit leaves nothing behind', async () => {
  market.market.control.inject({ server: 'naver', api: 'POST /v2/products', kind: 'drop' });
  await expect(market.store('POST /v2/products', bodyOf())).rejects.toThrow();
  expect(market.market.control.products()).toEqual([]);
});

test('truncated JSON and HTML arrive as such', async () => {
  market.market.control.inject({
    server: 'naver',
    api: 'GET /v1/seller/account',
    kind: 'truncated',
  });
  market.market.control.inject({ server: 'naver', api: 'GET /v1/seller/account', kind: 'html' });
  const cut = await market.store('GET /v1/seller/account');
  expect(cut.body).toMatch(/^\{"accountId".*[^}]$/);
  const page = await market.store('GET /v1/seller/account');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.body).toContain('점검');
});

test('an injected status speaks the gateway’s words', async () => {
  market.market.control.inject({ server: 'naver', kind: 'status', status: 504 });
  const answer = await market.store('GET /v1/seller/account');
  expect(answer.body).toMatchObject({ code: 'GW.TIMEOUT.01', traceId: expect.any(String) });
});

test('the master data can be read', async () => {
  const leaves = await market.store('GET /v1/categories?last=true');
  expect(leaves.body.length).toBeGreaterThanOrEqual(500);
  expect(leaves.body[0]).toEqual({
    wholeCategoryName: expect.stringContaining('>'),
    id: expect.any(String),
    name: expect.any(String),
    last: true,
  });
  const detail = await market.store(`GET /v1/categories/${LEAF}`);
  expect(detail.body).toMatchObject({
    exceptionalCategories: expect.any(Array),
    certificationInfos: expect.any(Array),
  });
  const areas = await market.store('GET /v1/product-origin-areas/query?code=0200037');
  expect(areas.body.originAreaCodeNames).toEqual([{ code: '0200037', name: '수입산:아시아>중국' }]);
  const below = await market.store('GET /v1/product-origin-areas/sub-origin-areas?code=00');
  expect(below.body.originAreaCodeNames.length).toBeGreaterThan(10);
  const notices = await market.store('GET /v1/products-for-provided-notice');
  expect(notices.body).toHaveLength(36);
  const addresses = await market.store('GET /v1/seller/addressbooks-for-page?page=1');
  expect(addresses.body).toMatchObject({ page: 1, totalPage: 1, addressBooks: expect.any(Array) });
  const couriers = await market.store('GET /v2/product-delivery-info/return-delivery-companies');
  expect(couriers.body.returnDeliveryCompanies[0].returnDeliveryCompanyPriorityType).toBe(
    'PRIMARY',
  );
  const tags = await market.store(
    `GET /v2/tags/recommend-tags?keyword=${encodeURIComponent('티셔츠')}`,
  );
  expect(tags.body[0]).toEqual({ code: expect.any(Number), text: '티셔츠' });
  const refused = await market.store(
    `GET /v2/tags/restricted-tags?tags=${encodeURIComponent('최저가,면티')}`,
  );
  expect(refused.body.map((one: { restricted: boolean }) => one.restricted)).toEqual([true, false]);
});

test('a bundle group is created and then accepted in a product', async () => {
  const group = await market.store('POST /v1/product-delivery-info/bundle-groups', {
    name: '묶음 A',
    usable: true,
    baseGroup: false,
    deliveryFeeChargeMethodType: 'MIN',
  });
  const list = await market.store('GET /v1/product-delivery-info/bundle-groups');
  expect(list.body.contents).toHaveLength(2);
  const answer = await market.store(
    'POST /v2/products',
    changed(bodyOf(), 'originProduct.deliveryInfo.deliveryBundleGroupId', group.body.id),
  );
  expect(answer.status).toBe(200);
});

test('bundling without a group is stored with the default group', async () => {
  const no = await create(
    changed(bodyOf(), 'originProduct.deliveryInfo.deliveryBundleGroupUsable', true),
  );
  expect((await storedOrigin(no)).deliveryInfo.deliveryBundleGroupId).toBe(54_000_001);
});

test('a product cannot move its shipping address abroad', async () => {
  const no = await create();
  const claim = 'originProduct.deliveryInfo.claimDeliveryInfo.shippingAddressId';
  const moved = changed(
    changed(bodyOf(), claim, 310_000_004),
    'originProduct.detailAttribute.customsTaxType',
    'INCLUDED',
  );
  const answer = await market.store(`PUT ${path(no)}`, moved);
  expect(answer.status).toBe(400);
  expect(answer.body.invalidInputs[0].name).toBe(claim);
});

test('a sold-out product can be sent back as it was read', async () => {
  const no = await create(changed(withoutOptions(), 'originProduct.stockQuantity', 0));
  const read = (await market.store(`GET ${path(no)}`)).body;
  expect((await market.store(`PUT ${path(no)}`, read)).status).toBe(200);
  expect((await storedOrigin(no)).statusType).toBe('OUTOFSTOCK');
});
