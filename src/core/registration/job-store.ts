import type { JobStep } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import type { Database } from '../storage/database';
import { type JobRecord, type JobRow, parseJobRow, problemOf } from './job-row';
import { type JobCore, type JobEvent, transition } from './state-machine';

/** How a step that was begun ended; the words of `job_steps.outcome`. */
export type StepOutcome = 'done' | 'rested' | 'put-off' | 'interrupted';

/**
 * The rows of jobs and their steps. Every method runs inside a transaction of the caller (the
 * journal's), and every change of a job goes through the transition function.
 */
export interface JobStore {
  /**
   * Takes up to `limit` jobs that wait for `step`: by lane, then priority of their batch, batches of one
   * priority in turn. Leaves out what is held, and new jobs of batches that start after `wallMs`.
   */
  claim(
    step: JobStep,
    limit: number,
    runId: string,
    atMs: number,
    wallMs?: number,
  ): readonly JobRecord[];
  /** Applies `event`; null when it does not apply (any more) or the row is gone or unreadable. */
  apply(
    jobSeq: number,
    event: JobEvent,
    atMs: number,
    facts?: {
      readonly title?: string;
      /** Applies only while the job is held by this claim: a step that ends late changes nothing. */
      readonly claim?: string | null;
    },
  ): JobRecord | null;
  load(jobSeq: number): JobRecord | null;
  /** Hands back what earlier runs held, clears waits that no rule can have set; says which jobs. */
  recover(atMs: number, longestWaitMs: number): readonly number[];
  /** When the wholesaler last answered for the job; null when never. */
  fetchedAtMs(jobSeq: number): number | null;
  /** Earliest moment after `afterMs` at which a waiting job may be tried; null when none waits longer. */
  nextDueAtMs(afterMs: number): number | null;
  /** Jobs between `queued` and rest, over all stores. */
  countInPipeline(): number;
  countQueued(): { readonly normal: number; readonly other: number };
}

/** More batches of one priority than this wait for another round. */
const MAX_BATCHES_AT_ONCE = 100;
/** Batches looked at for one claim, those left out among them. */
const MAX_BATCHES_LOOKED_AT = 2000;

const CLAIM_LANES = ['sync', 'normal', 'batch', 'review'] as const;
const PIPELINE = `('fetching', 'preparing', 'uploading', 'registering')`;

interface BatchStanding {
  readonly priority: number;
  readonly starts_at_ms: number;
  readonly is_held: number;
}

/** Ids of batches, grouped by priority, the most urgent group first. */
type Standings = readonly (readonly string[])[];

