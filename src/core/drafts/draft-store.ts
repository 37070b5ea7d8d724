import { isDeepStrictEqual } from 'node:util';
import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import { AppError } from '@shared/errors/app-error';
import type { Database } from '../storage/database';
import { withSqliteFaults } from '../storage/sqlite-fault';
import { createDraftList, type DraftList } from './draft-list';
import { type DraftOverview, readDraftOverview } from './draft-overview';
import { type DraftRow, readableDraft, type StoredDraft, storedOf } from './draft-rows';
import { nameKey, summaryOf } from './draft-summary';

/** `seller`: by hand; `bulk`: part of one change to many drafts; `undo`: an earlier one taken back. */
export type DraftEditKind = 'seller' | 'refresh' | 'unlock' | 'bulk' | 'undo';

/** One recorded change: only the fields that changed. */
export interface DraftEdit {
  readonly editId: number;
  readonly kind: DraftEditKind;
  readonly version: number;
  readonly before: Partial<DraftContent>;
  readonly after: Partial<DraftContent>;
  /** The seller's fields before the change. */
  readonly lockedBefore: readonly DraftField[];
  readonly operationId: string | null;
  readonly isUndone: boolean;
  readonly atMs: number;
}

/** What a save is recorded as. */
export interface SaveNote {
  readonly kind: DraftEditKind;
  readonly operationId?: string;
  /** The edit that this save takes back; it is marked in the same transaction. */
  readonly undoesEditId?: number;
}

/** Drafts in SQLite. Every write is committed, with its history row, when the call returns. Throws STORAGE_*. */
export interface DraftStore extends DraftList {
  /** Throws DRAFT_UNREADABLE when the stored row cannot be understood. */
  find(storeId: StoreId, itemNo: ItemNo): StoredDraft | null;
  /** Version of the stored row, readable or not; 0 without one. */
  version(storeId: StoreId, itemNo: ItemNo): number;
  /**
   * Saves a new or changed draft whose version is one above `basedOnVersion` (0 = new). Throws
   * DRAFT_CHANGED_MEANWHILE when the stored version is another. May be called inside a transaction.
   */
  save(stored: StoredDraft, basedOnVersion: number, note: SaveNote): void;
  /** Saves how a draft is judged without making a new version of it. */
  saveJudgement(stored: StoredDraft): void;
  /** Newest first. */
  edits(storeId: StoreId, itemNo: ItemNo, limit: number): readonly DraftEdit[];
  overview(storeId: StoreId): DraftOverview;
}

interface EditRow {
  readonly edit_id: number;
  readonly kind: DraftEditKind;
  readonly version: number;
  readonly before_json: string;
  readonly after_json: string;
  readonly locked_before_json: string;
  readonly operation_id: string | null;
  readonly undone_at_ms: number | null;
  readonly at_ms: number;
}

