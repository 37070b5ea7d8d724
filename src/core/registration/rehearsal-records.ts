import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import {
  REHEARSAL_VERDICTS,
  type Rehearsal,
  type RehearsalVerdict,
  type RehearsedItem,
} from '@shared/domain/rehearsal';
import type { Database } from '../storage/database';
import { parseReasons } from './job-row';
import { LIST_PIECE_SIZE, type ListPieces } from './list-pieces';

/** One item without a verdict. */
export interface RehearsalTask {
  readonly rehearsalId: string;
  readonly storeId: StoreId;
  readonly position: number;
  readonly itemNo: ItemNo;
  readonly attempts: number;
}

/** The rows of rehearsals. Writes run inside a transaction of the caller. */
export interface RehearsalRecords {
  begin(
    rehearsalId: string,
    storeId: StoreId,
    name: string,
    itemNos: readonly ItemNo[],
    atMs: number,
  ): void;
  find(rehearsalId: string): Rehearsal | null;
  /** Newest first. */
  list(storeId: StoreId, limit: number): readonly Rehearsal[];
  items(
    rehearsalId: string,
    verdict: RehearsalVerdict | undefined,
    offset: number,
    limit: number,
  ): { readonly items: readonly RehearsedItem[]; readonly total: number };
  /** Every item with the verdict, in order. */
  itemNos(rehearsalId: string, verdicts: readonly RehearsalVerdict[]): readonly ItemNo[];
  /** Takes the next part of a long list in; false when it is whole, or over. */
  takeMore(rehearsalId: string): boolean;
  /** Rehearsals that have not ended, oldest first. */
  open(): readonly string[];
  /** Items without a verdict, in order. */
  tasks(rehearsalId: string, limit: number): readonly RehearsalTask[];
  judge(
    task: RehearsalTask,
    verdict: RehearsalVerdict,
    title: string | null,
    reasons: readonly Reason[],
  ): void;
  countAttempt(task: RehearsalTask): void;
  cancelRest(rehearsalId: string): void;
  end(rehearsalId: string, atMs: number): void;
  /** The product of the item that is ours; null when there is none. */
  findProduct(storeId: StoreId, itemNo: ItemNo): { readonly name: string | null } | null;
}

interface RehearsalRow {
  readonly rehearsal_id: string;
  readonly store_id: string;
  readonly name: string;
  readonly created_at_ms: number;
  readonly ended_at_ms: number | null;
}

interface ItemRow {
  readonly item_no: string;
  readonly title: string | null;
  readonly verdict: string | null;
  readonly reasons_json: string;
}

