import type { Reason } from '@shared/domain/reason';
import { z } from 'zod';
import type { ProductBody, StoredProduct } from '../naver/port';
import type { StoredDifference } from './port';

/** What a product must look like at Naver after it was created from a body. */
export const expectationSchema = z.object({
  name: z.string().nullable(),
  salePriceKrw: z.number().nullable(),
  stock: z.number().nullable(),
  pictureCount: z.number().nullable(),
  /** Absent in what an earlier version wrote. */
  categoryId: z.string().nullable().default(null),
  pictureUrls: z.array(z.string()).default([]),
  /** Delivery terms by their field; only what was sent. */
  delivery: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  combinations: z.array(
    z.object({
      values: z.array(z.string()),
      priceKrw: z.number(),
      stock: z.number(),
      usable: z.boolean(),
    }),
  ),
});
/** As `expectationSchema` reads it back from the intent's row. */
export type Expectation = z.infer<typeof expectationSchema>;

const pictureSchema = z.object({ url: z.string().catch('') });

/** Delivery terms that are compared (naver-commerce-api.md 5.3, 2026-09): what a buyer or a return pays. */
const DELIVERY_FIELDS = ['deliveryType', 'deliveryAttributeType', 'deliveryCompany'] as const;
const FEE_FIELDS = [
  'deliveryFeeType',
  'baseFee',
  'freeConditionalAmount',
  'repeatQuantity',
  'deliveryFeePayType',
] as const;
const CLAIM_FIELDS = [
  'returnDeliveryFee',
  'exchangeDeliveryFee',
  'shippingAddressId',
  'returnAddressId',
] as const;

/**
 * The fields of a create body that are compared afterwards, with Naver's defaults for those left
 * out (naver-commerce-api.md 5.1, 5.5; 2026-09). Fields of another shape are not compared.
 */
const bodySchema = z.object({
  originProduct: z.object({
    name: z.string().nullable().catch(null),
    salePrice: z.number().nullable().catch(null),
    stockQuantity: z.number().nullable().catch(null),
    leafCategoryId: z.string().nullable().catch(null),
    images: z
      .object({
        representativeImage: pictureSchema.nullable().catch(null),
        optionalImages: z.array(pictureSchema).catch([]),
      })
      .nullable()
      .catch(null),
    deliveryInfo: z.record(z.string(), z.unknown()).nullable().catch(null),
    detailAttribute: z
      .object({
        optionInfo: z
          .object({
            optionCombinations: z
              .array(
                z.object({
                  optionName1: z.string(),
                  optionName2: z.string().nullish(),
                  optionName3: z.string().nullish(),
                  price: z.number().default(0),
                  stockQuantity: z.number().default(0),
                  usable: z.boolean().default(true),
                }),
              )
              .catch([]),
          })
          .nullable()
          .catch(null),
      })
      .nullable()
      .catch(null),
  }),
});

/** What to look for after sending `body`; null when the body is not in Naver's product format. */
export function expectationOf(body: ProductBody): Expectation | null {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return null;
  const origin = parsed.data.originProduct;
  return {
    name: origin.name,
    salePriceKrw: origin.salePrice,
    stock: origin.stockQuantity,
    pictureCount: origin.images === null ? null : 1 + origin.images.optionalImages.length,
    categoryId: origin.leafCategoryId,
    pictureUrls: picturesOf(origin.images),
    delivery: deliveryOf(origin.deliveryInfo),
    combinations: (origin.detailAttribute?.optionInfo?.optionCombinations ?? []).map((option) => ({
      values: [option.optionName1, option.optionName2, option.optionName3].filter(
        (value): value is string => typeof value === 'string',
      ),
      priceKrw: option.price,
      stock: option.stockQuantity,
      usable: option.usable,
    })),
  };
}

/** Where Naver keeps something else than was sent: field by field, options and pictures one by one. */
export function storedDifferencesOf(
  expected: Expectation,
  stored: StoredProduct,
): readonly StoredDifference[] {
  const differences: StoredDifference[] = [];
  const compare = (
    field: string,
    wanted: string | number | boolean | null,
    kept: string | number | boolean | null,
    detail: string | null = null,
  ): void => {
    if (wanted === null || wanted === kept) return;
    differences.push({
      field,
      detail,
      wanted: String(wanted),
      stored: kept === null ? null : String(kept),
    });
  };
  const kept = bodySchema.safeParse(stored.raw).data?.originProduct;
  compare('name', expected.name?.trim() ?? null, stored.name.trim());
  compare('salePriceKrw', expected.salePriceKrw, stored.salePriceKrw);
  compare('stock', expected.stock, stored.stock);
  compare('category', expected.categoryId, kept?.leafCategoryId ?? expected.categoryId);
  comparePictures(expected, stored, compare);
  const keptDelivery = kept === undefined ? null : deliveryOf(kept.deliveryInfo);
  if (keptDelivery !== null) {
    for (const [term, wanted] of Object.entries(expected.delivery)) {
      compare('delivery', wanted, keptDelivery[term] ?? null, term);
    }
  }
  compareOptions(expected, stored, compare);
  return differences;
}

