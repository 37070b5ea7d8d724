import { BATCH_PRIORITIES, type BatchPriority, type Hold } from '@shared/domain/batch';
import type { BatchId, StoreId } from '@shared/domain/ids';
import { JOB_STATES, type JobCounts, type JobLane, type JobState } from '@shared/domain/job';
import type { Database } from '../storage/database';
import type { LeftOfBatch } from './estimate';
import { UNTAKEN_OF_BATCH } from './list-pieces';
import type { BatchFilter, ReasonCount } from './port';

/** The numbers behind the words; the higher one is served first. */
export const PRIORITY_RANKS: Readonly<Record<BatchPriority, number>> = {
  high: 1,
  normal: 0,
  low: -1,
};

/** A batch as its row says it. */
export interface BatchRecord {
  readonly batchId: BatchId;
  readonly storeId: StoreId;
  readonly name: string;
  readonly lane: JobLane;
  readonly priority: BatchPriority;
  /** 0 = at once. */
  readonly startsAtMs: number;
  readonly isHeld: boolean;
  readonly isCancelled: boolean;
  /** Different numbers of the list. */
  readonly jobCount: number;
  /** How many of them are not jobs yet. */
  readonly untakenCount: number;
  readonly createdAtMs: number;
}

/** Rows of batches and of what the seller paused. Writes run inside a transaction of the caller. */
export interface Batches {
  /** Newest first, at most 100. */
  list(filter: BatchFilter): {
    readonly batches: readonly BatchRecord[];
    readonly total: number;
  };
  find(batchId: BatchId): BatchRecord | null;
  counts(batchId: BatchId): JobCounts;
  /** Jobs of the batch that were done after `atMs`. */
  doneSince(batchId: BatchId, storeId: StoreId, atMs: number): number;
  /** What is left of every batch that moves or will: held ones are left out. */
  leftOfMoving(): readonly LeftOfBatch[];
  /** Earliest scheduled start after `wallMs`; null when none. */
  nextStartAtMs(wallMs: number): number | null;
  setPriority(batchId: BatchId, priority: BatchPriority): void;
  setStart(batchId: BatchId, startsAtMs: number): void;
  /** Null takes the cancelling back. */
  setCancelled(batchId: BatchId, atMs: number | null): void;
  /** The list has `count` numbers less than it was made with. */
  shrink(batchId: BatchId, count: number): void;
  holds(): readonly Hold[];
  setHeld(hold: Hold, isHeld: boolean, atMs: number): void;
  /** Members of the batch in `states` with a number above `afterSeq`, in order. */
  members(
    batchId: BatchId,
    states: readonly JobState[],
    afterSeq: number,
    limit: number,
  ): readonly number[];
  /** Whether any batch that is not cancelled was made after this one, or is planned for later. */
  hasLater(batchId: BatchId): boolean;
  /** The newest such batch that asked for the job too; null when none did. */
  laterBatchOf(jobSeq: number, batchId: BatchId): BatchRecord | null;
  /** The job goes on in that batch's lane and turn; it stays a member of both. */
  moveJob(jobSeq: number, to: BatchRecord): void;
  reasonCounts(storeId: StoreId, batchId: BatchId | undefined): readonly ReasonCount[];
}

interface BatchRow {
  readonly batch_id: string;
  readonly store_id: string;
  readonly name: string;
  readonly lane: string;
  readonly priority: number;
  readonly starts_at_ms: number;
  readonly cancelled_at_ms: number | null;
  readonly job_count: number;
  readonly created_at_ms: number;
  readonly is_held: number;
  readonly untaken_count: number;
}

const MAX_PAGE_SIZE = 100;
const ACTIVE_STATES = [
  'queued',
  'fetching',
  'preparing',
  'uploading',
  'registering',
  'verifying',
] as const;
const ACTIVE = ACTIVE_STATES.map((state) => `'${state}'`).join(', ');
/** A job that waits for a person, for whatever reason. */
const ATTENTION = `('needs-review', 'rejected', 'failed', 'unreadable')`;
/** Lists made after the one named by the parameter, and older ones planned for a time after it came. */
const BEYOND_THIS = `EXISTS (SELECT 1 FROM batches this WHERE this.batch_id = ?
    AND (batches.rowid > this.rowid
      OR batches.starts_at_ms > max(this.starts_at_ms, this.created_at_ms)))`;
const COLUMNS = `batches.*, EXISTS (SELECT 1 FROM queue_holds h
    WHERE (h.scope = 'lane' AND h.name = batches.lane)
       OR (h.scope = 'store' AND h.name = batches.store_id)
       OR (h.scope = 'batch' AND h.name = batches.batch_id)) AS is_held,
  ${UNTAKEN_OF_BATCH} AS untaken_count`;

