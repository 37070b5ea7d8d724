import type { DraftContent } from '@shared/domain/draft';
import type { ListingState } from '@shared/domain/watch';
import { buyerAdditionKrw } from '@shared/options/naver/terms';
import { z } from 'zod';
import type { ProductSummary, StoredProduct } from '../naver/port';

/** One combination of a listing. */
export interface ListedOption {
  /** Naver's id, good only until the next edit; null when it was not read from Naver. */
  readonly id: number | null;
  readonly values: readonly string[];
  /** The supplier's option key; null for an option typed by hand. */
  readonly key: string | null;
  readonly priceKrw: number;
  readonly stock: number;
  readonly usable: boolean;
}

/** A listing as far as sync may change it. */
export interface Listing {
  readonly status: string;
  readonly salePriceKrw: number;
  /** Null when there is a discount that is no fixed amount, or none was read. */
  readonly discountKrw: number | null;
  readonly stock: number;
  readonly options: readonly ListedOption[];
}

const listingSchema = z.object({
  status: z.string(),
  salePriceKrw: z.number(),
  discountKrw: z.number().nullable(),
  stock: z.number(),
  options: z.array(
    z.object({
      id: z.number().nullable(),
      values: z.array(z.string()),
      key: z.string().nullable(),
      priceKrw: z.number(),
      stock: z.number(),
      usable: z.boolean(),
    }),
  ),
});

/** Reads a stored listing; null when there is none or it cannot be understood. */
export function parseListing(json: string | null): Listing | null {
  if (json === null) return null;
  try {
    return listingSchema.parse(JSON.parse(json));
  } catch {
    // What is at Naver is read before every write anyway.
    return null;
  }
}

/** The listing of a product that was read whole. */
export function listingOfProduct(product: StoredProduct): Listing {
  return {
    status: product.status,
    salePriceKrw: product.salePriceKrw,
    discountKrw: product.discountKrw,
    stock: product.stock,
    options: product.optionCombinations.map((option) => ({
      id: option.id,
      values: option.values,
      key: option.sourceKey,
      priceKrw: option.priceKrw,
      stock: option.stock,
      usable: option.usable,
    })),
  };
}

/** The listing of a product without options, from the search's row. */
export function listingOfSummary(summary: ProductSummary): Listing {
  return {
    status: summary.status,
    salePriceKrw: summary.salePriceKrw,
    discountKrw: summary.discountKrw,
    stock: summary.stock,
    options: [],
  };
}

/** What the registration wrote, where nothing was read back yet. */
export function listingOfDraft(
  content: DraftContent,
  registered: { readonly salePriceKrw: number | null; readonly stock: number | null },
): Listing {
  const { price } = content;
  return {
    status: registered.stock === 0 ? 'OUTOFSTOCK' : 'SALE',
    salePriceKrw: registered.salePriceKrw ?? price.salePriceKrw,
    discountKrw: price.immediateDiscountKrw,
    stock: registered.stock ?? 0,
    options: hasChoice(content)
      ? content.options.combinations.map((row) => ({
          id: null,
          values: row.values,
          key: row.sourceKey,
          priceKrw: buyerAdditionKrw(row.priceKrw, price.optionFactor),
          stock: row.usable ? Math.floor(row.stock / content.unitQuantity) : 0,
          usable: row.usable,
        }))
      : [],
  };
}

/** True when the product has combinations at Naver. */
export function hasChoice(content: DraftContent): boolean {
  return content.options.dimensions.length > 0 && content.options.combinations.length > 0;
}

/** Naver's status in our words (naver-commerce-api.md 6.1, 2026-09). */
export function listingStateOf(status: string | null): ListingState {
  switch (status) {
    case 'SALE':
    case 'WAIT':
      return 'on-sale';
    case 'OUTOFSTOCK':
      return 'sold-out';
    case 'SUSPENSION':
    case 'CLOSE':
      return 'suspended';
    case 'PROHIBITION':
    case 'UNADMISSION':
    case 'REJECTION':
      return 'prohibited';
    case 'DELETE':
      return 'missing';
    default:
      return 'unknown';
  }
}
