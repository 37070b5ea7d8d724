import type { BatchId, ItemNo, JobId, StoreId } from '@shared/domain/ids';
import {
  isResting,
  JOB_STATES,
  type Job,
  type JobCounts,
  type JobLane,
  type JobState,
} from '@shared/domain/job';
import type { Database } from '../storage/database';
import { type JobRow, jobOfRow } from './job-row';
import type { JobFilter } from './port';

/** Reads for screens and callers. Every one is answered from an index. */
export interface JobQueries {
  findJob(jobId: JobId): Job | null;
  findJobBySeq(jobSeq: number): Job | null;
  seqOf(jobId: JobId): number | null;
  list(filter: JobFilter): { readonly jobs: readonly Job[]; readonly total: number };
  counts(storeId: StoreId): JobCounts;
  /** Jobs under way by lane; `review` are those that wait for a person's decision. */
  countsByLane(storeId: StoreId): Readonly<Record<JobLane, number>>;
  doneSince(storeId: StoreId, atMs: number): number;
  hasActiveJobs(batchId: BatchId): boolean;
}

/** Longest page; a screen shows far less. */
const MAX_PAGE_SIZE = 1000;

export function createJobQueries(database: Database): JobQueries {
  const selectById = database.prepare<[string], JobRow>('SELECT * FROM jobs WHERE job_id = ?');
  const selectBySeq = database.prepare<[number], JobRow>('SELECT * FROM jobs WHERE job_seq = ?');
  const selectSeq = database.prepare<[string], { job_seq: number }>(
    'SELECT job_seq FROM jobs WHERE job_id = ?',
  );
  const selectCounts = database.prepare<
    [string],
    { lane: string; state: string; job_count: number }
  >('SELECT lane, state, job_count FROM job_counts WHERE store_id = ?');
  const selectStores = database.prepare<[], { store_id: string }>(
    'SELECT DISTINCT store_id FROM job_counts',
  );
  const selectDone = database.prepare<[string, number], { done: number }>(
    'SELECT COUNT(*) AS done FROM jobs WHERE store_id = ? AND done_at_ms IS NOT NULL AND done_at_ms > ?',
  );
  const selectActive = database.prepare<[string], { one: number }>(
    'SELECT 1 AS one FROM batch_members WHERE batch_id = ? AND is_resting = 0 LIMIT 1',
  );

  const list: JobQueries['list'] = (filter) => {
    const stores =
      filter.storeId === undefined
        ? selectStores.all().map((row) => row.store_id)
        : [filter.storeId as string];
    const plan = planList(filter, stores);
    if (plan === null) return { jobs: [], total: 0 };
    const limit = Math.max(0, Math.min(filter.limit, MAX_PAGE_SIZE));
    const rows = database
      .prepare<unknown[], JobRow>(
        `SELECT jobs.* FROM (${plan.select} ORDER BY job_seq LIMIT ? OFFSET ?) AS page
         JOIN jobs ON jobs.job_seq = page.job_seq ORDER BY page.job_seq`,
      )
      .all(...plan.params, limit, Math.max(0, filter.offset));
    const total = plan.isCountedByState
      ? countByState(filter, stores)
      : (database
          .prepare<unknown[], { total: number }>(`SELECT COUNT(*) AS total FROM (${plan.select})`)
          .get(...plan.params)?.total ?? 0);
    return { jobs: rows.map(jobOfRow), total };
  };

  const countByState = (filter: JobFilter, stores: readonly string[]): number => {
    let total = 0;
    for (const store of stores) {
      for (const row of selectCounts.all(store)) {
        if (filter.states === undefined || filter.states.includes(row.state as JobState)) {
          total += row.job_count;
        }
      }
    }
    return total;
  };

  return {
    findJob: (jobId) => {
      const row = selectById.get(jobId);
      return row === undefined ? null : jobOfRow(row);
    },
    findJobBySeq: (jobSeq) => {
      const row = selectBySeq.get(jobSeq);
      return row === undefined ? null : jobOfRow(row);
    },
    seqOf: (jobId) => selectSeq.get(jobId)?.job_seq ?? null,
    list,
    counts: (storeId) => {
      const counts = Object.fromEntries(JOB_STATES.map((state) => [state, 0])) as Record<
        JobState,
        number
      >;
      for (const row of selectCounts.all(storeId)) {
        counts[row.state as JobState] = (counts[row.state as JobState] ?? 0) + row.job_count;
      }
      return counts;
    },
    countsByLane: (storeId) => {
      const lanes: Record<JobLane, number> = { normal: 0, batch: 0, sync: 0, review: 0 };
      for (const row of selectCounts.all(storeId)) {
        if (row.state === 'needs-review') lanes.review += row.job_count;
        else if (!isResting(row.state as JobState)) lanes[row.lane as JobLane] += row.job_count;
      }
      return lanes;
    },
    doneSince: (storeId, atMs) => selectDone.get(storeId, atMs)?.done ?? 0,
    hasActiveJobs: (batchId) => selectActive.get(batchId) !== undefined,
  };
}

