import type { BatchId, StoreId } from './ids';
import type { JobCounts, JobLane } from './job';

/** Which batch of a lane goes first; batches of one priority take turns. */
export const BATCH_PRIORITIES = ['high', 'normal', 'low'] as const;
export type BatchPriority = (typeof BATCH_PRIORITIES)[number];

/** What a pause may be limited to. */
export type HoldScope = 'lane' | 'store' | 'batch';

/** A pause of a part of the queue: a lane or store by its name, a batch by its id. */
export interface Hold {
  readonly scope: HoldScope;
  readonly name: string;
}

/** Everything that was asked for together, with how far it is. */
export interface Batch {
  readonly batchId: BatchId;
  readonly storeId: StoreId;
  readonly name: string;
  readonly lane: JobLane;
  readonly priority: BatchPriority;
  /** Nothing of it is begun before this moment; null = at once. */
  readonly startsAtMs: number | null;
  readonly isHeld: boolean;
  readonly isCancelled: boolean;
  readonly createdAtMs: number;
  readonly jobCount: number;
  /** How many of them are not taken in yet; `counts` are of those that are. */
  readonly untakenCount: number;
  readonly counts: JobCounts;
  /** Jobs of it that were done in the last minute. */
  readonly donePerMinute: number;
  /** Epoch ms when its last job should be done; null when nothing is left, or it does not move. */
  readonly etaAtMs: number | null;
}
