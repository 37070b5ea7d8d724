import type { BatchId, JobId, StoreId } from '@shared/domain/ids';
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
import { UNTAKEN_OF_BATCH } from './list-pieces';
import type { JobFilter, JobHistory, StoredDifference } from './port';

/** Reads for screens and callers. Every one is answered from an index. */
export interface JobQueries {
  findJob(jobId: JobId): Job | null;
  findJobBySeq(jobSeq: number): Job | null;
  seqOf(jobId: JobId): number | null;
  list(filter: JobFilter): { readonly jobs: readonly Job[]; readonly total: number };
  counts(storeId: StoreId): JobCounts;
  /** Jobs under way by lane; `review` are those that wait for a person's decision. */
  countsByLane(storeId: StoreId): Readonly<Record<JobLane, number>>;
  /** When the job's first recorded step began; null when none did. */
  startedAtMs(jobSeq: number): number | null;
  /** Steps and differences of a job; null when there is no such job. */
  history(jobId: JobId): JobHistory | null;
  doneSince(storeId: StoreId, atMs: number): number;
  /** True also while a part of the batch's list is not taken in yet. */
  hasActiveJobs(batchId: BatchId): boolean;
}

/** Longest page; a screen shows far less. */
const MAX_PAGE_SIZE = 1000;
const MAX_STEPS = 100;

/** Reads only; rows that cannot be understood come as `unreadable` and never throw. */
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
  const selectBatch = database.prepare<[string, string | null], { job_count: number }>(
    `SELECT job_count - ${UNTAKEN_OF_BATCH} AS job_count FROM batches
     WHERE batch_id = ? AND store_id = ifnull(?, store_id)`,
  );
  const selectDone = database.prepare<[string, number], { done: number }>(
    'SELECT COUNT(*) AS done FROM jobs WHERE store_id = ? AND done_at_ms IS NOT NULL AND done_at_ms > ?',
  );
  const selectStarted = database.prepare<[number], { at_ms: number | null }>(
    'SELECT MIN(started_at_ms) AS at_ms FROM job_steps WHERE job_seq = ?',
  );
  const selectSteps = database.prepare<[number, number], StepRow>(
    `SELECT step, started_at_ms, ended_at_ms, outcome, code FROM job_steps
     WHERE job_seq = ? ORDER BY step_id DESC LIMIT ?`,
  );
  const selectDifferences = database.prepare<[number], StoredDifference>(
    `SELECT field, detail, wanted, stored FROM stored_differences
     WHERE job_seq = ? ORDER BY position`,
  );
  const selectActive = database.prepare<[string, string], { one: number }>(
    `SELECT 1 AS one FROM batch_members WHERE batch_id = ?
       AND state IN ('queued', 'fetching', 'preparing', 'uploading', 'registering', 'verifying')
     UNION ALL SELECT 1 FROM list_pieces WHERE list_id = ?
     LIMIT 1`,
  );

  const list: JobQueries['list'] = (asked) => {
    const known = selectStores.all().map((row) => row.store_id);
    const stores = asked.storeId === undefined ? known : [asked.storeId as string];
    // With one store, as nearly everybody has, naming it narrows nothing and would cost a join.
    const { storeId: named, ...rest } = asked;
    const filter = known.length === 1 && named === known[0] ? rest : asked;
    const plan = planList(filter, stores);
    if (plan === null) return { jobs: [], total: 0 };
    const total = totalOf(plan, filter, stores);
    const offset = Math.max(0, filter.offset);
    const limit = Math.max(0, Math.min(filter.limit, MAX_PAGE_SIZE, total - offset));
    if (limit === 0) return { jobs: [], total };
    // A page in the second half is reached from the end: half the rows to step over.
    const isFromEnd = offset > total / 2;
    const skipped = isFromEnd ? total - offset - limit : offset;
    const rows = database
      .prepare<unknown[], JobRow>(
        `SELECT jobs.* FROM
           (${plan.select} ORDER BY job_seq ${isFromEnd ? 'DESC' : 'ASC'} LIMIT ? OFFSET ?) AS page
         JOIN jobs ON jobs.job_seq = page.job_seq ORDER BY page.job_seq`,
      )
      .all(...plan.params, limit, skipped);
    return { jobs: rows.map(jobOfRow), total };
  };

  const totalOf = (plan: ListPlan, filter: JobFilter, stores: readonly string[]): number => {
    switch (plan.countedBy) {
      case 'job-counts':
        return countByState(filter, stores);
      case 'batch':
        return selectBatch.get(filter.batchId ?? '', filter.storeId ?? null)?.job_count ?? 0;
      case 'rows':
        return (
          database
            .prepare<unknown[], { total: number }>(`SELECT COUNT(*) AS total FROM (${plan.select})`)
            .get(...plan.params)?.total ?? 0
        );
    }
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
    startedAtMs: (jobSeq) => selectStarted.get(jobSeq)?.at_ms ?? null,
    history: (jobId) => {
      const jobSeq = selectSeq.get(jobId)?.job_seq;
      if (jobSeq === undefined) return null;
      const steps = selectSteps.all(jobSeq, MAX_STEPS).toReversed().map(stepOf);
      return { steps, differences: selectDifferences.all(jobSeq) };
    },
    doneSince: (storeId, atMs) => selectDone.get(storeId, atMs)?.done ?? 0,
    hasActiveJobs: (batchId) => selectActive.get(batchId, batchId) !== undefined,
  };
}

