import type { DraftContent } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Surroundings } from '../preflight';
import type { Database } from '../storage/database';
import { withSqliteFaults } from '../storage/sqlite-fault';
import type { DraftStore } from './draft-store';
import { nameKey } from './draft-summary';
import type { OverrideLog } from './override-log';
import { type StoredRefusal, standingRefusals } from './refusals';

/** What the store knows beside one draft. Reads indexes only: it is asked for every judgement. */
export interface SurroundingsSource {
  of(
    storeId: StoreId,
    itemNo: ItemNo,
    content: DraftContent,
    refusals: readonly StoredRefusal[],
  ): Omit<Surroundings, 'restrictedTags'>;
  /** The item is among the store's products. */
  isRegistered(storeId: StoreId, itemNo: ItemNo): boolean;
  /** Remembers that the seller may not sell in a category. */
  refuseCategory(storeId: StoreId, categoryId: string, atMs: number): void;
  /** The seller says that the right is there now. */
  allowCategory(storeId: StoreId, categoryId: string): void;
}

/** Reads the store's products, refused categories, same names and overrides as they are now. */
export function createSurroundings(
  database: Database,
  store: Pick<DraftStore, 'sameNames'>,
  overrides: OverrideLog,
): SurroundingsSource {
  const countProducts = database.prepare<[string], { count: number }>(
    'SELECT count(*) AS count FROM products WHERE store_id = ?',
  );
  const selectProduct = database.prepare<[string, string], { one: number }>(
    'SELECT 1 AS one FROM products WHERE store_id = ? AND item_no = ?',
  );
  const selectRefused = database.prepare<[string], { category_id: string }>(
    'SELECT category_id FROM refused_categories WHERE store_id = ?',
  );
  const addRefused = database.prepare(
    'INSERT OR REPLACE INTO refused_categories (store_id, category_id, refused_at_ms) VALUES (?, ?, ?)',
  );
  const dropRefused = database.prepare(
    'DELETE FROM refused_categories WHERE store_id = ? AND category_id = ?',
  );
  const guard = <Value>(work: () => Value): Value => withSqliteFaults(database.name, work);
  const isRegistered = (storeId: StoreId, itemNo: ItemNo): boolean =>
    guard(() => selectProduct.get(storeId, itemNo) !== undefined);
  return {
    isRegistered,
    of: (storeId, itemNo, content, refusals) =>
      guard(() => ({
        sameNames: store.sameNames(storeId, nameKey(content.name), itemNo),
        productCount: countProducts.get(storeId)?.count ?? 0,
        isRegistered: isRegistered(storeId, itemNo),
        refusedCategoryIds: new Set(selectRefused.all(storeId).map((row) => row.category_id)),
        refusals: standingRefusals(refusals, content),
        overrides: overrides.standing(storeId, itemNo),
      })),
    refuseCategory: (storeId, categoryId, atMs) => {
      guard(() => addRefused.run(storeId, categoryId, atMs));
    },
    allowCategory: (storeId, categoryId) => {
      guard(() => dropRefused.run(storeId, categoryId));
    },
  };
}
