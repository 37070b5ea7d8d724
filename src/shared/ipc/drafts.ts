import { z } from 'zod';
import type { DraftContent } from '../domain/draft';
import type { MessageCode } from '../texts/catalogue';
import { draftChangeSchema, draftFieldSchema, draftSchema } from './draft-values';
import { route } from './route';
import {
  atMsSchema,
  countSchema,
  itemNoSchema,
  messageCodeSchema,
  pageSchema,
  reasonSchema,
  SEARCH_MAX_CHARS,
  storeIdSchema,
} from './values';

const draftStateSchema = z.enum(['ready', 'needs-review', 'blocked']);
const draftListStateSchema = z.enum(['ready', 'needs-review', 'blocked', 'registered']);

/** One row of the list of drafts: enough to choose by, without description and options. */
const draftSummarySchema = z.strictObject({
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
  /** Fields that the seller edited. */
  editedFields: z.array(draftFieldSchema),
  /** The supplier's name; null when it is not known any more. */
  supplier: z.string().nullable(),
  version: countSchema,
  updatedAtMs: atMsSchema,
  /** Present when the item is among our products already. */
  isRegistered: z.literal(true).exactOptional(),
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

const oneDraft = { storeId: storeIdSchema, itemNo: itemNoSchema };

const sentenceSchema = z.strictObject({ ko: z.string(), en: z.string() });

/** A change that one click applies for one of the draft's reasons. */
export interface DraftRepair {
  readonly code: MessageCode;
  /** Words of its own, where the reason's fix does not say it all. */
  readonly explanation?: { readonly ko: string; readonly en: string };
  /** Every buyer pays exactly what they would without it. */
  readonly keepsBuyerPrices: boolean;
  readonly change: Partial<DraftContent>;
}

const draftRepairSchema = z.strictObject({
  code: messageCodeSchema,
  explanation: sentenceSchema.exactOptional(),
  keepsBuyerPrices: z.boolean(),
  change: draftChangeSchema,
}) as unknown as z.ZodType<DraftRepair>;

/** One choice of a buyer with everything that is taken off, in won for one sale. */
const choiceProfitSchema = z.strictObject({
  /** Values of the combination; empty for a product without options. */
  values: z.array(z.string()),
  paidKrw: z.number(),
  /** Goods alone. */
  goodsKrw: z.number(),
  /** Delivery inside the price. */
  deliveryKrw: z.number(),
  feeKrw: z.number(),
  profitKrw: z.number(),
  marginRate: z.number(),
});
export type ChoiceProfitRow = z.infer<typeof choiceProfitSchema>;

/** Most combinations that profits are told for. */
export const PROFIT_ROWS_MAX = 300;

/**
 * Drafts of one store. Throw DRAFT_NOT_FOUND, DRAFT_UNREADABLE and, for writes,
 * DRAFT_CHANGED_MEANWHILE.
 */
export const draftsRoutes = {
  /** How many drafts there are by state and by reason, most frequent reason first. */
  'drafts.overview': route(
    z.strictObject({ storeId: storeIdSchema }),
    z.strictObject({
      byState: z.strictObject({
        ready: countSchema,
        'needs-review': countSchema,
        blocked: countSchema,
        registered: countSchema,
      }),
      byReason: z.array(z.strictObject({ code: messageCodeSchema, count: countSchema })),
    }),
  ),
  'drafts.list': route(
    z.strictObject({
      storeId: storeIdSchema,
      state: draftListStateSchema.optional(),
      reasonCode: z.string().max(64).optional(),
      text: z.string().max(SEARCH_MAX_CHARS).optional(),
      operationId: z.string().max(64).optional(),
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
  /** What `drafts.edit` would make of the draft, prices and reasons included; saves nothing. */
  'drafts.preview': route(
    z.strictObject({ ...oneDraft, change: draftChangeSchema }),
    z.strictObject({ draft: draftSchema }),
  ),
  /** Why the fields are as they are, and what one click can solve. */
  'drafts.advice': route(
    z.strictObject({ ...oneDraft, change: draftChangeSchema.exactOptional() }),
    z.strictObject({
      explanations: z.array(
        z.strictObject({ field: draftFieldSchema, steps: z.array(sentenceSchema) }),
      ),
      repairs: z.array(draftRepairSchema),
      /** Where findings come from: law, marketplace rule, or the seller's own. */
      sources: z.array(
        z.strictObject({
          code: messageCodeSchema,
          source: sentenceSchema,
          isOverridable: z.boolean(),
        }),
      ),
      /** The item is among our products already: the draft changes nothing there by itself. */
      isRegistered: z.boolean(),
      /** Questions that confirming the field as it is answers. */
      confirmable: z.array(z.strictObject({ code: messageCodeSchema, field: draftFieldSchema })),
      /** What the supplier's data gives for the fields that the seller edited. */
      supplierValues: draftChangeSchema as unknown as z.ZodType<Partial<DraftContent>>,
      /** What every combination costs, brings and leaves, the least profitable first. */
      profits: z.array(choiceProfitSchema),
    }),
  ),
  /** Gives fields that the seller edited back to the supplier's data. */
  'drafts.unlock': route(
    z.strictObject({
      ...oneDraft,
      fields: z.array(draftFieldSchema).min(1).max(50),
      basedOnVersion: countSchema,
    }),
    z.strictObject({ draft: draftSchema }),
  ),
} as const;
