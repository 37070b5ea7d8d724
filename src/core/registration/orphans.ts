import {
  type ChannelProductNo,
  type ItemNo,
  itemNoOfSellerCode,
  type OriginProductNo,
  type StoreId,
  sellerCodeOf,
} from '@shared/domain/ids';
import type { Orphan, OrphanReport } from '@shared/domain/orphan';
import type { NaverClient, ProductSummary } from '../naver/port';
import type { Database } from '../storage/database';
import type { Journal } from './journal';
import type { ProductRecords } from './product-records';

export interface OrphanDeps {
  readonly database: Database;
  readonly naver: Pick<NaverClient, 'listProducts'>;
  readonly journal: Journal;
  readonly records: ProductRecords;
  steadyNowMs(): number;
  /** True for a product that an undo deleted. */
  wasDeleted(storeId: StoreId, originProductNo: OriginProductNo): boolean;
  changed(): void;
}

/** Finds products at Naver that carry our seller code but are unknown here, and takes them over. */
export interface OrphanDesk {
  report(storeId: StoreId): OrphanReport;
  /** Reads the store's whole list; a second call while one is under way joins it. Throws AppError of the calls. */
  scan(storeId: StoreId, signal?: AbortSignal): Promise<OrphanReport>;
  /** Makes them products of ours, as adopted ones; doubles are left out. Gives the count. */
  adopt(storeId: StoreId, originProductNos: readonly OriginProductNo[]): number;
  /** Takes note that they are to stay as they are. */
  leave(storeId: StoreId, originProductNos: readonly OriginProductNo[]): number;
}

interface OrphanRow {
  readonly origin_product_no: string;
  readonly channel_product_no: string;
  readonly item_no: string;
  readonly seller_code: string;
  readonly name: string;
  readonly status: string;
  readonly sale_price_krw: number;
  readonly stock: number;
  readonly found_at_ms: number;
  readonly decision: 'adopted' | 'left' | null;
  readonly is_double: number;
}

const MAX_SHOWN = 500;

/**
 * A scan reads every page in the lane `batch` and is committed at its end: aborted, it leaves the
 * last report as it was. `adopt` leaves out numbers it does not know and items that have a product
 * here.
 */
