import type { ItemNo } from './ids';
import type { ItemDelivery, PriceTier } from './item';

/** How a search of the wholesaler's catalogue is narrowed; at least one of the first four is needed. */
export interface SourcingConditions {
  readonly keyword?: string;
  /** Category code of the wholesaler, second level or deeper when it is the only condition. */
  readonly categoryCode?: string;
  readonly supplierId?: string;
  readonly supplierNick?: string;
  readonly minPriceKrw?: number;
  readonly maxPriceKrw?: number;
  readonly minQuantity?: number;
  readonly maxQuantity?: number;
  readonly payer?: 'free' | 'prepaid' | 'collect' | 'buyer-choice';
  readonly origin?: 'domestic' | 'foreign';
  readonly isFastDelivery?: boolean;
  readonly isGoodSupplier?: boolean;
  readonly isLowestPrice?: boolean;
  /** Only items whose supplier clearly allows the use of the description pictures. Costs more calls. */
  readonly isLicensed?: boolean;
  readonly sort?: SourcingSort;
}

/**
 * Orders of a search at the wholesaler; without one, relevance with a keyword, else its ranking
 * (domeggook-openapi.md 2.1, 2026-09).
 */
export const SOURCING_SORTS = [
  'relevance',
  'ranking',
  'popular',
  'price-up',
  'price-down',
  'newest-change',
] as const;
export type SourcingSort = (typeof SOURCING_SORTS)[number];

/** True when the wholesaler would accept the search (NO_SEARCH_OPT else; domeggook-openapi.md 2.1, 2026-09). */
export function isSearchable(conditions: SourcingConditions): boolean {
  const { keyword = '', supplierId = '', supplierNick = '', categoryCode = '' } = conditions;
  if ([keyword, supplierId, supplierNick].some((text) => text.trim() !== '')) return true;
  return isBelowTopLevel(categoryCode);
}

/** A top-level category alone is no search: `01_00_00_00_00` has nothing but zeros behind its first pair. */
function isBelowTopLevel(categoryCode: string): boolean {
  return /^\d\d(_\d\d){4}$/.test(categoryCode) && !categoryCode.slice(3).startsWith('00');
}

/** What this program already did with an item: the furthest it came. */
export type ItemProgress = 'none' | 'draft' | 'queued' | 'registered';

/** What one sale would bring under the seller's price rule, before options and notices are looked at. */
export interface ProfitEstimate {
  readonly salePriceKrw: number;
  readonly netProfitKrw: number;
  readonly marginRate: number;
}

/** One hit of a search. */
export interface SourcingRow {
  readonly itemNo: ItemNo;
  readonly title: string;
  readonly thumbnailUrl: string | null;
  readonly supplierId: string;
  readonly supplierNick: string | null;
  readonly priceKrw: number;
  readonly unitQuantity: number;
  readonly isBusinessOnly: boolean;
  readonly isAdult: boolean;
  readonly payer: ItemDelivery['payer'];
  readonly deliveryFeeKrw: number | null;
  readonly isFromOversea: boolean;
  readonly progress: ItemProgress;
  /** Null when the price rule gives no price. */
  readonly estimate: ProfitEstimate | null;
}

/** How far a search for permitted pictures looked: `checkedItems` of the `ofItems` that the wholesaler found. */
export interface LicenceScan {
  readonly checkedItems: number;
  readonly ofItems: number;
}

/** What a seller weighs before taking an item. */
export interface SourcingItem {
  readonly itemNo: ItemNo;
  readonly title: string;
  readonly statusText: string;
  readonly isOnSale: boolean;
  readonly isOnDomeme: boolean;
  readonly isListingDenied: boolean;
  readonly isAdult: boolean;
  readonly pictureUrl: string | null;
  readonly priceTiers: readonly PriceTier[];
  readonly unitQuantity: number;
  readonly resaleMinimumKrw: number | null;
  readonly resaleRecommendedKrw: number | null;
  readonly inventory: number | null;
  readonly licence: { readonly isUsable: boolean; readonly text: string };
  readonly delivery: {
    readonly payer: ItemDelivery['payer'];
    readonly payerText: string;
    /** What one sale of one unit costs to send; null when the supplier's table does not say. */
    readonly feeKrw: number | null;
    readonly method: string;
    readonly preparationDays: number | null;
    readonly isFromOversea: boolean;
  };
  readonly supplier: {
    readonly id: string;
    readonly nick: string | null;
    readonly isGood: boolean;
    readonly vacation: { readonly startText: string; readonly endText: string } | null;
  };
  readonly countryText: string | null;
  readonly manufacturer: string | null;
  readonly categoryPath: string | null;
  readonly certifications: readonly string[];
  readonly options: {
    readonly dimensions: readonly { readonly name: string; readonly values: readonly string[] }[];
    readonly combinationCount: number;
    readonly usableCount: number;
    readonly addOnCount: number;
    readonly confidence: number;
  };
  readonly progress: ItemProgress;
  readonly estimate: ProfitEstimate | null;
}

/** A search that the seller keeps. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly conditions: SourcingConditions;
  readonly savedAtMs: number;
}
