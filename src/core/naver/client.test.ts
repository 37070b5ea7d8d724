import type { OriginProductNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../http/port';
import type { PermitRequest, PermitResult } from '../limiter/port';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { faultOf } from '../testing/fault-of';
import { createRecordingLimiter, type RecordingLimiter } from '../testing/recording-limiter';
import { createRecordingLogger } from '../testing/recording-logger';
import {
  createScriptedHttp,
  type ScriptedAnswer,
  type ScriptedHttp,
} from '../testing/scripted-http';
import { createNaverClient } from './client';
import type { NaverClient, UploadFile } from './port';

const NORMAL = { lane: 'normal' } as const;
const PRODUCT_NO = '11900000001' as OriginProductNo;
const PICTURE: UploadFile = {
  fileName: 'a.jpg',
  contentType: 'image/jpeg',
  bytes: new Uint8Array([0xff, 0xd8, 0xff]),
};

interface Bench {
  readonly client: NaverClient;
  readonly http: ScriptedHttp;
  readonly limiter: RecordingLimiter;
  readonly clock: FakeClock;
  /** Requests other than for tokens. */
  readonly calls: () => readonly HttpRequest[];
  readonly told: () => string;
}

type Answering = (request: HttpRequest, callsBefore: number) => ScriptedAnswer;

function bench(
  answerTo: Answering,
  decide?: (request: PermitRequest) => PermitResult,
  tokenAnswer: (tokensBefore: number) => ScriptedAnswer = (before) => ({
    body: { access_token: `TOKEN-${before + 1}`, expires_in: 10_799 },
  }),
): Bench {
  const clock = createFakeClock();
  const logger = createRecordingLogger();
  const limiter = createRecordingLimiter(decide);
  let tokens = 0;
  let others = 0;
  const http = createScriptedHttp(clock, (request) => {
    if (isToken(request)) {
      tokens += 1;
      return tokenAnswer(tokens - 1);
    }
    others += 1;
    return answerTo(request, others - 1);
  });
  const client = createNaverClient({
    http,
    rateLimiter: limiter,
    clock,
    logger,
    url: 'https://naver.example/external/',
    clientId: () => 'sim-client-01',
    clientSecret: () => '$2a$04$SimulatorSaltExample0u',
    applicationId: 'app-1',
  });
  const calls = (): readonly HttpRequest[] => http.requests.filter((request) => !isToken(request));
  return { client, http, limiter, clock, calls, told: () => JSON.stringify(logger.entries) };
}

function isToken(request: HttpRequest): boolean {
  return request.url.pathname.endsWith('/v1/oauth2/token');
}

function gateway(status: number, code: string, headers = {}): ScriptedAnswer {
  return { status, headers, body: { code, message: 'gateway says no', traceId: 'trace-body' } };
}

function created(): ScriptedAnswer {
  return { body: { originProductNo: 11900000001, smartstoreChannelProductNo: 11950000001 } };
}

const NETWORK_RESET = new AppError('NETWORK_RESET', {
  params: { host: 'h', seconds: 30 },
  retry: { kind: 'look-up' },
});
const NETWORK_REFUSED = new AppError('NETWORK_REFUSED', {
  params: { host: 'h', seconds: 30 },
  retry: { kind: 'after', delayMs: 5_000 },
});

const STORED = {
  originProduct: {
    statusType: 'SALE',
    name: '티셔츠',
    salePrice: 19800,
    stockQuantity: 75,
    images: { representativeImage: { url: 'u1' }, optionalImages: [{ url: 'u2' }] },
    detailAttribute: {
      sellerCodeInfo: { sellerManagementCode: 'SB-1' },
      optionInfo: {
        optionCombinations: [
          {
            id: 52,
            optionName1: '블랙',
            optionName2: 'M',
            price: 0,
            stockQuantity: 30,
            usable: true,
          },
          { id: 53, optionName1: '블랙', optionName2: 'L', price: 1500, stockQuantity: 45 },
        ],
      },
    },
  },
};

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
    'POST /external/v1/product-images/upload': { body: { images: [{ url: 'u' }] } },
    'POST /external/v2/products': created(),
    'POST /external/v1/products/search': { body: { contents: [], totalPages: 0 } },
    'GET /external/v2/products/origin-products/11900000001': { body: STORED },
    'DELETE /external/v2/products/origin-products/11900000001': { body: {} },
    'PUT /external/v1/products/origin-products/11900000001/change-status': { body: { code: 'OK' } },
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
  };
  const answering: Answering = (request) =>
    answers[`${request.method} ${request.url.pathname}`] ?? { status: 404 };

  it.each(Object.entries(methods))(
    '%s takes a permit of its own API and tells the limiter',
    async (_, method) => {
      const { client, limiter, calls } = bench(answering);
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
    const { client, calls } = bench(answering, ({ bucket }) =>
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
    const { client, limiter, clock } = bench(answering);
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
    const { client } = bench(answering, () => ({
      granted: false,
      reason: 'stopped',
      waitMs: 3_600_000,
      code: 'NAVER_QUOTA_PENALTY',
    }));
    expect((await faultOf(client.fetchAccount(NORMAL))).code).toBe('NAVER_QUOTA_PENALTY');
  });

  it('keeps token and secret out of faults and log', async () => {
    const { client, told } = bench(() => gateway(403, 'GW.IP_NOT_ALLOWED'));
    const fault = await faultOf(client.fetchAccount(NORMAL));
    const all = JSON.stringify([fault.message, fault.params, fault.stack]) + told();
    expect(all).not.toContain('TOKEN-1');
    expect(all).not.toContain('SimulatorSalt');
    expect(told()).toContain('trace-body');
  });
});

