import { isDeepStrictEqual } from 'node:util';
import type { Draft, DraftContent, DraftField } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import { AppError } from '@shared/errors/app-error';
import type { Database } from '../storage/database';
import type { Explanation } from './decision';
import { type DraftOverview, readDraftOverview } from './draft-overview';
import type { DraftFilter } from './port';
import { unreadableDraft } from './unreadable-draft';

/** A draft with what is needed to judge it again without asking the supplier. */
export interface StoredDraft {
  readonly draft: Draft;
  /** What the supplier's data alone gives; differs from the content in locked fields. */
  readonly sourceContent: DraftContent;
  /** Findings of building, apart from the rules that are run again on every change. */
  readonly buildReasons: readonly Reason[];
  readonly explanations: readonly Explanation[];
  /** The item without its description and option text, which the content holds already. */
  readonly item: WholesaleItem;
}

/** One recorded change: only the fields that changed. */
export interface DraftEdit {
  readonly kind: 'seller' | 'refresh' | 'unlock';
  readonly version: number;
  readonly before: Partial<DraftContent>;
  readonly after: Partial<DraftContent>;
  readonly atMs: number;
}

/** Drafts in SQLite. Every write is committed, with its history row, when the call returns. */
export interface DraftStore {
  /** Throws DRAFT_UNREADABLE when the stored row cannot be understood. */
  find(storeId: StoreId, itemNo: ItemNo): StoredDraft | null;
  /** Version of the stored row, readable or not; 0 without one. */
  version(storeId: StoreId, itemNo: ItemNo): number;
  /** Rows that cannot be read are listed too, blocked and saying so. */
  list(filter: DraftFilter): { readonly drafts: readonly Draft[]; readonly total: number };
  /**
   * Saves a new or changed draft whose version is one above `basedOnVersion` (0 = new). Throws
   * DRAFT_CHANGED_MEANWHILE when the stored version is another.
   */
  save(stored: StoredDraft, basedOnVersion: number, kind: DraftEdit['kind']): void;
  /** Newest first. */
  edits(storeId: StoreId, itemNo: ItemNo, limit: number): readonly DraftEdit[];
  overview(storeId: StoreId): DraftOverview;
}

interface DraftRow {
  readonly store_id: string;
  readonly item_no: string;
  readonly state: string;
  readonly name: string;
  readonly content_json: string;
  readonly source_content_json: string;
  readonly reasons_json: string;
  readonly build_reasons_json: string;
  readonly explanations_json: string;
  readonly locked_fields_json: string;
  readonly item_json: string;
  readonly version: number;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

interface EditRow {
  readonly kind: DraftEdit['kind'];
  readonly version: number;
  readonly before_json: string;
  readonly after_json: string;
  readonly at_ms: number;
}

export function createSqliteDraftStore(database: Database): DraftStore {
  const select = database.prepare<[string, string], DraftRow>(
    'SELECT * FROM drafts WHERE store_id = ? AND item_no = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO drafts (store_id, item_no, state, name, category_id, sale_price_krw, content_json,
       source_content_json, reasons_json, build_reasons_json, explanations_json,
       locked_fields_json, item_json, version, created_at_ms, updated_at_ms)
     VALUES (@storeId, @itemNo, @state, @name, @categoryId, @salePriceKrw, @contentJson,
       @sourceContentJson, @reasonsJson, @buildReasonsJson, @explanationsJson,
       @lockedFieldsJson, @itemJson, @version, @createdAtMs, @updatedAtMs)
     ON CONFLICT (store_id, item_no) DO UPDATE SET
       state = excluded.state, name = excluded.name, category_id = excluded.category_id,
       sale_price_krw = excluded.sale_price_krw, content_json = excluded.content_json,
       source_content_json = excluded.source_content_json, reasons_json = excluded.reasons_json,
       build_reasons_json = excluded.build_reasons_json,
       explanations_json = excluded.explanations_json,
       locked_fields_json = excluded.locked_fields_json, item_json = excluded.item_json,
       version = excluded.version, updated_at_ms = excluded.updated_at_ms`,
  );
  const dropCodes = database.prepare(
    'DELETE FROM draft_reason_codes WHERE store_id = ? AND item_no = ?',
  );
  const addCode = database.prepare(
    'INSERT OR IGNORE INTO draft_reason_codes (store_id, item_no, code) VALUES (?, ?, ?)',
  );
  const addEdit = database.prepare(
    `INSERT INTO draft_edits (store_id, item_no, kind, version, before_json, after_json, at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const selectEdits = database.prepare<[string, string, number], EditRow>(
    `SELECT kind, version, before_json, after_json, at_ms FROM draft_edits
     WHERE store_id = ? AND item_no = ? ORDER BY edit_id DESC LIMIT ?`,
  );

  const save = database.transaction(
    (stored: StoredDraft, basedOnVersion: number, kind: DraftEdit['kind']) => {
      const { draft } = stored;
      const row = select.get(draft.storeId, draft.itemNo);
      if ((row?.version ?? 0) !== basedOnVersion) {
        throw new AppError('DRAFT_CHANGED_MEANWHILE', {
          params: { itemNo: draft.itemNo, version: row?.version ?? 0, basedOnVersion },
        });
      }
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
        itemJson: JSON.stringify(stored.item),
        version: draft.version,
        createdAtMs: draft.createdAtMs,
        updatedAtMs: draft.updatedAtMs,
      });
      dropCodes.run(draft.storeId, draft.itemNo);
      for (const reason of draft.reasons) addCode.run(draft.storeId, draft.itemNo, reason.code);
      if (row === undefined) return;
      const before = readableContent(row);
      const difference =
        before === null
          ? { before: {}, after: draft.content }
          : changedFields(before, draft.content);
      if (difference === null) return;
      addEdit.run(
        draft.storeId,
        draft.itemNo,
        kind,
        draft.version,
        JSON.stringify(difference.before),
        JSON.stringify(difference.after),
        draft.updatedAtMs,
      );
    },
  );

