import type { BatchId, JobId } from '@shared/domain/ids';
import { isResting, JOB_STATES, type Job, type JobState } from '@shared/domain/job';
import type { Clock } from '../platform/clock';
import type { Batches } from './batches';
import { type JobRecord, jobOfRecord } from './job-row';
import type { JobStore } from './job-store';
import type { Journal } from './journal';
import { MAX_PIECE_PAUSE_MS } from './list-pieces';

export interface QueueCommandsDeps {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly store: JobStore;
  readonly batches: Batches;
  seqOf(jobId: JobId): number | null;
  steadyNowMs(): number;
  /** What must happen after a job's change is on disk. */
  committed(job: JobRecord): void;
  /** Ends the work that is under way on a cancelled job. */
  abandon(jobSeq: number): void;
  /** Where a resting job goes on; null when it must not be sent as it is. */
  retryTargetOf(job: JobRecord): 'queued' | 'uploading' | null;
  /** Forgets what is not taken in of the batch's list; gives how many numbers that were. Runs inside a transaction. */
  dropUntaken(batchId: BatchId): number;
  /** Takes in what is left of the batch's list. */
  finishTakingIn(batchId: BatchId): Promise<void>;
}

/** What a person does to jobs, by name or by the batch. */
export interface QueueCommands {
  retry(jobIds: readonly JobId[]): readonly Job[];
  cancel(jobIds: readonly JobId[]): readonly Job[];
  /**
   * Jobs that failed, were refused, wait for review or were cancelled, of one reason or of all;
   * lifts the cancelling of the batch. Gives how many go on.
   */
  retryBatch(batchId: BatchId, reasonCode?: string): Promise<number>;
  /**
   * Ends the batch's jobs piece by piece, with what is still to be taken in. An item that a later
   * list asked for as well goes on as part of that one. Gives how many ended.
   */
  cancelBatch(batchId: BatchId): Promise<number>;
  withdrawBatch(batchId: BatchId): Promise<void>;
}

/** Jobs changed in one transaction when a whole batch is: about 20 ms, and well under 100 on a busy machine. */
const PIECE_SIZE = 150;

/**
 * Each command is on disk when it returns or resolves, and throws STORAGE_* when it could not be
 * written; numbers of no job are left out.
 */
export function createQueueCommands(deps: QueueCommandsDeps): QueueCommands {
  const { journal, store, batches } = deps;

  const change = (
    jobSeqs: readonly number[],
    apply: (jobSeq: number) => JobRecord | null,
  ): readonly JobRecord[] => {
    const changed = journal.commitNow(() => jobSeqs.flatMap((jobSeq) => apply(jobSeq) ?? []));
    for (const job of changed) deps.committed(job);
    return changed;
  };
  const retryOne = (jobSeq: number): JobRecord | null => {
    const job = store.load(jobSeq);
    const to = job === null || !isResting(job.state) ? null : deps.retryTargetOf(job);
    return to === null ? null : store.apply(jobSeq, { kind: 'retry', to }, deps.steadyNowMs());
  };
  const cancelOne = (jobSeq: number): JobRecord | null =>
    store.apply(jobSeq, { kind: 'cancel' }, deps.steadyNowMs());
  const cancelAll = (
    jobSeqs: readonly number[],
    apply: (jobSeq: number) => JobRecord | null,
  ): readonly JobRecord[] => {
    const cancelled = change(jobSeqs, apply);
    for (const job of cancelled) {
      if (job.state === 'cancelled') deps.abandon(job.jobSeq);
    }
    return cancelled;
  };
  const seqsOf = (jobIds: readonly JobId[]): readonly number[] =>
    jobIds.flatMap((jobId) => deps.seqOf(jobId) ?? []);

  /** Goes through a batch's jobs piece by piece, with air between, so that 100,000 hold up nothing. */
  const inPieces = async (
    batchId: BatchId,
    states: readonly JobState[],
    work: (jobSeqs: readonly number[]) => number,
  ): Promise<number> => {
    let count = 0;
    let afterSeq = -1;
    for (;;) {
      const piece = batches.members(batchId, states, afterSeq, PIECE_SIZE);
      const last = piece.at(-1);
      if (last === undefined) return count;
      const beganMs = deps.clock.monotonicMs();
      count += work(piece);
      afterSeq = last;
      await deps.clock.sleep(Math.min(MAX_PIECE_PAUSE_MS, deps.clock.monotonicMs() - beganMs));
    }
  };

  /** Cancels the jobs of a cancelled batch; gives how many. */
  const cancelTaken = (batchId: BatchId): Promise<number> =>
    inPieces(
      batchId,
      JOB_STATES.filter((state) => !isResting(state)),
      (piece) => {
        // Looked up once a piece: asking for every job anew would take as long as cancelling them.
        const isLast = !batches.hasLater(batchId);
        const cancelled = cancelAll(piece, (jobSeq) => {
          const job = store.load(jobSeq);
          if (job === null) return null;
          // Another list asked for the item as well: it goes on as part of that one.
          if (job.batchId !== batchId) {
            return batches.find(job.batchId)?.isCancelled === true ? cancelOne(jobSeq) : null;
          }
          const later = isLast ? null : batches.laterBatchOf(jobSeq, batchId);
          if (later === null) return cancelOne(jobSeq);
          batches.moveJob(jobSeq, later);
          return null;
        });
        return cancelled.length;
      },
    );

  return {
    retry: (jobIds) => change(seqsOf(jobIds), retryOne).map(jobOfRecord),
    cancel: (jobIds) => cancelAll(seqsOf(jobIds), cancelOne).map(jobOfRecord),
    retryBatch: async (batchId, reasonCode) => {
      journal.commitNow(() => batches.setCancelled(batchId, null));
      const states = ['failed', 'rejected', 'needs-review', 'cancelled'] as const;
      return inPieces(batchId, states, (piece) => {
        const wanted = piece.filter((jobSeq) => {
          if (reasonCode === undefined) return true;
          return store.load(jobSeq)?.reasons.some((reason) => reason.code === reasonCode) === true;
        });
        return change(wanted, retryOne).length;
      });
    },
    cancelBatch: async (batchId) => {
      journal.commitNow(() => batches.setCancelled(batchId, deps.steadyNowMs()));
      const before = batches.counts(batchId).cancelled;
      const count = await cancelTaken(batchId);
      if ((batches.find(batchId)?.untakenCount ?? 0) === 0) return count;
      // The rest of a list that is still being taken in comes as cancelled.
      await deps.finishTakingIn(batchId);
      return batches.counts(batchId).cancelled - before;
    },
    withdrawBatch: async (batchId) => {
      journal.commitNow(() => {
        batches.setCancelled(batchId, deps.steadyNowMs());
        batches.shrink(batchId, deps.dropUntaken(batchId));
      });
      await cancelTaken(batchId);
    },
  };
}