/** Rehearsals of a database; what a long list still holds waits in `pieces`. */
export function createRehearsalRecords(database: Database, pieces: ListPieces): RehearsalRecords {
  const insert = database.prepare(
    'INSERT INTO rehearsals (rehearsal_id, store_id, name, created_at_ms) VALUES (?, ?, ?, ?)',
  );
  const insertItem = database.prepare(
    'INSERT INTO rehearsal_items (rehearsal_id, position, item_no) VALUES (?, ?, ?)',
  );
  const selectOne = database.prepare<[string], RehearsalRow>(
    'SELECT * FROM rehearsals WHERE rehearsal_id = ?',
  );
  const selectAll = database.prepare<[string, number], RehearsalRow>(
    'SELECT * FROM rehearsals WHERE store_id = ? ORDER BY created_at_ms DESC, rowid DESC LIMIT ?',
  );
  const selectCounts = database.prepare<[string], { verdict: string | null; total: number }>(
    `SELECT verdict, COUNT(*) AS total FROM rehearsal_items
     WHERE rehearsal_id = ? GROUP BY verdict`,
  );
  const selectItems = database.prepare<[string, number, number], ItemRow>(
    'SELECT * FROM rehearsal_items WHERE rehearsal_id = ? ORDER BY position LIMIT ? OFFSET ?',
  );
  const selectWithVerdict = database.prepare<[string, string, number, number], ItemRow>(
    `SELECT * FROM rehearsal_items WHERE rehearsal_id = ? AND verdict = ?
     ORDER BY position LIMIT ? OFFSET ?`,
  );
  const selectOpen = database
    .prepare<[], string>(
      'SELECT rehearsal_id FROM rehearsals WHERE ended_at_ms IS NULL ORDER BY created_at_ms',
    )
    .pluck();
  const selectTasks = database.prepare<
    [string, number],
    {
      readonly position: number;
      readonly item_no: string;
      readonly attempts: number;
      readonly store_id: string;
    }
  >(
    `SELECT i.position, i.item_no, i.attempts, r.store_id FROM rehearsal_items i
       JOIN rehearsals r ON r.rehearsal_id = i.rehearsal_id
     WHERE i.rehearsal_id = ? AND i.verdict IS NULL ORDER BY i.position LIMIT ?`,
  );
  const updateVerdict = database.prepare(
    `UPDATE rehearsal_items SET verdict = ?, title = ?, reasons_json = ?
     WHERE rehearsal_id = ? AND position = ? AND verdict IS NULL`,
  );
  const updateAttempts = database.prepare(
    'UPDATE rehearsal_items SET attempts = attempts + 1 WHERE rehearsal_id = ? AND position = ?',
  );
  const updateRest = database.prepare(
    `UPDATE rehearsal_items SET verdict = 'cancelled' WHERE rehearsal_id = ? AND verdict IS NULL`,
  );
  const updateEnd = database.prepare(
    'UPDATE rehearsals SET ended_at_ms = ? WHERE rehearsal_id = ? AND ended_at_ms IS NULL',
  );
  const selectProduct = database.prepare<[string, string], { name: string | null }>(
    'SELECT name FROM products WHERE store_id = ? AND item_no = ?',
  );

  const insertItems = (
    rehearsalId: string,
    itemNos: readonly ItemNo[],
    firstPosition: number,
  ): void => {
    itemNos.forEach((itemNo, index) => {
      insertItem.run(rehearsalId, firstPosition + index + 1, itemNo);
    });
  };
  const rehearsalOf = (row: RehearsalRow): Rehearsal => {
    const counts = Object.fromEntries(REHEARSAL_VERDICTS.map((verdict) => [verdict, 0])) as Record<
      RehearsalVerdict,
      number
    >;
    const untaken = pieces.leftOf(row.rehearsal_id);
    let itemCount = untaken;
    for (const { verdict, total } of selectCounts.all(row.rehearsal_id)) {
      itemCount += total;
      if (verdict !== null) counts[verdict as RehearsalVerdict] = total;
    }
    if (row.ended_at_ms !== null) counts.cancelled += untaken;
    return {
      rehearsalId: row.rehearsal_id,
      storeId: row.store_id as StoreId,
      name: row.name,
      createdAtMs: row.created_at_ms,
      endedAtMs: row.ended_at_ms,
      itemCount,
      counts,
    };
  };

  return {
    begin: (rehearsalId, storeId, name, itemNos, atMs) => {
      insert.run(rehearsalId, storeId, name, atMs);
      const different = [...new Set(itemNos)];
      insertItems(rehearsalId, different.slice(0, LIST_PIECE_SIZE), 0);
      pieces.keep(rehearsalId, different.slice(LIST_PIECE_SIZE), LIST_PIECE_SIZE);
    },
    takeMore: (rehearsalId) => {
      if (selectOne.get(rehearsalId)?.ended_at_ms !== null) return false;
      const piece = pieces.takeNext(rehearsalId);
      if (piece !== null) insertItems(rehearsalId, piece.itemNos, piece.firstPosition);
      return piece !== null;
    },
    find: (rehearsalId) => {
      const row = selectOne.get(rehearsalId);
      return row === undefined ? null : rehearsalOf(row);
    },
    list: (storeId, limit) => selectAll.all(storeId, limit).map(rehearsalOf),
    items: (rehearsalId, verdict, offset, limit) => {
      const counts = selectCounts.all(rehearsalId);
      const rows =
        verdict === undefined
          ? selectItems.all(rehearsalId, limit, offset)
          : selectWithVerdict.all(rehearsalId, verdict, limit, offset);
      const counted = counts.filter((row) => verdict === undefined || row.verdict === verdict);
      return { items: rows.map(itemOf), total: counted.reduce((sum, row) => sum + row.total, 0) };
    },
    itemNos: (rehearsalId, verdicts) =>
      database
        .prepare<unknown[], ItemNo>(
          `SELECT item_no FROM rehearsal_items WHERE rehearsal_id = ?
             AND verdict IN (${verdicts.map(() => '?').join(', ')}) ORDER BY position`,
        )
        .pluck()
        .all(rehearsalId, ...verdicts),
    open: () => selectOpen.all(),
    tasks: (rehearsalId, limit) =>
      selectTasks.all(rehearsalId, limit).map((row) => ({
        rehearsalId,
        storeId: row.store_id as StoreId,
        position: row.position,
        itemNo: row.item_no as ItemNo,
        attempts: row.attempts,
      })),
    judge: (task, verdict, title, reasons) => {
      const json = JSON.stringify(reasons);
      updateVerdict.run(verdict, title, json, task.rehearsalId, task.position);
    },
    countAttempt: (task) => {
      updateAttempts.run(task.rehearsalId, task.position);
    },
    cancelRest: (rehearsalId) => {
      updateRest.run(rehearsalId);
    },
    end: (rehearsalId, atMs) => {
      updateEnd.run(atMs, rehearsalId);
    },
    findProduct: (storeId, itemNo) => selectProduct.get(storeId, itemNo) ?? null,
  };
}

function itemOf(row: ItemRow): RehearsedItem {
  return {
    itemNo: row.item_no as ItemNo,
    title: row.title,
    verdict: row.verdict as RehearsalVerdict | null,
    reasons: parseReasons(row.reasons_json),
  };
}
