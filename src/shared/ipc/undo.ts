import { z } from 'zod';
import { UNDO_ITEM_STATES } from '../domain/undo';
import { nothing, route } from './route';
import {
  atMsSchema,
  batchIdSchema,
  channelProductNoSchema,
  countSchema,
  itemNoSchema,
  originProductNoSchema,
  pageSchema,
  reasonSchema,
  storedStoreIdSchema,
  storeIdSchema,
} from './values';

/** Most products that the plan of an undo lists; the counts are always complete. */
export const UNDO_PLAN_MAX_ROWS = 500;

const undoKindSchema = z.enum(['suspend', 'delete']);
const undoItemStateSchema = z.enum(UNDO_ITEM_STATES);
const undoIdSchema = z.string().min(1).max(64);

const undoRunSchema = z.strictObject({
  undoId: undoIdSchema,
  batchId: batchIdSchema,
  storeId: storedStoreIdSchema,
  kind: undoKindSchema,
  createdAtMs: atMsSchema,
  endedAtMs: atMsSchema.nullable(),
  counts: z.record(undoItemStateSchema, countSchema),
  hindrance: reasonSchema.nullable(),
});

/**
 * Taking back what a list registered. `registration.beginUndo` throws REGISTRATION_UNDO_NOTHING
 * when there is nothing to take back.
 */
export const undoRoutes = {
  'registration.planUndo': route(
    z.strictObject({ batchId: batchIdSchema }),
    z.strictObject({
      candidates: z
        .array(
          z.strictObject({
            itemNo: itemNoSchema,
            name: z.string().nullable(),
            originProductNo: originProductNoSchema,
            channelProductNo: channelProductNoSchema.nullable(),
            salePriceKrw: countSchema.nullable(),
            isAdopted: z.boolean(),
          }),
        )
        .max(UNDO_PLAN_MAX_ROWS),
      createdCount: countSchema,
      adoptedCount: countSchema,
      underWayCount: countSchema,
    }),
  ),
  'registration.beginUndo': route(
    z.strictObject({
      batchId: batchIdSchema,
      kind: undoKindSchema,
      includesAdopted: z.boolean().default(false),
    }),
    undoRunSchema,
  ),
  'registration.listUndos': route(
    z.strictObject({ storeId: storeIdSchema }),
    z.strictObject({ runs: z.array(undoRunSchema) }),
  ),
  'registration.listUndoItems': route(
    z.strictObject({
      undoId: undoIdSchema,
      /** Only products in this state; absent = all. */
      state: undoItemStateSchema.optional(),
      ...pageSchema,
    }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          itemNo: itemNoSchema,
          originProductNo: originProductNoSchema,
          name: z.string().nullable(),
          isAdopted: z.boolean(),
          state: undoItemStateSchema,
          reason: reasonSchema.nullable(),
        }),
      ),
      total: countSchema,
    }),
  ),
  'registration.cancelUndo': route(z.strictObject({ undoId: undoIdSchema }), nothing),
} as const;
