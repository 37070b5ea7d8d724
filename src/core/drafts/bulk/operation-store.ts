import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { BulkAnswer, DraftOperation, DraftOperationState } from '@shared/domain/draft-bulk';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import { isMessageCode, type MessageCode } from '@shared/texts/catalogue';
import type { Database } from '../../storage/database';
import { withSqliteFaults } from '../../storage/sqlite-fault';

/** A draft of an operation with its image of before. */
export interface OperationItem {
  readonly itemNo: ItemNo;
  readonly change: Partial<DraftContent> | null;
  readonly before: Partial<DraftContent>;
  readonly after: Partial<DraftContent>;
  readonly lockedBefore: readonly DraftField[];
}

/** A draft that an operation is about to change. */
export interface PlannedItem {
  readonly itemNo: ItemNo;
  /** Null where the answer is the same for all. */
  readonly change: Partial<DraftContent> | null;
}

/** An operation with its store. */
export interface StoredOperation extends DraftOperation {
  readonly storeId: StoreId;
}

/** Bulk changes as they are kept. Throws STORAGE_*. */
export interface OperationStore {
  /** Writes the operation and all its drafts before the first is touched. */
  plan(operation: StoredOperation, items: readonly PlannedItem[]): void;
  find(operationId: string): StoredOperation | null;
  /** Newest first. */
  list(storeId: StoreId, limit: number): readonly StoredOperation[];
  /** Interrupted ones. */
  open(): readonly StoredOperation[];
  /** The next drafts with `outcome`, in the order of the plan. */
  next(
    operationId: string,
    outcome: 'planned' | 'changed',
    limit: number,
  ): readonly OperationItem[];
  /** Takes down what became of one draft, in the transaction that changes it. */
  settle(
    operationId: string,
    itemNo: ItemNo,
    outcome: 'changed' | 'skipped' | 'undone' | 'kept',
    facts?: {
      readonly before?: Partial<DraftContent>;
      readonly after?: Partial<DraftContent>;
      readonly lockedBefore?: readonly DraftField[];
      readonly code?: string;
    },
  ): void;
  setState(operationId: string, state: DraftOperationState, atMs: number): void;
  /** Drafts that were left out or kept, with why. */
  leftOut(
    operationId: string,
    limit: number,
  ): readonly { readonly itemNo: ItemNo; readonly code: MessageCode }[];
}

interface OperationRow {
  readonly operation_id: string;
  readonly store_id: string;
  readonly answer_json: string;
  readonly reason_code: string | null;
  readonly state: DraftOperationState;
  readonly made_by: string;
  readonly draft_count: number;
  readonly changed_count: number;
  readonly skipped_count: number;
  readonly kept_count: number;
  readonly created_at_ms: number;
  readonly undone_at_ms: number | null;
}

interface ItemRow {
  readonly item_no: string;
  readonly change_json: string | null;
  readonly before_json: string | null;
  readonly after_json: string | null;
  readonly locked_before_json: string | null;
}

const COUNTED = `SELECT o.*,
    (SELECT count(*) FROM draft_operation_items i WHERE i.operation_id = o.operation_id
       AND i.outcome IN ('changed', 'undone', 'kept')) AS changed_count,
    (SELECT count(*) FROM draft_operation_items i WHERE i.operation_id = o.operation_id
       AND i.outcome = 'skipped') AS skipped_count,
    (SELECT count(*) FROM draft_operation_items i WHERE i.operation_id = o.operation_id
       AND i.outcome = 'kept') AS kept_count
  FROM draft_operations o`;

