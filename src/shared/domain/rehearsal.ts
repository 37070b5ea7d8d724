import type { ItemNo, StoreId } from './ids';
import type { Reason } from './reason';

/**
 * What would become of an item. `registered`: it is among our products already. `at-naver`: the store
 * has a product under its seller code, which would be taken over. `cancelled`: not looked at.
 */
export const REHEARSAL_VERDICTS = [
  'would-register',
  'registered',
  'at-naver',
  'needs-review',
  'rejected',
  'failed',
  'cancelled',
] as const;
export type RehearsalVerdict = (typeof REHEARSAL_VERDICTS)[number];

/** A list that was tried without sending anything. */
export interface Rehearsal {
  readonly rehearsalId: string;
  readonly storeId: StoreId;
  readonly name: string;
  readonly createdAtMs: number;
  /** Null while verdicts are missing. */
  readonly endedAtMs: number | null;
  readonly itemCount: number;
  readonly counts: Readonly<Record<RehearsalVerdict, number>>;
}

/** One item of a rehearsal; `reasons` say why it would not become a product, or what to look at. */
export interface RehearsedItem {
  readonly itemNo: ItemNo;
  readonly title: string | null;
  /** Null until it is known. */
  readonly verdict: RehearsalVerdict | null;
  readonly reasons: readonly Reason[];
}
