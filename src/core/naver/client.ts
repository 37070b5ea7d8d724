import type { OriginProductNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import type { z } from 'zod';
import type { HttpClient } from '../http/port';
import type { RateLimiter } from '../limiter/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { NaverAnswer } from './answer';
import { apiOf, createNaverCaller, type NaverCall, unexpectedAnswer } from './caller';
import { faultOf } from './faults';
import { listingReads, summariesOf } from './listing-reads';
import { listingUpdates } from './listing-updates';
import { assertSanePaging } from './paging';
import type {
  CallOptions,
  CreateOutcome,
  NaverClient,
  ProductBody,
  ProductSummary,
  StoredProduct,
  UploadFile,
} from './port';
import { referenceLists } from './reference-lists';
import { rejectionReasons } from './rejection';
import {
  accountSchema,
  createdSchema,
  searchPageSchema,
  storedProductSchema,
  uploadSchema,
} from './schemas';
import { createTokenSource } from './token';

export interface NaverClientDependencies {
  readonly http: HttpClient;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends in `/external`. */
  readonly url: string;
  /** Asked before every call, so that corrected keys work at once. */
  readonly clientId: () => string | Promise<string>;
  readonly clientSecret: () => string | Promise<string>;
  /** Names the application whose allowance is used; the same for all programs that share it. */
  readonly applicationId: string;
}

/** Files per upload call, and all their bytes together (naver-commerce-api.md 4, 2026-09). */
const MAX_UPLOAD_FILES = 10;
const MAX_UPLOAD_BYTES = 10_000_000;
const UPLOAD_TIMEOUT_MS = 120_000;
const REPEAT_UPLOAD_DELAY_MS = 2_000;
/** Largest page of the product search (6.2). */
const SEARCH_PAGE_SIZE = 500;

const ORIGIN_PRODUCT_PATH = '/v2/products/origin-products/{originProductNo}';

export function createNaverClient(deps: NaverClientDependencies): NaverClient {
  const caller = createNaverCaller({ ...deps, tokens: createTokenSource(deps) });

  /** One page of the product search; all products of the store without a seller code. */
  const searchPage = (
    sellerCode: string | null,
    page: number,
    options: CallOptions,
  ): Promise<z.output<typeof searchPageSchema>> =>
    caller.readAs(
      {
        method: 'POST',
        path: '/v1/products/search',
        body: {
          kind: 'json',
          value: {
            ...(sellerCode === null
              ? {}
              : { searchKeywordType: 'SELLER_CODE', sellerManagementCode: sellerCode }),
            page,
            size: SEARCH_PAGE_SIZE,
            orderType: 'NO',
          },
        },
      },
      searchPageSchema,
      options,
    );

  return {
    fetchAccount: (options) =>
      caller.readAs({ method: 'GET', path: '/v1/seller/account' }, accountSchema, options),

    uploadImages: async (files, options) => {
      assertUploadable(files);
      const call: NaverCall = {
        method: 'POST',
        path: '/v1/product-images/upload',
        body: { kind: 'files', partName: 'imageFiles', files },
        timeoutMs: UPLOAD_TIMEOUT_MS,
      };
      const answer = await caller.write(call, options).catch((fault: unknown) => {
        throw repeatableUpload(fault);
      });
      if (answer.kind !== 'ok') throw repeatableUpload(faultOf(answer, apiOf(call)));
      const parsed = uploadSchema.safeParse(answer.body);
      if (!parsed.success) throw unexpectedAnswer(call, parsed.error, answer.traceId);
      const urls = parsed.data.images.map((image) => image.url);
      // Addresses are told apart by their order alone, so a wrong count makes all of them worthless.
      if (urls.length !== files.length) {
        throw new AppError('NAVER_UPLOAD_INCOMPLETE', {
          params: { sent: files.length, received: urls.length },
        });
      }
      return urls;
    },

    createProduct: async (body, options) => {
      const call: NaverCall = {
        method: 'POST',
        path: '/v2/products',
        body: { kind: 'json', value: body },
      };
      let answer: NaverAnswer;
      try {
        answer = await caller.write(call, options);
      } catch (fault) {
        if (fault instanceof AppError && fault.retry.kind === 'look-up') {
          return { kind: 'unknown', cause: fault };
        }
        throw fault;
      }
      return createOutcome(call, answer);
    },

    findBySellerCode: async (sellerCode, options) => {
      const found = new Map<OriginProductNo, ProductSummary>();
      let totalPages = 1;
      for (let page = 1; page <= totalPages; page += 1) {
        assertSanePaging(page, 'POST /v1/products/search');
        const answer = await searchPage(sellerCode, page, options);
        totalPages = answer.totalPages;
        for (const product of answer.contents.flatMap(summariesOf)) {
          // The search also finds parts of codes (6.2).
          if (product.sellerCode === sellerCode && !found.has(product.originProductNo)) {
            found.set(product.originProductNo, product);
          }
        }
      }
      return [...found.values()];
    },

    listProducts: async (page, options) => {
      assertSanePaging(page, 'POST /v1/products/search');
      const answer = await searchPage(null, page, options);
      const products = new Map<OriginProductNo, ProductSummary>();
      for (const product of answer.contents.flatMap(summariesOf)) {
        if (!products.has(product.originProductNo)) products.set(product.originProductNo, product);
      }
      return { products: [...products.values()], totalPages: answer.totalPages };
    },

    findProduct: async (no, options) => {
      const call: NaverCall = {
        method: 'GET',
        path: ORIGIN_PRODUCT_PATH,
        places: { originProductNo: no },
      };
      const answer = await caller.read(call, options);
      if (isNoSuchProduct(answer)) return null;
      if (answer.kind !== 'ok') throw faultOf(answer, apiOf(call));
      const parsed = storedProductSchema.safeParse(answer.body);
      if (!parsed.success) throw unexpectedAnswer(call, parsed.error, answer.traceId);
      return toStoredProduct(no, parsed.data, answer.body as ProductBody);
    },

    deleteProduct: async (no, options) => {
      const call: NaverCall = {
        method: 'DELETE',
        path: ORIGIN_PRODUCT_PATH,
        places: { originProductNo: no },
      };
      const answer = await caller.write(call, options);
      // Gone is gone, whoever did it.
      if (answer.kind !== 'ok' && !isNoSuchProduct(answer)) throw writeFault(answer, call);
    },

    changeStatus: async (no, change, options) => {
      const call: NaverCall = {
        method: 'PUT',
        path: '/v1/products/origin-products/{originProductNo}/change-status',
        places: { originProductNo: no },
        body: {
          kind: 'json',
          value: {
            statusType: change.status,
            ...(change.stock === undefined ? {} : { stockQuantity: change.stock }),
          },
        },
      };
      const answer = await caller.write(call, options);
      if (answer.kind !== 'ok') throw writeFault(answer, call);
    },

    ...referenceLists(caller),
    ...listingUpdates(caller),
    ...listingReads(caller),
  };
}

/** What a create call's answer proves. Whatever is not clearly a yes or a no is unknown. */
function createOutcome(call: NaverCall, answer: NaverAnswer): CreateOutcome {
  if (answer.kind === 'ok') {
    const parsed = createdSchema.safeParse(answer.body);
    // A success that cannot be read most probably created the product.
    if (!parsed.success) {
      return { kind: 'unknown', cause: unexpectedAnswer(call, parsed.error, answer.traceId) };
    }
    const { originProductNo, smartstoreChannelProductNo, windowChannelProductNo } = parsed.data;
    return {
      kind: 'created',
      product: {
        originProductNo,
        channelProductNo: smartstoreChannelProductNo ?? windowChannelProductNo ?? null,
      },
    };
  }
  const fault = faultOf(answer, apiOf(call));
  if (answer.kind === 'unusable' || answer.status >= 500) return { kind: 'unknown', cause: fault };
  const isAboutTheBody = fault.code === 'NAVER_REFUSED';
  if (!isAboutTheBody) throw fault;
  return { kind: 'rejected', reasons: rejectionReasons(answer), traceId: answer.traceId };
}

/** A write other than create: after a 5xx or half an answer nobody knows whether it happened. */
function writeFault(answer: Exclude<NaverAnswer, { kind: 'ok' }>, call: NaverCall): AppError {
  const cause = faultOf(answer, apiOf(call));
  if (answer.kind === 'error' && answer.status < 500) return cause;
  return new AppError('NAVER_OUTCOME_UNKNOWN', {
    params: { api: apiOf(call), status: answer.status, traceId: answer.traceId ?? '-' },
    retry: { kind: 'look-up' },
    cause,
  });
}

/** An upload may be repeated: a picture that did arrive is merely there twice and referenced once. */
function repeatableUpload(fault: unknown): unknown {
  if (!(fault instanceof AppError) || fault.retry.kind !== 'look-up') return fault;
  return new AppError(fault.code, {
    params: fault.params,
    retry: { kind: 'after', delayMs: REPEAT_UPLOAD_DELAY_MS },
    cause: fault,
  });
}

function isNoSuchProduct(answer: NaverAnswer): boolean {
  return answer.kind === 'error' && answer.status === 404 && !answer.code?.startsWith('GW.');
}

function assertUploadable(files: readonly UploadFile[]): void {
  const sizeBytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const isCountRight = files.length >= 1 && files.length <= MAX_UPLOAD_FILES;
  if (isCountRight && sizeBytes < MAX_UPLOAD_BYTES) return;
  throw new AppError('NAVER_UPLOAD_TOO_LARGE', {
    params: { files: files.length, sizeMb: Math.ceil(sizeBytes / 1_000_000) },
  });
}

function toStoredProduct(
  no: OriginProductNo,
  wire: z.output<typeof storedProductSchema>,
  raw: ProductBody,
): StoredProduct {
  const { originProduct } = wire;
  const { representativeImage, optionalImages } = originProduct.images;
  const { sellerCodeInfo, optionInfo } = originProduct.detailAttribute;
  return {
    originProductNo: no,
    status: originProduct.statusType,
    name: originProduct.name,
    salePriceKrw: originProduct.salePrice,
    discountKrw: discountOf(originProduct.customerBenefit?.immediateDiscountPolicy?.discountMethod),
    stock: originProduct.stockQuantity,
    imageUrls: [
      ...(representativeImage ? [representativeImage.url] : []),
      ...optionalImages.map((image) => image.url),
    ],
    sellerCode: sellerCodeInfo?.sellerManagementCode ?? null,
    optionCombinations: (optionInfo?.optionCombinations ?? []).map((combination) => ({
      id: combination.id,
      values: [combination.optionName1, combination.optionName2, combination.optionName3].filter(
        (value) => value !== null,
      ),
      sourceKey: combination.sellerManagerCode,
      priceKrw: combination.price,
      stock: combination.stockQuantity,
      usable: combination.usable,
    })),
    raw,
  };
}

function discountOf(
  method: { readonly value: number; readonly unitType: string | null } | null | undefined,
): number | null {
  if (!method || method.value === 0) return 0;
  return method.unitType === 'WON' ? method.value : null;
}
