import type { ChannelProductNo, OriginProductNo } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Lane } from '../limiter/port';

/**
 * How a call takes its turn. An abort ends it with NETWORK_ABORTED, a deadline that passes in line
 * with NETWORK_NOT_SENT_DEADLINE.
 */
export interface CallOptions {
  readonly lane: Lane;
  readonly signal?: AbortSignal;
  readonly deadlineAtMs?: number;
  readonly isInteractive?: boolean;
  /**
   * What the call is about, for writes: after several refusals in a row no more is sent for it. A name
   * that changes with the content lets a corrected item go at once.
   */
  readonly item?: string;
}

/** One category of Naver's tree; only a leaf can hold a product. */
export interface NaverCategory {
  readonly id: string;
  readonly name: string;
  /** `패션의류>여성의류>티셔츠`. */
  readonly path: string;
  readonly isLeaf: boolean;
}

/** A category with what it demands of its products. */
export interface NaverCategoryDetail extends NaverCategory {
  /** `KC_CERTIFICATION`, `ADULT`, `UNIT_PRICE`… (naver-commerce-api.md 6.3); unknown ones are kept. */
  readonly exceptions: readonly string[];
  readonly certifications: readonly {
    readonly id: number;
    readonly name: string;
    readonly kindTypes: readonly string[];
    readonly isNumberOptional: boolean;
    readonly isCompanyNameRequired: boolean;
  }[];
}

/**
 * An entry of the store's address book. `type` is Naver's word: `RELEASE` ships,
 * `REFUND_OR_EXCHANGE` takes returns (naver-commerce-api.md 6.4, 2026-09).
 */
export interface NaverAddress {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly address: string;
  readonly phone: string | null;
  readonly isOversea: boolean;
}

/** One origin of goods, by the code that a product states. */
export interface NaverOriginArea {
  readonly code: string;
  readonly name: string;
}

/**
 * A courier the store has a return contract with; `priority` is Naver's word for its rank,
 * `PRIMARY` or `SECONDARY_1` to `SECONDARY_9` (naver-commerce-api.md 5.3, 2026-09).
 */
export interface NaverReturnCourier {
  readonly id: string;
  readonly name: string;
  readonly priority: string;
}

/** One picture of an upload call. `bytes` are what goes over the wire. */
export interface UploadFile {
  readonly fileName: string;
  readonly contentType: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/bmp';
  readonly bytes: Uint8Array;
}

/** A JSON object in Naver's product format (5.1); built by drafts/product-body. */
export type ProductBody = Readonly<Record<string, unknown>>;

/** The numbers of a new product; without a channel number it is in no store front yet. */
export interface CreatedProduct {
  readonly originProductNo: OriginProductNo;
  readonly channelProductNo: ChannelProductNo | null;
}

/**
 * What came of a create call. `unknown` (timeout, dropped connection, 5xx): look the seller code up
 * before anything else. `rejected`: the market said no; sending the same again cannot help.
 */
export type CreateOutcome =
  | { readonly kind: 'created'; readonly product: CreatedProduct }
  | {
      readonly kind: 'rejected';
      readonly reasons: readonly Reason[];
      readonly traceId: string | null;
    }
  | { readonly kind: 'unknown'; readonly cause: unknown };

/** A product as the search lists it. */
export interface ProductSummary {
  readonly originProductNo: OriginProductNo;
  readonly channelProductNo: ChannelProductNo;
  readonly name: string;
  readonly sellerCode: string | null;
  /** Naver's word (`SALE`, `OUTOFSTOCK`, `SUSPENSION`…). */
  readonly status: string;
  readonly salePriceKrw: number;
  /** Sale price less what a buyer pays; null when the search does not tell. */
  readonly discountKrw: number | null;
  readonly stock: number;
}

/** A product as stored, with the raw body for full-replacement edits. */
export interface StoredProduct {
  readonly originProductNo: OriginProductNo;
  readonly status: string;
  readonly name: string;
  readonly salePriceKrw: number;
  /** Immediate discount; 0 for none, null for one that is no fixed amount. */
  readonly discountKrw: number | null;
  readonly stock: number;
  readonly imageUrls: readonly string[];
  readonly sellerCode: string | null;
  readonly optionCombinations: readonly {
    readonly id: number;
    readonly values: readonly string[];
    /** `sellerManagerCode`: the supplier's option key that registration wrote; null when there is none. */
    readonly sourceKey: string | null;
    readonly priceKrw: number;
    readonly stock: number;
    readonly usable: boolean;
  }[];
  /** The whole answer as it came, for edits that replace everything. */
  readonly raw: ProductBody;
}

/** New values of one product without options; what is left out stays as it is. */
export interface ListingUpdate {
  readonly originProductNo: OriginProductNo;
  readonly salePriceKrw?: number;
  readonly stock?: number;
  readonly status?: 'SALE' | 'SUSPENSION';
}

/** New values of a product with options. Every option that is listed states all of its fields. */
export interface OptionUpdate {
  readonly salePriceKrw: number;
  readonly options: readonly {
    readonly id: number;
    readonly priceKrw: number;
    readonly stock: number;
    readonly usable: boolean;
  }[];
}