describe('refusals', () => {
  it.each([
    [gateway(403, 'GW.IP_NOT_ALLOWED'), 'NAVER_IP_NOT_ALLOWED'],
    [gateway(404, 'GW.NOT_FOUND'), 'NAVER_WRONG_ADDRESS'],
    [{ status: 404, body: { code: 'NOT_FOUND', message: 'x' } }, 'NAVER_NOT_FOUND'],
    [{ status: 403, body: { code: 'FORBIDDEN', message: 'x' } }, 'NAVER_FORBIDDEN'],
    [{ status: 400, body: { code: 'BAD_REQUEST', message: 'x' } }, 'NAVER_REFUSED'],
    [{ status: 308, body: { code: 'PERMANENT_REDIRECT' } }, 'NAVER_WRONG_ADDRESS'],
    [{ status: 404, body: '<html/>' }, 'NAVER_WRONG_ADDRESS'],
    [gateway(503, 'GW.BLOCK.02'), 'NAVER_MAINTENANCE'],
    [{ body: [1, 2] }, 'NAVER_ANSWER_UNEXPECTED'],
  ])('%o are told at once as %s', async (answer, code) => {
    const { client, calls } = bench(() => answer);
    expect((await faultOf(client.fetchAccount(NORMAL))).code).toBe(code);
    expect(calls()).toHaveLength(1);
  });

  it('stop everything when the application is at one call per hour', async () => {
    const penalty = gateway(429, 'GW.QUOTA_LIMIT', {
      'gncp-gw-quota-period': 'HOURS',
      'gncp-gw-quota-limit': '1',
      'gncp-gw-quota-remaining': '0',
    });
    const { client, calls, limiter } = bench(() => penalty);
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
      const { client, calls, limiter, clock } = bench((_, before) =>
        before < 2 ? gateway(429, code, { 'gncp-gw-quota-period': 'SECONDS' }) : created(),
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
    const { client, calls, clock } = bench(() => gateway(429, 'GW.RATE_LIMIT'));
    const pending = faultOf(client.fetchAccount(NORMAL));
    await clock.advance(60_000);
    expect((await pending).code).toBe('NAVER_RATE_LIMITED');
    expect(calls()).toHaveLength(5);
  });

  it('for a running upload wait likewise', async () => {
    const busy = { status: 429, body: { code: 'ANY', message: '이전 요청이 진행중입니다' } };
    const { client, clock } = bench(() => busy);
    const pending = faultOf(client.uploadImages([PICTURE], NORMAL));
    await clock.advance(60_000);
    expect((await pending).code).toBe('NAVER_UPLOAD_BUSY');
  });

  it('are not waited out past the deadline', async () => {
    const { client, calls, clock } = bench(() => gateway(429, 'GW.RATE_LIMIT'));
    const deadlineAtMs = clock.nowMs() + 500;
    expect((await faultOf(client.fetchAccount({ lane: 'normal', deadlineAtMs }))).code).toBe(
      'NAVER_RATE_LIMITED',
    );
    expect(calls()).toHaveLength(1);
  });

  it('of an old token lead to one new token and the call again', async () => {
    const { client, calls } = bench((request) =>
      request.headers?.authorization === 'Bearer TOKEN-2'
        ? { body: { accountId: 'me' } }
        : gateway(401, 'GW.AUTHN'),
    );
    expect(await client.fetchAccount(NORMAL)).toMatchObject({ accountId: 'me' });
    expect(calls()).toHaveLength(2);
  });

  it('of a new token too point to the API groups, and cost one token request a minute', async () => {
    const { client, http, calls } = bench(() => gateway(401, 'GW.AUTHN'));
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
    ['a server fault', gateway(500, 'GW.PROXY.03'), 'NAVER_UNAVAILABLE'],
    ['a gateway timeout', gateway(504, 'GW.TIMEOUT.01'), 'NAVER_UNAVAILABLE'],
    ['half an answer', { body: '{"accountId":"m' }, 'NAVER_ANSWER_BROKEN'],
    ['a web page', { body: '<!doctype html>' }, 'NAVER_ANSWER_HTML'],
    ['a dropped connection', NETWORK_RESET, 'NETWORK_RESET'],
    ['a refused connection', NETWORK_REFUSED, 'NETWORK_REFUSED'],
  ])('are made three times after %s, with a permit each', async (_, answer, code) => {
    const { client, calls, clock, limiter } = bench(() => answer);
    const pending = faultOf(client.fetchAccount(NORMAL));
    await clock.advance(4_000);
    expect((await pending).code).toBe(code);
    expect(calls()).toHaveLength(3);
    expect(limiter.permits).toHaveLength(4);
  });

  it('do not end in a fault when trouble passes', async () => {
    const { client, clock } = bench((_, before) =>
      before === 0 ? NETWORK_RESET : { body: { accountId: 'me', grade: null } },
    );
    const pending = client.fetchAccount(NORMAL);
    await clock.advance(1_000);
    expect(await pending).toEqual({ accountId: 'me', grade: null });
  });
});

describe('creating a product', () => {
  it('gives both numbers', async () => {
    expect(await bench(created).client.createProduct({ a: 1 }, NORMAL)).toEqual({
      kind: 'created',
      product: { originProductNo: '11900000001', channelProductNo: '11950000001' },
    });
  });

  it.each([
    ['a dropped connection', NETWORK_RESET],
    [
      'a timeout',
      new AppError('NETWORK_TIMEOUT', {
        params: { host: 'h', seconds: 30 },
        retry: { kind: 'look-up' },
      }),
    ],
    [
      'an abort on the way',
      new AppError('NETWORK_ABORTED', {
        params: { host: 'h', seconds: 30 },
        retry: { kind: 'look-up' },
      }),
    ],
    ['a backend fault', gateway(500, 'GW.PROXY.03')],
    ['an open circuit', gateway(503, 'GW.BLOCK.01')],
    ['a gateway timeout', gateway(504, 'GW.TIMEOUT.02')],
    ['an API fault', { status: 500, body: { code: 'INTERNAL_SERVER_ERROR', message: 'x' } }],
    ['half an answer', { body: '{"originProductNo":119' }],
    ['an unreadable success', { body: { ok: true } }],
    ['an empty success', {}],
    ['a web page', { status: 400, body: '<html/>' }],
  ])('is of unknown outcome after %s, and not sent again', async (_, answer) => {
    const { client, calls } = bench(() => answer);
    expect((await client.createProduct({}, NORMAL)).kind).toBe('unknown');
    expect(calls()).toHaveLength(1);
  });

  it('fails plainly when the request never left', async () => {
    const { client } = bench(() => NETWORK_REFUSED);
    expect((await faultOf(client.createProduct({}, NORMAL))).code).toBe('NETWORK_REFUSED');
  });

  it('is rejected with a reason per wrong entry, Naver’s words kept', async () => {
    const { client, calls } = bench(() => ({
      status: 400,
      headers: { 'gncp-gw-trace-id': 'trace-1' },
      body: {
        code: 'BAD_REQUEST',
        message: '입력한 데이터가 유효하지 않습니다.',
        invalidInputs: [
          {
            name: 'originProduct.detailAttribute.minorPurchasable',
            type: 'NotNull',
            message: 'm1',
          },
          { type: 'NotAuthority.product.category.id', message: 'm2' },
          { name: 'originProduct.somethingNew', type: 'NeverSeen', message: 'm3' },
        ],
        timestamp: 't',
      },
    }));
    const outcome = await client.createProduct({}, NORMAL);
    expect(outcome).toMatchObject({
      kind: 'rejected',
      traceId: 'trace-1',
      reasons: [
        { code: 'NAVER_REJECTED_REQUIRED', field: 'isMinorPurchasable', verbatim: 'm1' },
        { code: 'NAVER_REJECTED_CATEGORY_RIGHT', field: 'category', verbatim: 'm2' },
        { code: 'NAVER_REJECTED_FIELD', field: 'originProduct.somethingNew', verbatim: 'm3' },
      ],
    });
    expect(calls()).toHaveLength(1);
  });

  it('is nobody’s rejection when the platform refuses', async () => {
    for (const answer of [
      gateway(403, 'GW.IP_NOT_ALLOWED'),
      gateway(401, 'GW.AUTHN'),
      gateway(404, 'GW.NOT_FOUND'),
      { status: 403, body: { code: 'FORBIDDEN', message: 'x' } },
    ]) {
      await faultOf(bench(() => answer).client.createProduct({}, NORMAL));
    }
  });
});

describe('searching by seller code', () => {
  const product = (no: number, code: string, status = 'SALE'): object => ({
    originProductNo: no,
    channelProducts: [
      {
        channelProductNo: no + 1,
        channelServiceType: 'STOREFARM',
        name: `p${no}`,
        sellerManagementCode: code,
        statusType: status,
        salePrice: 1000,
        stockQuantity: 5,
      },
    ],
  });

  it('compares exactly, leaves deleted products out and reads every page', async () => {
    const pages = [
      [product(100, 'SB-12'), product(200, 'SB-1', 'DELETE')],
      [product(300, 'SB-1'), product(400, 'sb-1')],
    ];
    const { client, calls } = bench((_, before) => ({
      body: { contents: pages[before], page: before + 1, totalPages: 2 },
    }));
    const found = await client.findBySellerCode('SB-1', NORMAL);
    expect(found).toEqual([
      {
        originProductNo: '300',
        channelProductNo: '301',
        name: 'p300',
        sellerCode: 'SB-1',
        status: 'SALE',
        salePriceKrw: 1000,
        stock: 5,
      },
    ]);
    const bodies = calls().map((call) => call.body);
    expect(bodies).toMatchObject([
      {
        kind: 'json',
        value: { searchKeywordType: 'SELLER_CODE', sellerManagementCode: 'SB-1', page: 1 },
      },
      { kind: 'json', value: { page: 2 } },
    ]);
  });

  it('never takes an answer without a list of products for "none"', async () => {
    const { client } = bench(() => ({ body: { code: 'OK' } }));
    expect((await faultOf(client.findBySellerCode('SB-1', NORMAL))).code).toBe(
      'NAVER_ANSWER_UNEXPECTED',
    );
  });
});

describe('products', () => {
  it('are read with their options and the raw body', async () => {
    const { client } = bench(() => ({ body: STORED }));
    expect(await client.findProduct(PRODUCT_NO, NORMAL)).toEqual({
      originProductNo: PRODUCT_NO,
      status: 'SALE',
      name: '티셔츠',
      salePriceKrw: 19800,
      stock: 75,
      imageUrls: ['u1', 'u2'],
      sellerCode: 'SB-1',
      optionCombinations: [
        { id: 52, values: ['블랙', 'M'], priceKrw: 0, stock: 30, usable: true },
        { id: 53, values: ['블랙', 'L'], priceKrw: 1500, stock: 45, usable: true },
      ],
      raw: STORED,
    });
  });

  it('that Naver does not have are null, and deleting them is no fault', async () => {
    const missing = { status: 404, body: { code: 'NOT_FOUND', message: 'x' } };
    const { client } = bench(() => missing);
    expect(await client.findProduct(PRODUCT_NO, NORMAL)).toBeNull();
    await client.deleteProduct(PRODUCT_NO, NORMAL);
  });

  it('are not taken for missing when the address is wrong', async () => {
    const { client } = bench(() => gateway(404, 'GW.NOT_FOUND'));
    expect((await faultOf(client.findProduct(PRODUCT_NO, NORMAL))).code).toBe(
      'NAVER_WRONG_ADDRESS',
    );
    expect((await faultOf(client.deleteProduct(PRODUCT_NO, NORMAL))).code).toBe(
      'NAVER_WRONG_ADDRESS',
    );
  });

  it('whose change ends in a server fault are to be looked up', async () => {
    const { client, calls } = bench(() => gateway(504, 'GW.TIMEOUT.01'));
    const change = faultOf(client.changeStatus(PRODUCT_NO, { status: 'SUSPENSION' }, NORMAL));
    expect([(await change).code, (await change).retry.kind]).toEqual([
      'NAVER_OUTCOME_UNKNOWN',
      'look-up',
    ]);
    expect(calls()).toHaveLength(1);
  });
});

describe('uploading', () => {
  it('sends parts of exactly one name and gives the addresses in order', async () => {
    const { client, calls } = bench(() => ({ body: { images: [{ url: 'u1' }, { url: 'u2' }] } }));
    expect(await client.uploadImages([PICTURE, PICTURE], NORMAL)).toEqual(['u1', 'u2']);
    expect(calls()[0]?.body).toMatchObject({ kind: 'files', partName: 'imageFiles' });
  });

  it('refuses addresses that cannot be told apart', async () => {
    const { client } = bench(() => ({ body: { images: [{ url: 'u1' }] } }));
    expect((await faultOf(client.uploadImages([PICTURE, PICTURE], NORMAL))).code).toBe(
      'NAVER_UPLOAD_INCOMPLETE',
    );
  });

  it('sends nothing that is over the limits', async () => {
    const { client, http } = bench(created);
    const huge = { ...PICTURE, bytes: new Uint8Array(5_000_000) };
    for (const files of [[], Array.from({ length: 11 }, () => PICTURE), [huge, huge]]) {
      expect((await faultOf(client.uploadImages(files, NORMAL))).code).toBe(
        'NAVER_UPLOAD_TOO_LARGE',
      );
    }
    expect(http.requests).toHaveLength(0);
  });

  it('may be repeated after an unknown outcome, since a spare picture does no harm', async () => {
    const { client } = bench(() => NETWORK_RESET);
    const fault = await faultOf(client.uploadImages([PICTURE], NORMAL));
    expect([fault.code, fault.retry.kind]).toEqual(['NETWORK_RESET', 'after']);
  });
});

describe('master data', () => {
  it('reads addresses of all pages', async () => {
    const { client } = bench((request) => ({
      body: {
        addressBooks: [
          {
            addressBookNo: Number(request.url.searchParams.get('page')),
            name: 'n',
            addressType: 'RELEASE',
            baseAddress: '서울',
            detailAddress: '1층',
            phoneNumber1: '02-1',
            overseasAddress: false,
          },
        ],
        page: Number(request.url.searchParams.get('page')),
        totalPage: 2,
      },
    }));
    expect(await client.fetchAddresses(NORMAL)).toEqual([
      { id: 1, name: 'n', type: 'RELEASE', address: '서울 1층', phone: '02-1', isOversea: false },
      { id: 2, name: 'n', type: 'RELEASE', address: '서울 1층', phone: '02-1', isOversea: false },
    ]);
  });

  it('reads a category with flags it does not know', async () => {
    const { client } = bench(() => ({
      body: {
        id: '50099901',
        name: '티셔츠',
        wholeCategoryName: '패션>티셔츠',
        last: true,
        exceptionalCategories: ['KC_CERTIFICATION', 'NEW_FLAG'],
        certificationInfos: [
          { id: 7, name: 'KC', kindTypes: ['KC_CERTIFICATION'], nonEssential: true, more: 1 },
        ],
      },
    }));
    expect(await client.fetchCategory('50099901', NORMAL)).toEqual({
      id: '50099901',
      name: '티셔츠',
      path: '패션>티셔츠',
      isLeaf: true,
      exceptions: ['KC_CERTIFICATION', 'NEW_FLAG'],
      certifications: [
        {
          id: 7,
          name: 'KC',
          kindTypes: ['KC_CERTIFICATION'],
          isNumberOptional: true,
          isCompanyNameRequired: false,
        },
      ],
    });
  });

  it('keeps leading zeros of origin codes', async () => {
    const { client } = bench(() => ({
      body: { originAreaCodeNames: [{ code: '0200037', name: '중국' }] },
    }));
    expect(await client.fetchOriginAreas(NORMAL)).toEqual([{ code: '0200037', name: '중국' }]);
  });
});
