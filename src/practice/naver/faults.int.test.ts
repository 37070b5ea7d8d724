import { afterEach, beforeEach, expect, test } from 'vitest';
import { leafEndingWith } from '../testing/product-body';
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

test('a dropped answer after the commit leaves the product behind', async () => {
  market.market.control.inject({
    server: 'naver',
    api: 'POST /v2/products',
    kind: 'drop-after-commit',
  });
  await expect(market.store('POST /v2/products', desk.bodyOf('LOST-1'))).rejects.toThrow();
  expect(market.market.control.products().map((one) => one.sellerCode)).toEqual(['LOST-1']);
});

test('a drop before the commit leaves nothing behind', async () => {
  market.market.control.inject({ server: 'naver', api: 'POST /v2/products', kind: 'drop' });
  await expect(market.store('POST /v2/products', desk.bodyOf())).rejects.toThrow();
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
