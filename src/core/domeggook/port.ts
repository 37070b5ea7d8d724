import type { ItemNo } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Lane } from '../limiter/port';

export interface CallOptions {
  readonly lane: Lane;
  readonly signal?: AbortSignal;
  /** Epoch ms after which the answer is of no use. */
  readonly deadlineAtMs?: number;
  readonly isInteractive?: boolean;
  /** Told of every call that was permitted, repeated ones included. */
  readonly onCall?: () => void;
}

/** What is known of one requested number. `unreadable` is never taken for a change or an absence. */
export type ItemLookup =
  | { readonly kind: 'found'; readonly itemNo: ItemNo; readonly item: WholesaleItem }
  /** The market says that it does not exist (code 40), confirmed by a single call. */
  | { readonly kind: 'deleted'; readonly itemNo: ItemNo }
  | { readonly kind: 'unreadable'; readonly itemNo: ItemNo; readonly reason: Reason };

/** As `ItemLookup`, of one call alone: a number that it did not return may be anything. */
export type ListedLookup =
  | Exclude<ItemLookup, { readonly kind: 'deleted' }>
  | { readonly kind: 'not-returned'; readonly itemNo: ItemNo };

export interface ItemSearch {
  readonly keyword?: string;
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
  readonly sort?: 'relevance' | 'ranking' | 'popular' | 'price-up' | 'price-down' | 'newest-change';
  /** From 1. */
  readonly page: number;
  /** 1 to 200; default 100. */
  readonly pageSize?: number;
}

export interface ItemSummary {
  readonly itemNo: ItemNo;
  readonly title: string;
  readonly thumbnailUrl: string | null;
  readonly supplierId: string;
  readonly supplierNick: string | null;
  readonly priceKrw: number;
  readonly unitQuantity: number;
  readonly isBusinessOnly: boolean;
  readonly isAdult: boolean;
  readonly payer: 'free' | 'prepaid' | 'collect' | 'buyer-choice' | 'unknown';
  readonly deliveryFeeKrw: number | null;
  readonly isFromOversea: boolean;
  readonly isOnDomeme: boolean;
}

export interface ItemPage {
  readonly items: readonly ItemSummary[];
  readonly totalItems: number;
  readonly page: number;
  readonly totalPages: number;
}

export interface WholesaleCategory {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly parentCode: string | null;
}

/**
 * The wholesaler. Every call spends the call budget first. Throws AppError of the domeggook and
 * network families; what it says about single items is a value.
 */
export interface DomeggookClient {
  /** One answer per requested number, in the order asked, in calls of up to 100. */
  fetchItems(itemNos: readonly ItemNo[], options: CallOptions): Promise<readonly ItemLookup[]>;
  /**
   * One call for up to 100 numbers and nothing beyond it, in the order asked: which of the missing ones
   * are worth a call of their own is the caller's to decide.
   */
  fetchListed(itemNos: readonly ItemNo[], options: CallOptions): Promise<readonly ListedLookup[]>;
  searchItems(search: ItemSearch, options: CallOptions): Promise<ItemPage>;
  fetchCategories(options: CallOptions): Promise<readonly WholesaleCategory[]>;
}
