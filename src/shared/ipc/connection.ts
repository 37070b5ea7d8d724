import { z } from 'zod';
import { route } from './route';
import { atMsSchema, messageCodeSchema, textParamsSchema } from './values';

const marketSchema = z.enum(['domeggook', 'naver']);
export type Market = z.infer<typeof marketSchema>;

const connectionVerdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('works'),
    market: marketSchema,
    /** The store's account at Naver; null at the wholesaler, which tells none. */
    accountId: z.string().nullable(),
    grade: z.string().nullable(),
    checkedAtMs: atMsSchema,
  }),
  z.strictObject({
    kind: z.literal('fails'),
    market: marketSchema,
    code: messageCodeSchema,
    params: textParamsSchema,
    /** The address the market saw this computer under, where its refusal names it. */
    outboundAddress: z.string().nullable(),
    checkedAtMs: atMsSchema,
  }),
]);
export type ConnectionVerdict = z.infer<typeof connectionVerdictSchema>;

/** Longest address of a Redis server. */
const REDIS_URL_MAX_CHARS = 500;

const redisVerdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('works'),
    /** Host and port, without the password. */
    server: z.string(),
    version: z.string().nullable(),
    isEncrypted: z.boolean(),
    tookMs: z.number().min(0),
  }),
  z.strictObject({
    kind: z.literal('fails'),
    code: messageCodeSchema,
    params: textParamsSchema,
  }),
]);
export type RedisVerdict = z.infer<typeof redisVerdictSchema>;

/**
 * Trials of keys and servers, answered whether or not a product is open. What fails is an answer
 * (`fails`), not an error.
 */
export const connectionRoutes = {
  /** One connection to the remote Redis at `url`, closed again; a masked password stands for the saved one. */
  'connection.testRedis': route(
    z.strictObject({ url: z.string().min(1).max(REDIS_URL_MAX_CHARS) }),
    redisVerdictSchema,
  ),
  /** One cheap read at the real market with the saved keys, in practice mode too. */
  'connection.test': route(z.strictObject({ market: marketSchema }), connectionVerdictSchema),
} as const;
