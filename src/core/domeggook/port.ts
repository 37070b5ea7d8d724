import type { ItemNo } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Lane } from '../limiter/port';

/**
 * How a call takes its turn. An abort ends it with NETWORK_ABORTED, a deadline that passes in line
 * with NETWORK_NOT_SENT_DEADLINE; a call that has left by then stays counted.
 */
export interface CallOptions {
  readonly lane: Lane;
  readonly signal?: AbortSignal;
  /** Epoch ms after which the answer is of no use. */
  readonly deadlineAtMs?: number;
  /** A person waits. The wholesaler's budget serves by lane and arrival all the same. */
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

/**
 * Conditions of a catalogue search at Domeme; all given ones hold together. The market asks for at
 * least one of keyword, category and supplier (domeggook-openapi.md 2.1, 2026-09), takes a category
 * alone only from depth 2, and ignores an upper bound below its lower one. `minQuantity` and
 * `maxQuantity` bound the smallest order. Without `sort`: relevance with a keyword, else the
 * market's ranking.
 */
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

/**
 * A row of the catalogue at Domeme's terms; without stock, options or texts, which only the item
 * itself has (domeggook-openapi.md 2.2, 2026-09). `priceKrw` is the unit price at the smallest
 * order, `unitQuantity` the pieces of that order; null where the list does not say.
 */
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

/**
 * One page of a search, rows that could not be read left out. The ranking moves while somebody
 * pages, so the same item may come twice. A search without hits has 0 pages.
 */
export interface ItemPage {
  readonly items: readonly ItemSummary[];
  readonly totalItems: number;
  readonly page: number;
  readonly totalPages: number;
}

/** One node of the wholesaler's own tree, which is not Naver's. `depth` counts from 1. */
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
  /** Costs one call; throws DOMEGGOOK_* for an answer that is no list. */
  searchItems(search: ItemSearch, options: CallOptions): Promise<ItemPage>;
  /** The whole tree, parents before children; from what was kept when it is younger than a day. */
  fetchCategories(options: CallOptions): Promise<readonly WholesaleCategory[]>;
}
