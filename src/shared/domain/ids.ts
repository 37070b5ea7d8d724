/** A string that only its own parser or maker may produce, so that ids of different kinds cannot be mixed up. */
export type Branded<Name extends string> = string & { readonly __brand: Name };

/** Number of an item at Domeggook/Domeme, as decimal digits without leading zeros. */
export type ItemNo = Branded<'ItemNo'>;
/** One seller's store with its own keys, queue and budget. `main` for the first. */
export type StoreId = Branded<'StoreId'>;
/** Id of a job, unique in the data folder. */
export type JobId = Branded<'JobId'>;
/** Id of a list of jobs, unique in the data folder. */
export type BatchId = Branded<'BatchId'>;
/** Origin product number at Naver (digits). */
export type OriginProductNo = Branded<'OriginProductNo'>;
/** Channel product number at Naver (digits), the one in the store's URLs. */
export type ChannelProductNo = Branded<'ChannelProductNo'>;

/** Longest item number we accept: today they have 7 or 8 digits, the rest is room to grow. */
const ITEM_NO_MAX_DIGITS = 12;
const ITEM_NO = new RegExp(`^[1-9][0-9]{0,${ITEM_NO_MAX_DIGITS - 1}}$`);

/** The item number in `text`, or null when `text` is anything but 1 to 12 digits without a leading zero. */
export function parseItemNo(text: string): ItemNo | null {
  return ITEM_NO.test(text) ? (text as ItemNo) : null;
}

/**
 * The store of a data folder. Another store of the seller has a folder of its own, and is `main`
 * there too.
 */
export const MAIN_STORE = 'main' as StoreId;

/** The seller code that a product carries at Naver; derived from the item alone, so that any PC finds it again. */
export function sellerCodeOf(itemNo: ItemNo): string {
  return `SB-${itemNo}`;
}

/** The item a seller code of ours stands for, or null for any other code. */
export function itemNoOfSellerCode(sellerCode: string): ItemNo | null {
  return sellerCode.startsWith('SB-') ? parseItemNo(sellerCode.slice(3)) : null;
}
