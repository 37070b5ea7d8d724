/** Pictures are drawn from these: one simple outline per product class. */
export type Shape =
  | 'shirt'
  | 'trousers'
  | 'dress'
  | 'shoe'
  | 'bag'
  | 'phone'
  | 'bed'
  | 'bottle'
  | 'pot'
  | 'box'
  | 'tool'
  | 'toy'
  | 'paw'
  | 'car'
  | 'lamp'
  | 'cable'
  | 'sock'
  | 'leaf'
  | 'pen'
  | 'ring';

/** From `minQuantity` pieces on, one piece costs `priceKrw`. */
export interface PriceStep {
  readonly minQuantity: number;
  readonly priceKrw: number;
}

/** One combination of `selectOpt.data`. */
export interface OptionEntry {
  /** Value index per dimension; the wire key. */
  readonly indexes: readonly number[];
  domAddKrw: number;
  supAddKrw: number;
  stock: number;
  /** 0 on sale, 1 ended, 2 hidden. */
  hid: 0 | 1 | 2;
  readonly isOnDome: boolean;
  readonly isOnSupply: boolean;
}

/** Options of an item; `entries` change as the market goes on. */
export interface OptionSet {
  readonly dimensions: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly entries: OptionEntry[];
}

/**
 * As the wire says it: on sale, its period over, ended by the supplier (domeggook-openapi.md 3.2,
 * 2026-09).
 */
export type ItemStatus = '판매중' | '기간종료' | '판매종료';

/** `fixed`, `tiered`, `proportional` with their wire tables; `none` for free delivery. */
export type DeliveryFee =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly feeKrw: number }
  | { readonly kind: 'tiered'; readonly table: string }
  | { readonly kind: 'proportional'; readonly table: string };

/** Who pays the courier, and how much (domeggook-openapi.md 3.6, 2026-09). */
export interface Delivery {
  readonly payer: '무료배송' | '선결제' | '착불' | '구매자선택';
  readonly fee: DeliveryFee;
  readonly isFromOversea: boolean;
  readonly preparationDays: number;
}

/** One certificate as a supplier states it; exempt ones have a reason in the place of a number. */
export interface Certificate {
  readonly type: string;
  readonly name: string;
  readonly number: string;
  readonly isExempt: boolean;
}

/** A deviation of the wire form that real answers are known to have (domeggook-openapi.md 1.4, 7.3). */
export const QUIRKS = [
  'single-child-object',
  'contents-empty-object',
  'no-thumb',
  'no-dome-delivery',
  'supply-delivery-null',
  'minimum-spelling',
  'protocol-relative-images',
  'broken-select-opt',
  'numbers-as-strings',
  'empty-elements',
  'odd-comment-date',
  'changing-prices',
  'error-entries',
] as const;
export type Quirk = (typeof QUIRKS)[number];

/** One item of the wholesale market. Mutable fields change over time. */
export interface CatalogueItem {
  readonly index: number;
  readonly itemNo: number;
  readonly familyKey: string;
  readonly shape: Shape;
  readonly title: string;
  readonly keywords: readonly string[];
  /** Domeggook category codes from the top; the last is the item's own. */
  readonly categoryCodes: readonly string[];
  readonly supplierIndex: number;
  readonly isAdult: boolean;
  readonly tax: '과세상품' | '면세상품' | '영세율상품';
  readonly country: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly size: string;
  readonly weight: string;
  readonly dutyType: string;
  readonly dutyLines: readonly (readonly [name: string, text: string])[];
  readonly certificates: readonly Certificate[];
  readonly delivery: Delivery;
  readonly licenceText: string;
  readonly quirks: readonly Quirk[];
  readonly memo: string | null;
  readonly supplyUnit: number;
  readonly domeMoq: number;
  readonly isBusinessOnly: boolean;
  readonly isListingDenied: boolean;
  readonly recommendedKrw: number | null;
  readonly supplyOrgKrw: number | null;
  readonly registeredAtMs: number;

  isLicensed: boolean;
  status: ItemStatus;
  isDeleted: boolean;
  /** Null = not sold at Domeggook. */
  dome: PriceStep[] | null;
  /** Null = not sold at Domeme. */
  supply: PriceStep[] | null;
  resaleMinimumKrw: number | null;
  /** Stock of an item without options; with options the sum of theirs counts. */
  stock: number;
  options: OptionSet | null;
  /** Rises with every change; part of the option hashes. */
  version: number;
  changedAtMs: number;
}

/** Total stock as `qty.inventory` shows it. */
export function inventoryOf(item: CatalogueItem): number {
  return item.options === null
    ? item.stock
    : item.options.entries.reduce((total, entry) => total + entry.stock, 0);
}
