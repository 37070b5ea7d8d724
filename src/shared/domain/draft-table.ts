import type { DraftState } from './draft';
import type { FieldChange } from './draft-bulk';
import type { ItemNo } from './ids';
import type { Reason } from './reason';

/** One line of an imported table that is about a draft, or should be. */
export interface TableLine {
  readonly line: number;
  /** As it stands in the table, for lines that name no item. */
  readonly text: string;
  readonly itemNo: ItemNo | null;
  readonly name: string | null;
  /** Empty when the line says nothing new. */
  readonly changes: readonly FieldChange[];
  /** What cannot be used: a `block` leaves the line or cell out, a `warn` is only told. */
  readonly problems: readonly Reason[];
  readonly stateBefore: DraftState | null;
  readonly stateAfter: DraftState | null;
}

/** What importing a table would do. Nothing is applied before the seller has seen it. */
export interface TableDiff {
  /** Lines with changes or problems first; beyond the shown ones there are only counts. */
  readonly lines: readonly TableLine[];
  readonly lineCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly problemCount: number;
  /** Stands for exactly these differences; `apply` wants it back. */
  readonly print: string;
}
