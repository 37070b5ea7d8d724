import type { OptionReading } from '../options/model';
import type { ItemNo, StoreId } from './ids';
import type { Reason } from './reason';

/** `ready` passes every gate; `needs-review` waits for a decision; `blocked` cannot be sold as it is. */
export type DraftState = 'ready' | 'needs-review' | 'blocked';

/** How lists sort drafts: `registered` are the ready ones that are products already, `ready` the others. */
export type DraftListState = DraftState | 'registered';

/** Our editable product-to-be of one item in one store. */
export interface Draft {
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly state: DraftState;
  readonly reasons: readonly Reason[];
  readonly content: DraftContent;
  /** Fields the seller edited; a refresh never overwrites them. */
  readonly lockedFields: readonly DraftField[];
  /** Rises with every change; an edit states the version it is based on. */
  readonly version: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** A field as locks, reasons and history name it. */
export type DraftField = keyof DraftContent;

/** Everything that decides what goes out. Plain data; prices in won including VAT. */
export interface DraftContent {
  readonly name: string;
  readonly category: DraftCategory | null;
  readonly price: DraftPrice;
  readonly options: OptionReading;
  readonly images: DraftImages;
  /** Sanitised description; picture addresses are still the source's, replaced when uploaded. */
  readonly detailHtml: string;
  readonly notice: DraftNotice | null;
  readonly origin: DraftOrigin | null;
  readonly delivery: DraftDelivery;
  readonly afterService: { readonly phone: string; readonly guide: string };
  readonly taxType: 'TAX' | 'DUTYFREE' | 'SMALL';
  readonly isMinorPurchasable: boolean;
  readonly certification: DraftCertification;
  readonly tags: readonly string[];
  readonly manufacturer: string | null;
  readonly brand: string | null;
  /** Pieces per sale: the supplier's order unit; the price is for all of them. */
  readonly unitQuantity: number;
  /** Price per unit of measure, in categories that must show it; absent or null = not decided. */
  readonly unitPrice?: DraftUnitPrice | null;
}

/**
 * What a unit price is counted from (`unitCapacity`, naver-commerce-api.md 5.4, 2026-09). The unit's
 * words are not published as a list, so that they stay the seller's.
 */
export interface DraftUnitPrice {
  /** False = the seller states that no unit price is shown for this product. */
  readonly isShown: boolean;
  /** How much one sale holds, in `unit`. */
  readonly totalCapacity: number;
  /** How much the shown price is for, e.g. 100 for "per 100 g". */
  readonly perCapacity: number;
  /** `g`, `ml`, `개`. */
  readonly unit: string;
}

/** The Naver category of a draft, a leaf, with the next best ones (best first). */
export interface DraftCategory {
  readonly id: string;
  /** `패션의류>여성의류>티셔츠` as Naver names it. */
  readonly path: string;
  /** 0 to 1; 1 when the seller chose or a remembered choice applied. */
  readonly confidence: number;
  readonly decidedBy: 'inference' | 'memory' | 'seller';
  readonly candidates: readonly {
    readonly id: string;
    readonly path: string;
    readonly confidence: number;
  }[];
}

/**
 * The price of one sale. All amounts in won; `marginRate` is profit over what is paid, 0 to 1, and
 * may be negative.
 */
export interface DraftPrice {
  /** What one sale costs us at the supplier without delivery. */
  readonly costKrw: number;
  /** Price before discount; option additions are relative to it. */
  readonly salePriceKrw: number;
  /** 0 for none. */
  readonly immediateDiscountKrw: number;
  /** Multiplies the supplier's option additions into buyer's additions (margin on additions). */
  readonly optionFactor: number;
  /**
   * What is left of one sale of the least profitable combination after cost, Naver's fee and
   * delivery.
   */
  readonly netProfitKrw: number;
  readonly marginRate: number;
  /**
   * Supplier's addition per piece that the cost already holds, because another combination became the
   * one without addition; the draft's options are counted from it. Absent = 0.
   */
  readonly baseAdditionKrw?: number;
  /** Lowest price allowed by the supplier; null when none. */
  readonly resaleMinimumKrw: number | null;
}

/** Which pictures go out, by their source addresses. */
export interface DraftImages {
  /** First is the representative picture. Source addresses, at most 1 + 9. */
  readonly product: readonly string[];
  /** Pictures of the description, in order. */
  readonly detail: readonly string[];
  /** Pictures the plan leaves out, with the reason. */
  readonly excluded: readonly { readonly url: string; readonly reason: Reason }[];
}

/** The legal product information of a draft (상품정보제공고시). */
export interface DraftNotice {
  /** Enum value of Naver's notice type, e.g. `WEAR`. */
  readonly type: string;
  /** Field name to text, without the five legal texts. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where the goods are from, in Naver's codes (naver-commerce-api.md 5.4, 2026-09). */
export interface DraftOrigin {
  /** Naver's origin area code, a string with leading zeros. */
  readonly code: string;
  readonly importer: string | null;
  /** Free text for code 04. */
  readonly content: string | null;
}

/**
 * Delivery and return terms as Naver takes them (naver-commerce-api.md 5.3, 2026-09). Amounts in
 * won per sale; `repeatQuantity` is after how many sales an `UNIT_QUANTITY_PAID` fee is charged
 * again, null for other kinds, and `courierCode` is Naver's.
 */
export interface DraftDelivery {
  readonly feeType: 'FREE' | 'CONDITIONAL_FREE' | 'PAID' | 'UNIT_QUANTITY_PAID';
  readonly baseFeeKrw: number;
  readonly repeatQuantity: number | null;
  readonly freeConditionalKrw: number | null;
  readonly payType: 'PREPAID' | 'COLLECT' | 'COLLECT_OR_PREPAID';
  readonly jejuExtraKrw: number;
  readonly islandsExtraKrw: number;
  readonly returnFeeKrw: number;
  readonly exchangeFeeKrw: number;
  readonly courierCode: string;
  readonly shippingAddressId: number | null;
  readonly returnAddressId: number | null;
  /** What the supplier takes from us for delivery of one sale. */
  readonly supplierFeeKrw: number;
  /** Most sales in one order for which the fee is exact; absent or null = no cap. */
  readonly maxPerOrder?: number | null;
}

/**
 * What the seller has decided about certificates. `undecided` is never sent where the category asks
 * for one; nothing is assumed.
 */
export type DraftCertification =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'undecided'; readonly kinds: readonly CertificationNeed[] }
  | {
      readonly kind: 'certified';
      readonly entries: readonly CertificationEntry[];
      /** Kinds the category asks for as well and the seller states the product is not subject to. */
      readonly exemptKinds?: readonly CertificationNeed[];
      /** The seller's reason why KC does not apply although the product is subject to it. */
      readonly kcExemption?: KcExemption;
    }
  /** The seller's recorded statement that the product is not subject. */
  | {
      readonly kind: 'stated-exempt';
      readonly kinds: readonly CertificationNeed[];
      readonly statedAtMs: number;
      /** Instead of "not subject": subject to KC, but exempt for this reason. */
      readonly kcExemption?: KcExemption;
    };

/** Exemptions of the KC duty (naver-commerce-api.md 5.7, 2026-09): household-chemical standard, purchase agency, parallel import. */
export const KC_EXEMPTIONS = ['SAFE_CRITERION', 'OVERSEAS', 'PARALLEL_IMPORT'] as const;
export type KcExemption = (typeof KC_EXEMPTIONS)[number];

/** A duty that a category can bring; the certificates of Naver's kinds fall under one of these. */
export type CertificationNeed = 'KC' | 'CHILD' | 'GREEN';

/** One certificate as the product states it; id and kind are those of the category's list. */
export interface CertificationEntry {
  readonly certificationInfoId: number;
  readonly kindType: string;
  readonly name: string;
  readonly number: string;
  readonly companyName: string | null;
}