/** Keeps the summaries of the list and the history in step with each save. */
export function createSqliteDraftStore(database: Database): DraftStore {
  const select = database.prepare<[string, string], DraftRow>(
    'SELECT * FROM drafts WHERE store_id = ? AND item_no = ?',
  );
  const selectVersion = database.prepare<[string, string], { version: number }>(
    'SELECT version FROM drafts WHERE store_id = ? AND item_no = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO drafts (store_id, item_no, state, name, category_id, sale_price_krw, content_json,
       source_content_json, reasons_json, build_reasons_json, explanations_json,
       locked_fields_json, item_json, refusals_json, version, created_at_ms, updated_at_ms)
     VALUES (@storeId, @itemNo, @state, @name, @categoryId, @salePriceKrw, @contentJson,
       @sourceContentJson, @reasonsJson, @buildReasonsJson, @explanationsJson,
       @lockedFieldsJson, @itemJson, @refusalsJson, @version, @createdAtMs, @updatedAtMs)
     ON CONFLICT (store_id, item_no) DO UPDATE SET
       state = excluded.state, name = excluded.name, category_id = excluded.category_id,
       sale_price_krw = excluded.sale_price_krw, content_json = excluded.content_json,
       source_content_json = excluded.source_content_json, reasons_json = excluded.reasons_json,
       build_reasons_json = excluded.build_reasons_json,
       explanations_json = excluded.explanations_json,
       locked_fields_json = excluded.locked_fields_json, item_json = excluded.item_json,
       refusals_json = excluded.refusals_json, version = excluded.version,
       updated_at_ms = excluded.updated_at_ms`,
  );
  const upsertSummary = database.prepare(
    `INSERT INTO draft_summaries (store_id, item_no, state, name, name_key, supplier_id,
       updated_at_ms, summary_json)
     VALUES (@storeId, @itemNo, @state, @name, @nameKey, @supplierId, @updatedAtMs, @summaryJson)
     ON CONFLICT (store_id, item_no) DO UPDATE SET state = excluded.state, name = excluded.name,
       name_key = excluded.name_key, supplier_id = excluded.supplier_id,
       updated_at_ms = excluded.updated_at_ms, summary_json = excluded.summary_json`,
  );
  const dropCodes = database.prepare(
    'DELETE FROM draft_reason_codes WHERE store_id = ? AND item_no = ?',
  );
  const addCode = database.prepare(
    'INSERT OR IGNORE INTO draft_reason_codes (store_id, item_no, code, severity) VALUES (?, ?, ?, ?)',
  );
  const addEdit = database.prepare(
    `INSERT INTO draft_history (store_id, item_no, kind, version, before_json, after_json,
       locked_before_json, operation_id, at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const markUndone = database.prepare(
    'UPDATE draft_history SET undone_at_ms = ? WHERE edit_id = ?',
  );
  const selectEdits = database.prepare<[string, string, number], EditRow>(
    `SELECT edit_id, kind, version, before_json, after_json, locked_before_json, operation_id,
       undone_at_ms, at_ms FROM draft_history
     WHERE store_id = ? AND item_no = ? ORDER BY edit_id DESC LIMIT ?`,
  );

  const put = (stored: StoredDraft): void => {
    const { draft, item } = stored;
    upsert.run({
      storeId: draft.storeId,
      itemNo: draft.itemNo,
      state: draft.state,
      name: draft.content.name,
      categoryId: draft.content.category?.id ?? null,
      salePriceKrw: draft.content.price.salePriceKrw,
      contentJson: JSON.stringify(draft.content),
      sourceContentJson: JSON.stringify(stored.sourceContent),
      reasonsJson: JSON.stringify(draft.reasons),
      buildReasonsJson: JSON.stringify(stored.buildReasons),
      explanationsJson: JSON.stringify(stored.explanations),
      lockedFieldsJson: JSON.stringify(draft.lockedFields),
      itemJson: JSON.stringify(item),
      refusalsJson: JSON.stringify(stored.refusals),
      version: draft.version,
      createdAtMs: draft.createdAtMs,
      updatedAtMs: draft.updatedAtMs,
    });
    upsertSummary.run({
      storeId: draft.storeId,
      itemNo: draft.itemNo,
      state: draft.state,
      name: draft.content.name,
      nameKey: nameKey(draft.content.name),
      supplierId: item.supplier.id,
      updatedAtMs: draft.updatedAtMs,
      summaryJson: JSON.stringify(summaryOf(draft, item.supplier.nick ?? item.supplier.id)),
    });
    dropCodes.run(draft.storeId, draft.itemNo);
    for (const { code, severity } of stopsFirst(draft.reasons)) {
      addCode.run(draft.storeId, draft.itemNo, code, severity);
    }
  };

  const save = database.transaction(
    (stored: StoredDraft, basedOnVersion: number, note: SaveNote) => {
      const { draft } = stored;
      const row = select.get(draft.storeId, draft.itemNo);
      if ((row?.version ?? 0) !== basedOnVersion) {
        throw new AppError('DRAFT_CHANGED_MEANWHILE', {
          params: { itemNo: draft.itemNo, version: row?.version ?? 0, basedOnVersion },
        });
      }
      put(stored);
      if (note.undoesEditId !== undefined) markUndone.run(draft.updatedAtMs, note.undoesEditId);
      if (row === undefined) return;
      const before = readableDraft(row);
      const difference =
        before === null
          ? { before: {}, after: draft.content }
          : changedFields(before.content, draft.content);
      const lockedBefore = before?.lockedFields ?? [];
      const areLocksKept = isDeepStrictEqual([...lockedBefore], [...draft.lockedFields]);
      if (difference === null && (areLocksKept || note.kind === 'refresh')) return;
      addEdit.run(
        draft.storeId,
        draft.itemNo,
        note.kind,
        draft.version,
        JSON.stringify(difference?.before ?? {}),
        JSON.stringify(difference?.after ?? {}),
        JSON.stringify(lockedBefore),
        note.operationId ?? null,
        draft.updatedAtMs,
      );
    },
  );
  const saveJudgement = database.transaction((stored: StoredDraft) => {
    const version = selectVersion.get(stored.draft.storeId, stored.draft.itemNo)?.version ?? 0;
    if (version === stored.draft.version) put(stored);
  });

  const list = createDraftList(database);
  const guard = <Value>(work: () => Value): Value => withSqliteFaults(database.name, work);
  return {
    summaries: (filter) => guard(() => list.summaries(filter)),
    drafts: (filter) => guard(() => list.drafts(filter)),
    itemNos: (selection) => guard(() => list.itemNos(selection)),
    sameNames: (storeId, key, exceptFor) => guard(() => list.sameNames(storeId, key, exceptFor)),
    find: (storeId, itemNo) =>
      guard(() => {
        const row = select.get(storeId, itemNo);
        return row === undefined ? null : storedOf(row);
      }),
    version: (storeId, itemNo) => guard(() => selectVersion.get(storeId, itemNo)?.version ?? 0),
    overview: (storeId) => guard(() => readDraftOverview(database, storeId)),
    save: (stored, basedOnVersion, note) =>
      guard(() => save.immediate(stored, basedOnVersion, note)),
    saveJudgement: (stored) => guard(() => saveJudgement.immediate(stored)),
    edits: (storeId, itemNo, limit) =>
      guard(() => selectEdits.all(storeId, itemNo, limit).map(editOf)),
  };
}

/** The stored draft; null without one, and for one that cannot be understood. */
export function findReadableDraft(
  store: Pick<DraftStore, 'find'>,
  storeId: StoreId,
  itemNo: ItemNo,
): StoredDraft | null {
  try {
    return store.find(storeId, itemNo);
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'DRAFT_UNREADABLE') return null;
    throw fault;
  }
}

/** The fields that differ, before and after; null when none does. */
export function changedFields(
  before: DraftContent,
  after: DraftContent,
): { readonly before: Partial<DraftContent>; readonly after: Partial<DraftContent> } | null {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as DraftField[]);
  const fields = [...names].filter((field) => !isDeepStrictEqual(before[field], after[field]));
  if (fields.length === 0) return null;
  const pick = (content: DraftContent): Partial<DraftContent> =>
    Object.fromEntries(fields.map((field) => [field, content[field] ?? null]));
  return { before: pick(before), after: pick(after) };
}

function editOf(row: EditRow): DraftEdit {
  return {
    editId: row.edit_id,
    kind: row.kind,
    version: row.version,
    before: JSON.parse(row.before_json) as Partial<DraftContent>,
    after: JSON.parse(row.after_json) as Partial<DraftContent>,
    lockedBefore: JSON.parse(row.locked_before_json) as readonly DraftField[],
    operationId: row.operation_id,
    isUndone: row.undone_at_ms !== null,
    atMs: row.at_ms,
  };
}

/** One code may be found as a note and as a stop; the stop counts. */
function stopsFirst(reasons: readonly Reason[]): readonly Reason[] {
  return [...reasons].sort((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'));
}