interface ListPlan {
  /** Yields `job_seq`; can be ordered by it without sorting. */
  readonly select: string;
  readonly params: readonly unknown[];
  /** True when the kept counts answer the total. */
  readonly isCountedByState: boolean;
}

/** The query whose leading index is the narrowest of what the filter names; null when nothing can match. */
function planList(filter: JobFilter, stores: readonly string[]): ListPlan | null {
  if (filter.states?.length === 0 || stores.length === 0) return null;
  const isNarrow =
    filter.itemNo !== undefined || filter.reasonCode !== undefined || filter.batchId !== undefined;
  if (!isNarrow) {
    const states = filter.states ?? JOB_STATES;
    const parts = stores.flatMap((store) =>
      states.map((state) => ({
        sql: 'SELECT job_seq FROM jobs WHERE store_id = ? AND state = ?',
        params: [store, state],
      })),
    );
    return {
      select: parts.map((part) => part.sql).join(' UNION ALL '),
      params: parts.flatMap((part) => part.params),
      isCountedByState: true,
    };
  }
  const conditions: string[] = [];
  const params: unknown[] = [];
  let from = 'jobs';
  if (filter.itemNo === undefined && filter.reasonCode !== undefined) {
    from = 'job_reasons CROSS JOIN jobs ON jobs.job_seq = job_reasons.job_seq';
    conditions.push('job_reasons.code = ?');
    params.push(filter.reasonCode);
  } else if (filter.itemNo === undefined) {
    from = 'batch_members CROSS JOIN jobs ON jobs.job_seq = batch_members.job_seq';
    conditions.push('batch_members.batch_id = ?');
    params.push(filter.batchId);
  }
  if (filter.itemNo !== undefined) {
    conditions.push('jobs.item_no = ?');
    params.push(filter.itemNo satisfies ItemNo);
    if (filter.reasonCode !== undefined) {
      conditions.push(
        'EXISTS (SELECT 1 FROM job_reasons r WHERE r.code = ? AND r.job_seq = jobs.job_seq)',
      );
      params.push(filter.reasonCode);
    }
  }
  if (filter.batchId !== undefined && from !== 'jobs' && filter.reasonCode === undefined) {
    // The batch leads the query already.
  } else if (filter.batchId !== undefined) {
    conditions.push(
      'EXISTS (SELECT 1 FROM batch_members m WHERE m.batch_id = ? AND m.job_seq = jobs.job_seq)',
    );
    params.push(filter.batchId);
  }
  if (filter.storeId !== undefined) {
    conditions.push('jobs.store_id = ?');
    params.push(filter.storeId);
  }
  if (filter.states !== undefined) {
    conditions.push(`jobs.state IN (${filter.states.map(() => '?').join(', ')})`);
    params.push(...filter.states);
  }
  return {
    select: `SELECT jobs.job_seq AS job_seq FROM ${from} WHERE ${conditions.join(' AND ')}`,
    params,
    isCountedByState: false,
  };
}
