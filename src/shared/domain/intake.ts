import type { MessageCode } from '../texts/catalogue';
import type { TextParams } from '../texts/types';
import type { BatchId, ItemNo } from './ids';
import type { Reason } from './reason';

/** Largest list file that is taken, at every door; a list of 100,000 numbers is under 2 MB. */
export const LIST_FILE_MAX_BYTES = 32 * 1024 * 1024;
/** Most lines of one list, its heading not counted. */
export const LIST_MAX_LINES = 100_000;

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

/** What was read of a list, line by line. */
export interface IntakeResult {
  readonly lines: readonly IntakeLine[];
  /** Numbers to work on: each once, in the order of their first line. */
  readonly itemNos: readonly ItemNo[];
  readonly encoding: 'utf-8' | 'cp949' | 'utf-16' | 'xlsx';
  /** Heading or letter of the column the numbers were found in; null for plain lines. */
  readonly column: string | null;
}

/** What came of lines so far. */
export interface VerdictCounts {
  readonly taken: number;
  readonly duplicate: number;
  readonly malformed: number;
}

/** How far the reading of a list has come. */
export interface ReadingProgress {
  /** The file is opened, its lines are told apart, each line gets its verdict. */
  readonly phase: 'opening' | 'lines' | 'verdicts';
  /** Lines that are through with the phase. */
  readonly lineCount: number;
  /** Of how many; null while the end is not known. */
  readonly lineTotal: number | null;
  readonly verdicts: VerdictCounts;
}

/** The verdict of a line in one word. */
export function verdictOf({ itemNo, reason }: IntakeLine): keyof VerdictCounts {
  if (reason?.code === 'INTAKE_DUPLICATE') return 'duplicate';
  return itemNo === null || reason !== null ? 'malformed' : 'taken';
}

/** What was understood of a whole list. */
export interface ListSummary {
  readonly verdicts: VerdictCounts;
  readonly encoding: IntakeResult['encoding'];
  readonly column: string | null;
}

/** Where a list is on its way from a file to the queue. */
export type ListReadingState =
  | { readonly kind: 'reading'; readonly progress: ReadingProgress }
  | { readonly kind: 'read' }
  /** The file cannot be used as it is; for INTAKE_COLUMN_UNCLEAR a column can be chosen. */
  | { readonly kind: 'refused'; readonly code: MessageCode; readonly params: TextParams }
  | {
      readonly kind: 'taking-in';
      readonly takenCount: number;
      readonly itemCount: number;
      readonly isCancelling: boolean;
    }
  | {
      readonly kind: 'taken-in';
      readonly batchId: BatchId;
      readonly queued: number;
      readonly existing: number;
      readonly alreadyRegistered: number;
    }
  /** `keptCount` jobs were too far to be cancelled, or belong to another list as well. */
  | { readonly kind: 'cancelled'; readonly keptCount: number };

/** A list that a person handed over. */
export interface ListReading {
  readonly readingId: string;
  readonly fileName: string;
  readonly state: ListReadingState;
  /** Null before the list is read. */
  readonly summary: ListSummary | null;
}
