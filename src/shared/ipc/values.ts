import { z } from 'zod';
import {
  type BatchId,
  type ChannelProductNo,
  type ItemNo,
  type JobId,
  MAIN_STORE,
  type OriginProductNo,
  parseItemNo,
  type StoreId,
} from '../domain/ids';
import type { Reason } from '../domain/reason';
import { isMessageCode, type MessageCode } from '../texts/catalogue';
import { PAGE_MAX_ROWS } from './bounds';

/** Longest id of our own making that a request may carry. */
const ID_MAX_CHARS = 64;
/** Longest search text. */
export const SEARCH_MAX_CHARS = 100;

function idSchema<Id extends string>(): z.ZodType<Id> {
  return z.custom<Id>(
    (value) => typeof value === 'string' && value.length > 0 && value.length <= ID_MAX_CHARS,
    'expected an id',
  );
}

export const itemNoSchema: z.ZodType<ItemNo> = z.custom<ItemNo>(
  (value) => typeof value === 'string' && parseItemNo(value) !== null,
  'expected an item number',
);
export const jobIdSchema = idSchema<JobId>();
export const batchIdSchema = idSchema<BatchId>();
export const originProductNoSchema = idSchema<OriginProductNo>();
export const channelProductNoSchema = idSchema<ChannelProductNo>();
/** The store a request is about; the first store when it does not say. */
export const storeIdSchema = idSchema<StoreId>().default(MAIN_STORE);
/** A store's id in an answer; in a request use `storeIdSchema`. */
export const storedStoreIdSchema = idSchema<StoreId>();

/** Epoch milliseconds. */
export const atMsSchema = z.number().min(0).max(8_640_000_000_000_000);
/** A whole number of things, 0 or more. */
export const countSchema = z.int().min(0);

/** Where a page of a list begins and how many rows it may have. */
export const pageSchema = {
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(PAGE_MAX_ROWS).default(100),
};

/**
 * A code that has words here; a code of another version is refused, so whoever answers replaces it
 * first.
 */
export const messageCodeSchema: z.ZodType<MessageCode> = z.custom<MessageCode>(
  (value) => typeof value === 'string' && isMessageCode(value),
  'expected a code of the catalogue',
);

export const textParamsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

export const reasonSchema: z.ZodType<Reason> = z.strictObject({
  code: messageCodeSchema,
  severity: z.enum(['block', 'ask', 'warn']),
  field: z.string().exactOptional(),
  params: textParamsSchema.exactOptional(),
  verbatim: z.string().exactOptional(),
});
