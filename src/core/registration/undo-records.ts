import type { BatchId, ItemNo, OriginProductNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import {
  UNDO_ITEM_STATES,
  type UndoCandidate,
  type UndoItem,
  type UndoItemState,
  type UndoKind,
  type UndoPlan,
  type UndoRun,
} from '@shared/domain/undo';
import type { StoredProduct } from '../naver/port';
import type { Database } from '../storage/database';
import { parseReason } from './job-row';

/** One product of an undo as the worker needs it. */
export interface UndoTask {
  readonly undoId: string;
  readonly position: number;
  readonly storeId: StoreId;
  readonly kind: UndoKind;
  readonly jobSeq: number | null;
  readonly itemNo: ItemNo;
  readonly originProductNo: OriginProductNo;
  readonly state: UndoItemState;
  readonly attempts: number;
}

/** A run as it is stored: what hinders it now is known to the worker alone. */
export type UndoRunRow = Omit<UndoRun, 'hindrance'>;

/** The rows of undo. Writes run inside a transaction of the caller. */
export interface UndoRecords {
  plan(batchId: BatchId, limit: number): UndoPlan;
  /**
   * Writes the run, which settles what products it will touch, and the first piece of them. False, and
   * nothing written, when there is none.
   */
  begin(
    undoId: string,
    batchId: BatchId,
    storeId: StoreId,
    how: { readonly kind: UndoKind; readonly includesAdopted: boolean },
    atMs: number,
  ): boolean;
  /** Writes the next piece of its products down; false when every one is. */
  listPiece(undoId: string, atMs: number): boolean;
  find(undoId: string): UndoRunRow | null;
  /** Newest first. */
  list(storeId: StoreId, limit: number): readonly UndoRunRow[];
  /** In the order of the list; only those in `state` unless it is null. */
  items(
    undoId: string,
    state: UndoItemState | null,
    offset: number,
    limit: number,
  ): { readonly items: readonly UndoItem[]; readonly total: number };
  /** Runs that have not ended, oldest first. */
  openRuns(): readonly string[];
  /** The next product with something left to do after `afterPosition`. */
  nextTask(undoId: string, afterPosition: number): UndoTask | null;
  /** Keeps the product as it stands before it is touched. */
  keepBefore(task: UndoTask, product: StoredProduct, atMs: number): void;
  /** Notes that a call is about to leave; false when the run was cancelled before one ever did. */
  markSent(task: UndoTask, atMs: number): boolean;
  setState(task: UndoTask, state: UndoItemState, atMs: number, reason?: Reason): void;
  countAttempt(task: UndoTask): void;
  /** From here on nothing more of it is begun. */
  cancel(undoId: string, atMs: number): void;
  isCancelled(undoId: string): boolean;
  /** Ends the next piece of what was not begun; false when there is none. */
  cancelPiece(undoId: string, atMs: number): boolean;
  end(undoId: string, atMs: number): void;
  /** The product as it was before it was taken back; null when it was not read. */
  before(undoId: string, originProductNo: OriginProductNo): unknown;
  /** Removes the product from ours. */
  dropProduct(storeId: StoreId, originProductNo: OriginProductNo): void;
  /** True for a product that an undo deleted: the search may go on listing it for a while. */
  wasDeleted(storeId: StoreId, originProductNo: OriginProductNo): boolean;
}

interface RunRow {
  readonly undo_id: string;
  readonly batch_id: string;
  readonly store_id: string;
  readonly kind: string;
  readonly created_at_ms: number;
  readonly ended_at_ms: number | null;
  readonly includes_adopted: number;
  readonly listed_to_seq: number | null;
  readonly registered_until_ms: number | null;
  readonly cancelled_at_ms: number | null;
}

interface ItemRow {
  readonly undo_id: string;
  readonly position: number;
  readonly job_seq: number | null;
  readonly item_no: string;
  readonly origin_product_no: string;
  readonly name: string | null;
  readonly is_adopted: number;
  readonly state: string;
  readonly attempts: number;
  readonly reason_json: string | null;
}

/** Products written down, or called off, with one transaction: about 5 ms. */
export const UNDO_PIECE_SIZE = 500;

/** Products that the batch itself brought to Naver: jobs that other batches ran are theirs. */
const PRODUCTS_OF_BATCH = `FROM batch_members m
  JOIN jobs ON jobs.job_seq = m.job_seq AND jobs.batch_id = m.batch_id
  JOIN products p ON p.store_id = jobs.store_id AND p.item_no = jobs.item_no
  WHERE m.batch_id = ? AND m.state = 'done'`;

/**
 * The runs of a database. A product belongs to the batch whose job made it, not to other lists that
 * named its item.
 */
export function createUndoRecords(database: Database): UndoRecords {
  const selectCandidates = database.prepare<[string, number, number], CandidateRow>(
    `SELECT p.item_no, p.name, p.origin_product_no, p.channel_product_no, p.sale_price_krw,
       p.is_adopted ${PRODUCTS_OF_BATCH} AND p.is_adopted = ? ORDER BY m.job_seq LIMIT ?`,
  );
  const selectPlanCounts = database.prepare<[string], { is_adopted: number; total: number }>(
    `SELECT p.is_adopted, COUNT(*) AS total ${PRODUCTS_OF_BATCH} GROUP BY p.is_adopted`,
  );
  const selectNewest = database
    .prepare<[string], number | null>(
      'SELECT MAX(registered_at_ms) FROM products WHERE store_id = ?',
    )
    .pluck();
  const selectUnderWay = database
    .prepare<[string, string], number>(
      `SELECT COUNT(*) + (SELECT ifnull(SUM(item_count), 0) FROM list_pieces WHERE list_id = ?)
       FROM batch_members WHERE batch_id = ?
         AND state IN ('queued', 'fetching', 'preparing', 'uploading', 'registering', 'verifying')`,
    )
    .pluck();
  const insertRun = database.prepare(
    `INSERT INTO undo_runs (undo_id, batch_id, store_id, kind, created_at_ms, includes_adopted,
       listed_to_seq, registered_until_ms) VALUES (?, ?, ?, ?, ?, ?, -1, ?)`,
  );
  const deleteRun = database.prepare('DELETE FROM undo_runs WHERE undo_id = ?');
  const insertPiece = database.prepare(
    `INSERT INTO undo_items (undo_id, position, job_seq, item_no, origin_product_no, name,
       is_adopted, state, changed_at_ms)
     SELECT ?, ? + row_number() OVER (ORDER BY m.job_seq), m.job_seq, p.item_no,
       p.origin_product_no, p.name, p.is_adopted, 'waiting', ?
     ${PRODUCTS_OF_BATCH} AND m.job_seq > ? AND p.is_adopted <= ? AND p.registered_at_ms <= ?
     ORDER BY m.job_seq LIMIT ${UNDO_PIECE_SIZE}`,
  );
  const selectLast = database.prepare<[string], { position: number; job_seq: number }>(
    'SELECT position, job_seq FROM undo_items WHERE undo_id = ? ORDER BY position DESC LIMIT 1',
  );
  const updateListed = database.prepare('UPDATE undo_runs SET listed_to_seq = ? WHERE undo_id = ?');
  const selectRun = database.prepare<[string], RunRow>('SELECT * FROM undo_runs WHERE undo_id = ?');
  const selectRuns = database.prepare<[string, number], RunRow>(
    `SELECT * FROM undo_runs WHERE store_id = ? ORDER BY created_at_ms DESC, rowid DESC LIMIT ?`,
  );
  const selectCounts = database.prepare<[string], { state: string; total: number }>(
    'SELECT state, COUNT(*) AS total FROM undo_items WHERE undo_id = ? GROUP BY state',
  );
  const selectItems = database.prepare<[string, number, number], ItemRow>(
    'SELECT * FROM undo_items WHERE undo_id = ? ORDER BY position LIMIT ? OFFSET ?',
  );
  const selectItemsOfState = database.prepare<[string, string, number, number], ItemRow>(
    `SELECT * FROM undo_items WHERE undo_id = ? AND state = ?
     ORDER BY position LIMIT ? OFFSET ?`,
  );
  const selectOpen = database
    .prepare<[], string>(
      'SELECT undo_id FROM undo_runs WHERE ended_at_ms IS NULL ORDER BY created_at_ms',
    )
    .pluck();
  const selectNext = database.prepare<[string, number], ItemRow & RunRow>(
    `SELECT i.*, r.store_id, r.kind FROM undo_items i JOIN undo_runs r ON r.undo_id = i.undo_id
     WHERE i.undo_id = ? AND i.position > ? AND i.state IN ('waiting', 'read', 'sent')
       AND (i.state = 'sent' OR r.cancelled_at_ms IS NULL)
     ORDER BY i.position LIMIT 1`,
  );
  const updateBefore = database.prepare(
    `UPDATE undo_items SET before_json = ?, state = 'read', changed_at_ms = ?
     WHERE undo_id = ? AND position = ?`,
  );
  const updateSent = database.prepare(
    `UPDATE undo_items SET state = 'sent', changed_at_ms = ?
     WHERE undo_id = ? AND position = ? AND (state = 'sent' OR state IN ('waiting', 'read')
       AND NOT EXISTS (SELECT 1 FROM undo_runs r
         WHERE r.undo_id = undo_items.undo_id AND r.cancelled_at_ms IS NOT NULL))`,
  );
  const updateState = database.prepare(
    `UPDATE undo_items SET state = ?, reason_json = ?, changed_at_ms = ?
     WHERE undo_id = ? AND position = ?`,
  );
  const updateAttempts = database.prepare(
    'UPDATE undo_items SET attempts = attempts + 1 WHERE undo_id = ? AND position = ?',
  );
  const updateCancelled = database.prepare(
    `UPDATE undo_runs SET cancelled_at_ms = ?, listed_to_seq = NULL
     WHERE undo_id = ? AND ended_at_ms IS NULL AND cancelled_at_ms IS NULL`,
  );
  const updateWaiting = database.prepare(
    `UPDATE undo_items SET state = 'cancelled', changed_at_ms = @atMs
     WHERE undo_id = @undoId AND position IN (SELECT position FROM undo_items
       WHERE undo_id = @undoId AND state IN ('waiting', 'read') LIMIT ${UNDO_PIECE_SIZE})`,
  );
  const updateEnd = database.prepare('UPDATE undo_runs SET ended_at_ms = ? WHERE undo_id = ?');
  const selectBefore = database
    .prepare<[string, string], string | null>(
      'SELECT before_json FROM undo_items WHERE undo_id = ? AND origin_product_no = ?',
    )
    .pluck();
  const deleteProduct = database.prepare(
    'DELETE FROM products WHERE store_id = ? AND origin_product_no = ?',
  );
  const selectDeleted = database.prepare<[string, string], { one: number }>(
    `SELECT 1 AS one FROM undo_items i JOIN undo_runs r ON r.undo_id = i.undo_id
     WHERE i.origin_product_no = ? AND r.store_id = ? AND r.kind = 'delete' AND i.state = 'done'
     LIMIT 1`,
  );
  const runOf = (row: RunRow): UndoRunRow => {
    const counts = Object.fromEntries(UNDO_ITEM_STATES.map((state) => [state, 0])) as Record<
      UndoItemState,
      number
    >;
    for (const { state, total } of selectCounts.all(row.undo_id)) {
      counts[state as UndoItemState] = total;
    }
    return {
      undoId: row.undo_id,
      batchId: row.batch_id as BatchId,
      storeId: row.store_id as StoreId,
      kind: row.kind as UndoKind,
      createdAtMs: row.created_at_ms,
      endedAtMs: row.ended_at_ms,
      counts,
    };
  };

  const listPiece = (undoId: string, atMs: number): boolean => {
    const run = selectRun.get(undoId);
    if (run === undefined || run.listed_to_seq === null) return false;
    const { changes } = insertPiece.run(
      undoId,
      selectLast.get(undoId)?.position ?? 0,
      atMs,
      run.batch_id,
      run.listed_to_seq,
      run.includes_adopted,
      run.registered_until_ms,
    );
    const isWhole = changes < UNDO_PIECE_SIZE;
    updateListed.run(isWhole ? null : (selectLast.get(undoId)?.job_seq ?? null), undoId);
    return !isWhole;
  };

  return {
    plan: (batchId, limit) => {
      const counts = selectPlanCounts.all(batchId);
      const totalOf = (isAdopted: number): number =>
        counts.find((row) => row.is_adopted === isAdopted)?.total ?? 0;
      const rowsOf = (isAdopted: number, atMost: number): readonly CandidateRow[] => {
        const count = Math.min(atMost, totalOf(isAdopted));
        return count === 0 ? [] : selectCandidates.all(batchId, isAdopted, count);
      };
      const created = rowsOf(0, limit);
      return {
        candidates: [...created, ...rowsOf(1, limit - created.length)].map(candidateOf),
        createdCount: totalOf(0),
        adoptedCount: totalOf(1),
        underWayCount: selectUnderWay.get(batchId, batchId) ?? 0,
      };
    },
    begin: (undoId, batchId, storeId, { kind, includesAdopted }, atMs) => {
      // A clock that was wrong may have left moments in the future; what carries one is in it all the same.
      const untilMs = Math.max(atMs, selectNewest.get(storeId) ?? 0);
      insertRun.run(undoId, batchId, storeId, kind, atMs, includesAdopted ? 1 : 0, untilMs);
      listPiece(undoId, atMs);
      if (selectLast.get(undoId) !== undefined) return true;
      deleteRun.run(undoId);
      return false;
    },
    listPiece,
    find: (undoId) => {
      const row = selectRun.get(undoId);
      return row === undefined ? null : runOf(row);
    },
    list: (storeId, limit) => selectRuns.all(storeId, limit).map(runOf),
    items: (undoId, state, offset, limit) => {
      const total = selectCounts
        .all(undoId)
        .reduce((sum, row) => (state === null || row.state === state ? sum + row.total : sum), 0);
      const rows =
        state === null
          ? selectItems.all(undoId, limit, offset)
          : selectItemsOfState.all(undoId, state, limit, offset);
      return { items: rows.map(itemOf), total };
    },
    openRuns: () => selectOpen.all(),
    nextTask: (undoId, afterPosition) => {
      const row = selectNext.get(undoId, afterPosition);
      if (row === undefined) return null;
      return {
        undoId: row.undo_id,
        position: row.position,
        storeId: row.store_id as StoreId,
        kind: row.kind as UndoKind,
        jobSeq: row.job_seq,
        itemNo: row.item_no as ItemNo,
        originProductNo: row.origin_product_no as OriginProductNo,
        state: row.state as UndoItemState,
        attempts: row.attempts,
      };
    },
    keepBefore: (task, product, atMs) => {
      updateBefore.run(JSON.stringify(product), atMs, task.undoId, task.position);
    },
    markSent: (task, atMs) => updateSent.run(atMs, task.undoId, task.position).changes > 0,
    setState: (task, state, atMs, reason) => {
      const reasonJson = reason === undefined ? null : JSON.stringify(reason);
      updateState.run(state, reasonJson, atMs, task.undoId, task.position);
    },
    countAttempt: (task) => {
      updateAttempts.run(task.undoId, task.position);
    },
    cancel: (undoId, atMs) => {
      updateCancelled.run(atMs, undoId);
    },
    isCancelled: (undoId) => (selectRun.get(undoId)?.cancelled_at_ms ?? null) !== null,
    cancelPiece: (undoId, atMs) => updateWaiting.run({ undoId, atMs }).changes > 0,
    end: (undoId, atMs) => {
      updateEnd.run(atMs, undoId);
    },
    before: (undoId, originProductNo) => {
      const json = selectBefore.get(undoId, originProductNo) ?? null;
      return json === null ? null : JSON.parse(json);
    },
    dropProduct: (storeId, originProductNo) => {
      deleteProduct.run(storeId, originProductNo);
    },
    wasDeleted: (storeId, originProductNo) =>
      selectDeleted.get(originProductNo, storeId) !== undefined,
  };
}

interface CandidateRow {
  readonly item_no: string;
  readonly name: string | null;
  readonly origin_product_no: string;
  readonly channel_product_no: string | null;
  readonly sale_price_krw: number | null;
  readonly is_adopted: number;
}

function candidateOf(row: CandidateRow): UndoCandidate {
  return {
    itemNo: row.item_no as ItemNo,
    name: row.name,
    originProductNo: row.origin_product_no as OriginProductNo,
    channelProductNo: row.channel_product_no as UndoCandidate['channelProductNo'],
    salePriceKrw: row.sale_price_krw,
    isAdopted: row.is_adopted === 1,
  };
}

function itemOf(row: ItemRow): UndoItem {
  return {
    itemNo: row.item_no as ItemNo,
    originProductNo: row.origin_product_no as OriginProductNo,
    name: row.name,
    isAdopted: row.is_adopted === 1,
    state: row.state as UndoItemState,
    reason: row.reason_json === null ? null : parseReason(row.reason_json),
  };
}