export function createOrphans(deps: OrphanDeps): OrphanDesk {
  const { database, journal, records } = deps;
  const selectShown = database.prepare<[string, number], OrphanRow>(
    `SELECT o.*, EXISTS (SELECT 1 FROM products p WHERE p.store_id = o.store_id
         AND p.item_no = o.item_no AND p.origin_product_no <> o.origin_product_no) AS is_double
     FROM orphans o WHERE o.store_id = ?
     ORDER BY o.decision IS NOT NULL, o.found_at_ms DESC, o.item_no LIMIT ?`,
  );
  const selectScan = database.prepare<[string], { ended_at_ms: number; product_count: number }>(
    'SELECT ended_at_ms, product_count FROM orphan_scans WHERE store_id = ?',
  );
  const upsertScan = database.prepare(
    `INSERT INTO orphan_scans (store_id, ended_at_ms, product_count) VALUES (?, ?, ?)
     ON CONFLICT (store_id) DO UPDATE SET
       ended_at_ms = excluded.ended_at_ms, product_count = excluded.product_count`,
  );
  const upsert = database.prepare(
    `INSERT INTO orphans (store_id, origin_product_no, channel_product_no, item_no, seller_code,
       name, status, sale_price_krw, stock, found_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (store_id, origin_product_no) DO UPDATE SET name = excluded.name,
       status = excluded.status, sale_price_krw = excluded.sale_price_krw, stock = excluded.stock`,
  );
  const selectStale = database
    .prepare<[string], string>(
      'SELECT origin_product_no FROM orphans WHERE store_id = ? AND decision IS NULL',
    )
    .pluck();
  const remove = database.prepare(
    'DELETE FROM orphans WHERE store_id = ? AND origin_product_no = ?',
  );
  const decide = database.prepare(
    'UPDATE orphans SET decision = ? WHERE store_id = ? AND origin_product_no = ?',
  );
  const selectOne = database.prepare<[string, string], OrphanRow>(
    `SELECT o.*, EXISTS (SELECT 1 FROM products p WHERE p.store_id = o.store_id
         AND p.item_no = o.item_no) AS is_double
     FROM orphans o WHERE o.store_id = ? AND o.origin_product_no = ?`,
  );
  const selectKnown = database.prepare<[string, string], { one: number }>(
    'SELECT 1 AS one FROM products WHERE store_id = ? AND origin_product_no = ?',
  );
  /** A create call of the item is under way or its outcome is being looked up: its product is no orphan. */
  const selectOpenIntent = database.prepare<[string, string], { one: number }>(
    `SELECT 1 AS one FROM jobs WHERE store_id = ? AND item_no = ? AND open_intent_id IS NOT NULL`,
  );
  const scans = new Map<StoreId, { readonly done: Promise<OrphanReport>; readCount: number }>();

  const report = (storeId: StoreId): OrphanReport => {
    const scan = selectScan.get(storeId);
    return {
      orphans: selectShown.all(storeId, MAX_SHOWN).map(orphanOf),
      scannedAtMs: scan?.ended_at_ms ?? null,
      productCount: scan?.product_count ?? 0,
      readingCount: scans.get(storeId)?.readCount ?? null,
    };
  };
  const isOrphan = (storeId: StoreId, product: ProductSummary, itemNo: ItemNo): boolean =>
    selectKnown.get(storeId, product.originProductNo) === undefined &&
    selectOpenIntent.get(storeId, itemNo) === undefined &&
    !deps.wasDeleted(storeId, product.originProductNo);

  const read = async (
    storeId: StoreId,
    told: (readCount: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<void> => {
    const found: (ProductSummary & { readonly itemNo: ItemNo })[] = [];
    let productCount = 0;
    let totalPages = 1;
    for (let page = 1; page <= totalPages; page += 1) {
      const options = { lane: 'batch' as const, ...(signal === undefined ? {} : { signal }) };
      const answer = await deps.naver.listProducts(page, options);
      totalPages = answer.totalPages;
      productCount += answer.products.length;
      for (const product of answer.products) {
        const itemNo = itemNoOfSellerCode(product.sellerCode ?? '');
        if (itemNo !== null) found.push({ ...product, itemNo });
      }
      told(productCount);
    }
    await journal.commit(() => {
      const orphans = found.filter((product) => isOrphan(storeId, product, product.itemNo));
      const numbers = new Set<string>(orphans.map((product) => product.originProductNo));
      for (const stale of selectStale.all(storeId)) {
        if (!numbers.has(stale)) remove.run(storeId, stale);
      }
      const atMs = deps.steadyNowMs();
      for (const product of orphans) {
        upsert.run(
          storeId,
          product.originProductNo,
          product.channelProductNo,
          product.itemNo,
          sellerCodeOf(product.itemNo),
          product.name,
          product.status,
          product.salePriceKrw,
          product.stock,
          atMs,
        );
      }
      upsertScan.run(storeId, atMs, productCount);
    });
  };

  return {
    report,
    scan: (storeId, signal) => {
      const underWay = scans.get(storeId);
      if (underWay !== undefined) return underWay.done;
      const scan = {
        readCount: 0,
        done: Promise.resolve()
          .then(() =>
            read(
              storeId,
              (readCount) => {
                scan.readCount = readCount;
                deps.changed();
              },
              signal,
            ),
          )
          .finally(() => {
            scans.delete(storeId);
            deps.changed();
          })
          .then(() => report(storeId)),
      };
      scans.set(storeId, scan);
      return scan.done;
    },
    adopt: (storeId, originProductNos) =>
      journal.commitNow(() => {
        const atMs = deps.steadyNowMs();
        let count = 0;
        for (const originProductNo of originProductNos) {
          const row = selectOne.get(storeId, originProductNo);
          if (row === undefined || row.is_double === 1) continue;
          const orphan = orphanOf(row);
          records.saveProduct(
            {
              storeId,
              itemNo: orphan.itemNo,
              originProductNo: orphan.originProductNo,
              channelProductNo: orphan.channelProductNo,
              sellerCode: orphan.sellerCode,
              name: orphan.name,
              salePriceKrw: orphan.salePriceKrw,
              stock: orphan.stock,
              draftVersion: null,
              isAdopted: true,
            },
            atMs,
          );
          decide.run('adopted', storeId, originProductNo);
          count += 1;
        }
        return count;
      }),
    leave: (storeId, originProductNos) =>
      journal.commitNow(() =>
        originProductNos.reduce((count, no) => count + decide.run('left', storeId, no).changes, 0),
      ),
  };
}

function orphanOf(row: OrphanRow): Orphan {
  return {
    originProductNo: row.origin_product_no as OriginProductNo,
    channelProductNo: row.channel_product_no as ChannelProductNo,
    itemNo: row.item_no as ItemNo,
    sellerCode: row.seller_code,
    name: row.name,
    status: row.status,
    salePriceKrw: row.sale_price_krw,
    stock: row.stock,
    foundAtMs: row.found_at_ms,
    isDouble: row.is_double === 1,
    decision: row.decision,
  };
}
