import type { BatchId, ItemNo, JobId, StoreId } from '@shared/domain/ids';
import type { Randomness } from '../platform/randomness';
import type { Database } from '../storage/database';
import { PRIORITY_RANKS } from './batches';
import { type JobRow, jobOfRow } from './job-row';
import type { JobStore } from './job-store';
import type { EnqueueOptions, EnqueueVerdict } from './port';

/** Takes item numbers into the queue; runs inside one transaction of the caller. */
export type Enqueue = (
  storeId: StoreId,
  itemNos: readonly ItemNo[],
  options: EnqueueOptions,
  atMs: number,
) => { readonly batchId: BatchId; readonly verdicts: readonly EnqueueVerdict[] };

/** Bytes of chance in a batch id, and in the part of a job id that is unique to its batch. */
const BATCH_ID_BYTES = 8;

/**
 * One verdict per given number, in order; a number given twice gets the verdict of the job made the
 * first time. A job that failed or was cancelled is begun again, since asking again means that; any
 * other existing job answers for itself. All jobs, new and old, are members of the new batch.
 */
export function createEnqueue(
  database: Database,
  store: JobStore,
  randomness: Randomness,
): Enqueue {
  const insertBatch = database.prepare(
    `INSERT INTO batches
       (batch_id, store_id, name, lane, job_count, created_at_ms, priority, starts_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const selectByItem = database.prepare<[string, string], JobRow>(
    'SELECT * FROM jobs WHERE store_id = ? AND item_no = ?',
  );
  const insertJob = database.prepare(
    `INSERT INTO jobs (job_id, batch_id, store_id, item_no, lane, state, not_before_ms, created_at_ms, updated_at_ms)
     VALUES (?, ?, ?, ?, ?, 'queued', 0, ?, ?)`,
  );
  const selectStart = database
    .prepare<[string], number>('SELECT starts_at_ms FROM batches WHERE batch_id = ?')
    .pluck();
  const moveJob = database.prepare('UPDATE jobs SET batch_id = ?, lane = ? WHERE job_seq = ?');
  const insertMember = database.prepare(
    'INSERT OR IGNORE INTO batch_members (batch_id, job_seq, state) VALUES (?, ?, ?)',
  );

  return (storeId, itemNos, options, atMs) => {
    const batchId = randomness.hex(BATCH_ID_BYTES) as BatchId;
    const memberCount = new Set(itemNos).size;
    insertBatch.run(
      batchId,
      storeId,
      options.batchName,
      options.lane,
      memberCount,
      atMs,
      PRIORITY_RANKS[options.priority ?? 'normal'],
      options.startsAtMs ?? 0,
    );
    const verdicts = itemNos.map((itemNo, index): EnqueueVerdict => {
      const row = selectByItem.get(storeId, itemNo);
      if (row === undefined) {
        const jobId = `${batchId}-${index + 1}` as JobId;
        const inserted = insertJob.run(jobId, batchId, storeId, itemNo, options.lane, atMs, atMs);
        insertMember.run(batchId, Number(inserted.lastInsertRowid), 'queued');
        return {
          kind: 'queued',
          itemNo,
          job: {
            jobId,
            batchId,
            storeId,
            itemNo,
            lane: options.lane,
            state: 'queued',
            attempts: 0,
            reasons: [],
            title: null,
            originProductNo: null,
            channelProductNo: null,
            notBeforeMs: 0,
            createdAtMs: atMs,
            updatedAtMs: atMs,
          },
        };
      }
      const isBegunAgain =
        (row.state === 'failed' || row.state === 'cancelled') &&
        store.apply(row.job_seq, { kind: 'retry', to: 'queued' }, atMs) !== null;
      // It runs as part of the list that asked for it last, or that begins first.
      const isEarlier =
        row.state === 'queued' && (selectStart.get(row.batch_id) ?? 0) > (options.startsAtMs ?? 0);
      if (isBegunAgain || isEarlier) moveJob.run(batchId, options.lane, row.job_seq);
      const current = (isBegunAgain ? selectByItem.get(storeId, itemNo) : row) ?? row;
      const job = jobOfRow(current);
      insertMember.run(batchId, row.job_seq, current.state);
      if (isBegunAgain) return { kind: 'queued', itemNo, job };
      return { kind: job.state === 'done' ? 'already-registered' : 'existing', itemNo, job };
    });
    return { batchId, verdicts };
  };
}
