import type { OriginProductNo } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../testing/fault-of';
import {
  createdAnswer,
  createNaverBench,
  gatewayRefusal,
  type NaverAnswering,
  NETWORK_REFUSED,
  NETWORK_RESET,
} from '../testing/naver-client-bench';
import type { ScriptedAnswer } from '../testing/scripted-http';
import type { NaverClient, UploadFile } from './port';

const NORMAL = { lane: 'normal' } as const;
const PRODUCT_NO = '11900000001' as OriginProductNo;
const PICTURE: UploadFile = {
  fileName: 'a.jpg',
  contentType: 'image/jpeg',
  bytes: new Uint8Array([0xff, 0xd8, 0xff]),
};

const STORED = { originProduct: { statusType: 'SALE', name: 'x', salePrice: 1000 } };

describe('every call', () => {
  const answers: Readonly<Record<string, ScriptedAnswer>> = {
    'GET /external/v1/seller/account': { body: { accountId: 'me', grade: 'BIG' } },
    'GET /external/v1/categories': {
      body: [{ id: '1', name: 'a', wholeCategoryName: 'b>a', last: true }],
    },
    'GET /external/v1/categories/50099901': { body: { id: '50099901', name: 'a', last: true } },
    'GET /external/v1/seller/addressbooks-for-page': { body: { addressBooks: [], totalPage: 1 } },
    'GET /external/v2/product-delivery-info/return-delivery-companies': {
      body: { returnDeliveryCompanies: [] },
    },
    'GET /external/v1/product-origin-areas': { body: { originAreaCodeNames: [] } },
    'GET /external/v2/tags/restricted-tags': { body: [{ tag: '컵', restricted: false }] },
    'POST /external/v1/product-images/upload': { body: { images: [{ url: 'u' }] } },
    'POST /external/v2/products': createdAnswer(),
    'POST /external/v1/products/search': { body: { contents: [], totalPages: 0 } },
    'GET /external/v2/products/origin-products/11900000001': { body: STORED },
    'DELETE /external/v2/products/origin-products/11900000001': { body: {} },
    'PUT /external/v1/products/origin-products/11900000001/change-status': { body: { code: 'OK' } },
    'PUT /external/v1/products/origin-products/11900000001/option-stock': { body: {} },
    'PATCH /external/v1/products/origin-products/multi-update': { body: { code: 'OK' } },
    'GET /external/v1/product-inspections/channel-products': {
      body: { contents: [], totalPages: 0 },
    },
  };
  const methods: Readonly<
    Record<keyof NaverClient, { api: string; run: (client: NaverClient) => Promise<unknown> }>
  > = {
    fetchAccount: { api: 'GET /v1/seller/account', run: (client) => client.fetchAccount(NORMAL) },
    fetchCategories: { api: 'GET /v1/categories', run: (client) => client.fetchCategories(NORMAL) },
    fetchCategory: {
      api: 'GET /v1/categories/{categoryId}',
      run: (client) => client.fetchCategory('50099901', NORMAL),
    },
    fetchAddresses: {
      api: 'GET /v1/seller/addressbooks-for-page',
      run: (client) => client.fetchAddresses(NORMAL),
    },
    fetchReturnCouriers: {
      api: 'GET /v2/product-delivery-info/return-delivery-companies',
      run: (client) => client.fetchReturnCouriers(NORMAL),
    },
    fetchOriginAreas: {
      api: 'GET /v1/product-origin-areas',
      run: (client) => client.fetchOriginAreas(NORMAL),
    },
    fetchRestrictedTags: {
      api: 'GET /v2/tags/restricted-tags',
      run: (client) => client.fetchRestrictedTags(['컵'], NORMAL),
    },
    uploadImages: {
      api: 'POST /v1/product-images/upload',
      run: (client) => client.uploadImages([PICTURE], NORMAL),
    },
    createProduct: {
      api: 'POST /v2/products',
      run: (client) => client.createProduct({}, NORMAL),
    },
    findBySellerCode: {
      api: 'POST /v1/products/search',
      run: (client) => client.findBySellerCode('SB-1', NORMAL),
    },
    listProducts: {
      api: 'POST /v1/products/search',
      run: (client) => client.listProducts(1, NORMAL),
    },
    findProduct: {
      api: 'GET /v2/products/origin-products/{originProductNo}',
      run: (client) => client.findProduct(PRODUCT_NO, NORMAL),
    },
    deleteProduct: {
      api: 'DELETE /v2/products/origin-products/{originProductNo}',
      run: (client) => client.deleteProduct(PRODUCT_NO, NORMAL),
    },
    changeStatus: {
      api: 'PUT /v1/products/origin-products/{originProductNo}/change-status',
      run: (client) => client.changeStatus(PRODUCT_NO, { status: 'SALE', stock: 3 }, NORMAL),
    },
    updateListings: {
      api: 'PATCH /v1/products/origin-products/multi-update',
      run: (client) => client.updateListings([{ originProductNo: PRODUCT_NO, stock: 3 }], NORMAL),
    },
    updateOptions: {
      api: 'PUT /v1/products/origin-products/{originProductNo}/option-stock',
      run: (client) =>
        client.updateOptions(PRODUCT_NO, { salePriceKrw: 1000, options: [] }, NORMAL),
    },
    findListings: {
      api: 'POST /v1/products/search',
      run: (client) => client.findListings([PRODUCT_NO], NORMAL),
    },
    fetchInspections: {
      api: 'GET /v1/product-inspections/channel-products',
      run: (client) => client.fetchInspections(NORMAL),
    },
  };
  const answering: NaverAnswering = (request) =>
    answers[`${request.method} ${request.url.pathname}`] ?? { status: 404 };

  it.each(Object.entries(methods))(
    '%s takes a permit of its own API and tells the limiter',
    async (_, method) => {
      const { client, limiter, calls } = createNaverBench(answering);
      await method.run(client);
      expect(limiter.permits.map((permit) => permit.bucket)).toEqual([
        { application: 'app-1', api: 'POST /v1/oauth2/token' },
        { application: 'app-1', api: method.api },
      ]);
      expect(limiter.observed.map(({ bucket }) => bucket.api)).toEqual([
        'POST /v1/oauth2/token',
        method.api,
      ]);
      expect(calls()).toHaveLength(1);
      expect(calls()[0]?.headers?.authorization).toBe('Bearer TOKEN-1');
    },
  );

  it.each(Object.entries(methods))('%s sends nothing without a permit', async (_, method) => {
    const { client, calls } = createNaverBench(answering, ({ bucket }) =>
      bucket.api.endsWith('/token')
        ? { granted: true, remaining: 1, waitedMs: 0 }
        : { granted: false, reason: 'deadline', waitMs: 2_500 },
    );
    const fault = await faultOf(method.run(client));
    expect(fault.code).toBe('NETWORK_NOT_SENT_DEADLINE');
    expect(fault.retry).toEqual({ kind: 'after', delayMs: 2_500 });
    expect(calls()).toHaveLength(0);
  });

  it('hands lane, deadline, abort and urgency on to the limiter', async () => {
    const { client, limiter, clock } = createNaverBench(answering);
    const options = {
      lane: 'sync',
      deadlineAtMs: clock.nowMs() + 1,
      signal: new AbortController().signal,
      isInteractive: true,
    } as const;
    await client.fetchAccount(options);
    expect(limiter.permits[1]).toMatchObject(options);
  });

  it('says what the limiter says when calls are stopped', async () => {
    const { client } = createNaverBench(answering, () => ({
      granted: false,
      reason: 'stopped',
      waitMs: 3_600_000,
      code: 'NAVER_QUOTA_PENALTY',
    }));
    expect((await faultOf(client.fetchAccount(NORMAL))).code).toBe('NAVER_QUOTA_PENALTY');
  });

  it('keeps token and secret out of faults and log', async () => {
    const { client, told } = createNaverBench(() => gatewayRefusal(403, 'GW.IP_NOT_ALLOWED'));
    const fault = await faultOf(client.fetchAccount(NORMAL));
    const all = JSON.stringify([fault.message, fault.params, fault.stack]) + told();
    expect(all).not.toContain('TOKEN-1');
    expect(all).not.toContain('SimulatorSalt');
    expect(told()).toContain('trace-body');
  });
});