/**
 * What came of a narrow write. `unknown`: it may have happened, wholly or in part; read before
 * anything else. `refused`: sending the same again cannot help.
 */
export type UpdateOutcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      readonly reasons: readonly Reason[];
      /** Places of the updates that were found wrong; empty when Naver does not say which. */
      readonly places: readonly number[];
    }
  | { readonly kind: 'unknown'; readonly cause: unknown };

/** A product that Naver's inspection has blocked. */
export interface ProductInspection {
  readonly channelProductNo: ChannelProductNo;
  readonly reason: string;
  /** What Naver did or asks for, in its own words. */
  readonly action: string;
  /** Naver would take a request to lift the block. */
  readonly isRestorable: boolean;
}

/**
 * Naver's Commerce API for one store. Every call takes a permit of its own bucket first, follows
 * the token rules of 1.4 to 1.7 and feeds the limiter. Throws AppError of the naver and network
 * families. Reads that fail in passing are made again by the client itself; a write only after
 * answers that prove it was not processed (429, a refused token).
 */
export interface NaverClient {
  /** Store account; the cheapest proof that keys, token and address list are right. */
  fetchAccount(
    options: CallOptions,
  ): Promise<{ readonly accountId: string; readonly grade: string | null }>;
  /** The leaf categories; a server that ignores the restriction may list others, told by `isLeaf`. */
  fetchCategories(options: CallOptions): Promise<readonly NaverCategory[]>;
  fetchCategory(id: string, options: CallOptions): Promise<NaverCategoryDetail>;
  fetchAddresses(options: CallOptions): Promise<readonly NaverAddress[]>;
  fetchReturnCouriers(options: CallOptions): Promise<readonly NaverReturnCourier[]>;
  fetchOriginAreas(options: CallOptions): Promise<readonly NaverOriginArea[]>;
  /** Which of `tags` (at least one) Naver does not take as search tags. A tag it does not answer for is left out. */
  fetchRestrictedTags(
    tags: readonly string[],
    options: CallOptions,
  ): Promise<ReadonlyMap<string, boolean>>;
  /** 1 to 10 files, under 10 MB together; one address per file, in order. Callers hold the upload mutex. */
  uploadImages(files: readonly UploadFile[], options: CallOptions): Promise<readonly string[]>;
  /**
   * Never sent twice for one call. Throws only when it certainly was not processed; everything else
   * is an outcome, `unknown` among them.
   */
  createProduct(body: ProductBody, options: CallOptions): Promise<CreateOutcome>;
  /** Products whose seller code is exactly `sellerCode` and that are not deleted. */
  findBySellerCode(sellerCode: string, options: CallOptions): Promise<readonly ProductSummary[]>;
  /** One page (from 1) of all products of the store, deleted ones left out; up to 500 of them. */
  listProducts(
    page: number,
    options: CallOptions,
  ): Promise<{ readonly products: readonly ProductSummary[]; readonly totalPages: number }>;
  /** Null when Naver has no such product. */
  findProduct(no: OriginProductNo, options: CallOptions): Promise<StoredProduct | null>;
  /**
   * A product that is gone already counts as deleted. Throws NAVER_OUTCOME_UNKNOWN when nobody
   * knows whether it happened; may be called again then.
   */
  deleteProduct(no: OriginProductNo, options: CallOptions): Promise<void>;
  /**
   * `stock` must be given for `SALE` of a product that had run out (naver-commerce-api.md 6.1,
   * 2026-09). Throws as `deleteProduct` does, and may be called again.
   */
  changeStatus(
    no: OriginProductNo,
    change: { readonly status: 'SALE' | 'OUTOFSTOCK' | 'SUSPENSION'; readonly stock?: number },
    options: CallOptions,
  ): Promise<void>;
  /** Price, stock and status of up to 50 products in one call. All or nothing by its documents; read back. */
  updateListings(updates: readonly ListingUpdate[], options: CallOptions): Promise<UpdateOutcome>;
  /** Price, and price, stock and use of the listed options of one product; ids must be freshly read. */
  updateOptions(
    no: OriginProductNo,
    update: OptionUpdate,
    options: CallOptions,
  ): Promise<UpdateOutcome>;
  /** The products of these numbers as the search lists them, up to 500; missing ones are left out. */
  findListings(
    nos: readonly OriginProductNo[],
    options: CallOptions,
  ): Promise<readonly ProductSummary[]>;
  /** Every product that the inspection has blocked. */
  fetchInspections(options: CallOptions): Promise<readonly ProductInspection[]>;
}

/**
 * Naver's slow-changing lists, read once and kept (SQLite) for a day; concurrent readers share one call.
 */
export interface NaverMasterData {
  leafCategories(options: CallOptions): Promise<readonly NaverCategory[]>;
  category(id: string, options: CallOptions): Promise<NaverCategoryDetail>;
  addresses(options: CallOptions): Promise<readonly NaverAddress[]>;
  returnCouriers(options: CallOptions): Promise<readonly NaverReturnCourier[]>;
  originAreas(options: CallOptions): Promise<readonly NaverOriginArea[]>;
  /** Whether each tag is restricted; tags already asked about today cost no call, others share one. */
  restrictedTags(
    tags: readonly string[],
    options: CallOptions,
  ): Promise<ReadonlyMap<string, boolean>>;
}
