import type { ItemNo } from './ids';

/** A wholesaler's item as the core understands it: read-only, quirks of the wire already resolved. */
export interface WholesaleItem {
  readonly itemNo: ItemNo;
  readonly status: 'on-sale' | 'period-over' | 'sale-ended' | 'other';
  /** The supplier market's own word for the status. */
  readonly statusText: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly isAdult: boolean;
  /** Last moment of sale; null when not stated. */
  readonly saleEndsAtMs: number | null;
  readonly tax: 'taxable' | 'exempt' | 'zero-rate' | 'unknown';
  /** Sold one by one to resellers (channel flag and price both present). */
  readonly isOnDomeme: boolean;
  /** Unit price at Domeme by quantity, ascending; empty when not sold there. */
  readonly supplyPriceTiers: readonly PriceTier[];
  /** Lowest price a reseller may ask; null when none is set. */
  readonly resaleMinimumKrw: number | null;
  readonly resaleRecommendedKrw: number | null;
  /** Total stock; null when not stated. */
  readonly inventory: number | null;
  /** Order multiple at Domeme, usually 1. */
  readonly supplyUnit: number;
  /** Most pieces of one order at Domeme; null = no limit. */
  readonly supplyMaxPerOrder: number | null;
  readonly delivery: ItemDelivery;
  readonly thumbnail: {
    readonly originalUrl: string;
    readonly largeUrl: string | null;
    readonly md5: string | null;
  } | null;
  readonly licence: { readonly isUsable: boolean; readonly text: string };
  /** Main description, raw supplier HTML: never shown or sent before it is sanitised. */
  readonly descriptionHtml: string;
  /** Undecoded option JSON; null when the item has none. */
  readonly selectOpt: string | null;
  readonly supplier: ItemSupplier;
  readonly detail: ItemDetail;
  readonly category: ItemCategory | null;
  readonly returnFeeKrw: number | null;
  readonly isReturnFeeDoubledOnFreeDelivery: boolean;
  /** The market asks that the item is not listed elsewhere. */
  readonly isListingDenied: boolean;
  /** Supplier's memo, often the only early word of a delay. */
  readonly supplierMemos: readonly string[];
}

/** From `minQuantity` pieces on, one piece costs `unitPriceKrw`. */
export interface PriceTier {
  readonly minQuantity: number;
  readonly unitPriceKrw: number;
}

/**
 * What the wholesaler takes for delivery, and from whom. `payerText` and texts beside a kind are
 * the market's own words.
 */
export interface ItemDelivery {
  readonly payer: 'free' | 'prepaid' | 'collect' | 'buyer-choice' | 'unknown';
  readonly payerText: string;
  readonly fee:
    | { readonly kind: 'fixed'; readonly feeKrw: number }
    /** Whole fee by quantity. */
    | {
        readonly kind: 'tiered';
        readonly tiers: readonly { readonly minQuantity: number; readonly feeKrw: number }[];
      }
    /** First `firstQuantity` pieces cost `firstFeeKrw`, each further `stepQuantity` or part of it `stepFeeKrw`. */
    | {
        readonly kind: 'proportional';
        readonly firstQuantity: number;
        readonly firstFeeKrw: number;
        readonly stepQuantity: number;
        readonly stepFeeKrw: number;
      }
    | { readonly kind: 'none' }
    | { readonly kind: 'unknown'; readonly text: string };
  readonly method: string;
  readonly preparationDays: number | null;
  readonly jejuExtraKrw: number;
  readonly islandsExtraKrw: number;
  readonly isFromOversea: boolean;
  readonly needsCustomsCode: boolean;
}

/** Who sells the item to us. `vacation` is stated in the market's own words. */
export interface ItemSupplier {
  readonly id: string;
  readonly nick: string | null;
  readonly type: string | null;
  readonly isGood: boolean;
  readonly vacation: { readonly startText: string; readonly endText: string } | null;
}

/** What the supplier states about the goods; null where nothing usable stands. */
export interface ItemDetail {
  readonly countryText: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly size: string | null;
  readonly weight: string | null;
  readonly certifications: readonly ItemCertification[];
  /** The supplier's legal information notice: class and lines. */
  readonly infoDuty: {
    readonly type: string;
    readonly lines: readonly {
      readonly kind: 'item' | 'transaction';
      readonly name: string;
      readonly text: string;
    }[];
  } | null;
}

/** One line of the supplier's statement of certificates, exemptions included. */
export interface ItemCertification {
  readonly isExempt: boolean;
  readonly exemptionTitle: string | null;
  readonly isCertified: boolean;
  readonly type: string | null;
  readonly name: string | null;
  readonly number: string | null;
}

/** Where the item stands in the wholesaler's own tree, which is not Naver's. */
export interface ItemCategory {
  /** Top first, ends with the item's own category. */
  readonly path: readonly {
    readonly name: string;
    readonly code: string;
    readonly depth: number;
  }[];
  readonly code: string;
}
