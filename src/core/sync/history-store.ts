import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { HistoryPoint, WatchHistory } from '@shared/domain/watch';
import type { Database } from '../storage/database';
import type { Listing } from './listing';
import { type ItemSnapshot, orderableStock, stockOf, unitPriceOf } from './snapshot';

interface PointRow {
  readonly series: string;
  readonly at_ms: number;
  readonly name: string | null;
  readonly price_krw: number | null;
  readonly stock: number | null;
}

/** Most points of one series that a screen gets; the newest are kept. */
const MAX_POINTS = 2000;

/** Price and stock over time. A point is written only when a value differs from the one before it. */
export interface HistoryStore {
  addItemPoints(itemNo: ItemNo, snapshot: ItemSnapshot, atMs: number): void;
  addListingPoint(storeId: StoreId, itemNo: ItemNo, listing: Listing, atMs: number): void;
  read(storeId: StoreId, itemNo: ItemNo, productName: string, fromMs: number): WatchHistory;
  /** Rows of `series, option, time, price, stock` for one item or all of a store, oldest first. */
  rows(storeId: StoreId, itemNo: ItemNo | null): Iterable<HistoryRow>;
  /** Drops points older than `beforeMs`, but never the newest of a series. Gives their count. */
  prune(beforeMs: number): number;
}

/** One point of one series; `optionName` is empty for the series of the item and of the listing. */
export interface HistoryRow extends HistoryPoint {
  readonly itemNo: ItemNo;
  readonly series: 'item' | 'option' | 'listing';
  readonly optionName: string;
}

/**
 * The points of a database, the wholesaler's shared by all stores and the listing's kept per store;
 * joins the caller's transaction.
 */
export function createHistoryStore(database: Database): HistoryStore {
  const selectLast = database.prepare<[string, string], PointRow>(
    `SELECT * FROM watch_points WHERE item_no = ? AND series = ? ORDER BY at_ms DESC LIMIT 1`,
  );
  const upsert = database.prepare(
    `INSERT INTO watch_points (item_no, series, at_ms, name, price_krw, stock)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (item_no, series, at_ms) DO UPDATE SET
       price_krw = excluded.price_krw, stock = excluded.stock`,
  );
  const selectAll = database.prepare<[string, number], PointRow>(
    `SELECT series, at_ms, name, price_krw, stock FROM watch_points p
     WHERE item_no = ? AND at_ms >= coalesce((SELECT max(q.at_ms) FROM watch_points q
       WHERE q.item_no = p.item_no AND q.series = p.series AND q.at_ms <= ?), 0)
     ORDER BY series, at_ms`,
  );
  const selectRows = database.prepare<
    [string, string | null, string | null],
    PointRow & { item_no: string }
  >(
    `SELECT h.item_no, h.series, h.at_ms, h.name, h.price_krw, h.stock FROM watch_points h
     JOIN watch_products w ON w.item_no = h.item_no AND w.store_id = ?
     WHERE (? IS NULL OR h.item_no = ?) ORDER BY h.item_no, h.series, h.at_ms`,
  );
  const deleteOld = database.prepare(
    `DELETE FROM watch_points WHERE at_ms < ? AND EXISTS (SELECT 1 FROM watch_points n
       WHERE n.item_no = watch_points.item_no AND n.series = watch_points.series
         AND n.at_ms > watch_points.at_ms)`,
  );

  const add = (
    itemNo: ItemNo,
    series: string,
    name: string | null,
    priceKrw: number | null,
    stock: number | null,
    atMs: number,
  ): void => {
    const last = selectLast.get(itemNo, series);
    if (last !== undefined && last.price_krw === priceKrw && last.stock === stock) return;
    upsert.run(itemNo, series, atMs, name, priceKrw, stock);
  };

  return {
    addItemPoints: (itemNo, snapshot, atMs) => {
      add(itemNo, '', null, unitPriceOf(snapshot), stockOf(snapshot), atMs);
      for (const option of snapshot.options) {
        const stock = orderableStock(option);
        add(itemNo, `o:${option.key}`, option.name, option.priceKrw, stock, atMs);
      }
    },
    addListingPoint: (storeId, itemNo, listing, atMs) => {
      const paidKrw = listing.salePriceKrw - (listing.discountKrw ?? 0);
      add(itemNo, `s:${storeId}`, null, paidKrw, listing.stock, atMs);
    },
    read: (storeId, itemNo, productName, fromMs) => {
      const bySeries = new Map<string, { name: string; points: HistoryPoint[] }>();
      for (const row of selectAll.all(itemNo, fromMs)) {
        const series = bySeries.get(row.series) ?? { name: row.name ?? '', points: [] };
        bySeries.set(row.series, series);
        series.points.push({ atMs: row.at_ms, priceKrw: row.price_krw, stock: row.stock });
      }
      const pointsOf = (series: string): readonly HistoryPoint[] =>
        (bySeries.get(series)?.points ?? []).slice(-MAX_POINTS);
      return {
        itemNo,
        productName,
        item: pointsOf(''),
        options: [...bySeries.entries()].flatMap(([series, { name }]) =>
          series.startsWith('o:') ? [{ key: series.slice(2), name, points: pointsOf(series) }] : [],
        ),
        listing: pointsOf(`s:${storeId}`),
      };
    },
    *rows(storeId, itemNo) {
      for (const row of selectRows.iterate(storeId, itemNo, itemNo)) {
        if (row.series.startsWith('s:') && row.series !== `s:${storeId}`) continue;
        yield {
          itemNo: row.item_no as ItemNo,
          series: row.series === '' ? 'item' : row.series.startsWith('o:') ? 'option' : 'listing',
          optionName: row.name ?? '',
          atMs: row.at_ms,
          priceKrw: row.price_krw,
          stock: row.stock,
        };
      }
    },
    prune: (beforeMs) => deleteOld.run(beforeMs).changes,
  };
}

const CSV_MARK = '\uFEFF';
const KST_OFFSET_MS = 9 * 3_600_000;
const SERIES_NAMES = { item: '도매', option: '도매 옵션', listing: '스토어' } as const;

/** The rows as CSV (RFC 4180, UTF-8 with a mark, Korean time), so that Excel opens them as they are. */
export function historyCsv(rows: Iterable<HistoryRow>): string {
  const lines = ['상품번호,구분,옵션,시각(KST),가격(원),재고'];
  for (const row of rows) {
    const time = new Date(row.atMs + KST_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
    lines.push(
      [
        row.itemNo,
        SERIES_NAMES[row.series],
        csvField(row.optionName),
        time,
        row.priceKrw ?? '',
        row.stock ?? '',
      ].join(','),
    );
  }
  return `${CSV_MARK}${lines.join('\r\n')}\r\n`;
}

/** Quoted where it must be; a text that a spreadsheet would take for a formula is made plain. */
function csvField(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
