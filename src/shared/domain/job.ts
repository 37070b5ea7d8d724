import type { BatchId, ChannelProductNo, ItemNo, JobId, OriginProductNo, StoreId } from './ids';
import type { Reason } from './reason';

/** Steps a job walks through, in order. */
export const JOB_STEPS = [
  'fetching',
  'preparing',
  'uploading',
  'registering',
  'verifying',
] as const;
export type JobStep = (typeof JOB_STEPS)[number];

/**
 * `needs-review`: a person must decide. `rejected`: the marketplace said no. `failed`: our side,
 * retryable by hand. `unreadable`: the stored row cannot be understood; kept and shown.
 */
export const JOB_STATES = [
  'queued',
  ...JOB_STEPS,
  'done',
  'needs-review',
  'rejected',
  'failed',
  'cancelled',
  'unreadable',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** States in which nothing happens without a person. */
const RESTING_STATES = [
  'done',
  'needs-review',
  'rejected',
  'failed',
  'cancelled',
  'unreadable',
] as const;

/** True for a state in which nothing happens without a person, `done` included. */
export function isResting(state: JobState): boolean {
  return (RESTING_STATES as readonly JobState[]).includes(state);
}

/**
 * Priority class of a job. A list comes as `batch`, a single item that a person waits for as
 * `normal`.
 */
export type JobLane = 'normal' | 'batch' | 'sync' | 'review';

/** A job as people see it. */
export interface Job {
  readonly jobId: JobId;
  readonly batchId: BatchId;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly lane: JobLane;
  readonly state: JobState;
  readonly attempts: number;
  /** Why it rests, or what slows it down. */
  readonly reasons: readonly Reason[];
  readonly title: string | null;
  readonly originProductNo: OriginProductNo | null;
  readonly channelProductNo: ChannelProductNo | null;
  /** Nothing is tried before this moment. */
  readonly notBeforeMs: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** How many jobs are in each state; every state is present. */
export type JobCounts = Readonly<Record<JobState, number>>;
