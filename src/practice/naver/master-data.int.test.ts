import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed, leafEndingWith } from '../testing/product-body';
import { openProductDesk, type ProductDesk } from '../testing/product-desk';
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
    changed(desk.bodyOf(), 'originProduct.deliveryInfo.deliveryBundleGroupId', group.body.id),
  );
  expect(answer.status).toBe(200);
});
