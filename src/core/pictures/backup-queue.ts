import { type ItemNo, parseItemNo, type StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';

/** A product whose pictures are to be copied. */
export interface QueuedBackup {
  readonly productNo: string;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  /** Tries that did not go through. */
  readonly attempts: number;
}

/** The queue in numbers; `problem` is that of the latest try that did not go through. */
export interface BackupSummary {
  readonly waiting: number;
  readonly stored: number;
  readonly failed: number;
  readonly problem: Reason | null;
  readonly lastStoredAtMs: number | null;
}

/** Which products' pictures are to be copied, in the database, so that a restart goes on with them. */
export interface BackupQueue {
  /** Does nothing for a product that is there already. */
  add(backup: Omit<QueuedBackup, 'attempts'>): void;
  /** The one that has waited longest and may be tried now; null when there is none. */
  nextDue(): QueuedBackup | null;
  /** How long until another may be due, at most `longestMs`. */
  pauseMs(longestMs: number): number;
  stored(productNo: string): void;
  /** `pauseMs` until the next try; null gives up. */
  notStored(productNo: string, problem: Reason, pauseMs: number | null): void;
  tryFailedAgain(): void;
  summary(): BackupSummary;
}

interface Row {
  readonly product_no: string;
  readonly store_id: StoreId;
  readonly item_no: string;
  readonly attempts: number;
}

/** The queue of a database; times are of the wall clock. */
export function createBackupQueue(database: Database, clock: Clock): BackupQueue {
  const insert = database.prepare(
    `INSERT INTO picture_backups (product_no, store_id, item_no, state, next_try_at_ms, updated_at_ms)
     VALUES (?, ?, ?, 'waiting', ?, ?) ON CONFLICT (product_no) DO NOTHING`,
  );
  const selectDue = database.prepare<[number], Row>(
    `SELECT product_no, store_id, item_no, attempts FROM picture_backups
     WHERE state = 'waiting' AND next_try_at_ms <= ? ORDER BY next_try_at_ms, product_no LIMIT 1`,
  );
  const selectNext = database.prepare<[], { at: number | null }>(
    "SELECT MIN(next_try_at_ms) AS at FROM picture_backups WHERE state = 'waiting'",
  );
  const update = database.prepare(
    `UPDATE picture_backups SET state = ?, attempts = attempts + ?, next_try_at_ms = ?, problem_json = ?,
       updated_at_ms = ? WHERE product_no = ?`,
  );
  const revive = database.prepare(
    `UPDATE picture_backups SET state = 'waiting', attempts = 0, next_try_at_ms = ?, updated_at_ms = ?
     WHERE problem_json IS NOT NULL AND state <> 'stored'`,
  );
  const counts = database.prepare<[], { state: string; count: number; at: number }>(
    'SELECT state, COUNT(*) AS count, MAX(updated_at_ms) AS at FROM picture_backups GROUP BY state',
  );
  const latestProblem = database.prepare<[], { problem_json: string }>(
    `SELECT problem_json FROM picture_backups WHERE state <> 'stored' AND problem_json IS NOT NULL
     ORDER BY updated_at_ms DESC LIMIT 1`,
  );
  return {
    add: ({ productNo, storeId, itemNo }) => {
      const nowMs = clock.nowMs();
      insert.run(productNo, storeId, itemNo, nowMs, nowMs);
    },
    nextDue: () => {
      const row = selectDue.get(clock.nowMs());
      const itemNo = row === undefined ? null : parseItemNo(row.item_no);
      if (row === undefined || itemNo === null) return null;
      return { productNo: row.product_no, storeId: row.store_id, itemNo, attempts: row.attempts };
    },
    pauseMs: (longestMs) => {
      const atMs = selectNext.get()?.at ?? null;
      if (atMs === null) return longestMs;
      const leftMs = atMs - clock.nowMs();
      return leftMs <= 0 ? longestMs : Math.min(longestMs, leftMs);
    },
    stored: (productNo) => {
      const nowMs = clock.nowMs();
      update.run('stored', 0, nowMs, null, nowMs, productNo);
    },
    notStored: (productNo, problem, pauseMs) => {
      const nowMs = clock.nowMs();
      const state = pauseMs === null ? 'failed' : 'waiting';
      update.run(state, 1, nowMs + (pauseMs ?? 0), JSON.stringify(problem), nowMs, productNo);
    },
    tryFailedAgain: () => {
      const nowMs = clock.nowMs();
      revive.run(nowMs, nowMs);
    },
    summary: () => {
      const rows = new Map(counts.all().map((row) => [row.state, row]));
      const countOf = (state: string): number => rows.get(state)?.count ?? 0;
      const row = latestProblem.get();
      return {
        waiting: countOf('waiting'),
        stored: countOf('stored'),
        failed: countOf('failed'),
        problem: row === undefined ? null : (JSON.parse(row.problem_json) as Reason),
        lastStoredAtMs: rows.get('stored')?.at ?? null,
      };
    },
  };
}
