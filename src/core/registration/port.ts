import type { Batch, BatchPriority, Hold } from '@shared/domain/batch';
import type { BatchId, ItemNo, JobId, StoreId } from '@shared/domain/ids';
import type { Job, JobCounts, JobLane, JobState } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import type { OrphanDesk } from './orphans';
import type { RehearsalDesk } from './rehearsal';
import type { UndoDesk } from './undo';

/** What became of one asked item number. */
export type EnqueueVerdict =
  | { readonly kind: 'queued'; readonly itemNo: ItemNo; readonly job: Job }
  /** A job for it is under way or rests; that job answers for it. */
  | { readonly kind: 'existing'; readonly itemNo: ItemNo; readonly job: Job }
  | { readonly kind: 'already-registered'; readonly itemNo: ItemNo; readonly job: Job };

/** How a list is to go. `normal` is for single items a person waits for, `batch` for lists. */
export interface EnqueueOptions {
  readonly lane: 'normal' | 'batch';
  readonly batchName: string;
  /** Default `normal`. */
  readonly priority?: BatchPriority;
  /** Nothing of it is begun before this moment of the wall clock; absent = at once. */
  readonly startsAtMs?: number;
  /** Hears after each written piece how much of the list is taken in. */
  readonly progressed?: (progress: TakingInProgress) => void;
}

/** How much of a list has become jobs. */
export interface TakingInProgress {
  readonly batchId: BatchId;
  readonly takenCount: number;
  /** Different numbers of the list. */
  readonly itemCount: number;
}

/**
 * Which jobs to list; all given conditions hold together, an empty `states` finds none. In the
 * order the jobs were made, oldest first.
 */
export interface JobFilter {
  readonly storeId?: StoreId;
  readonly batchId?: BatchId;
  readonly states?: readonly JobState[];
  readonly reasonCode?: string;
  readonly itemNo?: ItemNo;
  /** The beginning of an item number, or a part of a product's name. */
  readonly text?: string;
  readonly offset: number;
  /** At most 1,000 are given. */
  readonly limit: number;
}

/** Which part of the batches to list. */
export interface BatchFilter {
  readonly storeId?: StoreId;
  readonly offset: number;
  /** At most 100 are given. */
  readonly limit: number;
}

/** How many jobs of a store or of one batch rest for this reason. */
export interface ReasonCount {
  readonly code: string;
  readonly jobCount: number;
}

/** A step of a job as it was recorded. No end: it is under way, or was interrupted. */
export interface RecordedStep {
  readonly step: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly outcome: string | null;
  readonly code: string | null;
}

/** What Naver keeps otherwise than it was sent. `detail`: which option or picture. Null: nothing there. */
export interface StoredDifference {
  readonly field: string;
  readonly detail: string | null;
  readonly wanted: string | null;
  readonly stored: string | null;
}

/** What is recorded of a job beside its state. */
export interface JobHistory {
  /** The newest 100, oldest first. */
  readonly steps: readonly RecordedStep[];
  readonly differences: readonly StoredDifference[];
}

/** The queue of one store at this moment. */
export interface QueueStatus {
  readonly counts: JobCounts;
  readonly byLane: Readonly<Record<JobLane, number>>;
  /** By the seller, or by the queue itself. */
  readonly isPaused: boolean;
  /** Set when the queue paused itself or sends nothing because the disk refuses: a platform error that is nobody's item. */
  readonly pauseReason: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | boolean | null>>;
  } | null;
  /** Lanes, stores and batches that the seller paused. */
  readonly holds: readonly Hold[];
  /** The seller's limit of new products per hour and what of it is used; null = none set. */
  readonly hourlyCap: { readonly perHour: number; readonly usedInHour: number } | null;
  /** Done jobs of the last minute. */
  readonly donePerMinute: number;
  /** Epoch ms when the queue should be empty, from the limits and what is left; null when idle or paused. */
  readonly etaAtMs: number | null;
}

/**
 * A job with its newest state, at most once per job in 200 ms, or a sign to ask for the status
 * anew.
 */
export type QueueEvent =
  | { readonly kind: 'job-changed'; readonly job: Job }
  | { readonly kind: 'status-changed' };

/** A job that has just come to rest, told once for every time it does. */
export interface JobSettled {
  readonly jobId: JobId;
  readonly batchId: BatchId;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly lane: JobLane;
  /** One of the resting states. */
  readonly state: JobState;
  /** Why it rests, with the warnings that stay with it. */
  readonly reasons: readonly Reason[];
  readonly attempts: number;
  /** When it was asked for, when its first recorded step began (null when none did) and when it came to rest. */
  readonly queuedAtMs: number;
  readonly startedAtMs: number | null;
  readonly endedAtMs: number;
}