/** The operations of a database; joins the caller's transaction. */
export function createOperationStore(database: Database): OperationStore {
  const insert = database.prepare(
    `INSERT INTO draft_operations (operation_id, store_id, answer_json, reason_code, state, made_by,
       draft_count, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertItem = database.prepare(
    `INSERT INTO draft_operation_items (operation_id, item_no, place, outcome, change_json)
     VALUES (?, ?, ?, 'planned', ?)`,
  );
  const selectOne = database.prepare<[string], OperationRow>(`${COUNTED} WHERE o.operation_id = ?`);
  const selectAll = database.prepare<[string, number], OperationRow>(
    `${COUNTED} WHERE o.store_id = ? ORDER BY o.created_at_ms DESC, o.operation_id LIMIT ?`,
  );
  const selectOpen = database.prepare<[], OperationRow>(
    `${COUNTED} WHERE o.state IN ('running', 'undoing') ORDER BY o.created_at_ms`,
  );
  const selectNext = database.prepare<[string, string, number], ItemRow>(
    `SELECT item_no, change_json, before_json, after_json, locked_before_json
     FROM draft_operation_items WHERE operation_id = ? AND outcome = ? ORDER BY place LIMIT ?`,
  );
  const settleItem = database.prepare(
    `UPDATE draft_operation_items SET outcome = ?, before_json = ifnull(?, before_json),
       after_json = ifnull(?, after_json), locked_before_json = ifnull(?, locked_before_json),
       code = ?
     WHERE operation_id = ? AND item_no = ?`,
  );
  const updateState = database.prepare(
    `UPDATE draft_operations SET state = @state,
       ended_at_ms = iif(@state = 'done', @atMs, ended_at_ms),
       undone_at_ms = iif(@state = 'undone', @atMs, undone_at_ms)
     WHERE operation_id = @operationId`,
  );
  const selectLeftOut = database.prepare<[string, number], { item_no: string; code: string }>(
    `SELECT item_no, code FROM draft_operation_items
     WHERE operation_id = ? AND code IS NOT NULL ORDER BY place LIMIT ?`,
  );
  const plan = database.transaction((operation: StoredOperation, items: readonly PlannedItem[]) => {
    insert.run(
      operation.operationId,
      operation.storeId,
      JSON.stringify(operation.answer),
      operation.reasonCode,
      operation.state,
      operation.madeBy,
      items.length,
      operation.createdAtMs,
    );
    items.forEach(({ itemNo, change }, place) => {
      const json = change === null ? null : JSON.stringify(change);
      insertItem.run(operation.operationId, itemNo, place, json);
    });
  });
  const guard = <Value>(work: () => Value): Value => withSqliteFaults(database.name, work);
  const jsonOf = (value: unknown): string | null =>
    value === undefined ? null : JSON.stringify(value);
  return {
    plan: (operation, items) => guard(() => plan.immediate(operation, items)),
    find: (operationId) =>
      guard(() => {
        const row = selectOne.get(operationId);
        return row === undefined ? null : operationOf(row);
      }),
    list: (storeId, limit) => guard(() => selectAll.all(storeId, limit).map(operationOf)),
    open: () => guard(() => selectOpen.all().map(operationOf)),
    next: (operationId, outcome, limit) =>
      guard(() => selectNext.all(operationId, outcome, limit).map(itemOf)),
    settle: (operationId, itemNo, outcome, facts = {}) => {
      guard(() =>
        settleItem.run(
          outcome,
          jsonOf(facts.before),
          jsonOf(facts.after),
          jsonOf(facts.lockedBefore),
          facts.code ?? null,
          operationId,
          itemNo,
        ),
      );
    },
    setState: (operationId, state, atMs) => {
      guard(() => updateState.run({ operationId, state, atMs }));
    },
    leftOut: (operationId, limit) =>
      guard(() =>
        selectLeftOut
          .all(operationId, limit)
          .flatMap(({ item_no, code }) =>
            isMessageCode(code) ? [{ itemNo: item_no as ItemNo, code }] : [],
          ),
      ),
  };
}

function operationOf(row: OperationRow): StoredOperation {
  return {
    operationId: row.operation_id,
    storeId: row.store_id as StoreId,
    answer: JSON.parse(row.answer_json) as BulkAnswer,
    reasonCode: row.reason_code,
    state: row.state,
    madeBy: row.made_by,
    draftCount: row.draft_count,
    changedCount: row.changed_count,
    skippedCount: row.skipped_count,
    keptCount: row.kept_count,
    createdAtMs: row.created_at_ms,
    undoneAtMs: row.undone_at_ms,
  };
}

function itemOf(row: ItemRow): OperationItem {
  return {
    itemNo: row.item_no as ItemNo,
    change: parsed(row.change_json, null) as Partial<DraftContent> | null,
    before: parsed(row.before_json, {}) as Partial<DraftContent>,
    after: parsed(row.after_json, {}) as Partial<DraftContent>,
    lockedBefore: parsed(row.locked_before_json, []) as readonly DraftField[],
  };
}

function parsed(json: string | null, fallback: unknown): unknown {
  return json === null ? fallback : JSON.parse(json);
}
