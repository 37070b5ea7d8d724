import { z } from 'zod';
import {
  type LicenceScan,
  type SavedSearch,
  SOURCING_SORTS,
  type SourcingConditions,
  type SourcingItem,
  type SourcingRow,
} from '../domain/sourcing';
import { nothing, route } from './route';
import {
  atMsSchema,
  countSchema,
  itemNoSchema,
  reasonSchema,
  SEARCH_MAX_CHARS,
  storeIdSchema,
} from './values';

/** Most items that one request may ask to be made drafts of. */
export const COLLECT_MAX_ITEMS = 200;
const NAME_MAX_CHARS = 60;

const wonSchema = z.int().min(0).max(1_000_000_000);
const searchTextSchema = z.string().max(SEARCH_MAX_CHARS);
const payerSchema = z.enum(['free', 'prepaid', 'collect', 'buyer-choice']);
const shownPayerSchema = z.enum(['free', 'prepaid', 'collect', 'buyer-choice', 'unknown']);
const progressSchema = z.enum(['none', 'draft', 'queued', 'registered']);

const conditionsSchema: z.ZodType<SourcingConditions> = z.strictObject({
  keyword: searchTextSchema.exactOptional(),
  categoryCode: searchTextSchema.exactOptional(),
  supplierId: searchTextSchema.exactOptional(),
  supplierNick: searchTextSchema.exactOptional(),
  minPriceKrw: wonSchema.exactOptional(),
  maxPriceKrw: wonSchema.exactOptional(),
  minQuantity: countSchema.exactOptional(),
  maxQuantity: countSchema.exactOptional(),
  payer: payerSchema.exactOptional(),
  origin: z.enum(['domestic', 'foreign']).exactOptional(),
  isFastDelivery: z.boolean().exactOptional(),
  isGoodSupplier: z.boolean().exactOptional(),
  isLowestPrice: z.boolean().exactOptional(),
  isLicensed: z.boolean().exactOptional(),
  sort: z.enum(SOURCING_SORTS).exactOptional(),
});

const estimateSchema = z.strictObject({
  salePriceKrw: z.number(),
  netProfitKrw: z.number(),
  marginRate: z.number(),
});

const rowSchema: z.ZodType<SourcingRow> = z.strictObject({
  itemNo: itemNoSchema,
  title: z.string(),
  thumbnailUrl: z.string().nullable(),
  supplierId: z.string(),
  supplierNick: z.string().nullable(),
  priceKrw: z.number(),
  unitQuantity: z.number(),
  isBusinessOnly: z.boolean(),
  isAdult: z.boolean(),
  payer: shownPayerSchema,
  deliveryFeeKrw: z.number().nullable(),
  isFromOversea: z.boolean(),
  progress: progressSchema,
  estimate: estimateSchema.nullable(),
});

const itemSchema: z.ZodType<SourcingItem> = z.strictObject({
  itemNo: itemNoSchema,
  title: z.string(),
  statusText: z.string(),
  isOnSale: z.boolean(),
  isOnDomeme: z.boolean(),
  isListingDenied: z.boolean(),
  isAdult: z.boolean(),
  pictureUrl: z.string().nullable(),
  priceTiers: z.array(z.strictObject({ minQuantity: z.number(), unitPriceKrw: z.number() })),
  unitQuantity: z.number(),
  resaleMinimumKrw: z.number().nullable(),
  resaleRecommendedKrw: z.number().nullable(),
  inventory: z.number().nullable(),
  licence: z.strictObject({ isUsable: z.boolean(), text: z.string() }),
  delivery: z.strictObject({
    payer: shownPayerSchema,
    payerText: z.string(),
    feeKrw: z.number().nullable(),
    method: z.string(),
    preparationDays: z.number().nullable(),
    isFromOversea: z.boolean(),
  }),
  supplier: z.strictObject({
    id: z.string(),
    nick: z.string().nullable(),
    isGood: z.boolean(),
    vacation: z.strictObject({ startText: z.string(), endText: z.string() }).nullable(),
  }),
  countryText: z.string().nullable(),
  manufacturer: z.string().nullable(),
  categoryPath: z.string().nullable(),
  certifications: z.array(z.string()),
  options: z.strictObject({
    dimensions: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
    combinationCount: countSchema,
    usableCount: countSchema,
    addOnCount: countSchema,
    confidence: z.number(),
  }),
  progress: progressSchema,
  estimate: estimateSchema.nullable(),
});

const scanSchema: z.ZodType<LicenceScan> = z.strictObject({
  checkedItems: countSchema,
  ofItems: countSchema,
});

const savedSearchSchema: z.ZodType<SavedSearch> = z.strictObject({
  id: z.string(),
  name: z.string(),
  conditions: conditionsSchema,
  savedAtMs: atMsSchema,
});
const savedSearches = z.strictObject({ searches: z.array(savedSearchSchema) });

/** The wholesaler's catalogue: searching costs calls of the day's budget, marks cost nothing. */
export const sourcingRoutes = {
  'sourcing.search': route(
    z.strictObject({
      storeId: storeIdSchema,
      conditions: conditionsSchema,
      page: z.int().min(1).max(10_000).default(1),
    }),
    z.strictObject({
      rows: z.array(rowSchema),
      totalItems: countSchema,
      page: z.number(),
      totalPages: countSchema,
      hasMore: z.boolean(),
      scan: scanSchema.nullable(),
    }),
  ),
  'sourcing.categories': route(
    nothing,
    z.strictObject({
      categories: z.array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          depth: z.number(),
          parentCode: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** One item in full; `absent` carries why. */
  'sourcing.look': route(
    z.strictObject({ storeId: storeIdSchema, itemNo: itemNoSchema }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('item'), item: itemSchema }),
      z.strictObject({ kind: z.literal('absent'), reason: reasonSchema }),
    ]),
  ),
  /** Makes drafts, one verdict per number; nothing is registered. */
  'sourcing.collect': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNos: z.array(itemNoSchema).min(1).max(COLLECT_MAX_ITEMS),
    }),
    z.strictObject({
      verdicts: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('drafted'),
            itemNo: itemNoSchema,
            state: z.enum(['ready', 'needs-review', 'blocked']),
            reasons: z.array(reasonSchema),
          }),
          z.strictObject({ kind: z.literal('registered'), itemNo: itemNoSchema }),
          z.strictObject({
            kind: z.literal('not-taken'),
            itemNo: itemNoSchema,
            reason: reasonSchema,
          }),
        ]),
      ),
    }),
  ),
  'sourcing.savedSearches': route(nothing, savedSearches),
  'sourcing.saveSearch': route(
    z.strictObject({
      name: z.string().trim().min(1).max(NAME_MAX_CHARS),
      conditions: conditionsSchema,
    }),
    savedSearches,
  ),
  'sourcing.removeSearch': route(z.strictObject({ id: z.string().max(64) }), savedSearches),
} as const;
