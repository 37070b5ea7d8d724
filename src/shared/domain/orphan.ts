import type { ChannelProductNo, ItemNo, OriginProductNo } from './ids';

/** A product at Naver that carries our seller code and is not among ours. */
export interface Orphan {
  readonly originProductNo: OriginProductNo;
  readonly channelProductNo: ChannelProductNo;
  readonly itemNo: ItemNo;
  readonly sellerCode: string;
  readonly name: string;
  readonly status: string;
  readonly salePriceKrw: number;
  readonly stock: number;
  readonly foundAtMs: number;
  /** The item has another product that is ours: this one is a double, and cannot be adopted. */
  readonly isDouble: boolean;
  /** Null while the seller has not said. */
  readonly decision: 'adopted' | 'left' | null;
}

/**
 * Products of the store that carry our seller code and are unknown here, as of the last whole
 * reading.
 */
export interface OrphanReport {
  /** Those without a decision first. */
  readonly orphans: readonly Orphan[];
  /** When Naver's list was last read to its end; null when never. */
  readonly scannedAtMs: number | null;
  /** Products of the store in that reading. */
  readonly productCount: number;
  /** Products read so far by the reading under way; null when none is. */
  readonly readingCount: number | null;
}
