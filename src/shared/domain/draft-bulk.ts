import type { DraftContent, DraftDelivery, DraftField, DraftState } from './draft';
import type { ItemNo } from './ids';
import type { Reason } from './reason';

/** One answer for many drafts. Every kind is worked out for each draft by itself. */
export type BulkAnswer =
  /** The same value for everybody: category, origin, certificates, tax, brand … */
  | { readonly kind: 'set'; readonly change: Partial<DraftContent> }
  /** Fields of the legal notice; `type` null keeps each draft's own. */
  | {
      readonly kind: 'notice';
      readonly type: string | null;
      readonly fields: Readonly<Record<string, string>>;
      /** Leaves alone what a draft has filled in already. */
      readonly onlyEmpty: boolean;
    }
  | { readonly kind: 'delivery'; readonly change: Partial<DraftDelivery> }
  /** The price counted anew by another rule. */
  | { readonly kind: 'price'; readonly rule: BulkPriceRule }
  /** A word of the name, of tags and of the brand replaced; an empty `by` takes it out. */
  | { readonly kind: 'replace-word'; readonly word: string; readonly by: string }
  | { readonly kind: 'tags'; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** The one-click fix of a finding, as each draft offers it. */
  | { readonly kind: 'repair'; readonly code: string }
  /** The field is right as it is. */
  | { readonly kind: 'confirm'; readonly field: DraftField }
  /** Go on in spite of a finding, on record. */
  | { readonly kind: 'override'; readonly code: string; readonly note: string }
  /** Back to what the supplier's data gives. */
  | { readonly kind: 'give-back'; readonly fields: readonly DraftField[] }
  /** Every draft has a change of its own, e.g. from a table. */
  | { readonly kind: 'own'; readonly source: string };

/** Percentages are whole numbers of percent, amounts won. */
export interface BulkPriceRule {
  readonly marginPercent: number;
  readonly minProfitKrw: number;
  readonly roundToKrw: 10 | 100 | 1000;
}

/** What one field of a draft was and is; large fields (description, options, pictures) only say that they changed. */
export interface FieldChange {
  readonly field: DraftField;
  readonly isLarge: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a bulk change would make of one draft. */
export interface BulkPreviewRow {
  readonly itemNo: ItemNo;
  readonly name: string;
  readonly changes: readonly FieldChange[];
  readonly stateBefore: DraftState;
  readonly stateAfter: DraftState;
  /** What keeps the draft back afterwards. */
  readonly openReasons: readonly Reason[];
  /** Why nothing happens to it; null when something does. */
  readonly skipped: Reason['code'] | null;
}

/** `running` and `undoing` go on at the next start when they were interrupted. */
export type DraftOperationState = 'running' | 'done' | 'undoing' | 'undone';

/** One change to many drafts, as it is kept. */
export interface DraftOperation {
  readonly operationId: string;
  readonly answer: BulkAnswer;
  readonly reasonCode: string | null;
  readonly state: DraftOperationState;
  readonly madeBy: string;
  readonly draftCount: number;
  readonly changedCount: number;
  readonly skippedCount: number;
  /** Changed drafts that undoing left alone, because they were edited since. */
  readonly keptCount: number;
  readonly createdAtMs: number;
  readonly undoneAtMs: number | null;
}
