import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { ChangeValue, FindingKind, WatchFinding } from '@shared/domain/watch';
import type { Database } from '../storage/database';
import type { WatchedRow } from './watch-store';

/** A finding before it has a number and the product's name beside it. */
export type NewFinding = Omit<WatchFinding, 'findingId' | 'productName'>;

interface FindingRow {
  readonly finding_id: number;
  readonly store_id: string;
  readonly item_no: string;
  readonly name: string | null;
  readonly kind: string;
  readonly ours_json: string;
  readonly theirs_json: string;
  readonly source_json: string;
  readonly verbatim: string | null;
  readonly is_restorable: number;
  readonly found_at_ms: number;
}

/** The store no longer has a product of ours. */
export function missingOutside(
  product: Pick<WatchedRow, 'storeId' | 'itemNo' | 'originProductNo'>,
  foundAtMs: number,
): NewFinding {
  const { storeId, itemNo, originProductNo } = product;
  return {
    storeId,
    itemNo,
    kind: 'missing-outside',
    ours: originProductNo,
    theirs: null,
    source: null,
    verbatim: null,
    isRestorable: false,
    foundAtMs,
  };
}

/** Differences between the store and us that wait for the seller. One open one per product and kind. */
export interface FindingStore {
  /** True when it is new or says something else than the open one. */
  open(finding: NewFinding): boolean;
  find(findingId: number): WatchFinding | null;
  list(
    storeId: StoreId,
    offset: number,
    limit: number,
  ): { readonly findings: readonly WatchFinding[]; readonly total: number };
  settle(findingId: number, state: 'kept' | 'restored', atMs: number): boolean;
  /** Closes an open finding that is no longer true. */
  gone(storeId: StoreId, itemNo: ItemNo, kind: FindingKind, atMs: number): void;
  countOpen(storeId: StoreId): number;
}

/** The findings of a database; joins the caller's transaction. */
export function createFindingStore(database: Database): FindingStore {
  const columns = `SELECT f.*, p.name FROM watch_findings f
    LEFT JOIN products p ON p.store_id = f.store_id AND p.item_no = f.item_no`;
  const selectOne = database.prepare<[number], FindingRow>(
    `${columns} WHERE f.finding_id = ? AND f.state = 'open'`,
  );
  const selectSame = database.prepare<[string, string, string], FindingRow>(
    `${columns} WHERE f.store_id = ? AND f.item_no = ? AND f.kind = ? AND f.state = 'open'`,
  );
  const selectPage = database.prepare<[string, number, number], FindingRow>(
    `${columns} WHERE f.store_id = ? AND f.state = 'open'
     ORDER BY f.finding_id DESC LIMIT ? OFFSET ?`,
  );
  const selectCount = database.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM watch_findings WHERE store_id = ? AND state = 'open'`,
  );
  const upsert = database.prepare(
    `INSERT INTO watch_findings (store_id, item_no, kind, ours_json, theirs_json, source_json,
       verbatim, is_restorable, state, found_at_ms)
     VALUES (@storeId, @itemNo, @kind, @oursJson, @theirsJson, @sourceJson, @verbatim,
       @isRestorable, 'open', @foundAtMs)
     ON CONFLICT (store_id, item_no, kind) WHERE state = 'open' DO UPDATE SET
       ours_json = excluded.ours_json, theirs_json = excluded.theirs_json,
       source_json = excluded.source_json, verbatim = excluded.verbatim,
       is_restorable = excluded.is_restorable`,
  );
  const updateState = database.prepare(
    `UPDATE watch_findings SET state = ?, settled_at_ms = ? WHERE finding_id = ? AND state = 'open'`,
  );
  const closeGone = database.prepare(
    `UPDATE watch_findings SET state = 'gone', settled_at_ms = ?
     WHERE store_id = ? AND item_no = ? AND kind = ? AND state = 'open'`,
  );
  const countOpen = (storeId: StoreId): number => selectCount.get(storeId)?.n ?? 0;
  return {
    open: (finding) => {
      const known = selectSame.get(finding.storeId, finding.itemNo, finding.kind);
      const theirsJson = JSON.stringify(finding.theirs);
      upsert.run({
        storeId: finding.storeId,
        itemNo: finding.itemNo,
        kind: finding.kind,
        oursJson: JSON.stringify(finding.ours),
        theirsJson,
        sourceJson: JSON.stringify(finding.source),
        verbatim: finding.verbatim,
        isRestorable: finding.isRestorable ? 1 : 0,
        foundAtMs: finding.foundAtMs,
      });
      return (
        known === undefined ||
        known.theirs_json !== theirsJson ||
        known.verbatim !== finding.verbatim
      );
    },
    find: (findingId) => {
      const row = selectOne.get(findingId);
      return row === undefined ? null : findingOf(row);
    },
    list: (storeId, offset, limit) => ({
      findings: selectPage.all(storeId, limit, offset).map(findingOf),
      total: countOpen(storeId),
    }),
    settle: (findingId, state, atMs) => updateState.run(state, atMs, findingId).changes > 0,
    gone: (storeId, itemNo, kind, atMs) => {
      closeGone.run(atMs, storeId, itemNo, kind);
    },
    countOpen,
  };
}

function findingOf(row: FindingRow): WatchFinding {
  return {
    findingId: row.finding_id,
    storeId: row.store_id as StoreId,
    itemNo: row.item_no as ItemNo,
    productName: row.name ?? row.item_no,
    kind: row.kind as FindingKind,
    ours: JSON.parse(row.ours_json) as ChangeValue,
    theirs: JSON.parse(row.theirs_json) as ChangeValue,
    source: JSON.parse(row.source_json) as ChangeValue,
    verbatim: row.verbatim,
    isRestorable: row.is_restorable === 1,
    foundAtMs: row.found_at_ms,
  };
}
