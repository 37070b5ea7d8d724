import type { ItemNo } from './ids';
import type { Reason } from './reason';

/** One line of a list as it was given, and what was understood. */
export interface IntakeLine {
  /** From 1; for XLSX the sheet's row number. */
  readonly line: number;
  /** The cell or line, at most 200 characters of it. */
  readonly text: string;
  /** Null when the line holds no item number. */
  readonly itemNo: ItemNo | null;
  /** Why the line is not taken: INTAKE_MALFORMED, INTAKE_DUPLICATE. */
  readonly reason: Reason | null;
}

export interface IntakeResult {
  readonly lines: readonly IntakeLine[];
  /** Numbers to work on: each once, in the order of their first line. */
  readonly itemNos: readonly ItemNo[];
  readonly encoding: 'utf-8' | 'cp949' | 'utf-16' | 'xlsx';
  /** Heading or letter of the column the numbers were found in; null for plain lines. */
  readonly column: string | null;
}
