import { z } from 'zod';
import { REHEARSAL_VERDICTS } from '../domain/rehearsal';
import { nothing, route } from './route';
import {
  atMsSchema,
  countSchema,
  itemNoSchema,
  pageSchema,
  reasonSchema,
  storedStoreIdSchema,
  storeIdSchema,
} from './values';

/** Most numbers of one rehearsal. */
export const REHEARSAL_MAX_ITEMS = 10_000;

const rehearsalIdSchema = z.string().min(1).max(64);
const verdictSchema = z.enum(REHEARSAL_VERDICTS);

const rehearsalSchema = z.strictObject({
  rehearsalId: rehearsalIdSchema,
  storeId: storedStoreIdSchema,
  name: z.string(),
  createdAtMs: atMsSchema,
  endedAtMs: atMsSchema.nullable(),
  itemCount: countSchema,
  counts: z.record(verdictSchema, countSchema),
});

/** Trying a list without sending anything; the verdicts come with `registration.statusChanged`. */
export const rehearsalRoutes = {
  'registration.beginRehearsal': route(
    z.strictObject({
      storeId: storeIdSchema,
      name: z.string().min(1).max(200),
      itemNos: z.array(itemNoSchema).min(1).max(REHEARSAL_MAX_ITEMS),
    }),
    rehearsalSchema,
  ),
  'registration.listRehearsals': route(
    z.strictObject({ storeId: storeIdSchema }),
    z.strictObject({ rehearsals: z.array(rehearsalSchema) }),
  ),
  'registration.listRehearsedItems': route(
    z.strictObject({
      rehearsalId: rehearsalIdSchema,
      verdict: verdictSchema.optional(),
      ...pageSchema,
    }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          itemNo: itemNoSchema,
          title: z.string().nullable(),
          verdict: verdictSchema.nullable(),
          reasons: z.array(reasonSchema),
        }),
      ),
      total: countSchema,
    }),
  ),
  /** The numbers that would become products, for registering them in earnest. */
  'registration.listPassedItems': route(
    z.strictObject({ rehearsalId: rehearsalIdSchema }),
    z.strictObject({ itemNos: z.array(itemNoSchema) }),
  ),
  'registration.cancelRehearsal': route(
    z.strictObject({ rehearsalId: rehearsalIdSchema }),
    nothing,
  ),
} as const;