interface StepRow {
  readonly step: string;
  readonly started_at_ms: number;
  readonly ended_at_ms: number | null;
  readonly outcome: string | null;
  readonly code: string | null;
}

function stepOf(row: StepRow): JobHistory['steps'][number] {
  return {
    step: row.step,
    startedAtMs: row.started_at_ms,
    endedAtMs: row.ended_at_ms,
    outcome: row.outcome,
    code: row.code,
  };
}

interface ListPlan {
  /** Yields `job_seq`; can be ordered by it without sorting. */
  readonly select: string;
  readonly params: readonly unknown[];
  /** What answers the total: the kept counts per state, the batch's own, or counting the rows. */
  readonly countedBy: 'job-counts' | 'batch' | 'rows';
}

/** The query whose leading index is the narrowest of what the filter names; null when nothing can match. */
function planList(filter: JobFilter, stores: readonly string[]): ListPlan | null {
  if (filter.states?.length === 0 || stores.length === 0) return null;
  const text = filter.text?.trim() ?? '';
  if (text !== '') return planSearch(filter, text);
  if (filter.itemNo !== undefined || filter.reasonCode !== undefined) return planNarrow(filter);
  if (filter.batchId !== undefined) return planBatch(filter, filter.batchId);
  const { states } = filter;
  const parts = stores.flatMap(
    (store) =>
      states?.map((state) => ({
        sql: 'SELECT job_seq FROM jobs INDEXED BY jobs_by_state WHERE store_id = ? AND state = ?',
        params: [store, state],
      })) ?? [
        {
          sql: 'SELECT job_seq FROM jobs INDEXED BY jobs_by_store WHERE store_id = ?',
          params: [store],
        },
      ],
  );
  return { ...unionOf(parts), countedBy: 'job-counts' };
}

function planBatch(filter: JobFilter, batchId: BatchId): ListPlan {
  // All jobs of a batch are of its store, so the store is asked of the batch alone.
  const ofStore =
    filter.storeId === undefined
      ? ''
      : ' AND EXISTS (SELECT 1 FROM batches b WHERE b.batch_id = ? AND b.store_id = ?)';
  const storeParams = filter.storeId === undefined ? [] : [batchId, filter.storeId];
  const members = 'SELECT job_seq FROM batch_members WHERE batch_id = ?';
  const parts = filter.states?.map((state) => ({
    sql: `${members} AND state = ?${ofStore}`,
    params: [batchId, state, ...storeParams],
  })) ?? [{ sql: `${members}${ofStore}`, params: [batchId, ...storeParams] }];
  return { ...unionOf(parts), countedBy: filter.states === undefined ? 'batch' : 'rows' };
}

