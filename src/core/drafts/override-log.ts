import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { RuleOverride } from '../preflight';
import type { Database } from '../storage/database';
import { withSqliteFaults } from '../storage/sqlite-fault';

/** One decision as it is kept: it is never deleted, only withdrawn. */
export interface LoggedOverride extends RuleOverride {
  readonly overrideId: number;
  readonly itemNo: ItemNo;
  readonly withdrawnAtMs: number | null;
}

/** The seller's decisions against findings, with who and when. Throws STORAGE_*. */
export interface OverrideLog {
  /** Decisions that hold for a draft. */
  standing(storeId: StoreId, itemNo: ItemNo): readonly RuleOverride[];
  add(storeId: StoreId, itemNo: ItemNo, override: RuleOverride): void;
  /** Ends a decision; false when there is none that holds. */
  withdraw(storeId: StoreId, itemNo: ItemNo, overrideId: number, atMs: number): boolean;
  /** Newest first, withdrawn ones too; of one item or of the whole store. */
  list(storeId: StoreId, itemNo: ItemNo | null, limit: number): readonly LoggedOverride[];
}

interface Row {
  readonly override_id: number;
  readonly item_no: string;
  readonly code: string;
  readonly subject: string;
  readonly note: string;
  readonly made_by: string;
  readonly at_ms: number;
  readonly withdrawn_at_ms: number | null;
}

/** The decisions of a database. */
export function createOverrideLog(database: Database): OverrideLog {
  const selectStanding = database.prepare<[string, string], Row>(
    `SELECT * FROM draft_overrides
     WHERE store_id = ? AND item_no = ? AND withdrawn_at_ms IS NULL ORDER BY override_id`,
  );
  const insert = database.prepare(
    `INSERT INTO draft_overrides (store_id, item_no, code, subject, note, made_by, at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const end = database.prepare(
    `UPDATE draft_overrides SET withdrawn_at_ms = ?
     WHERE store_id = ? AND item_no = ? AND override_id = ? AND withdrawn_at_ms IS NULL`,
  );
  const selectAll = database.prepare<[string, string | null, string | null, number], Row>(
    `SELECT * FROM draft_overrides WHERE store_id = ? AND (? IS NULL OR item_no = ?)
     ORDER BY override_id DESC LIMIT ?`,
  );
  const guard = <Value>(work: () => Value): Value => withSqliteFaults(database.name, work);
  return {
    standing: (storeId, itemNo) => guard(() => selectStanding.all(storeId, itemNo).map(loggedOf)),
    add: (storeId, itemNo, { code, subject, note, madeBy, atMs }) => {
      guard(() => insert.run(storeId, itemNo, code, subject, note, madeBy, atMs));
    },
    withdraw: (storeId, itemNo, overrideId, atMs) =>
      guard(() => end.run(atMs, storeId, itemNo, overrideId).changes > 0),
    list: (storeId, itemNo, limit) =>
      guard(() => selectAll.all(storeId, itemNo, itemNo, limit).map(loggedOf)),
  };
}

function loggedOf(row: Row): LoggedOverride {
  return {
    overrideId: row.override_id,
    itemNo: row.item_no as ItemNo,
    code: row.code,
    subject: row.subject,
    note: row.note,
    madeBy: row.made_by,
    atMs: row.at_ms,
    withdrawnAtMs: row.withdrawn_at_ms,
  };
}