  return {
    find: (storeId, itemNo) => {
      const row = select.get(storeId, itemNo);
      return row === undefined ? null : storedOf(row);
    },
    version: (storeId, itemNo) => select.get(storeId, itemNo)?.version ?? 0,
    list: (filter) => listDrafts(database, filter),
    overview: (storeId) => readDraftOverview(database, storeId),
    save: (stored, basedOnVersion, kind) => save.immediate(stored, basedOnVersion, kind),
    edits: (storeId, itemNo, limit) =>
      selectEdits.all(storeId, itemNo, limit).map((row) => ({
        kind: row.kind,
        version: row.version,
        before: JSON.parse(row.before_json) as Partial<DraftContent>,
        after: JSON.parse(row.after_json) as Partial<DraftContent>,
        atMs: row.at_ms,
      })),
  };
}

/** The fields that differ, before and after; null when none does. */
export function changedFields(
  before: DraftContent,
  after: DraftContent,
): { readonly before: Partial<DraftContent>; readonly after: Partial<DraftContent> } | null {
  const fields = (Object.keys(after) as DraftField[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
  if (fields.length === 0) return null;
  const pick = (content: DraftContent): Partial<DraftContent> =>
    Object.fromEntries(fields.map((field) => [field, content[field]]));
  return { before: pick(before), after: pick(after) };
}

function listDrafts(
  database: Database,
  filter: DraftFilter,
): { readonly drafts: readonly Draft[]; readonly total: number } {
  const conditions = ['store_id = @storeId'];
  if (filter.state !== undefined) conditions.push('state = @state');
  if (filter.reasonCode !== undefined) {
    conditions.push(
      'item_no IN (SELECT item_no FROM draft_reason_codes WHERE store_id = @storeId AND code = @reasonCode)',
    );
  }
  if (filter.text !== undefined && filter.text.trim() !== '') {
    conditions.push("(item_no = @text OR name LIKE @pattern ESCAPE '!')");
  }
  const text = filter.text?.trim() ?? '';
  const params = {
    storeId: filter.storeId,
    state: filter.state ?? null,
    reasonCode: filter.reasonCode ?? null,
    text,
    pattern: `%${text.replace(/[!%_]/g, '!$&')}%`,
  };
  const where = conditions.join(' AND ');
  const total = database
    .prepare<[typeof params], { total: number }>(
      `SELECT count(*) AS total FROM drafts WHERE ${where}`,
    )
    .get(params);
  const rows = database
    .prepare<[typeof params & { limit: number; offset: number }], DraftRow>(
      `SELECT * FROM drafts WHERE ${where}
       ORDER BY updated_at_ms DESC, item_no LIMIT @limit OFFSET @offset`,
    )
    .all({ ...params, limit: filter.limit, offset: filter.offset });
  return { drafts: rows.map(listedOf), total: total?.total ?? 0 };
}

function listedOf(row: DraftRow): Draft {
  try {
    return storedOf(row).draft;
  } catch {
    return unreadableDraft({
      storeId: row.store_id as StoreId,
      itemNo: row.item_no as ItemNo,
      name: row.name,
      version: row.version,
      createdAtMs: row.created_at_ms,
      updatedAtMs: row.updated_at_ms,
    });
  }
}

/** Null for a row that cannot be read: the history then holds the whole new content. */
function readableContent(row: DraftRow): DraftContent | null {
  try {
    return storedOf(row).draft.content;
  } catch {
    return null;
  }
}

function storedOf(row: DraftRow): StoredDraft {
  try {
    return {
      draft: {
        storeId: row.store_id as StoreId,
        itemNo: row.item_no as ItemNo,
        state: row.state as Draft['state'],
        reasons: JSON.parse(row.reasons_json) as readonly Reason[],
        content: JSON.parse(row.content_json) as DraftContent,
        lockedFields: JSON.parse(row.locked_fields_json) as readonly DraftField[],
        version: row.version,
        createdAtMs: row.created_at_ms,
        updatedAtMs: row.updated_at_ms,
      },
      sourceContent: JSON.parse(row.source_content_json) as DraftContent,
      buildReasons: JSON.parse(row.build_reasons_json) as readonly Reason[],
      explanations: JSON.parse(row.explanations_json) as readonly Explanation[],
      item: JSON.parse(row.item_json) as WholesaleItem,
    };
  } catch (cause) {
    throw new AppError('DRAFT_UNREADABLE', { params: { itemNo: row.item_no }, cause });
  }
}