/** The same as warnings of the job: one per field, options and delivery terms put together. */
export function differencesOf(expected: Expectation, stored: StoredProduct): readonly Reason[] {
  const differences = storedDifferencesOf(expected, stored);
  const options = differences.filter(({ field }) => field === 'options');
  const first = options[0];
  const reasons = differences
    .filter(({ field }, index) => {
      const isFirst = differences.findIndex((other) => other.field === field) === index;
      return field !== 'options' && isFirst;
    })
    .map(
      ({ field, wanted, stored: kept }): Reason => ({
        code: 'REGISTRATION_STORED_DIFFERENTLY',
        severity: 'warn',
        field,
        params: { field, sent: numberOrText(wanted), kept: numberOrText(kept) },
      }),
    );
  if (first === undefined) return reasons;
  return [
    ...reasons,
    {
      code: 'REGISTRATION_OPTIONS_STORED_DIFFERENTLY',
      severity: 'warn',
      field: 'options',
      params: {
        differing: new Set(options.map(({ detail }) => detail)).size,
        sent: expected.combinations.length,
        kept: stored.optionCombinations.length,
        example: first.detail ?? '-',
      },
    },
  ];
}

type Compare = (
  field: string,
  wanted: string | number | boolean | null,
  kept: string | number | boolean | null,
  detail?: string | null,
) => void;

/** Pictures are the same when the file is: Naver may serve it from another host. */
function comparePictures(expected: Expectation, stored: StoredProduct, compare: Compare): void {
  compare('pictureCount', expected.pictureCount, stored.imageUrls.length);
  expected.pictureUrls.forEach((url, index) => {
    const kept = stored.imageUrls[index];
    if (kept === undefined) return;
    if (pathOf(url) !== pathOf(kept)) compare('picture', url, kept, String(index + 1));
  });
}

function compareOptions(expected: Expectation, stored: StoredProduct, compare: Compare): void {
  const keyOf = (values: readonly string[]): string => JSON.stringify(values);
  const kept = new Map(
    stored.optionCombinations.map((option) => [keyOf(option.values), option] as const),
  );
  for (const sent of expected.combinations) {
    const other = kept.get(keyOf(sent.values)) ?? null;
    kept.delete(keyOf(sent.values));
    compare('options', wordsOf(sent), other && wordsOf(other), sent.values.join(' / '));
  }
  for (const option of kept.values()) {
    compare('options', '', wordsOf(option), option.values.join(' / '));
  }
}

function wordsOf(option: {
  readonly priceKrw: number;
  readonly stock: number;
  readonly usable: boolean;
}): string {
  const price = `${option.priceKrw < 0 ? '' : '+'}${option.priceKrw}`;
  return `${price} · ${option.stock}${option.usable ? '' : ' · off'}`;
}

function picturesOf(
  images: {
    readonly representativeImage: { readonly url: string } | null;
    readonly optionalImages: readonly { readonly url: string }[];
  } | null,
): string[] {
  if (images === null || images.representativeImage === null) return [];
  return [images.representativeImage, ...images.optionalImages].map(({ url }) => url);
}

function deliveryOf(info: Readonly<Record<string, unknown>> | null): Expectation['delivery'] {
  const terms: Record<string, string | number | boolean> = {};
  const take = (from: unknown, fields: readonly string[]): void => {
    for (const field of fields) {
      const value: unknown = Object(from)[field];
      const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
      if (isPlain) terms[field] = value as string | number | boolean;
    }
  };
  take(info, DELIVERY_FIELDS);
  take(info?.deliveryFee, FEE_FIELDS);
  take(info?.claimDeliveryInfo, CLAIM_FIELDS);
  return terms;
}

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url;
}

/** Texts of whole numbers become numbers again, so that people see them with separators. */
function numberOrText(text: string | null): string | number | null {
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
