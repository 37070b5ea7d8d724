import type { ItemNo } from '@shared/domain/ids';
import type { IntakeResult } from '@shared/domain/intake';
import type { Job } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';

/** `waiting` only when the command had to stop before the item's turn; its job is kept. */
export type LineState =
  | 'registered'
  | 'alreadyRegistered'
  | 'needsReview'
  | 'rejected'
  | 'failed'
  | 'waiting'
  | 'duplicate'
  | 'invalid';

/** A reason in words, with its code for programs. */
export interface ReportedReason {
  readonly code: string;
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
}

/** One line of the list and what became of it; `line` counts from 1. */
export interface ReportedLine {
  readonly line: number;
  readonly itemNo: ItemNo | null;
  readonly state: LineState;
  readonly productNo?: string;
  readonly reasons: readonly ReportedReason[];
}

/** The outcome of a list, as `--json` prints it; every filled line is in one count. */
export interface RegisterReport {
  /** Filled lines of the list; the sum of all counts below. */
  readonly total: number;
  readonly registered: number;
  readonly alreadyRegistered: number;
  readonly needsReview: number;
  readonly rejected: number;
  readonly failed: number;
  readonly waiting: number;
  /** Malformed lines and repeated ones. */
  readonly invalidLines: number;
  readonly items: readonly ReportedLine[];
}

/**
 * One verdict per line. `before` holds the jobs that were done before this run: their lines are
 * `alreadyRegistered`.
 */
export function reportOf(
  list: IntakeResult,
  jobs: ReadonlyMap<ItemNo, Job>,
  before: ReadonlySet<ItemNo>,
  language: Language,
): RegisterReport {
  const items = list.lines.map((line): ReportedLine => {
    if (line.itemNo === null || line.reason !== null) {
      return {
        line: line.line,
        itemNo: line.itemNo,
        state: line.reason?.code === 'INTAKE_DUPLICATE' ? 'duplicate' : 'invalid',
        reasons: line.reason === null ? [] : [reported(line.reason, language)],
      };
    }
    const job = jobs.get(line.itemNo);
    return {
      line: line.line,
      itemNo: line.itemNo,
      state: job === undefined ? 'waiting' : stateOf(job, before.has(line.itemNo)),
      ...(job?.originProductNo ? { productNo: job.originProductNo } : {}),
      reasons: (job?.reasons ?? []).map((reason) => reported(reason, language)),
    };
  });
  const count = (...states: readonly LineState[]): number =>
    items.filter((item) => states.includes(item.state)).length;
  return {
    total: items.length,
    registered: count('registered'),
    alreadyRegistered: count('alreadyRegistered'),
    needsReview: count('needsReview'),
    rejected: count('rejected'),
    failed: count('failed'),
    waiting: count('waiting'),
    invalidLines: count('invalid', 'duplicate'),
    items,
  };
}

/** True when nothing is left for the seller to do; a repeated line is nothing to do. */
export function isAllDone(report: RegisterReport): boolean {
  return report.items.every((item) =>
    ['registered', 'alreadyRegistered', 'duplicate'].includes(item.state),
  );
}

function stateOf(job: Job, wasDoneBefore: boolean): LineState {
  switch (job.state) {
    case 'done':
      return wasDoneBefore ? 'alreadyRegistered' : 'registered';
    case 'needs-review':
      return 'needsReview';
    case 'rejected':
      return 'rejected';
    case 'failed':
    case 'cancelled':
    case 'unreadable':
      return 'failed';
    default:
      return 'waiting';
  }
}

/**
 * The reason in `language`, with the marketplace's own words where the text does not quote them.
 */
export function reported(reason: Reason, language: Language): ReportedReason {
  const text = textOf(reason.code, language, reason.params);
  const says = reason.verbatim ?? '';
  // Many texts quote the marketplace already.
  const isTold = says === '' || text.message.includes(says);
  const message = isTold ? text.message : `${text.message} — ${says}`;
  return {
    code: reason.code,
    ...(reason.field === undefined ? {} : { field: reason.field }),
    message,
    fix: text.fix,
  };
}
