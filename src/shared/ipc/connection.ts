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

export const connectionRoutes = {
  /** One cheap read at the real market with the saved keys, in practice mode too. */
  'connection.test': route(z.strictObject({ market: marketSchema }), connectionVerdictSchema),
} as const;
