import type { BatchId, ChannelProductNo, ItemNo, OriginProductNo, StoreId } from './ids';
import type { Reason } from './reason';

/** What is done to the products of a batch that is taken back. */
export type UndoKind = 'suspend' | 'delete';

/**
 * `waiting`: not begun. `read`: kept as it was. `sent`: a call was about to leave, and what came of it is
 * not known yet. `gone`: Naver no longer had it. The others are ends too.
 */
export const UNDO_ITEM_STATES = [
  'waiting',
  'read',
  'sent',
  'done',
  'gone',
  'failed',
  'cancelled',
] as const;
export type UndoItemState = (typeof UNDO_ITEM_STATES)[number];

/** A product that taking a batch back would touch. */
export interface UndoCandidate {
  readonly itemNo: ItemNo;
  readonly name: string | null;
  readonly originProductNo: OriginProductNo;
  readonly channelProductNo: ChannelProductNo | null;
  readonly salePriceKrw: number | null;
  /** It was at Naver before this program; only touched when the seller says so. */
  readonly isAdopted: boolean;
}

/** What taking a batch back would touch. */
export interface UndoPlan {
  readonly candidates: readonly UndoCandidate[];
  /** All of them, also those beyond the listed ones. */
  readonly createdCount: number;
  readonly adoptedCount: number;
  /** Jobs of the batch that are still under way; what they make is not part of the plan. */
  readonly underWayCount: number;
}

/** One taking back of a batch's products. */
export interface UndoRun {
  readonly undoId: string;
  readonly batchId: BatchId;
  readonly storeId: StoreId;
  readonly kind: UndoKind;
  readonly createdAtMs: number;
  /** Null while something is left to do. */
  readonly endedAtMs: number | null;
  readonly counts: Readonly<Record<UndoItemState, number>>;
  /** What holds it up now; null when nothing does. */
  readonly hindrance: Reason | null;
}

/**
 * One product of an undo. `isAdopted`: it was in the store before our batch; `reason` says why it
 * failed.
 */
export interface UndoItem {
  readonly itemNo: ItemNo;
  readonly originProductNo: OriginProductNo;
  readonly name: string | null;
  readonly isAdopted: boolean;
  readonly state: UndoItemState;
  readonly reason: Reason | null;
}
