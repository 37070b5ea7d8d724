import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, leafEndingWith } from '../testing/product-body';
import { openProductDesk, type ProductDesk, productPath } from '../testing/product-desk';
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

test('a created product comes back with its numbers and option ids', async () => {
  const answer = await market.store('POST /v2/products', desk.bodyOf());
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    originProductNo: expect.any(Number),
    smartstoreChannelProductNo: expect.any(Number),
    originProduct: { statusType: 'SALE', stockQuantity: 60 },
  });
  const ids = (await desk.optionsOf(answer.body.originProductNo)).map(
    (one: { id: number }) => one.id,
  );
  expect(new Set(ids).size).toBe(3);
});

test('a refused body creates nothing and names every field', async () => {
  const broken = changed(
    desk.bodyOf(),
    'originProduct.detailAttribute.minorPurchasable',
    undefined,
  );
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
  const suspended = await desk.create(
    changed(desk.withoutOptions(), 'originProduct.statusType', 'SUSPENSION'),
  );
  expect((await desk.storedOrigin(suspended)).statusType).toBe('SALE');
  const empty = await desk.create(changed(desk.withoutOptions(), 'originProduct.stockQuantity', 0));
  expect((await desk.storedOrigin(empty)).statusType).toBe('OUTOFSTOCK');
});

test('scripts, styles and event attributes vanish from the description', async () => {
  const html =
    '<div onclick="x()"><script>alert(1)</script><style>p{}</style><p>본문</p><img src="data:x"></div>';
  const no = await desk.create(changed(desk.bodyOf(), 'originProduct.detailContent', html));
  expect((await desk.storedOrigin(no)).detailContent).toBe('<div><p>본문</p><img></div>');
});

test('missing legal texts are stored as “see product detail”', async () => {
  const no = await desk.create();
  const notice = (await desk.storedOrigin(no)).detailAttribute.productInfoProvidedNotice;
  expect(notice.wear.returnCostReason).toBe('1');
});

test('a replacement clears what it leaves out, keeps description, notice and stock', async () => {
  const no = await desk.create(
    changed(desk.bodyOf(), 'originProduct.detailAttribute.seoInfo', {
      sellerTags: [{ text: '기본티' }],
    }),
  );
  const slim = [
    'originProduct.detailContent',
    'originProduct.detailAttribute.productInfoProvidedNotice',
  ].reduce((body, key) => changed(body, key, undefined), desk.bodyOf());
  expect((await market.store(`PUT ${productPath(no)}`, slim)).status).toBe(200);
  const stored = await desk.storedOrigin(no);
  expect(stored.detailAttribute.seoInfo).toBeUndefined();
  expect(stored.detailContent).toBe('<div><p>도톰한 티셔츠</p></div>');
  expect(stored.detailAttribute.productInfoProvidedNotice.wear.material).toBe('면 100%');
});

test('a replacement keeps option ids by id or values, drops absent ones, refuses unknown ones', async () => {
  const no = await desk.create();
  const [first, second] = await desk.optionsOf(no);
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
  const body = changed(desk.bodyOf(), options, kept);
  await market.store(`PUT ${productPath(no)}`, changed(body, 'originProduct.stockQuantity', 60));
  const after = await desk.optionsOf(no);
  expect(after.map((one: { id: number }) => one.id)).toEqual([first.id, second.id]);
  expect(after[0].optionName1).toBe('차콜');

  const stale = changed(body, options, [{ ...kept[0], id: 999, stockQuantity: 60 }]);
  const refused = await market.store(
    `PUT ${productPath(no)}`,
    changed(stale, 'originProduct.stockQuantity', 60),
  );
  expect(refused.status).toBe(400);
  expect(refused.body.message).toBe('존재하지 않는 옵션id가 있습니다. (optionId : 999)');
});

test('a product is read, replaced and deleted by its channel number too', async () => {
  const answer = await market.store('POST /v2/products', desk.bodyOf());
  const channel = `/v2/products/channel-products/${answer.body.smartstoreChannelProductNo}`;
  expect((await market.store(`GET ${channel}`)).body.originProduct.name).toBe(
    '연습용 코튼 라운드 티셔츠',
  );
  const renamed = changed(
    changed(desk.bodyOf(), 'smartstoreChannelProduct', undefined),
    'originProduct.name',
    '새 이름',
  );
  expect((await market.store(`PUT ${channel}`, renamed)).status).toBe(200);
  expect((await desk.storedOrigin(answer.body.originProductNo)).name).toBe('새 이름');
  await market.store(`DELETE ${channel}`);
  const gone = await market.store(`GET ${productPath(answer.body.originProductNo)}`);
  expect(gone.status).toBe(404);
  expect(gone.body.code).toBe('NOT_FOUND');
});

test('bundling without a group is stored with the default group', async () => {
  const no = await desk.create(
    changed(desk.bodyOf(), 'originProduct.deliveryInfo.deliveryBundleGroupUsable', true),
  );
  expect((await desk.storedOrigin(no)).deliveryInfo.deliveryBundleGroupId).toBe(54_000_001);
});

test('a product cannot move its shipping address abroad', async () => {
  const no = await desk.create();
  const claim = 'originProduct.deliveryInfo.claimDeliveryInfo.shippingAddressId';
  const moved = changed(
    changed(desk.bodyOf(), claim, 310_000_004),
    'originProduct.detailAttribute.customsTaxType',
    'INCLUDED',
  );
  const answer = await market.store(`PUT ${productPath(no)}`, moved);
  expect(answer.status).toBe(400);
  expect(answer.body.invalidInputs[0].name).toBe(claim);
});

test('a sold-out product can be sent back as it was read', async () => {
  const no = await desk.create(changed(desk.withoutOptions(), 'originProduct.stockQuantity', 0));
  const read = (await market.store(`GET ${productPath(no)}`)).body;
  expect((await market.store(`PUT ${productPath(no)}`, read)).status).toBe(200);
  expect((await desk.storedOrigin(no)).statusType).toBe('OUTOFSTOCK');
});

test('an option id in a new product is unknown', async () => {
  const path = 'originProduct.detailAttribute.optionInfo.optionCombinations';
  const combination = { optionName1: '블랙', optionName2: 'M', stockQuantity: 60, price: 0 };
  const body = changed(desk.bodyOf(), path, [{ ...combination, id: 5 }]);
  const answer = await market.store('POST /v2/products', body);
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain('optionId : 5');
});
