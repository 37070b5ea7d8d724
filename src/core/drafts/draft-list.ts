import type { Draft } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { DraftSummary } from '@shared/ipc/drafts';
import type { Database } from '../storage/database';
import { type DraftRow, listedOf } from './draft-rows';
import { summaryOf } from './draft-summary';
import type { DraftFilter, DraftSelection } from './port';

/** Reads for the list of drafts; answered from `draft_summaries`, never by looking through drafts. */
export interface DraftList {
  /** Rows that cannot be read are listed too, blocked and saying so. */
  summaries(filter: DraftFilter): {
    readonly drafts: readonly DraftSummary[];
    readonly total: number;
  };
  /** Whole drafts of one page. */
  drafts(filter: DraftFilter): { readonly drafts: readonly Draft[]; readonly total: number };
  /** Every item of a selection, newest change first. */
  itemNos(selection: DraftSelection): readonly ItemNo[];
  /** Other items under the same name, the first few. */
  sameNames(
    storeId: StoreId,
    key: string,
    exceptFor: ItemNo,
  ): readonly { readonly itemNo: ItemNo; readonly supplierId: string }[];
}

const SAME_NAMES_SHOWN = 5;

/** True for a row of `draft_summaries` whose item is among the store's products. */
const IS_PRODUCT = `EXISTS (SELECT 1 FROM products
  WHERE products.store_id = draft_summaries.store_id AND products.item_no = draft_summaries.item_no)`;

interface SummaryRow {
  readonly item_no: string;
  readonly summary_json: string | null;
  readonly is_product: 0 | 1;
}

type Params = Readonly<Record<string, string | number | null>>;

/** Reads only; every condition is answered from an index. */
export function createDraftList(database: Database): DraftList {
  const selectDraft = database.prepare<[string, string], DraftRow>(
    'SELECT * FROM drafts WHERE store_id = ? AND item_no = ?',
  );
  const selectSameNames = database.prepare<
    [string, string, string, number],
    { item_no: string; supplier_id: string }
  >(
    `SELECT item_no, supplier_id FROM draft_summaries
     WHERE store_id = ? AND name_key = ? AND item_no <> ? LIMIT ?`,
  );

  const pageOf = (
    filter: DraftFilter,
  ): { readonly rows: readonly SummaryRow[]; readonly total: number } => {
    const { where, params } = conditionsOf(filter);
    const total = database.prepare<[Params], { total: number }>(countOf(filter)).get(params);
    // The page is found in the index alone; only its rows are then read.
    const rows = database
      .prepare<[Params], SummaryRow>(
        `SELECT page.item_no, draft_summaries.summary_json, ${IS_PRODUCT} AS is_product FROM
           (SELECT item_no FROM draft_summaries WHERE ${where}
            ORDER BY updated_at_ms DESC, item_no LIMIT @limit OFFSET @offset) AS page
         JOIN draft_summaries
           ON draft_summaries.store_id = @storeId AND draft_summaries.item_no = page.item_no
         ORDER BY draft_summaries.updated_at_ms DESC, page.item_no`,
      )
      .all({ ...params, limit: filter.limit, offset: filter.offset });
    return { rows, total: total?.total ?? 0 };
  };
  const draftsOf = (storeId: StoreId, itemNo: string): readonly Draft[] => {
    const row = selectDraft.get(storeId, itemNo);
    return row === undefined ? [] : [listedOf(row)];
  };

  return {
    summaries: (filter) => {
      const { rows, total } = pageOf(filter);
      const drafts = rows.flatMap((row): readonly DraftSummary[] => {
        const summaries =
          row.summary_json === null
            ? draftsOf(filter.storeId, row.item_no).map((draft) => summaryOf(draft))
            : [JSON.parse(row.summary_json) as DraftSummary];
        if (row.is_product === 0) return summaries;
        return summaries.map((summary) => ({ ...summary, isRegistered: true }));
      });
      return { drafts, total };
    },
    drafts: (filter) => {
      const { rows, total } = pageOf(filter);
      return { drafts: rows.flatMap((row) => draftsOf(filter.storeId, row.item_no)), total };
    },
    itemNos: (selection) => {
      const { where, params } = conditionsOf(selection);
      return database
        .prepare<[Params], { item_no: string }>(
          `SELECT item_no FROM draft_summaries WHERE ${where} ORDER BY updated_at_ms DESC, item_no`,
        )
        .all(params)
        .map((row) => row.item_no as ItemNo);
    },
    sameNames: (storeId, key, exceptFor) =>
      key === ''
        ? []
        : selectSameNames.all(storeId, key, exceptFor, SAME_NAMES_SHOWN).map((row) => ({
            itemNo: row.item_no as ItemNo,
            supplierId: row.supplier_id,
          })),
  };
}

/** Drafts of a change to many are counted along the change: a list of them all would be made first otherwise. */
function countOf(filter: DraftFilter): string {
  const { operationId, ...others } = filter;
  const { where } = conditionsOf(others);
  return operationId === undefined
    ? `SELECT count(*) AS total FROM draft_summaries WHERE ${where}`
    : `SELECT count(*) AS total FROM draft_operation_items AS touched
       WHERE touched.operation_id = @operationId AND EXISTS
         (SELECT 1 FROM draft_summaries WHERE item_no = touched.item_no AND ${where})`;
}

function conditionsOf(selection: DraftSelection): {
  readonly where: string;
  readonly params: Params;
} {
  const conditions = ['store_id = @storeId'];
  const params: Record<string, string | number | null> = { storeId: selection.storeId };
  if (selection.state !== undefined) {
    conditions.push('state = @state');
    params.state = selection.state === 'registered' ? 'ready' : selection.state;
  }
  if (selection.state === 'ready') conditions.push(`NOT ${IS_PRODUCT}`);
  if (selection.state === 'registered') conditions.push(IS_PRODUCT);
  if (selection.reasonCode !== undefined) {
    conditions.push(
      `item_no IN (SELECT item_no FROM draft_reason_codes
         WHERE store_id = @storeId AND code = @reasonCode)`,
    );
    params.reasonCode = selection.reasonCode;
  }
  if (selection.operationId !== undefined) {
    conditions.push(
      'item_no IN (SELECT item_no FROM draft_operation_items WHERE operation_id = @operationId)',
    );
    params.operationId = selection.operationId;
  }
  const text = selection.text?.trim() ?? '';
  if (text !== '') {
    conditions.push("(item_no = @text OR name LIKE @pattern ESCAPE '!')");
    params.text = text;
    params.pattern = `%${text.replace(/[!%_]/g, '!$&')}%`;
  }
  return { where: conditions.join(' AND '), params };
}