describe('refusals', () => {
  it.each([
    [gatewayRefusal(403, 'GW.IP_NOT_ALLOWED'), 'NAVER_IP_NOT_ALLOWED'],
    [gatewayRefusal(404, 'GW.NOT_FOUND'), 'NAVER_WRONG_ADDRESS'],
    [{ status: 404, body: { code: 'NOT_FOUND', message: 'x' } }, 'NAVER_NOT_FOUND'],
    [{ status: 403, body: { code: 'FORBIDDEN', message: 'x' } }, 'NAVER_FORBIDDEN'],
    [{ status: 400, body: { code: 'BAD_REQUEST', message: 'x' } }, 'NAVER_REFUSED'],
    [{ status: 308, body: { code: 'PERMANENT_REDIRECT' } }, 'NAVER_WRONG_ADDRESS'],
    [{ status: 404, body: '<html/>' }, 'NAVER_WRONG_ADDRESS'],
    [gatewayRefusal(503, 'GW.BLOCK.02'), 'NAVER_MAINTENANCE'],
    [{ body: [1, 2] }, 'NAVER_ANSWER_UNEXPECTED'],
  ])('%o are told at once as %s', async (answer, code) => {
    const { client, calls } = createNaverBench(() => answer);
    expect((await faultOf(client.fetchAccount(NORMAL))).code).toBe(code);
    expect(calls()).toHaveLength(1);
  });

  it('stop everything when the application is at one call per hour', async () => {
    const penalty = gatewayRefusal(429, 'GW.QUOTA_LIMIT', {
      'gncp-gw-quota-period': 'HOURS',
      'gncp-gw-quota-limit': '1',
      'gncp-gw-quota-remaining': '0',
    });
    const { client, calls, limiter } = createNaverBench(() => penalty);
    const fault = await faultOf(client.fetchAccount(NORMAL));
    expect(fault.code).toBe('NAVER_QUOTA_PENALTY');
    expect(fault.retry).toEqual({ kind: 'after', delayMs: 3_600_000 });
    expect(calls()).toHaveLength(1);
    expect(limiter.observed.at(-1)?.response).toMatchObject({
      status: 429,
      errorCode: 'GW.QUOTA_LIMIT',
    });
  });

  it.each(['GW.RATE_LIMIT', 'GW.QUOTA_LIMIT'])(
    'for rate (%s) wait and take a new permit',
    async (code) => {
      const { client, calls, limiter, clock } = createNaverBench((_, before) =>
        before < 2
          ? gatewayRefusal(429, code, { 'gncp-gw-quota-period': 'SECONDS' })
          : createdAnswer(),
      );
      const pending = client.createProduct({}, NORMAL);
      await clock.advance(999);
      expect(calls()).toHaveLength(1);
      await clock.advance(2_001);
      expect((await pending).kind).toBe('created');
      expect(calls()).toHaveLength(3);
      expect(
        limiter.permits.filter((permit) => permit.bucket.api === 'POST /v2/products'),
      ).toHaveLength(3);
    },
  );

  it('for rate end after five attempts, since more would be hammering', async () => {
    const { client, calls, clock } = createNaverBench(() => gatewayRefusal(429, 'GW.RATE_LIMIT'));
    const pending = faultOf(client.fetchAccount(NORMAL));
    await clock.advance(60_000);
    expect((await pending).code).toBe('NAVER_RATE_LIMITED');
    expect(calls()).toHaveLength(5);
  });

  it('for a running upload wait likewise', async () => {
    const busy = { status: 429, body: { code: 'ANY', message: '이전 요청이 진행중입니다' } };
    const { client, clock } = createNaverBench(() => busy);
    const pending = faultOf(client.uploadImages([PICTURE], NORMAL));
    await clock.advance(60_000);
    expect((await pending).code).toBe('NAVER_UPLOAD_BUSY');
  });

  it('are not waited out past the deadline', async () => {
    const { client, calls, clock } = createNaverBench(() => gatewayRefusal(429, 'GW.RATE_LIMIT'));
    const deadlineAtMs = clock.nowMs() + 500;
    expect((await faultOf(client.fetchAccount({ lane: 'normal', deadlineAtMs }))).code).toBe(
      'NAVER_RATE_LIMITED',
    );
    expect(calls()).toHaveLength(1);
  });

  it('of an old token lead to one new token and the call again', async () => {
    const { client, calls } = createNaverBench((request) =>
      request.headers?.authorization === 'Bearer TOKEN-2'
        ? { body: { accountId: 'me' } }
        : gatewayRefusal(401, 'GW.AUTHN'),
    );
    expect(await client.fetchAccount(NORMAL)).toMatchObject({ accountId: 'me' });
    expect(calls()).toHaveLength(2);
  });

  it('of a new token too point to the API groups, and cost one token request a minute', async () => {
    const { client, http, calls } = createNaverBench(() => gatewayRefusal(401, 'GW.AUTHN'));
    const fault = await faultOf(client.fetchAccount(NORMAL));
    expect([fault.code, fault.retry.kind]).toEqual(['NAVER_NOT_AUTHORISED', 'never']);
    expect(calls()).toHaveLength(2);
    await faultOf(client.fetchAccount(NORMAL));
    expect(calls()).toHaveLength(3);
    expect(http.requests.length - calls().length).toBe(2);
  });
});

