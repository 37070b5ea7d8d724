import type { BatchId } from '@shared/domain/ids';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { JobQueries } from './job-queries';
import type { JobRecord } from './job-row';
import type { JobSettled, QueueEvent } from './port';

/**
 * Tells listeners what changed, at most once per job and interval, always with the newest state
 * last. Nobody listening costs nothing.
 */
export interface Publisher {
  subscribe(listener: (event: QueueEvent) => void): () => void;
  jobChanged(jobSeq: number): void;
  statusChanged(): void;
  /** Tells at once what is waiting to be told. */
  flush(): void;
  /** Resolves when every job of the batch rests; rejects with the signal's reason. */
  whenBatchRests(batchId: BatchId, signal?: AbortSignal): Promise<void>;
  onJobSettled(listener: (settled: JobSettled) => void): () => void;
  /** Tells of a job that came to rest and looks whether somebody's batch rests now. */
  jobRested(job: JobRecord): void;
  /** Looks whether somebody's batch rests now, after jobs were added to one. */
  membersChanged(): void;
}

const INTERVAL_MS = 200;
/** Jobs told of per interval: cancelling ten thousand at once must not hold up everything else. */
const MOST_AT_ONCE = 200;

/**
 * Told to listeners every 200 ms, 200 jobs at a time; a listener that throws is logged and hurts no
 * other.
 */
export function createPublisher(queries: JobQueries, clock: Clock, logger: Logger): Publisher {
  const listeners = new Set<(event: QueueEvent) => void>();
  const settledListeners = new Set<(settled: JobSettled) => void>();
  const waiters = new Set<{ readonly batchId: BatchId; readonly rested: () => void }>();
  const changedJobs = new Set<number>();
  let isStatusChanged = false;
  let isTimed = false;

  const tellAll = <T>(told: ReadonlySet<(event: T) => void>, event: T, what: string): void => {
    for (const listener of told) {
      try {
        listener(event);
      } catch (fault) {
        logger.error({ fault, event: what }, 'a queue listener failed');
      }
    }
  };
  const tell = (event: QueueEvent): void => tellAll(listeners, event, event.kind);
  const flush = (): void => {
    const jobs = [...changedJobs].slice(0, MOST_AT_ONCE);
    const isStatusDue = isStatusChanged;
    isStatusChanged = false;
    for (const jobSeq of jobs) {
      changedJobs.delete(jobSeq);
      const job = queries.findJobBySeq(jobSeq);
      if (job !== null) tell({ kind: 'job-changed', job });
    }
    if (isStatusDue) tell({ kind: 'status-changed' });
    if (changedJobs.size > 0) schedule();
  };
  const schedule = (): void => {
    if (isTimed || listeners.size === 0) return;
    isTimed = true;
    void clock.sleep(INTERVAL_MS).then(() => {
      isTimed = false;
      try {
        flush();
      } catch (fault) {
        logger.warn({ fault }, 'changes could not be read for the listeners');
      }
    });
  };

  const wakeRested = (): void => {
    for (const waiter of [...waiters]) {
      if (!queries.hasActiveJobs(waiter.batchId)) waiter.rested();
    }
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    jobChanged: (jobSeq) => {
      if (listeners.size === 0) return;
      changedJobs.add(jobSeq);
      isStatusChanged = true;
      schedule();
    },
    statusChanged: () => {
      isStatusChanged = true;
      schedule();
    },
    flush,
    whenBatchRests: (batchId, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        if (!queries.hasActiveJobs(batchId)) {
          resolve();
          return;
        }
        const onAbort = (): void => {
          waiters.delete(waiter);
          reject(signal?.reason);
        };
        const waiter = {
          batchId,
          rested: () => {
            waiters.delete(waiter);
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiters.add(waiter);
      }),
    onJobSettled: (listener) => {
      settledListeners.add(listener);
      return () => {
        settledListeners.delete(listener);
      };
    },
    jobRested: (job) => {
      if (settledListeners.size > 0) {
        const settled = settledOf(job, queries.startedAtMs(job.jobSeq));
        tellAll(settledListeners, settled, 'job-settled');
      }
      wakeRested();
    },
    membersChanged: wakeRested,
  };
}

function settledOf(job: JobRecord, startedAtMs: number | null): JobSettled {
  return {
    jobId: job.jobId,
    batchId: job.batchId,
    storeId: job.storeId,
    itemNo: job.itemNo,
    lane: job.lane,
    state: job.state,
    reasons: [...job.reasons, ...job.warnings],
    attempts: job.attempts,
    queuedAtMs: job.createdAtMs,
    startedAtMs,
    endedAtMs: job.updatedAtMs,
  };
}
