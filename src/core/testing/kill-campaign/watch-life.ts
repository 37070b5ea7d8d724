import { MAIN_STORE } from '@shared/domain/ids';
import { defaultSettings } from '@shared/domain/settings';
import type { NaverClient } from '../../naver/port';
import { createNotificationStore } from '../../notifications/notification-store';
import { systemClock } from '../../platform/clock';
import { silentLogger } from '../../platform/logger';
import { createSystemSignals } from '../../platform/system-signals';
import { openDatabase } from '../../storage/database';
import { createWatchService } from '../../sync/service';
import { changedItem, plantedProduct } from '../../sync/watch-fixture';
import { createFakeDomeggook } from '../fake-domeggook';
import { createMemoryKeyValueStore } from '../memory-key-values';
import { passAtCommits } from './boundaries';
import type { WatchReport } from './orders';
import { CAMPAIGN_PRODUCTS } from './watch-products';

/**
 * One life of the watcher over a real file: a sweep over the campaign's products, whose items have all
 * changed, with everything that follows. `pass` is called before and after every commit.
 */
export async function sweepOnce(
  path: string,
  naver: NaverClient,
  pass: () => void,
): Promise<WatchReport> {
  const planted = new Map(
    CAMPAIGN_PRODUCTS.map(({ itemNo, product, change }) => {
      const { item, draft } = plantedProduct(itemNo, product);
      return [itemNo, { item: changedItem(item, change), draft }] as const;
    }),
  );
  const database = await openDatabase(path, systemClock);
  passAtCommits(database, pass);
  const notices = createNotificationStore(database);
  const settings = defaultSettings();
  const watch = createWatchService({
    database,
    clock: systemClock,
    logger: silentLogger,
    domeggook: createFakeDomeggook((itemNo) => {
      const known = planted.get(itemNo);
      if (known === undefined) throw new Error(`${itemNo} is not part of the campaign`);
      return known.item;
    }),
    naver,
    findDraft: (_, itemNo) => planted.get(itemNo)?.draft ?? null,
    notifications: { record: (request) => notices.insert(request, systemClock.nowMs()) },
    settings: () => settings,
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
  await watch.runOnce();
  const status = watch.status(MAIN_STORE);
  const lines = (sql: string): readonly string[] => database.prepare(sql).pluck().all() as string[];
  const report: WatchReport = {
    changes: lines(
      `SELECT item_no || ' ' || kind || ' ' || state FROM watch_changes ORDER BY item_no, change_id`,
    ),
    notices: lines(
      `SELECT item_no || ' ' || kind || ' ' || repeat_count FROM notifications
       ORDER BY item_no, notification_id`,
    ),
    points: lines(
      `SELECT item_no || ' ' || group_concat(price_krw || '/' || stock, ' ' ORDER BY at_ms)
       FROM watch_points WHERE series = '' GROUP BY item_no ORDER BY item_no`,
    ),
    openWrites: status.pendingWrites,
    openFindings: status.openFindings,
  };
  database.close();
  return report;
}
