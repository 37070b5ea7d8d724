import { z } from 'zod';
import { draftChangeSchema, draftSchema } from './draft-values';
import { route } from './route';
import {
  atMsSchema,
  countSchema,
  itemNoSchema,
  pageSchema,
  reasonSchema,
  SEARCH_MAX_CHARS,
  storeIdSchema,
} from './values';

const draftStateSchema = z.enum(['ready', 'needs-review', 'blocked']);

/** One row of the list of drafts: enough to choose by, without description and options. */
export const draftSummarySchema = z.strictObject({
  itemNo: itemNoSchema,
  state: draftStateSchema,
  reasons: z.array(reasonSchema),
  name: z.string(),
  categoryPath: z.string().nullable(),
  salePriceKrw: z.number(),
  immediateDiscountKrw: z.number(),
  netProfitKrw: z.number(),
  marginRate: z.number(),
  optionCount: countSchema,
  /** Address of the representative picture at its source; null when there is none. */
  pictureUrl: z.string().nullable(),
  version: countSchema,
  updatedAtMs: atMsSchema,
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

export const draftsRoutes = {
  'drafts.list': route(
    z.strictObject({
      storeId: storeIdSchema,
      state: draftStateSchema.optional(),
      reasonCode: z.string().max(64).optional(),
      text: z.string().max(SEARCH_MAX_CHARS).optional(),
      ...pageSchema,
    }),
    z.strictObject({ drafts: z.array(draftSummarySchema), total: countSchema }),
  ),
  'drafts.get': route(
    z.strictObject({ storeId: storeIdSchema, itemNo: itemNoSchema }),
    z.strictObject({ draft: draftSchema.nullable() }),
  ),
  'drafts.edit': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNo: itemNoSchema,
      change: draftChangeSchema,
      basedOnVersion: countSchema,
    }),
    z.strictObject({ draft: draftSchema }),
  ),
} as const;
