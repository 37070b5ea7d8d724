import { statSync } from 'node:fs';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { createSystemSignals } from '@core/platform/system-signals';
import { type Database, openDatabase } from '@core/storage/database';
import type { WatchService } from '@core/sync/port';
import { createWatchService } from '@core/sync/service';
import { createFakeDomeggook } from '@core/testing/fake-domeggook';
import { createFakeNaver } from '@core/testing/fake-naver';
import { createMemoryKeyValueStore } from '@core/testing/memory-key-values';
import { aWholesaleItem } from '@core/testing/wholesale-item';
import type { ItemNo } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import { defaultSettings } from '@shared/domain/settings';

/** A watcher over `count` products in a file, with the calls counted and the answers already there. */
export interface SweepBench {
  readonly watch: WatchService;
  readonly database: Database;
  readonly calls: () => number;
  /** Lets `count` items change their price. */
  change(count: number): void;
  /** Bytes of the database with everything written back into its one file. */
  sizeBytes(): number;
}

/** Distinct items; the others share their facts, so that making answers costs nothing while measuring. */
const TEMPLATES = 500;
const OPTIONS = 12;

export async function openSweepBench(path: string, count: number): Promise<SweepBench> {
  const database = await openDatabase(path, systemClock);
  const insert = database.prepare(
    `INSERT INTO products (store_id, item_no, origin_product_no, channel_product_no, seller_code,
       name, sale_price_krw, stock, draft_version, is_adopted, registered_at_ms)
     VALUES ('main', ?, ?, NULL, ?, ?, 9900, 100, 1, 0, 1)`,
  );
  database.transaction(() => {
    for (let place = 0; place < count; place += 1) {
      const itemNo = numberAt(place);
      insert.run(itemNo, String(11_900_000_000 + place), `SB-${itemNo}`, `상품 ${itemNo}`);
    }
  })();
  const templates = Array.from({ length: TEMPLATES }, (_, place) =>
    aWholesaleItem({ title: `상품 ${place}`, selectOpt: selectOptOf(place), descriptionHtml: '' }),
  );
  const changed = new Map<ItemNo, number>();
  const itemOf = (itemNo: ItemNo): WholesaleItem => {
    const template = templates[Number(itemNo) % TEMPLATES] ?? aWholesaleItem();
    const priceKrw = changed.get(itemNo);
    return {
      ...template,
      itemNo,
      ...(priceKrw === undefined
        ? {}
        : { supplyPriceTiers: [{ minQuantity: 1, unitPriceKrw: priceKrw }] }),
    };
  };
  const domeggook = createFakeDomeggook(itemOf);
  const watch = createWatchService({
    database,
    clock: systemClock,
    logger: silentLogger,
    domeggook,
    naver: createFakeNaver(),
    findDraft: () => null,
    notifications: { record: () => ({ kind: 'recorded', notificationId: 1 }) },
    settings: defaultSettings,
    callBudget: () => ({
      perMinute: 150,
      perDay: 15_000,
      usedToday: 0,
      reservedForSync: 0,
      resetsAtMs: systemClock.nowMs() + 3_600_000,
      silentUntilMs: null,
    }),
    keyValueStore: createMemoryKeyValueStore(),
    signals: createSystemSignals().source,
    onItemChanged: () => undefined,
  });
  return {
    watch,
    database,
    calls: () => domeggook.calls.length,
    change: (wanted) => {
      for (let place = 0; place < wanted; place += 1) changed.set(numberAt(place), 5500);
    },
    sizeBytes: () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      return statSync(path).size;
    },
  };
}

function numberAt(place: number): ItemNo {
  return String(10_000_000 + place) as ItemNo;
}

function selectOptOf(seed: number): string {
  const opts = Array.from({ length: OPTIONS }, (_, place) => `색상 ${seed}-${place}`);
  const data = Object.fromEntries(
    opts.map((name, place) => [
      String(place).padStart(2, '0'),
      {
        name,
        dom: '1',
        sup: '1',
        domPrice: '0',
        supPrice: String(place * 100),
        qty: '50',
        hid: '0',
      },
    ]),
  );
  return JSON.stringify({ type: 'combination', set: [{ name: '색상', opts }], data });
}
