import { z } from 'zod';
import type { RetryAdvice } from '../errors/app-error';
import { textParamsSchema } from './values';

const retrySchema: z.ZodType<RetryAdvice> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('now') }),
  z.strictObject({ kind: z.literal('after'), delayMs: z.number().min(0) }),
  z.strictObject({ kind: z.literal('look-up') }),
]);

/** The envelope as it arrives from the other side. */
export const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      params: textParamsSchema,
      field: z.string().nullable(),
      retry: retrySchema,
    }),
  }),
]);
