import type { Reason } from '@shared/domain/reason';
import { z } from 'zod';
import type { ProductBody, StoredProduct } from '../naver/port';

/** What a product must look like at Naver after it was created from a body. */
export const expectationSchema = z.object({
  name: z.string().nullable(),
  salePriceKrw: z.number().nullable(),
  stock: z.number().nullable(),
  pictureCount: z.number().nullable(),
  combinations: z.array(
    z.object({
      values: z.array(z.string()),
      priceKrw: z.number(),
      stock: z.number(),
      usable: z.boolean(),
    }),
  ),
});
export type Expectation = z.infer<typeof expectationSchema>;

/**
 * The fields of a create body that are compared afterwards, with Naver's defaults for those left
 * out (naver-commerce-api.md 5.1, 5.5; 2026-09). Fields of another shape are not compared.
 */
const bodySchema = z.object({
  originProduct: z.object({
    name: z.string().nullable().catch(null),
    salePrice: z.number().nullable().catch(null),
    stockQuantity: z.number().nullable().catch(null),
    images: z
      .object({ optionalImages: z.array(z.unknown()).catch([]) })
      .nullable()
      .catch(null),
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

/** Differences between what was sent and what Naver keeps, as warnings; empty when all agrees. */
export function differencesOf(expected: Expectation, stored: StoredProduct): readonly Reason[] {
  const reasons: Reason[] = [];
  const compare = (field: string, sent: string | number | null, kept: string | number): void => {
    if (sent === null || sent === kept) return;
    reasons.push({
      code: 'REGISTRATION_STORED_DIFFERENTLY',
      severity: 'warn',
      field,
      params: { field, sent, kept },
    });
  };
  compare('name', expected.name?.trim() ?? null, stored.name.trim());
  compare('salePriceKrw', expected.salePriceKrw, stored.salePriceKrw);
  compare('stock', expected.stock, stored.stock);
  compare('pictureCount', expected.pictureCount, stored.imageUrls.length);
  return [...reasons, ...optionDifferences(expected, stored)];
}

function optionDifferences(expected: Expectation, stored: StoredProduct): readonly Reason[] {
  const keyOf = (values: readonly string[]): string => JSON.stringify(values);
  const kept = new Map(
    stored.optionCombinations.map((option) => [keyOf(option.values), option] as const),
  );
  const differing = expected.combinations.filter((sent) => {
    const other = kept.get(keyOf(sent.values));
    return (
      other === undefined ||
      other.priceKrw !== sent.priceKrw ||
      other.stock !== sent.stock ||
      other.usable !== sent.usable
    );
  });
  const isSameCount = expected.combinations.length === stored.optionCombinations.length;
  const first = differing[0];
  if (first === undefined && isSameCount) return [];
  return [
    {
      code: 'REGISTRATION_OPTIONS_STORED_DIFFERENTLY',
      severity: 'warn',
      field: 'options',
      params: {
        differing: differing.length,
        sent: expected.combinations.length,
        kept: stored.optionCombinations.length,
        example: first?.values.join(' / ') ?? '-',
      },
    },
  ];
}