function planNarrow(filter: JobFilter): ListPlan {
  const conditions: string[] = [];
  const params: unknown[] = [];
  const add = (condition: string, ...values: readonly unknown[]): void => {
    conditions.push(condition);
    params.push(...values);
  };
  let from = 'jobs';
  if (filter.itemNo !== undefined) {
    add('jobs.item_no = ?', filter.itemNo);
    if (filter.reasonCode !== undefined) {
      add(
        'EXISTS (SELECT 1 FROM job_reasons r WHERE r.code = ? AND r.job_seq = jobs.job_seq)',
        filter.reasonCode,
      );
    }
  } else {
    const needsJob =
      filter.batchId !== undefined || filter.storeId !== undefined || filter.states !== undefined;
    if (!needsJob) {
      return {
        select: 'SELECT job_seq FROM job_reasons WHERE code = ?',
        params: [filter.reasonCode],
        countedBy: 'rows',
      };
    }
    from = 'job_reasons CROSS JOIN jobs ON jobs.job_seq = job_reasons.job_seq';
    add('job_reasons.code = ?', filter.reasonCode);
  }
  const rest = narrowing(filter);
  return {
    select: `SELECT jobs.job_seq AS job_seq FROM ${from}
      WHERE ${[...conditions, ...rest.conditions].join(' AND ')}`,
    params: [...params, ...rest.params],
    countedBy: 'rows',
  };
}

/** What the text finds by either index, narrowed by the rest of the filter. */
function planSearch(filter: JobFilter, text: string): ListPlan {
  const pattern = `%${text.replace(/[!%_]/g, '!$&')}%`;
  const byName = {
    sql: `SELECT job_seq FROM jobs INDEXED BY jobs_by_title
          WHERE title IS NOT NULL AND title LIKE ? ESCAPE '!'`,
    params: [pattern],
  };
  // Behind every digit in the order of characters, so that the range is what begins with the text.
  const byNumber = {
    sql: 'SELECT job_seq FROM jobs INDEXED BY jobs_by_item WHERE item_no >= ? AND item_no < ?',
    params: [text, `${text}:`],
  };
  const parts = /^[0-9]+$/.test(text) ? [byNumber, byName] : [byName];
  const { conditions, params } = narrowing(filter);
  if (filter.itemNo !== undefined) {
    conditions.push('jobs.item_no = ?');
    params.push(filter.itemNo);
  }
  if (filter.reasonCode !== undefined) {
    conditions.push(
      'EXISTS (SELECT 1 FROM job_reasons r WHERE r.code = ? AND r.job_seq = jobs.job_seq)',
    );
    params.push(filter.reasonCode);
  }
  const found = parts.map((part) => part.sql).join(' UNION ');
  return {
    select: `SELECT jobs.job_seq AS job_seq FROM (${found}) AS found
      CROSS JOIN jobs ON jobs.job_seq = found.job_seq
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`,
    params: [...parts.flatMap((part) => part.params), ...params],
    countedBy: 'rows',
  };
}

/** The conditions on a row of `jobs` for what any filter may name beside its leading part. */
function narrowing(filter: JobFilter): {
  readonly conditions: string[];
  readonly params: unknown[];
} {
  const conditions: string[] = [];
  const params: unknown[] = [];
  const add = (condition: string, ...values: readonly unknown[]): void => {
    conditions.push(condition);
    params.push(...values);
  };
  if (filter.batchId !== undefined) {
    add(
      'EXISTS (SELECT 1 FROM batch_members m WHERE m.batch_id = ? AND m.job_seq = jobs.job_seq)',
      filter.batchId,
    );
  }
  if (filter.storeId !== undefined) add('jobs.store_id = ?', filter.storeId);
  if (filter.states !== undefined) {
    add(`jobs.state IN (${filter.states.map(() => '?').join(', ')})`, ...filter.states);
  }
  return { conditions, params };
}

/** Every part is in order of `job_seq` by its index, so that SQLite merges them without sorting. */
function unionOf(
  parts: readonly { readonly sql: string; readonly params: readonly unknown[] }[],
): Pick<ListPlan, 'select' | 'params'> {
  return {
    select: parts.map((part) => part.sql).join(' UNION ALL '),
    params: parts.flatMap((part) => part.params),
  };
}
