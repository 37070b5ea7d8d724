import type { ChannelProductNo, OriginProductNo } from '@shared/domain/ids';
import { isResting, JOB_STEPS, type JobState, type JobStep } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';

/** The part of a job that decides what may happen to it next. */
export interface JobCore {
  readonly state: JobState;
  /** The worker run that holds the job; null when nobody does. */
  readonly claimedBy: string | null;
  /** Faults of this item in its present step. */
  readonly attempts: number;
  /** Stay with the job to its end. */
  readonly warnings: readonly Reason[];
  /** Why it rests, or what slows it down now. */
  readonly reasons: readonly Reason[];
  /** The create call whose outcome is not known. */
  readonly openIntentId: number | null;
  readonly isCancelWanted: boolean;
  readonly originProductNo: OriginProductNo | null;
  readonly channelProductNo: ChannelProductNo | null;
  readonly draftVersion: number | null;
  readonly notBeforeMs: number;
}

/** Everything that can happen to a job. */
export type JobEvent =
  /** A worker takes it for the step it is at; a queued job begins to be fetched. */
  | { readonly kind: 'claim'; readonly runId: string }
  /** The claimed step is finished and the next one may begin. */
  | {
      readonly kind: 'advance';
      readonly warnings?: readonly Reason[];
      readonly draftVersion?: number;
    }
  /** The claimed step ended in a state in which a person is needed. */
  | {
      readonly kind: 'rest';
      readonly state: 'needs-review' | 'rejected' | 'failed';
      readonly reasons: readonly Reason[];
      readonly draftVersion?: number;
    }
  /** The claimed step could not be finished now; the same or an earlier step is tried again later. */
  | {
      readonly kind: 'put-off';
      readonly to: 'queued' | JobStep;
      readonly notBeforeMs: number;
      readonly reasons: readonly Reason[];
      /** True when the fault is this item's own. */
      readonly isAttempt: boolean;
    }
  /** The row that must exist before a create call is sent is written. */
  | { readonly kind: 'intend'; readonly intentId: number; readonly draftVersion: number }
  /** What the intent was written for certainly did not happen. */
  | { readonly kind: 'intent-absent' }
  /** The product exists at Naver under these numbers. */
  | {
      readonly kind: 'product-known';
      readonly originProductNo: OriginProductNo;
      readonly channelProductNo: ChannelProductNo | null;
      readonly warnings: readonly Reason[];
      /** False when there is nothing of ours to compare it with. */
      readonly needsVerifying: boolean;
    }
  | { readonly kind: 'cancel' }
  /** The seller wants it tried again, from `to` where nothing is open at Naver. */
  | { readonly kind: 'retry'; readonly to: 'queued' | 'uploading' }
  /** Its product was taken back: deleted at Naver (or gone there), or suspended. */
  | {
      readonly kind: 'withdrawn';
      readonly originProductNo: OriginProductNo;
      readonly isDeleted: boolean;
    }
  /** A new run found the job as an earlier run left it. */
  | { readonly kind: 'recover' }
  | { readonly kind: 'unreadable'; readonly reasons: readonly Reason[] };

const ORDER: readonly JobState[] = ['queued', ...JOB_STEPS];
const SUSPENDED_BY_UNDO: Reason = { code: 'REGISTRATION_UNDONE_SUSPENDED', severity: 'warn' };
const DELETED_BY_UNDO: Reason = { code: 'REGISTRATION_UNDONE_DELETED', severity: 'warn' };
const CANCEL_TOO_LATE: Reason = { code: 'REGISTRATION_CANCEL_TOO_LATE', severity: 'warn' };

/**
 * The one place that decides how a job changes: the job after `event`, or null when the event does
 * not apply to a job as it is now (a cancelled job whose step ends late, a second claim). Pure.
 *
 * Kept by every transition:
 * - a job with an open intent is never queued, cancelled or sent again before the intent is settled;
 * - a job whose product exists ends in `done` and nowhere else, until the product is taken back;
 * - a resting job is held by nobody.
 */
export function transition(job: JobCore, event: JobEvent): JobCore | null {
  switch (event.kind) {
    case 'claim':
      return claim(job, event.runId);
    case 'advance':
      return advance(job, event);
    case 'rest':
      return rest(job, event);
    case 'put-off':
      return putOff(job, event);
    case 'intend':
      if (!isClaimedAt(job, 'registering') || job.openIntentId !== null) return null;
      return { ...job, openIntentId: event.intentId, draftVersion: event.draftVersion };
    case 'intent-absent':
      if (!isClaimedAt(job, 'registering') || job.openIntentId === null) return null;
      return cancelIfWanted({ ...job, openIntentId: null });
    case 'product-known':
      return productKnown(job, event);
    case 'cancel':
      return cancel(job);
    case 'retry':
      return retry(job, event.to);
    case 'withdrawn':
      return withdrawn(job, event);
    case 'recover':
      return recover(job);
    case 'unreadable':
      return { ...job, state: 'unreadable', claimedBy: null, reasons: event.reasons };
  }
}

