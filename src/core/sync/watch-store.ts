import type { ItemNo, OriginProductNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { ChangeAspect } from '@shared/domain/watch';
import type { Database } from '../storage/database';
import type { ScheduleEntry } from './due';
import { type Listing, parseListing } from './listing';
import { type ItemSnapshot, parseSnapshot, sourceStatusOf, stockOf, unitPriceOf } from './snapshot';

/** What the listing last followed; tolerances count from here. */
export interface Reference {
  readonly priceKrw: number | null;
  readonly stock: number | null;
}

/** One listing under watch, as a decision needs it. */
export interface WatchedRow {
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly originProductNo: OriginProductNo;
  readonly name: string;
  /** What registration verified; stands in until the listing was read back once. */
  readonly registered: { readonly salePriceKrw: number | null; readonly stock: number | null };
  readonly locks: readonly ChangeAspect[];
  /** As last read back; null when nothing was yet. */
  readonly listed: Listing | null;
  /** Only then may it be sold again without being asked. */
  readonly isSuspendedByUs: boolean;
  readonly reference: Reference | null;
  readonly lastAppliedAtMs: number | null;
}

/** What is remembered of an item between two checks. */
export interface ItemRow {
  readonly itemNo: ItemNo;
  readonly hash: string | null;
  readonly lastCheckedAtMs: number | null;
  readonly addedAtMs: number;
}

interface ProductRow {
  readonly store_id: string;
  readonly item_no: string;
  readonly origin_product_no: string;
  readonly name: string | null;
  readonly sale_price_krw: number | null;
  readonly stock: number | null;
  readonly locks_json: string;
  readonly listed_json: string | null;
  readonly is_suspended_by_us: number;
  readonly reference_json: string | null;
  readonly last_applied_at_ms: number | null;
}

interface EntryRow {
  readonly item_no: string;
  readonly added_at_ms: number;
  readonly last_checked_at_ms: number | null;
  readonly last_changed_at_ms: number | null;
  readonly stock: number | null;
  readonly source_status: string | null;
  readonly failures: number;
  readonly is_pinned: number;
  readonly last_sold_at_ms: number | null;
}

/**
 * Items and listings under watch. Nothing here begins a transaction: one decision is one
 * transaction of the caller. Throws SQLite's own errors.
 */
export interface WatchStore {
  /** Every watched item once, however many stores list it. */
  entries(): readonly ScheduleEntry[];
  /** Null when the item is not watched any more. */
  findEntry(itemNo: ItemNo): ScheduleEntry | null;
  countWatched(): number;
  findItem(itemNo: ItemNo): ItemRow | null;
  /** Hashes of what was seen last; an item that was never seen has none. */
  hashesOf(itemNos: readonly ItemNo[]): ReadonlyMap<ItemNo, string>;
  findSnapshot(itemNo: ItemNo): ItemSnapshot | null;
  /** The listings of an item, one per store. */
  productsOf(itemNo: ItemNo): readonly WatchedRow[];
  findProduct(storeId: StoreId, itemNo: ItemNo): WatchedRow | null;
  products(storeId: StoreId): readonly WatchedRow[];
  /** Together, since nearly every item of nearly every sweep is one of these. */
  markUnchanged(itemNos: readonly ItemNo[], atMs: number): void;
  markFailed(itemNo: ItemNo, problem: Reason, atMs: number): void;
  saveSnapshot(
    itemNo: ItemNo,
    snapshot: ItemSnapshot,
    hash: string,
    at: { readonly checkedMs: number; readonly changedMs: number | null },
  ): void;
  saveListed(storeId: StoreId, itemNo: ItemNo, listing: Listing, isSuspendedByUs: boolean): void;
  saveReference(storeId: StoreId, itemNo: ItemNo, reference: Reference): void;
  saveLocks(storeId: StoreId, itemNo: ItemNo, locks: readonly ChangeAspect[]): void;
  savePinned(storeId: StoreId, itemNo: ItemNo, isPinned: boolean): void;
  saveProductProblem(storeId: StoreId, itemNo: ItemNo, problem: Reason | null): void;
  markApplied(storeId: StoreId, itemNo: ItemNo, atMs: number): void;
  markSold(storeId: StoreId, itemNo: ItemNo, atMs: number): void;
}

/**
 * The watched items and listings of a database. A stored snapshot or listing of another version
 * counts as never seen.
 */
export function createWatchStore(database: Database): WatchStore {
  const entryColumns = `SELECT i.item_no, i.added_at_ms,
      -- What was last seen is forgotten by a restore: such an item is due at once.
      CASE WHEN i.hash IS NULL AND i.failures = 0 THEN NULL ELSE i.last_checked_at_ms END
        AS last_checked_at_ms,
      i.last_changed_at_ms, i.stock, i.source_status, i.failures, max(p.is_pinned) AS is_pinned,
      max(p.last_sold_at_ms) AS last_sold_at_ms
    FROM watch_items i JOIN watch_products p ON p.item_no = i.item_no`;
  const selectEntries = database.prepare<[], EntryRow>(`${entryColumns} GROUP BY i.item_no`);
  const selectEntry = database.prepare<[string], EntryRow>(
    `${entryColumns} WHERE i.item_no = ? GROUP BY i.item_no`,
  );
  const selectCount = database.prepare<[], { n: number }>('SELECT count(*) AS n FROM watch_items');
  const selectItem = database.prepare<
    [string],
    { hash: string | null; last_checked_at_ms: number | null; added_at_ms: number }
  >('SELECT hash, last_checked_at_ms, added_at_ms FROM watch_items WHERE item_no = ?');
  const selectHashes = database
    .prepare<[string], [ItemNo, string]>(
      `SELECT item_no, hash FROM watch_items
       WHERE item_no IN (SELECT value FROM json_each(?)) AND hash IS NOT NULL`,
    )
    .raw();
  const selectSnapshot = database.prepare<[string], { snapshot_json: string }>(
    'SELECT snapshot_json FROM watch_snapshots WHERE item_no = ?',
  );
  const productColumns = `SELECT w.store_id, w.item_no, p.origin_product_no, p.name,
      p.sale_price_krw, p.stock, w.locks_json, w.listed_json, w.is_suspended_by_us,
      w.reference_json, w.last_applied_at_ms
    FROM watch_products w JOIN products p ON p.store_id = w.store_id AND p.item_no = w.item_no`;
  const selectByItem = database.prepare<[string], ProductRow>(
    `${productColumns} WHERE w.item_no = ?`,
  );
  const selectByKey = database.prepare<[string, string], ProductRow>(
    `${productColumns} WHERE w.store_id = ? AND w.item_no = ?`,
  );
  const selectByStore = database.prepare<[string], ProductRow>(
    `${productColumns} WHERE w.store_id = ?`,
  );
  const updateChecked = database.prepare(
    `UPDATE watch_items SET last_checked_at_ms = ?, failures = 0, problem_json = NULL
     WHERE item_no IN (SELECT value FROM json_each(?))`,
  );
  const updateFailed = database.prepare(
    `UPDATE watch_items SET last_checked_at_ms = ?, failures = failures + 1, problem_json = ?
     WHERE item_no = ?`,
  );
  const updateItem = database.prepare(
    `UPDATE watch_items SET last_checked_at_ms = @checkedMs, failures = 0, problem_json = NULL,
       last_changed_at_ms = coalesce(@changedMs, last_changed_at_ms), hash = @hash,
       source_status = @status, price_krw = @priceKrw, stock = @stock,
       supplier_id = @supplierId, category_code = @categoryCode
     WHERE item_no = @itemNo`,
  );
  const upsertSnapshot = database.prepare(
    `INSERT INTO watch_snapshots (item_no, snapshot_json, taken_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (item_no) DO UPDATE SET
       snapshot_json = excluded.snapshot_json, taken_at_ms = excluded.taken_at_ms`,
  );
  const updateListed = database.prepare(
    `UPDATE watch_products SET listed_json = ?, is_suspended_by_us = ?
     WHERE store_id = ? AND item_no = ?`,
  );
  const updateReference = database.prepare(
    'UPDATE watch_products SET reference_json = ? WHERE store_id = ? AND item_no = ?',
  );
  const updateLocks = database.prepare(
    'UPDATE watch_products SET locks_json = ? WHERE store_id = ? AND item_no = ?',
  );
  const updatePinned = database.prepare(
    'UPDATE watch_products SET is_pinned = ? WHERE store_id = ? AND item_no = ?',
  );
  const updateProblem = database.prepare(
    'UPDATE watch_products SET problem_json = ? WHERE store_id = ? AND item_no = ?',
  );
  const updateApplied = database.prepare(
    'UPDATE watch_products SET last_applied_at_ms = ? WHERE store_id = ? AND item_no = ?',
  );
  const updateSold = database.prepare(
    'UPDATE watch_products SET last_sold_at_ms = ? WHERE store_id = ? AND item_no = ?',
  );

  return {
    entries: () => selectEntries.all().map(entryOf),
    findEntry: (itemNo) => {
      const row = selectEntry.get(itemNo);
      return row === undefined ? null : entryOf(row);
    },
    countWatched: () => selectCount.get()?.n ?? 0,
    findItem: (itemNo) => {
      const row = selectItem.get(itemNo);
      if (row === undefined) return null;
      return {
        itemNo,
        hash: row.hash,
        lastCheckedAtMs: row.last_checked_at_ms,
        addedAtMs: row.added_at_ms,
      };
    },
    hashesOf: (itemNos) => new Map(selectHashes.all(JSON.stringify(itemNos))),
    findSnapshot: (itemNo) => {
      const row = selectSnapshot.get(itemNo);
      return row === undefined ? null : parseSnapshot(row.snapshot_json);
    },
    productsOf: (itemNo) => selectByItem.all(itemNo).map(watchedOf),
    findProduct: (storeId, itemNo) => {
      const row = selectByKey.get(storeId, itemNo);
      return row === undefined ? null : watchedOf(row);
    },
    products: (storeId) => selectByStore.all(storeId).map(watchedOf),
    markUnchanged: (itemNos, atMs) => {
      updateChecked.run(atMs, JSON.stringify(itemNos));
    },
    markFailed: (itemNo, problem, atMs) => {
      updateFailed.run(atMs, JSON.stringify(problem), itemNo);
    },
    saveSnapshot: (itemNo, snapshot, hash, at) => {
      upsertSnapshot.run(itemNo, JSON.stringify(snapshot), at.checkedMs);
      updateItem.run({
        itemNo,
        ...at,
        hash,
        status: sourceStatusOf(snapshot),
        priceKrw: unitPriceOf(snapshot),
        stock: stockOf(snapshot),
        supplierId: snapshot.supplierId === '' ? null : snapshot.supplierId,
        categoryCode: snapshot.categoryCode,
      });
    },
    saveListed: (storeId, itemNo, listing, isSuspendedByUs) => {
      updateListed.run(JSON.stringify(listing), isSuspendedByUs ? 1 : 0, storeId, itemNo);
    },
    saveReference: (storeId, itemNo, reference) => {
      updateReference.run(JSON.stringify(reference), storeId, itemNo);
    },
    saveLocks: (storeId, itemNo, locks) => {
      updateLocks.run(JSON.stringify(locks), storeId, itemNo);
    },
    savePinned: (storeId, itemNo, isPinned) => {
      updatePinned.run(isPinned ? 1 : 0, storeId, itemNo);
    },
    saveProductProblem: (storeId, itemNo, problem) => {
      updateProblem.run(problem === null ? null : JSON.stringify(problem), storeId, itemNo);
    },
    markApplied: (storeId, itemNo, atMs) => {
      updateApplied.run(atMs, storeId, itemNo);
    },
    markSold: (storeId, itemNo, atMs) => {
      updateSold.run(atMs, storeId, itemNo);
    },
  };
}

function entryOf(row: EntryRow): ScheduleEntry {
  return {
    itemNo: row.item_no as ItemNo,
    addedAtMs: row.added_at_ms,
    lastCheckedAtMs: row.last_checked_at_ms,
    lastChangedAtMs: row.last_changed_at_ms,
    lastSoldAtMs: row.last_sold_at_ms,
    stock: row.stock,
    isPinned: row.is_pinned === 1,
    isEnded: row.source_status !== null && row.source_status !== 'on-sale',
    failures: row.failures,
  };
}

function watchedOf(row: ProductRow): WatchedRow {
  return {
    storeId: row.store_id as StoreId,
    itemNo: row.item_no as ItemNo,
    originProductNo: row.origin_product_no as OriginProductNo,
    name: row.name ?? row.item_no,
    registered: { salePriceKrw: row.sale_price_krw, stock: row.stock },
    locks: JSON.parse(row.locks_json) as readonly ChangeAspect[],
    listed: parseListing(row.listed_json),
    isSuspendedByUs: row.is_suspended_by_us === 1,
    reference: row.reference_json === null ? null : (JSON.parse(row.reference_json) as Reference),
    lastAppliedAtMs: row.last_applied_at_ms,
  };
}
