import { AppError } from '@shared/errors/app-error';
import type { HttpClient } from '../http/port';
import type { RateLimiter } from '../limiter/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { NaverAnswer } from './answer';
import { apiOf, createNaverCaller, type NaverCall, unexpectedAnswer } from './caller';
import { faultOf } from './faults';
import { listingReads } from './listing-reads';
import { listingUpdates } from './listing-updates';
import type { CreateOutcome, NaverClient, UploadFile } from './port';
import { isNoSuchProduct, ORIGIN_PRODUCT_PATH, productSearches } from './product-searches';
import { referenceLists } from './reference-lists';
import { rejectionReasons } from './rejection';
import { accountSchema, createdSchema, uploadSchema } from './schemas';
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

/**
 * Fetches its token at the first call. Refuses by itself, with NAVER_UPLOAD_TOO_LARGE, an upload
 * that Naver would have to refuse.
 */
export function createNaverClient(deps: NaverClientDependencies): NaverClient {
  const caller = createNaverCaller({ ...deps, tokens: createTokenSource(deps) });

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

    ...productSearches(caller),
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

function assertUploadable(files: readonly UploadFile[]): void {
  const sizeBytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const isCountRight = files.length >= 1 && files.length <= MAX_UPLOAD_FILES;
  if (isCountRight && sizeBytes < MAX_UPLOAD_BYTES) return;
  throw new AppError('NAVER_UPLOAD_TOO_LARGE', {
    params: { files: files.length, sizeMb: Math.ceil(sizeBytes / 1_000_000) },
  });
}