function isClaimedAt(job: JobCore, step: JobStep): boolean {
  return job.state === step && job.claimedBy !== null;
}

function claim(job: JobCore, runId: string): JobCore | null {
  if (isResting(job.state) || job.claimedBy !== null) return null;
  return { ...job, state: job.state === 'queued' ? 'fetching' : job.state, claimedBy: runId };
}

function advance(job: JobCore, event: JobEvent & { kind: 'advance' }): JobCore | null {
  if (job.claimedBy === null || isResting(job.state) || job.state === 'registering') return null;
  const next = ORDER[ORDER.indexOf(job.state) + 1] ?? 'done';
  return {
    ...job,
    state: next,
    claimedBy: null,
    attempts: 0,
    reasons: [],
    warnings: [...job.warnings, ...(event.warnings ?? [])],
    draftVersion: event.draftVersion ?? job.draftVersion,
    isCancelWanted: false,
    notBeforeMs: 0,
  };
}

function rest(job: JobCore, event: JobEvent & { kind: 'rest' }): JobCore | null {
  if (job.claimedBy === null || isResting(job.state) || job.originProductNo !== null) return null;
  // Only the marketplace's no settles an intent; any other rest would hide a product that may exist.
  if (job.openIntentId !== null && event.state !== 'rejected') return null;
  return cancelIfWanted({
    ...job,
    state: event.state,
    claimedBy: null,
    openIntentId: null,
    reasons: event.reasons,
    draftVersion: event.draftVersion ?? job.draftVersion,
    notBeforeMs: 0,
  });
}

function putOff(job: JobCore, event: JobEvent & { kind: 'put-off' }): JobCore | null {
  if (job.claimedBy === null || isResting(job.state)) return null;
  if (ORDER.indexOf(event.to) > ORDER.indexOf(job.state)) return null;
  const isBound = job.openIntentId !== null || job.originProductNo !== null;
  return {
    ...job,
    state: isBound ? job.state : event.to,
    claimedBy: null,
    attempts: job.attempts + (event.isAttempt ? 1 : 0),
    reasons: event.reasons,
    notBeforeMs: event.notBeforeMs,
  };
}

function productKnown(job: JobCore, event: JobEvent & { kind: 'product-known' }): JobCore | null {
  if (!isClaimedAt(job, 'registering')) return null;
  const late = job.isCancelWanted ? [CANCEL_TOO_LATE] : [];
  return {
    ...job,
    state: event.needsVerifying ? 'verifying' : 'done',
    claimedBy: null,
    attempts: 0,
    reasons: [],
    warnings: [...job.warnings, ...event.warnings, ...late],
    openIntentId: null,
    isCancelWanted: false,
    originProductNo: event.originProductNo,
    channelProductNo: event.channelProductNo,
    notBeforeMs: 0,
  };
}

function cancel(job: JobCore): JobCore | null {
  if (job.state === 'done' || job.state === 'cancelled' || job.state === 'unreadable') return null;
  if (job.originProductNo !== null) {
    return {
      ...job,
      state: 'done',
      claimedBy: null,
      reasons: [],
      warnings: [...job.warnings, CANCEL_TOO_LATE],
    };
  }
  if (job.openIntentId !== null)
    return job.isCancelWanted ? null : { ...job, isCancelWanted: true };
  return { ...job, state: 'cancelled', claimedBy: null, reasons: [], notBeforeMs: 0 };
}

function retry(job: JobCore, to: 'queued' | 'uploading'): JobCore | null {
  if (!isResting(job.state) || job.state === 'done' || job.state === 'unreadable') return null;
  return {
    ...job,
    state: to,
    attempts: 0,
    warnings: [],
    reasons: [],
    isCancelWanted: false,
    notBeforeMs: 0,
  };
}

function withdrawn(job: JobCore, event: JobEvent & { kind: 'withdrawn' }): JobCore | null {
  if (job.state !== 'done' || job.originProductNo !== event.originProductNo) return null;
  if (!event.isDeleted) return { ...job, warnings: [...job.warnings, SUSPENDED_BY_UNDO] };
  return {
    ...job,
    state: 'cancelled',
    reasons: [DELETED_BY_UNDO],
    warnings: [],
    attempts: 0,
    originProductNo: null,
    channelProductNo: null,
  };
}

function recover(job: JobCore): JobCore | null {
  if (isResting(job.state)) return null;
  const handedBack: JobCore = { ...job, claimedBy: null };
  switch (job.state) {
    case 'fetching':
    case 'preparing':
      // What was fetched lived in memory only.
      return { ...handedBack, state: 'queued' };
    case 'registering':
      return job.openIntentId === null ? { ...handedBack, state: 'uploading' } : handedBack;
    default:
      return job.claimedBy === null ? null : handedBack;
  }
}

function cancelIfWanted(job: JobCore): JobCore {
  if (!job.isCancelWanted) return job;
  return {
    ...job,
    state: 'cancelled',
    claimedBy: null,
    reasons: [],
    isCancelWanted: false,
    notBeforeMs: 0,
  };
}