/** Jobs in a database. A row that cannot be understood is marked `unreadable` and kept. */
export function createJobStore(database: Database): JobStore {
  const selectBySeq = database.prepare<[number], JobRow>('SELECT * FROM jobs WHERE job_seq = ?');
  const update = database.prepare(
    `UPDATE jobs SET state = @state, claimed_by = @claimedBy, attempts = @attempts,
       warnings_json = @warningsJson, reasons_json = @reasonsJson, title = @title,
       draft_version = @draftVersion, open_intent_id = @openIntentId,
       is_cancel_wanted = @isCancelWanted, origin_product_no = @originProductNo,
       channel_product_no = @channelProductNo, not_before_ms = @notBeforeMs,
       updated_at_ms = @atMs, done_at_ms = @doneAtMs
     WHERE job_seq = @jobSeq`,
  );
  const markUnreadable = database.prepare(
    `UPDATE jobs SET state = 'unreadable', claimed_by = NULL, updated_at_ms = ? WHERE job_seq = ?`,
  );
  const nextBatch = database.prepare<[string, string, string], { batch_id: string }>(
    `SELECT batch_id FROM jobs
     WHERE claimed_by IS NULL AND state = ? AND lane = ? AND batch_id > ?
     ORDER BY batch_id LIMIT 1`,
  );
  const selectOfBatch = database.prepare<[string, string, string, number, number], JobRow>(
    `SELECT * FROM jobs
     WHERE claimed_by IS NULL AND state = ? AND lane = ? AND batch_id = ? AND not_before_ms <= ?
     ORDER BY not_before_ms, job_seq LIMIT ?`,
  );
  const selectStanding = database.prepare<[string], BatchStanding>(
    `SELECT priority, starts_at_ms,
       EXISTS (SELECT 1 FROM queue_holds h WHERE (h.scope = 'lane' AND h.name = batches.lane)
         OR (h.scope = 'store' AND h.name = batches.store_id)
         OR (h.scope = 'batch' AND h.name = batches.batch_id)) AS is_held
     FROM batches WHERE batch_id = ?`,
  );
  const beginStep = database.prepare(
    'INSERT INTO job_steps (job_seq, step, run_id, started_at_ms) VALUES (?, ?, ?, ?)',
  );
  const endStep = database.prepare(
    `UPDATE job_steps SET ended_at_ms = ?, outcome = ?, code = ?
     WHERE job_seq = ? AND ended_at_ms IS NULL`,
  );
  const dropReasons = database.prepare('DELETE FROM job_reasons WHERE job_seq = ?');
  const addReason = database.prepare(
    'INSERT OR IGNORE INTO job_reasons (code, job_seq) VALUES (?, ?)',
  );
  const selectLeftOver = database.prepare<[], { job_seq: number }>(
    `SELECT job_seq FROM jobs
     WHERE state IN ('fetching', 'preparing', 'uploading', 'registering', 'verifying')
       OR claimed_by IS NOT NULL`,
  );
  const clampWaits = database.prepare(
    'UPDATE jobs SET not_before_ms = ? WHERE claimed_by IS NULL AND not_before_ms > ?',
  );
  const selectNextDue = database.prepare<[number], { at_ms: number | null }>(
    `SELECT MIN(not_before_ms) AS at_ms FROM jobs
     WHERE claimed_by IS NULL AND not_before_ms > ?
       AND state IN ('queued', 'fetching', 'preparing', 'uploading', 'registering', 'verifying')`,
  );
  const selectFetched = database.prepare<[number], { at_ms: number | null }>(
    `SELECT MAX(ended_at_ms) AS at_ms FROM job_steps
     WHERE job_seq = ? AND step = 'fetching' AND outcome = 'done'`,
  );
  const selectPipelineCount = database.prepare<[], { job_count: number | null }>(
    `SELECT SUM(job_count) AS job_count FROM job_counts WHERE state IN ${PIPELINE}`,
  );
  const selectQueuedCounts = database.prepare<[], { normal: number | null; other: number | null }>(
    `SELECT SUM(CASE WHEN lane = 'normal' THEN job_count ELSE 0 END) AS normal,
            SUM(CASE WHEN lane = 'normal' THEN 0 ELSE job_count END) AS other
     FROM job_counts WHERE state = 'queued'`,
  );

  /** The job in the row, or null after marking the row as unreadable. */
  const parsed = (row: JobRow, atMs: number): JobRecord | null => {
    if (row.state === 'unreadable') return null;
    try {
      return parseJobRow(row);
    } catch (fault) {
      markUnreadable.run(atMs, row.job_seq);
      endStep.run(atMs, 'interrupted', problemOf(fault), row.job_seq);
      dropReasons.run(row.job_seq);
      addReason.run('REGISTRATION_ROW_UNREADABLE', row.job_seq);
      return null;
    }
  };

  const write = (
    before: JobRecord,
    after: JobCore,
    atMs: number,
    title: string | null,
  ): JobRecord => {
    update.run({
      state: after.state,
      claimedBy: after.claimedBy,
      attempts: after.attempts,
      warningsJson: toJson(after.warnings),
      reasonsJson: toJson(after.reasons),
      title,
      draftVersion: after.draftVersion,
      openIntentId: after.openIntentId,
      isCancelWanted: after.isCancelWanted ? 1 : 0,
      originProductNo: after.originProductNo,
      channelProductNo: after.channelProductNo,
      notBeforeMs: after.notBeforeMs,
      atMs,
      doneAtMs: after.state === 'done' ? atMs : null,
      jobSeq: before.jobSeq,
    });
    if (after.reasons !== before.reasons || after.warnings !== before.warnings) {
      if (before.reasons.length + before.warnings.length > 0) dropReasons.run(before.jobSeq);
      for (const reason of [...after.reasons, ...after.warnings]) {
        addReason.run(reason.code, before.jobSeq);
      }
    }
    return { ...before, ...after, title, updatedAtMs: atMs };
  };

  /** Where the next round over the batches of a lane goes on, so that none is always first. */
  const lastServed = new Map<string, string>();
  const batchesWaiting = (state: string, lane: string, wallMs: number): Standings => {
    const key = `${state} ${lane}`;
    const start = lastServed.get(key) ?? '';
    const byPriority = new Map<number, string[]>();
    const isFull = (): boolean =>
      [...byPriority.values()].some((batches) => batches.length >= MAX_BATCHES_AT_ONCE);
    let last = start;
    let hasWrapped = start === '';
    for (let looked = 0; looked < MAX_BATCHES_LOOKED_AT && !isFull(); looked += 1) {
      const next = nextBatch.get(state, lane, last);
      if (next === undefined || (hasWrapped && start !== '' && next.batch_id > start)) {
        if (hasWrapped) break;
        hasWrapped = true;
        last = '';
        continue;
      }
      last = next.batch_id;
      const standing = selectStanding.get(next.batch_id);
      if (standing === undefined || standing.is_held === 1) continue;
      // Only beginning waits for the scheduled start; what is under way goes on.
      if (state === 'queued' && standing.starts_at_ms > wallMs) continue;
      const alike = byPriority.get(standing.priority) ?? [];
      alike.push(next.batch_id);
      byPriority.set(standing.priority, alike);
    }
    const groups = [...byPriority].toSorted(([a], [b]) => b - a).map(([, batches]) => batches);
    lastServed.set(key, groups[0]?.[0] ?? '');
    return groups;
  };

  /** Rows of one lane, one of each batch in turn, so that a long list does not hold up a short one. */
  const rowsInTurn = (
    state: string,
    lane: string,
    limit: number,
    atMs: number,
    wallMs: number,
  ): JobRow[] => {
    const rows: JobRow[] = [];
    for (const batches of batchesWaiting(state, lane, wallMs)) {
      const perBatch = batches.map((batchId) =>
        selectOfBatch.all(state, lane, batchId, atMs, limit - rows.length),
      );
      for (
        let turn = 0;
        rows.length < limit && perBatch.some((own) => turn < own.length);
        turn += 1
      ) {
        for (const own of perBatch) {
          const row = own[turn];
          if (row !== undefined && rows.length < limit) rows.push(row);
        }
      }
      if (rows.length >= limit) break;
    }
    return rows;
  };

  let claimCount = 0;
  const apply: JobStore['apply'] = (jobSeq, event, atMs, facts = {}) => {
    const row = selectBySeq.get(jobSeq);
    const before = row === undefined ? null : parsed(row, atMs);
    if (before === null) return null;
    if (facts.claim !== undefined && facts.claim !== before.claimedBy) return null;
    const after = transition(before, event);
    if (after === null) return null;
    if (event.kind === 'claim') beginStep.run(jobSeq, after.state, event.runId, atMs);
    else if (before.claimedBy !== null && after.claimedBy === null) {
      endStep.run(atMs, outcomeOf(event), after.reasons[0]?.code ?? null, jobSeq);
    }
    return write(before, after, atMs, facts.title ?? before.title);
  };

  return {
    apply,
    claim: (step, limit, runId, atMs, wallMs = atMs) => {
      if (limit <= 0) return [];
      const state = step === 'fetching' ? 'queued' : step;
      const claimed: JobRecord[] = [];
      for (const lane of CLAIM_LANES) {
        if (claimed.length >= limit) break;
        for (const row of rowsInTurn(state, lane, limit - claimed.length, atMs, wallMs)) {
          claimCount += 1;
          const claim = { kind: 'claim', runId: `${runId}#${claimCount}` } as const;
          const job = apply(row.job_seq, claim, atMs);
          if (job !== null) claimed.push(job);
        }
      }
      return claimed;
    },
    load: (jobSeq) => {
      const row = selectBySeq.get(jobSeq);
      if (row === undefined || row.state === 'unreadable') return null;
      try {
        return parseJobRow(row);
      } catch {
        // Shown as unreadable by the queries, marked by the next write.
        return null;
      }
    },
    recover: (atMs, longestWaitMs) => {
      const leftOver = selectLeftOver.all().map((row) => row.job_seq);
      for (const jobSeq of leftOver) {
        endStep.run(atMs, 'interrupted', null, jobSeq);
        apply(jobSeq, { kind: 'recover' }, atMs);
      }
      clampWaits.run(atMs, atMs + longestWaitMs);
      return leftOver;
    },
    fetchedAtMs: (jobSeq) => selectFetched.get(jobSeq)?.at_ms ?? null,
    nextDueAtMs: (afterMs) => selectNextDue.get(afterMs)?.at_ms ?? null,
    countInPipeline: () => selectPipelineCount.get()?.job_count ?? 0,
    countQueued: () => {
      const row = selectQueuedCounts.get();
      return { normal: row?.normal ?? 0, other: row?.other ?? 0 };
    },
  };
}

function outcomeOf(event: JobEvent): StepOutcome {
  switch (event.kind) {
    case 'rest':
      return 'rested';
    case 'put-off':
      return 'put-off';
    case 'cancel':
    case 'recover':
    case 'intent-absent':
      return 'interrupted';
    default:
      return 'done';
  }
}

function toJson(reasons: readonly Reason[]): string {
  return reasons.length === 0 ? '[]' : JSON.stringify(reasons);
}
