import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { ItemProgress } from '@shared/domain/sourcing';
import type { Database } from '../storage/database';
import { mapSqliteFault } from '../storage/sqlite-fault';

/** How far each of `itemNos` has come in one store; numbers never seen are left out. */
export type KnownItems = (
  storeId: StoreId,
  itemNos: readonly ItemNo[],
) => ReadonlyMap<ItemNo, ItemProgress>;

/** One query over what drafts and registration keep, so that a page of hits is marked at once. Throws STORAGE_*. */
export function createKnownItems(database: Database): KnownItems {
  const select = database.prepare<
    [string, string, string, string],
    { item_no: ItemNo; progress: 'draft' | 'queued' | 'registered' }
  >(
    `WITH asked AS (SELECT value AS item_no FROM json_each(?))
     SELECT item_no, 'draft' AS progress FROM drafts
       WHERE store_id = ? AND item_no IN (SELECT item_no FROM asked)
     UNION ALL
     SELECT item_no, 'queued' FROM jobs
       WHERE store_id = ? AND item_no IN (SELECT item_no FROM asked) AND state <> 'cancelled'
     UNION ALL
     SELECT item_no, 'registered' FROM products
       WHERE store_id = ? AND item_no IN (SELECT item_no FROM asked)`,
  );
  return (storeId, itemNos) => {
    const known = new Map<ItemNo, ItemProgress>();
    try {
      // Later rows of the union are further along.
      for (const { item_no, progress } of select.all(
        JSON.stringify(itemNos),
        storeId,
        storeId,
        storeId,
      )) {
        known.set(item_no, progress);
      }
    } catch (fault) {
      throw mapSqliteFault(fault, database.name);
    }
    return known;
  };
}
