import type { QueueStatus } from '@core/registration/port';
import type { StoreBridge } from '@core/storebridge';
import type { Draft } from '@shared/domain/draft';
import { type BatchId, type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import { isResting, type Job, type JobCounts } from '@shared/domain/job';
import { PAGE_MAX_ROWS } from '@shared/ipc/bounds';
import type { RunningApp } from './running-app';

/** What `register` needs of the product, whether it runs in this process or in another one. */
export interface RegisterDesk {
  /** Takes the numbers in, and asks for another try of what did not work out before. */
  enqueue(
    itemNos: readonly ItemNo[],
    batchName: string,
  ): Promise<{ readonly batchId: BatchId; readonly alreadyRegistered: ReadonlySet<ItemNo> }>;
  /** Begins the work; nothing to do where it is running already. */
  start(): Promise<void>;
  /** How many jobs of the batch are in each state; null when the batch is unknown. */
  counts(batchId: BatchId): Promise<JobCounts | null>;
  /** All jobs of the batch. */
  jobs(batchId: BatchId): Promise<readonly Job[]>;
  /** Why nothing moves, the seller's own pause included; null when it does. */
  pauseReason(): Promise<QueueStatus['pauseReason']>;
  draft(itemNo: ItemNo): Promise<Draft | null>;
}

/** Our batch is among the newest, whatever else is asked for meanwhile. */
const NEWEST_BATCHES = 100;

const laneOf = (itemNos: readonly ItemNo[]): 'normal' | 'batch' =>
  itemNos.length > 1 ? 'batch' : 'normal';

/** True for a job that rests in a way that asking again is meant to change. */
function isRetryable(job: Job): boolean {
  return isResting(job.state) && job.state !== 'done';
}

/**
 * The queue of this process. Jobs of the list that rest without being done are asked for again, as
 * typing the command again means that.
 */
export function createLocalDesk({
  registration,
  drafts,
  start,
}: Pick<StoreBridge, 'registration' | 'drafts' | 'start'>): RegisterDesk {
  return {
    enqueue: async (itemNos, batchName) => {
      const lane = laneOf(itemNos);
      const { batchId, verdicts } = await registration.enqueue(MAIN_STORE, itemNos, {
        lane,
        batchName,
      });
      if (verdicts.some(({ job }) => isRetryable(job))) await registration.retryBatch(batchId);
      return {
        batchId,
        alreadyRegistered: new Set(
          verdicts.flatMap((v) => (v.kind === 'already-registered' ? [v.itemNo] : [])),
        ),
      };
    },
    start,
    counts: async (batchId) => registration.findBatch(batchId)?.counts ?? null,
    jobs: (batchId) =>
      allPages(async (offset) => registration.listJobs({ batchId, offset, limit: PAGE_MAX_ROWS })),
    pauseReason: async () => pauseReasonOf(registration.status(MAIN_STORE)),
    draft: async (itemNo) => drafts.find(MAIN_STORE, itemNo),
  };
}

/** The queue of the program that works on the data folder already. */
export function createAttachedDesk(app: RunningApp): RegisterDesk {
  const jobs: RegisterDesk['jobs'] = (batchId) =>
    allPages((offset) =>
      app.request('registration.listJobs', { batchId, offset, limit: PAGE_MAX_ROWS }),
    );
  return {
    enqueue: async (itemNos, batchName) => {
      const { batchId, alreadyRegistered } = await app.request('registration.enqueue', {
        itemNos: [...itemNos],
        batchName,
        lane: laneOf(itemNos),
      });
      const listed = await jobs(batchId);
      if (listed.some(isRetryable)) await app.request('registration.retryBatch', { batchId });
      // The numbers of that answer are complete, its rows are not; a job cannot be done this soon.
      const done = listed.filter((job) => job.state === 'done').map((job) => job.itemNo);
      return { batchId, alreadyRegistered: new Set(alreadyRegistered === 0 ? [] : done) };
    },
    start: async () => undefined,
    counts: async (batchId) => {
      const { batches } = await app.request('registration.listBatches', { limit: NEWEST_BATCHES });
      return batches.find((batch) => batch.batchId === batchId)?.counts ?? null;
    },
    jobs,
    pauseReason: async () => pauseReasonOf(await app.request('registration.getStatus', {})),
    draft: async (itemNo) =>
      app.request('drafts.get', { itemNo }).then(
        (found) => found.draft,
        () => null,
      ),
  };
}

/** Why nothing moves; the seller's own pause has no reason but itself. */
function pauseReasonOf({
  isPaused,
  pauseReason,
}: Pick<QueueStatus, 'isPaused' | 'pauseReason'>): QueueStatus['pauseReason'] {
  if (pauseReason !== null || !isPaused) return pauseReason;
  return { code: 'REGISTRATION_QUEUE_PAUSED', params: {} };
}

async function allPages(
  read: (offset: number) => Promise<{ readonly jobs: readonly Job[]; readonly total: number }>,
): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (;;) {
    const page = await read(jobs.length);
    jobs.push(...page.jobs);
    if (page.jobs.length === 0 || jobs.length >= page.total) return jobs;
  }
}