/** The durable queue, as the shells use it. Every write is committed when the call returns. */
export interface RegistrationService {
  /**
   * Takes a list in; resolves when every number of it is a job. The whole list is on disk before the
   * first await: ended in between, `start` goes on with it. Long lists are taken in in pieces, so that
   * 100,000 lines hold up nothing. One verdict per given number, in order. Rejects with STORAGE_* or, at
   * `stop`, with REGISTRATION_LIST_GOES_ON_LATER.
   */
  enqueue(
    storeId: StoreId,
    itemNos: readonly ItemNo[],
    options: EnqueueOptions,
  ): Promise<{ readonly batchId: BatchId; readonly verdicts: readonly EnqueueVerdict[] }>;
  findJob(jobId: JobId): Job | null;
  listJobs(filter: JobFilter): { readonly jobs: readonly Job[]; readonly total: number };
  status(storeId: StoreId): QueueStatus;
  /**
   * Resting jobs go on: with their pictures when the draft is ready and changed, else from `queued`; a
   * refusal of the marketplace only when the draft changed since. Gives the jobs that do go on.
   */
  retry(jobIds: readonly JobId[]): readonly Job[];
  /** Ends jobs that have no product yet. Gives the jobs that changed; one whose create call is under way ends when its outcome is known. */
  cancel(jobIds: readonly JobId[]): readonly Job[];
  /** Begins nothing new; what is at a create call ends. Kept over restarts. */
  pause(): void;
  /**
   * Goes on, a restored queue and its undos too, and probes at once what rests because of a fault.
   */
  resume(): void;
  /** Pauses a lane, a store or a batch, or lets it go on. What is under way ends as with `pause`. */
  setHeld(hold: Hold, isHeld: boolean): void;
  /** Newest first. */
  listBatches(filter: BatchFilter): { readonly batches: readonly Batch[]; readonly total: number };
  findBatch(batchId: BatchId): Batch | null;
  /** Null when there is no such batch. `startsAtMs: null` = at once. */
  changeBatch(
    batchId: BatchId,
    change: { readonly priority?: BatchPriority; readonly startsAtMs?: number | null },
  ): Batch | null;
  /**
   * Cancels every job of the batch that has no product yet and that no other live batch asked for (those
   * go on as part of that batch). In pieces, so that 100,000 lines hold up nothing. Gives the count.
   */
  cancelBatch(batchId: BatchId): Promise<number>;
  /**
   * Takes a list back whose taking in is not over: what is not taken in yet is left out at once, whatever
   * happens afterwards; the rest is cancelled as with `cancelBatch`. Its `enqueue` resolves with the verdicts
   * it had come to.
   */
  withdrawBatch(batchId: BatchId): Promise<void>;
  /** Retries the resting jobs of the batch, as `retry` does; only those with `reasonCode` when given. */
  retryBatch(batchId: BatchId, reasonCode?: string): Promise<number>;
  /** Taking a batch's products back. */
  readonly undo: UndoDesk;
  /** Trying lists without sending anything. */
  readonly rehearsals: RehearsalDesk;
  /** Products at Naver with our code that are unknown here. */
  readonly orphans: OrphanDesk;
  /** How many jobs wait for a person for each reason, most first. */
  reasonCounts(storeId: StoreId, batchId?: BatchId): readonly ReasonCount[];
  /** What is recorded of one job beyond its row. */
  findJobRecord(jobId: JobId): JobHistory | null;
  /** Gives the end of the subscription. Listeners that throw are logged. */
  subscribe(listener: (event: QueueEvent) => void): () => void;
  /** Tells of every job that comes to rest, after it is committed; unlike `subscribe`, nothing is put together. */
  onJobSettled(listener: (settled: JobSettled) => void): () => void;
  /**
   * Recovers interrupted jobs, then works until `stop`. Throws REGISTRATION_OTHER_WORKER when another
   * process works on the same data folder.
   */
  start(): Promise<void>;
  /** Begins nothing more, gives current steps `deadlineMs` to finish, then hands them back. */
  stop(deadlineMs: number): Promise<void>;
  /** Resolves when every job of the batch rests. */
  whenBatchRests(batchId: BatchId, signal?: AbortSignal): Promise<void>;
}
