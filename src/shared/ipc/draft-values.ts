import { z } from 'zod';
import { type Draft, type DraftContent, KC_EXEMPTIONS } from '../domain/draft';
import type { OptionReading } from '../options/model';
import { atMsSchema, itemNoSchema, reasonSchema, storedStoreIdSchema } from './values';

/** Bounds of what may be carried; what the marketplaces take is narrower and checked by the gates. */
const NAME_MAX_CHARS = 500;
const TEXT_MAX_CHARS = 2000;
const URL_MAX_CHARS = 2000;
const DETAIL_HTML_MAX_CHARS = 2_000_000;
const OPTION_MAX_ROWS = 10_000;
const PRICE_MAX_KRW = 10_000_000_000;

const priceKrwSchema = z.int().min(-PRICE_MAX_KRW).max(PRICE_MAX_KRW);
const textSchema = z.string().max(TEXT_MAX_CHARS);
const urlSchema = z.string().max(URL_MAX_CHARS);
const shareSchema = z.number().min(0).max(1);

const categorySchema = z.strictObject({
  id: z.string().max(50),
  path: textSchema,
  confidence: shareSchema,
  decidedBy: z.enum(['inference', 'memory', 'seller']),
  candidates: z
    .array(z.strictObject({ id: z.string().max(50), path: textSchema, confidence: shareSchema }))
    .max(100),
});

const priceSchema = z.strictObject({
  costKrw: priceKrwSchema,
  salePriceKrw: priceKrwSchema,
  immediateDiscountKrw: priceKrwSchema,
  optionFactor: z.number().min(0).max(100_000_000),
  netProfitKrw: priceKrwSchema,
  marginRate: z.number(),
  baseAdditionKrw: priceKrwSchema.exactOptional(),
  resaleMinimumKrw: priceKrwSchema.nullable(),
});

const optionModelShape = {
  type: z.enum(['NONE', 'SIMPLE', 'COMBINATION', 'INDEPENDENT']),
  dimensions: z
    .array(z.strictObject({ name: textSchema, values: z.array(textSchema).max(OPTION_MAX_ROWS) }))
    .max(10),
  combinations: z
    .array(
      z.strictObject({
        values: z.array(textSchema).max(10),
        priceKrw: priceKrwSchema,
        stock: z.number(),
        usable: z.boolean(),
        sourceKey: textSchema.nullable(),
      }),
    )
    .max(OPTION_MAX_ROWS),
  addOns: z
    .array(
      z.strictObject({
        name: textSchema,
        priceKrw: priceKrwSchema,
        stock: z.number(),
        usable: z.boolean(),
        sourceKey: textSchema.nullable(),
      }),
    )
    .max(OPTION_MAX_ROWS),
};

const optionStateSchema = z.union([textSchema, z.number(), z.boolean(), z.null()]);

const optionReadingSchema: z.ZodType<OptionReading> = z.strictObject({
  ...optionModelShape,
  confidence: shareSchema,
  separator: textSchema.nullable(),
  steps: z.array(z.strictObject({ ko: textSchema, en: textSchema })).max(100),
  notes: z.array(reasonSchema),
  alternatives: z
    .array(
      z.strictObject({
        ...optionModelShape,
        confidence: shareSchema,
        separator: textSchema.nullable(),
      }),
    )
    .max(20),
  sourceTexts: z.record(z.string(), textSchema).exactOptional(),
  sourceName: textSchema.exactOptional(),
  supplierChanges: z
    .array(
      z.strictObject({
        kind: z.enum(['added', 'removed', 'price', 'stock', 'usable', 'renamed-by-supplier']),
        sourceKey: textSchema,
        name: textSchema,
        before: optionStateSchema,
        after: optionStateSchema,
      }),
    )
    .max(OPTION_MAX_ROWS)
    .exactOptional(),
});

const certificationNeedSchema = z.enum(['KC', 'CHILD', 'GREEN']);

const certificationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-asked') }),
  z.strictObject({ kind: z.literal('undecided'), kinds: z.array(certificationNeedSchema) }),
  z.strictObject({
    kind: z.literal('certified'),
    entries: z
      .array(
        z.strictObject({
          certificationInfoId: z.int(),
          kindType: textSchema,
          name: textSchema,
          number: textSchema,
          companyName: textSchema.nullable(),
        }),
      )
      .max(100),
    exemptKinds: z.array(certificationNeedSchema).exactOptional(),
    kcExemption: z.enum(KC_EXEMPTIONS).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('stated-exempt'),
    kinds: z.array(certificationNeedSchema),
    statedAtMs: atMsSchema,
    kcExemption: z.enum(KC_EXEMPTIONS).exactOptional(),
  }),
]);

const deliverySchema = z.strictObject({
  feeType: z.enum(['FREE', 'CONDITIONAL_FREE', 'PAID', 'UNIT_QUANTITY_PAID']),
  baseFeeKrw: priceKrwSchema,
  repeatQuantity: z.int().nullable(),
  freeConditionalKrw: priceKrwSchema.nullable(),
  payType: z.enum(['PREPAID', 'COLLECT', 'COLLECT_OR_PREPAID']),
  jejuExtraKrw: priceKrwSchema,
  islandsExtraKrw: priceKrwSchema,
  returnFeeKrw: priceKrwSchema,
  exchangeFeeKrw: priceKrwSchema,
  courierCode: z.string().max(50),
  shippingAddressId: z.int().nullable(),
  returnAddressId: z.int().nullable(),
  supplierFeeKrw: priceKrwSchema,
  maxPerOrder: z.int().min(1).nullable().exactOptional(),
});

/**
 * Every field of a draft's content with its bounds; the bounds keep a request small, the gates
 * judge the values.
 */
export const contentShape = {
  name: z.string().max(NAME_MAX_CHARS),
  category: categorySchema.nullable(),
  price: priceSchema,
  options: optionReadingSchema,
  images: z.strictObject({
    product: z.array(urlSchema).max(100),
    detail: z.array(urlSchema).max(1000),
    excluded: z.array(z.strictObject({ url: urlSchema, reason: reasonSchema })).max(1000),
  }),
  detailHtml: z.string().max(DETAIL_HTML_MAX_CHARS),
  notice: z
    .strictObject({ type: z.string().max(50), fields: z.record(z.string(), textSchema) })
    .nullable(),
  origin: z
    .strictObject({
      code: z.string().max(20),
      importer: textSchema.nullable(),
      content: textSchema.nullable(),
    })
    .nullable(),
  delivery: deliverySchema,
  afterService: z.strictObject({ phone: textSchema, guide: textSchema }),
  taxType: z.enum(['TAX', 'DUTYFREE', 'SMALL']),
  isMinorPurchasable: z.boolean(),
  certification: certificationSchema,
  tags: z.array(textSchema).max(100),
  manufacturer: textSchema.nullable(),
  brand: textSchema.nullable(),
  unitQuantity: z.int().min(1).max(1_000_000),
  unitPrice: z
    .strictObject({
      isShown: z.boolean(),
      totalCapacity: z.number().min(0).max(1_000_000_000),
      perCapacity: z.int().min(1).max(1_000_000_000),
      unit: z.string().max(20),
    })
    .nullable()
    .exactOptional(),
};

const contentObject = z.strictObject(contentShape);
const draftContentSchema: z.ZodType<DraftContent> = contentObject;

/** Any part of the content; a field that is not named stays as it is. */
export const draftChangeSchema = contentObject.partial();

/** A name of a field of the content. */
export const draftFieldSchema = contentObject.keyof();

/** A draft as pages get it; its content is checked like input. */
export const draftSchema: z.ZodType<Draft> = z.strictObject({
  storeId: storedStoreIdSchema,
  itemNo: itemNoSchema,
  state: z.enum(['ready', 'needs-review', 'blocked']),
  reasons: z.array(reasonSchema),
  content: draftContentSchema,
  lockedFields: z.array(draftFieldSchema),
  version: z.int().min(0),
  createdAtMs: atMsSchema,
  updatedAtMs: atMsSchema,
});
