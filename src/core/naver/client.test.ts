import type { OriginProductNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../testing/fault-of';
import {
  createdAnswer,
  createNaverBench,
  gatewayRefusal,
  NETWORK_REFUSED,
  NETWORK_RESET,
} from '../testing/naver-client-bench';
import type { UploadFile } from './port';

const NORMAL = { lane: 'normal' } as const;
const PRODUCT_NO = '11900000001' as OriginProductNo;
const PICTURE: UploadFile = {
  fileName: 'a.jpg',
  contentType: 'image/jpeg',
  bytes: new Uint8Array([0xff, 0xd8, 0xff]),
};

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

describe('creating a product', () => {
  it('gives both numbers', async () => {
    expect(await createNaverBench(createdAnswer).client.createProduct({ a: 1 }, NORMAL)).toEqual({
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
    ['a backend fault', gatewayRefusal(500, 'GW.PROXY.03')],
    ['an open circuit', gatewayRefusal(503, 'GW.BLOCK.01')],
    ['a gateway timeout', gatewayRefusal(504, 'GW.TIMEOUT.02')],
    ['an API fault', { status: 500, body: { code: 'INTERNAL_SERVER_ERROR', message: 'x' } }],
    ['half an answer', { body: '{"originProductNo":119' }],
    ['an unreadable success', { body: { ok: true } }],
    ['an empty success', {}],
    ['a web page', { status: 400, body: '<html/>' }],
  ])('is of unknown outcome after %s, and not sent again', async (_, answer) => {
    const { client, calls } = createNaverBench(() => answer);
    expect((await client.createProduct({}, NORMAL)).kind).toBe('unknown');
    expect(calls()).toHaveLength(1);
  });

  it('fails plainly when the request never left', async () => {
    const { client } = createNaverBench(() => NETWORK_REFUSED);
    expect((await faultOf(client.createProduct({}, NORMAL))).code).toBe('NETWORK_REFUSED');
  });

  it('fails plainly when it was the token request that was lost', async () => {
    const { client, calls } = createNaverBench(createdAnswer, undefined, () => NETWORK_RESET);
    const fault = await faultOf(client.createProduct({}, NORMAL));
    expect([fault.code, fault.retry.kind]).toEqual(['NETWORK_RESET', 'after']);
    expect(calls()).toHaveLength(0);
  });

  it('is rejected with a reason per wrong entry, Naver’s words kept', async () => {
    const { client, calls } = createNaverBench(() => ({
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
      gatewayRefusal(403, 'GW.IP_NOT_ALLOWED'),
      gatewayRefusal(401, 'GW.AUTHN'),
      gatewayRefusal(404, 'GW.NOT_FOUND'),
      { status: 403, body: { code: 'FORBIDDEN', message: 'x' } },
    ]) {
      await faultOf(createNaverBench(() => answer).client.createProduct({}, NORMAL));
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
    const { client, calls } = createNaverBench((_, before) => ({
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
        discountKrw: null,
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

  it('asks for the code of a product whose listing does not tell it', async () => {
    const nameless = {
      originProductNo: 100,
      channelProducts: [{ channelProductNo: 101, channelServiceType: 'STOREFARM', name: 'p' }],
    };
    const { client, calls } = createNaverBench((request) =>
      request.method === 'POST'
        ? { body: { contents: [nameless], totalPages: 1 } }
        : { body: STORED },
    );
    expect(await client.findBySellerCode('SB-1', NORMAL)).toMatchObject([
      { originProductNo: '100', sellerCode: 'SB-1' },
    ]);
    expect(calls()[1]?.url.pathname).toMatch(/\/v2\/products\/origin-products\/100$/);
    expect(await client.findBySellerCode('SB-12', NORMAL)).toEqual([]);
  });

  it('never takes an answer without a list of products for "none"', async () => {
    const { client } = createNaverBench(() => ({ body: { code: 'OK' } }));
    expect((await faultOf(client.findBySellerCode('SB-1', NORMAL))).code).toBe(
      'NAVER_ANSWER_UNEXPECTED',
    );
  });
});

describe('products', () => {
  it('are read with their options and the raw body', async () => {
    const { client } = createNaverBench(() => ({ body: STORED }));
    expect(await client.findProduct(PRODUCT_NO, NORMAL)).toEqual({
      originProductNo: PRODUCT_NO,
      status: 'SALE',
      name: '티셔츠',
      salePriceKrw: 19800,
      discountKrw: 0,
      stock: 75,
      imageUrls: ['u1', 'u2'],
      sellerCode: 'SB-1',
      optionCombinations: [
        { id: 52, values: ['블랙', 'M'], sourceKey: null, priceKrw: 0, stock: 30, usable: true },
        { id: 53, values: ['블랙', 'L'], sourceKey: null, priceKrw: 1500, stock: 45, usable: true },
      ],
      raw: STORED,
    });
  });

  it('that Naver does not have are null, and deleting them is no fault', async () => {
    const missing = { status: 404, body: { code: 'NOT_FOUND', message: 'x' } };
    const { client } = createNaverBench(() => missing);
    expect(await client.findProduct(PRODUCT_NO, NORMAL)).toBeNull();
    await client.deleteProduct(PRODUCT_NO, NORMAL);
  });

  it('are not taken for missing when the address is wrong', async () => {
    const { client } = createNaverBench(() => gatewayRefusal(404, 'GW.NOT_FOUND'));
    expect((await faultOf(client.findProduct(PRODUCT_NO, NORMAL))).code).toBe(
      'NAVER_WRONG_ADDRESS',
    );
    expect((await faultOf(client.deleteProduct(PRODUCT_NO, NORMAL))).code).toBe(
      'NAVER_WRONG_ADDRESS',
    );
  });

  it('whose change ends in a server fault are to be looked up', async () => {
    const { client, calls } = createNaverBench(() => gatewayRefusal(504, 'GW.TIMEOUT.01'));
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
    const { client, calls } = createNaverBench(() => ({
      body: { images: [{ url: 'u1' }, { url: 'u2' }] },
    }));
    expect(await client.uploadImages([PICTURE, PICTURE], NORMAL)).toEqual(['u1', 'u2']);
    expect(calls()[0]?.body).toMatchObject({ kind: 'files', partName: 'imageFiles' });
  });

  it('refuses addresses that cannot be told apart', async () => {
    const { client } = createNaverBench(() => ({ body: { images: [{ url: 'u1' }] } }));
    expect((await faultOf(client.uploadImages([PICTURE, PICTURE], NORMAL))).code).toBe(
      'NAVER_UPLOAD_INCOMPLETE',
    );
  });

  it('sends nothing that is over the limits', async () => {
    const { client, http } = createNaverBench(createdAnswer);
    const huge = { ...PICTURE, bytes: new Uint8Array(5_000_000) };
    for (const files of [[], Array.from({ length: 11 }, () => PICTURE), [huge, huge]]) {
      expect((await faultOf(client.uploadImages(files, NORMAL))).code).toBe(
        'NAVER_UPLOAD_TOO_LARGE',
      );
    }
    expect(http.requests).toHaveLength(0);
  });

  it('may be repeated after an unknown outcome, since a spare picture does no harm', async () => {
    const { client } = createNaverBench(() => NETWORK_RESET);
    const fault = await faultOf(client.uploadImages([PICTURE], NORMAL));
    expect([fault.code, fault.retry.kind]).toEqual(['NETWORK_RESET', 'after']);
  });
});

describe('master data', () => {
  it('asks for leaf categories and still tells others apart', async () => {
    const { client, calls } = createNaverBench(() => ({
      body: [
        { id: '1', name: 'a', wholeCategoryName: 'b>a' },
        { id: 2, name: 'b', wholeCategoryName: 'b', last: false },
      ],
    }));
    expect(await client.fetchCategories(NORMAL)).toEqual([
      { id: '1', name: 'a', path: 'b>a', isLeaf: true },
      { id: '2', name: 'b', path: 'b', isLeaf: false },
    ]);
    expect(calls()[0]?.url.search).toBe('?last=true');
  });

  it('reads addresses of all pages', async () => {
    const { client } = createNaverBench((request) => ({
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
    const { client } = createNaverBench(() => ({
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
    const { client } = createNaverBench(() => ({
      body: { originAreaCodeNames: [{ code: '0200037', name: '중국' }] },
    }));
    expect(await client.fetchOriginAreas(NORMAL)).toEqual([{ code: '0200037', name: '중국' }]);
  });
});
