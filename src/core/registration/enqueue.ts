import type { BatchId, ItemNo, JobId, StoreId } from '@shared/domain/ids';
import type { Database } from '../storage/database';
import { type BatchRecord, PRIORITY_RANKS } from './batches';
import { type JobRow, jobOfRow, newJob } from './job-row';
import type { JobStore } from './job-store';
import type { EnqueueOptions, EnqueueVerdict } from './port';

/** Makes jobs of item numbers. Runs inside transactions of the caller. */
export interface Enqueue {
  /** Writes the batch that `count` different numbers will belong to. */
  beginBatch(
    batchId: BatchId,
    storeId: StoreId,
    count: number,
    options: EnqueueOptions,
    atMs: number,
  ): void;
  /**
   * One verdict per number, in order; `firstPosition` is the place of the first in its list. A job
   * that failed or was cancelled is begun again, since asking again means that; any other existing
   * job answers for itself. All jobs, new and old, become members of the batch. What comes to a
   * cancelled batch is cancelled.
   */
  takeIn(
    batch: BatchRecord,
    itemNos: readonly ItemNo[],
    firstPosition: number,
    atMs: number,
  ): readonly EnqueueVerdict[];
  /** The verdict of a number that was taken into the batch before; null when it was not. */
  verdictOf(batch: BatchRecord, itemNo: ItemNo): EnqueueVerdict | null;
}

/**
 * Writes through `store`, so that every change of an existing job goes through its transition
 * function.
 */
export function createEnqueue(database: Database, store: JobStore): Enqueue {
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
     VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)`,
  );
  const selectStart = database
    .prepare<[string], number>('SELECT starts_at_ms FROM batches WHERE batch_id = ?')
    .pluck();
  const moveJob = database.prepare('UPDATE jobs SET batch_id = ?, lane = ? WHERE job_seq = ?');
  const insertMember = database.prepare(
    'INSERT OR IGNORE INTO batch_members (batch_id, job_seq, state) VALUES (?, ?, ?)',
  );

  const takeNew = (
    { batchId, storeId, lane, isCancelled }: BatchRecord,
    itemNo: ItemNo,
    position: number,
    atMs: number,
  ): EnqueueVerdict => {
    const jobId = `${batchId}-${position + 1}` as JobId;
    const state = isCancelled ? 'cancelled' : 'queued';
    const inserted = insertJob.run(jobId, batchId, storeId, itemNo, lane, state, atMs, atMs);
    insertMember.run(batchId, Number(inserted.lastInsertRowid), state);
    return {
      kind: 'queued',
      itemNo,
      job: newJob({ jobId, batchId, storeId, itemNo, lane, state }, atMs),
    };
  };
  const takeKnown = (batch: BatchRecord, row: JobRow, atMs: number): EnqueueVerdict => {
    const { batchId, storeId, lane, isCancelled } = batch;
    const itemNo = row.item_no as ItemNo;
    const isBegunAgain =
      !isCancelled &&
      (row.state === 'failed' || row.state === 'cancelled') &&
      store.apply(row.job_seq, { kind: 'retry', to: 'queued' }, atMs) !== null;
    // It runs as part of the list that asked for it last, or that begins first.
    const isEarlier =
      !isCancelled &&
      row.state === 'queued' &&
      (selectStart.get(row.batch_id) ?? 0) > batch.startsAtMs;
    if (isBegunAgain || isEarlier) moveJob.run(batchId, lane, row.job_seq);
    const current = (isBegunAgain ? selectByItem.get(storeId, itemNo) : row) ?? row;
    const job = jobOfRow(current);
    insertMember.run(batchId, row.job_seq, current.state);
    if (isBegunAgain) return { kind: 'queued', itemNo, job };
    return { kind: job.state === 'done' ? 'already-registered' : 'existing', itemNo, job };
  };

  return {
    beginBatch: (batchId, storeId, count, options, atMs) => {
      insertBatch.run(
        batchId,
        storeId,
        options.batchName,
        options.lane,
        count,
        atMs,
        PRIORITY_RANKS[options.priority ?? 'normal'],
        options.startsAtMs ?? 0,
      );
    },
    takeIn: (batch, itemNos, firstPosition, atMs) =>
      itemNos.map((itemNo, index) => {
        const row = selectByItem.get(batch.storeId, itemNo);
        return row === undefined
          ? takeNew(batch, itemNo, firstPosition + index, atMs)
          : takeKnown(batch, row, atMs);
      }),
    verdictOf: ({ batchId, storeId }, itemNo) => {
      const row = selectByItem.get(storeId, itemNo);
      if (row === undefined) return null;
      const job = jobOfRow(row);
      if (job.state === 'done') return { kind: 'already-registered', itemNo, job };
      return { kind: job.batchId === batchId ? 'queued' : 'existing', itemNo, job };
    },
  };
}
