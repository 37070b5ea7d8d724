import type { Reason } from '../domain/reason';

/**
 * NONE: no real choice. SIMPLE: one dimension. COMBINATION: two or three dimensions.
 * INDEPENDENT: add-ons only.
 */
export type OptionType = 'NONE' | 'SIMPLE' | 'COMBINATION' | 'INDEPENDENT';

/** One thing a buyer chooses (`색상`), with its values. */
export interface OptionDimension {
  readonly name: string;
  /** Each value once, in the supplier's order. */
  readonly values: readonly string[];
}

/** One choice of every dimension, as the supplier lists it. */
export interface OptionCombination {
  /** Parallel to the dimensions; empty for NONE. */
  readonly values: readonly string[];
  /** Addition to the item's price in won; may be negative. */
  readonly priceKrw: number;
  readonly stock: number;
  /** Orderable now: on sale in our market and in stock. */
  readonly usable: boolean;
  /** The supplier's key (`00_01`), by which the watcher finds it again; null when typed by the seller. */
  readonly sourceKey: string | null;
}

/** Goods that can be bought beside the item (추가상품). */
export interface OptionAddOn {
  readonly name: string;
  /** The addition as the supplier lists it; often negative, because an add-on costs less than the item. */
  readonly priceKrw: number;
  readonly stock: number;
  readonly usable: boolean;
  readonly sourceKey: string | null;
}

/** What can be chosen of an item. Never a combination that the supplier does not list. */
export interface OptionModel {
  readonly type: OptionType;
  readonly dimensions: readonly OptionDimension[];
  /** In the supplier's order. */
  readonly combinations: readonly OptionCombination[];
  readonly addOns: readonly OptionAddOn[];
}

/** One raw supplier value, before any inference. */
export interface RawOption {
  readonly name: string;
  readonly priceKrw: number;
  readonly stock: number;
  /** On sale in the market in use and neither ended nor hidden. */
  readonly sold: boolean;
  readonly sourceKey: string | null;
}

/** A sentence of the explanation, in both languages. */
export interface ExplanationStep {
  readonly ko: string;
  readonly en: string;
}

/** Another way of reading the same options; `confidence` is 0 to 1. */
export interface OptionAlternative extends OptionModel {
  readonly confidence: number;
  /** The sign between the parts; null without a split. */
  readonly separator: string | null;
}

/** What the mapper makes of an item's options, how sure it is, and why. */
export interface OptionReading extends OptionModel {
  /** 0 to 1. Below the seller's threshold the item goes to review. */
  readonly confidence: number;
  readonly separator: string | null;
  readonly steps: readonly ExplanationStep[];
  /** Findings the seller should see: rows left out, unreadable data, odd values. */
  readonly notes: readonly Reason[];
  /** Other readings, best first. */
  readonly alternatives: readonly OptionAlternative[];
  /** What the supplier wrote, by source key; absent where it was not kept. */
  readonly sourceTexts?: Readonly<Record<string, string>>;
  /** The supplier's own name of the dimension that holds all others; absent where it was not kept. */
  readonly sourceName?: string;
  /** What the supplier changed below the seller's edits since the seller last looked; absent = nothing. */
  readonly supplierChanges?: readonly OptionDifference[];
}

/** One difference between the options the seller edited and what the supplier lists now. */
export interface OptionDifference {
  readonly kind: 'added' | 'removed' | 'price' | 'stock' | 'usable' | 'renamed-by-supplier';
  readonly sourceKey: string;
  readonly name: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}