/**
 * The batches of a database. States of jobs are counted from `batch_members`, which triggers keep
 * in step with `jobs`.
 */
export function createBatches(database: Database): Batches {
  const selectPage = database.prepare<[string | null, number, number], BatchRow>(
    `SELECT ${COLUMNS} FROM batches WHERE store_id = ifnull(?, store_id)
     ORDER BY created_at_ms DESC, rowid DESC LIMIT ? OFFSET ?`,
  );
  const selectTotal = database
    .prepare<[string | null], number>(
      'SELECT COUNT(*) FROM batches WHERE store_id = ifnull(?, store_id)',
    )
    .pluck();
  const selectOne = database.prepare<[string], BatchRow>(
    `SELECT ${COLUMNS} FROM batches WHERE batch_id = ?`,
  );
  const selectCounts = database.prepare<[string], { state: string; job_count: number }>(
    'SELECT state, COUNT(*) AS job_count FROM batch_members WHERE batch_id = ? GROUP BY state',
  );
  const selectDone = database
    .prepare<[string, string, number], number>(
      `SELECT COUNT(*) FROM jobs JOIN batch_members m
         ON m.batch_id = ? AND m.job_seq = jobs.job_seq
       WHERE jobs.store_id = ? AND jobs.done_at_ms IS NOT NULL AND jobs.done_at_ms > ?`,
    )
    .pluck();
  const selectWaitingLeft = database.prepare<[], { batch_id: string; left_count: number }>(
    `SELECT batch_id, COUNT(*) AS left_count FROM jobs
     WHERE claimed_by IS NULL AND state IN (${ACTIVE}) GROUP BY batch_id`,
  );
  const selectClaimedLeft = database.prepare<[], { batch_id: string; left_count: number }>(
    `SELECT batch_id, COUNT(*) AS left_count FROM jobs
     WHERE claimed_by IS NOT NULL GROUP BY batch_id`,
  );
  const selectUntakenLeft = database.prepare<[], { batch_id: string; left_count: number }>(
    `SELECT batch_id, ${UNTAKEN_OF_BATCH} AS left_count FROM batches
     WHERE cancelled_at_ms IS NULL AND batch_id IN (SELECT DISTINCT list_id FROM list_pieces)`,
  );
  const selectNextStart = database
    .prepare<[number], number | null>(
      'SELECT MIN(starts_at_ms) FROM batches WHERE starts_at_ms > ?',
    )
    .pluck();
  const updatePriority = database.prepare('UPDATE batches SET priority = ? WHERE batch_id = ?');
  const updateStart = database.prepare('UPDATE batches SET starts_at_ms = ? WHERE batch_id = ?');
  const updateCancelled = database.prepare(
    'UPDATE batches SET cancelled_at_ms = ? WHERE batch_id = ?',
  );
  const updateJobCount = database.prepare(
    'UPDATE batches SET job_count = job_count - ? WHERE batch_id = ?',
  );
  const selectHolds = database.prepare<[], { scope: string; name: string }>(
    'SELECT scope, name FROM queue_holds ORDER BY scope, name',
  );
  const insertHold = database.prepare(
    'INSERT OR IGNORE INTO queue_holds (scope, name, held_since_ms) VALUES (?, ?, ?)',
  );
  const deleteHold = database.prepare('DELETE FROM queue_holds WHERE scope = ? AND name = ?');
  const selectLater = database.prepare<[number, string], BatchRow>(
    `SELECT ${COLUMNS} FROM batch_members m JOIN batches ON batches.batch_id = m.batch_id
     WHERE m.job_seq = ? AND batches.cancelled_at_ms IS NULL AND ${BEYOND_THIS}
     ORDER BY batches.rowid DESC LIMIT 1`,
  );
  const selectHasLater = database
    .prepare<[string], number>(
      `SELECT EXISTS (SELECT 1 FROM batches WHERE cancelled_at_ms IS NULL AND ${BEYOND_THIS})`,
    )
    .pluck();
  const updateJob = database.prepare('UPDATE jobs SET batch_id = ?, lane = ? WHERE job_seq = ?');
  const selectReasons = database.prepare<[string], { code: string; job_count: number }>(
    `SELECT r.code AS code, COUNT(*) AS job_count
     FROM jobs CROSS JOIN job_reasons r ON r.job_seq = jobs.job_seq
     WHERE jobs.store_id = ? AND jobs.state IN ${ATTENTION}
     GROUP BY r.code ORDER BY job_count DESC, r.code`,
  );
  const selectBatchReasons = database.prepare<[string], { code: string; job_count: number }>(
    `SELECT r.code AS code, COUNT(*) AS job_count
     FROM batch_members m CROSS JOIN job_reasons r ON r.job_seq = m.job_seq
     WHERE m.batch_id = ? AND m.state IN ${ATTENTION}
     GROUP BY r.code ORDER BY job_count DESC, r.code`,
  );
  const find = (batchId: BatchId): BatchRecord | null => {
    const row = selectOne.get(batchId);
    return row === undefined ? null : recordOf(row);
  };

  return {
    list: ({ storeId, offset, limit }) => ({
      batches: selectPage
        .all(storeId ?? null, Math.min(limit, MAX_PAGE_SIZE), offset)
        .map(recordOf),
      total: selectTotal.get(storeId ?? null) ?? 0,
    }),
    find,
    counts: (batchId) => {
      const counts = Object.fromEntries(JOB_STATES.map((state) => [state, 0])) as Record<
        JobState,
        number
      >;
      for (const row of selectCounts.all(batchId)) counts[row.state as JobState] = row.job_count;
      return counts;
    },
    doneSince: (batchId, storeId, atMs) => selectDone.get(batchId, storeId, atMs) ?? 0,
    leftOfMoving: () => {
      const left = new Map<string, number>();
      const rows = [selectWaitingLeft, selectClaimedLeft, selectUntakenLeft];
      for (const row of rows.flatMap((select) => select.all())) {
        left.set(row.batch_id, (left.get(row.batch_id) ?? 0) + row.left_count);
      }
      return [...left].flatMap(([batchId, count]) => {
        const batch = find(batchId as BatchId);
        if (batch === null || batch.isHeld) return [];
        const { lane, startsAtMs } = batch;
        const priority = PRIORITY_RANKS[batch.priority];
        return [{ key: batchId, lane, priority, startsAtMs, left: count }];
      });
    },
    nextStartAtMs: (wallMs) => selectNextStart.get(wallMs) ?? null,
    setPriority: (batchId, priority) => {
      updatePriority.run(PRIORITY_RANKS[priority], batchId);
    },
    setStart: (batchId, startsAtMs) => {
      updateStart.run(startsAtMs, batchId);
    },
    setCancelled: (batchId, atMs) => {
      updateCancelled.run(atMs, batchId);
    },
    shrink: (batchId, count) => {
      updateJobCount.run(count, batchId);
    },
    holds: () =>
      selectHolds.all().map(({ scope, name }) => ({ scope: scope as Hold['scope'], name })),
    setHeld: ({ scope, name }, isHeld, atMs) => {
      if (isHeld) insertHold.run(scope, name, atMs);
      else deleteHold.run(scope, name);
    },
    // `+state`: by the primary key in order of jobs; the index by state would sort all that is left each time.
    members: (batchId, states, afterSeq, limit) =>
      database
        .prepare<unknown[], number>(
          `SELECT job_seq FROM batch_members
           WHERE batch_id = ? AND +state IN (${states.map(() => '?').join(', ')}) AND job_seq > ?
           ORDER BY job_seq LIMIT ?`,
        )
        .pluck()
        .all(batchId, ...states, afterSeq, limit),
    hasLater: (batchId) => selectHasLater.get(batchId) === 1,
    laterBatchOf: (jobSeq, batchId) => {
      const row = selectLater.get(jobSeq, batchId);
      return row === undefined ? null : recordOf(row);
    },
    moveJob: (jobSeq, to) => {
      updateJob.run(to.batchId, to.lane, jobSeq);
    },
    reasonCounts: (storeId, batchId) =>
      (batchId === undefined ? selectReasons.all(storeId) : selectBatchReasons.all(batchId)).map(
        (row) => ({ code: row.code, jobCount: row.job_count }),
      ),
  };
}

function recordOf(row: BatchRow): BatchRecord {
  return {
    batchId: row.batch_id as BatchId,
    storeId: row.store_id as StoreId,
    name: row.name,
    lane: row.lane as JobLane,
    priority: BATCH_PRIORITIES.find((word) => PRIORITY_RANKS[word] === row.priority) ?? 'normal',
    startsAtMs: row.starts_at_ms,
    isHeld: row.is_held === 1,
    isCancelled: row.cancelled_at_ms !== null,
    jobCount: row.job_count,
    untakenCount: row.untaken_count,
    createdAtMs: row.created_at_ms,
  };
}