describe('reads', () => {
  it.each([
    ['a server fault', gatewayRefusal(500, 'GW.PROXY.03'), 'NAVER_UNAVAILABLE'],
    ['a gateway timeout', gatewayRefusal(504, 'GW.TIMEOUT.01'), 'NAVER_UNAVAILABLE'],
    ['half an answer', { body: '{"accountId":"m' }, 'NAVER_ANSWER_BROKEN'],
    ['a web page', { body: '<!doctype html>' }, 'NAVER_ANSWER_HTML'],
    ['a dropped connection', NETWORK_RESET, 'NETWORK_RESET'],
    ['a refused connection', NETWORK_REFUSED, 'NETWORK_REFUSED'],
  ])('are made three times after %s, with a permit each', async (_, answer, code) => {
    const { client, calls, clock, limiter } = createNaverBench(() => answer);
    const pending = faultOf(client.fetchAccount(NORMAL));
    await clock.advance(4_000);
    expect((await pending).code).toBe(code);
    expect(calls()).toHaveLength(3);
    expect(limiter.permits).toHaveLength(4);
  });

  it('do not end in a fault when trouble passes', async () => {
    const { client, clock } = createNaverBench((_, before) =>
      before === 0 ? NETWORK_RESET : { body: { accountId: 'me', grade: null } },
    );
    const pending = client.fetchAccount(NORMAL);
    await clock.advance(1_000);
    expect(await pending).toEqual({ accountId: 'me', grade: null });
  });
});
