import { MAIN_STORE } from '@shared/domain/ids';
import { defaultSettings } from '@shared/domain/settings';
import { isSearchable } from '@shared/domain/sourcing';
import { AppError } from '@shared/errors/app-error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOptions, ItemSearch, ItemSummary } from '../domeggook/port';
import { readItemOptions } from '../options/item-options';
import type { Database } from '../storage/database';
import { openDatabase } from '../storage/database';
import { createSqliteKeyValueStore } from '../storage/key-value';
import { aDraft } from '../testing/draft';
import { createFakeClock } from '../testing/fake-clock';
import { createFakeDomeggook } from '../testing/fake-domeggook';
import { createFakeRandomness } from '../testing/fake-randomness';
import { createRecordingLogger } from '../testing/recording-logger';
import { anItemNo, aWholesaleItem } from '../testing/wholesale-item';
import { createKnownItems } from './known-items';
import { createSavedSearches, SAVED_SEARCHES_MAX } from './saved-searches';
import { createSourcingDesk } from './service';

const OPTIONS: CallOptions = { lane: 'normal', isInteractive: true };
const clock = createFakeClock();
let database: Database;

beforeEach(async () => {
  database = await openDatabase(':memory:', clock);
});
afterEach(() => {
  database.close();
});

function aHit(itemNo: string, change: Partial<ItemSummary> = {}): ItemSummary {
  return {
    itemNo: anItemNo(itemNo),
    title: `상품 ${itemNo}`,
    thumbnailUrl: null,
    supplierId: 'maker',
    supplierNick: null,
    priceKrw: 10_000,
    unitQuantity: 1,
    isBusinessOnly: false,
    isAdult: false,
    payer: 'prepaid',
    deliveryFeeKrw: 3000,
    isFromOversea: false,
    isOnDomeme: true,
    ...change,
  };
}

function createWorld(hits: readonly ItemSummary[] = []) {
  const domeggook = createFakeDomeggook();
  const asked: ItemSearch[] = [];
  const prepared: string[] = [];
  const faults: { prepare?: () => never } = {};
  const settings = defaultSettings();
  const searches = createSavedSearches({
    store: createSqliteKeyValueStore(database),
    clock,
    randomness: createFakeRandomness(1),
  });
  const desk = createSourcingDesk({
    domeggook: {
      ...domeggook,
      searchItems: async (search) => {
        asked.push(search);
        return { items: hits, totalItems: 250, page: search.page, totalPages: 3 };
      },
    },
    drafts: {
      prepare: async (storeId, item) => {
        faults.prepare?.();
        prepared.push(item.itemNo);
        return { ...aDraft(), storeId, itemNo: item.itemNo };
      },
    },
    knownItems: createKnownItems(database),
    searches,
    readOptions: readItemOptions,
    settings: () => settings,
    logger: createRecordingLogger(),
  });
  return { desk, domeggook, asked, prepared, faults, settings, searches };
}

function putProduct(itemNo: string): void {
  database
    .prepare(
      `INSERT INTO products (store_id, item_no, origin_product_no, seller_code, is_adopted, registered_at_ms)
       VALUES ('main', ?, ?, ?, 0, 1)`,
    )
    .run(itemNo, `9${itemNo}`, `SB-${itemNo}`);
}

describe('searching the wholesaler', () => {
  it('asks nothing when the wholesaler would refuse the search', async () => {
    const world = createWorld();
    const search = world.desk.search(MAIN_STORE, { categoryCode: '01_00_00_00_00' }, 1, OPTIONS);
    await expect(search).rejects.toMatchObject({ code: 'SOURCING_NO_CONDITION' });
    expect(world.asked).toEqual([]);
    expect(isSearchable({ keyword: '   ' })).toBe(false);
    expect(isSearchable({ categoryCode: '01_02_00_00_00' })).toBe(true);
    expect(isSearchable({ supplierNick: '가게' })).toBe(true);
  });

  it('gives each number once, although the ranking moved while it was read', async () => {
    const world = createWorld([aHit('1001'), aHit('1002'), aHit('1001')]);
    const page = await world.desk.search(MAIN_STORE, { keyword: '컵' }, 2, OPTIONS);
    expect(page.rows.map(({ itemNo }) => itemNo)).toEqual(['1001', '1002']);
    expect(page).toMatchObject({ totalItems: 250, page: 2, totalPages: 3 });
    expect(world.asked).toEqual([{ keyword: '컵', page: 2, pageSize: 100 }]);
  });

  it('marks what is registered already', async () => {
    putProduct('1002');
    const world = createWorld([aHit('1001'), aHit('1002')]);
    const { rows } = await world.desk.search(MAIN_STORE, { keyword: '컵' }, 1, OPTIONS);
    expect(rows.map(({ progress }) => progress)).toEqual(['none', 'registered']);
  });

  it('estimates the profit by the seller’s own price rule, delivery inside the price or apart', async () => {
    const world = createWorld([aHit('1001')]);
    const apart = await world.desk.search(MAIN_STORE, { keyword: '컵' }, 1, OPTIONS);
    world.settings.pricing.deliveryFee = 'include-in-price';
    const inside = await world.desk.search(MAIN_STORE, { keyword: '컵' }, 1, OPTIONS);
    const of = (page: typeof apart): number => page.rows[0]?.estimate?.salePriceKrw ?? 0;
    // 10,000 / (1 - 5.5 % - 20 %) and 13,000 / the same, both rounded up to 100 won.
    expect(of(apart)).toBe(13_500);
    expect(of(inside)).toBe(17_500);
  });

  it('gives no estimate where the rule gives no price', async () => {
    const world = createWorld([aHit('1001')]);
    world.settings.pricing.marginPercent = 95;
    const { rows } = await world.desk.search(MAIN_STORE, { keyword: '컵' }, 1, OPTIONS);
    expect(rows[0]?.estimate).toBeNull();
  });
});

describe('looking at one item', () => {
  it('shows options, tiers, delivery and what one sale would leave', async () => {
    const world = createWorld();
    const found = await world.desk.look(MAIN_STORE, anItemNo('1001'), OPTIONS);
    expect(found).toMatchObject({
      kind: 'item',
      item: { itemNo: '1001', isOnSale: true, delivery: { feeKrw: 3000 }, progress: 'none' },
    });
  });

  it('says why there is nothing to see', async () => {
    const world = createWorld();
    const itemNo = anItemNo('1001');
    world.domeggook.lookups.set(itemNo, { kind: 'deleted', itemNo });
    await expect(world.desk.look(MAIN_STORE, itemNo, OPTIONS)).resolves.toMatchObject({
      kind: 'absent',
      reason: { code: 'REGISTRATION_ITEM_DELETED' },
    });
  });
});

describe('taking items as drafts', () => {
  it('gives one verdict per number and touches nothing that is registered', async () => {
    putProduct('1002');
    const world = createWorld();
    const gone = anItemNo('1003');
    const ended = anItemNo('1004');
    world.domeggook.lookups.set(gone, { kind: 'deleted', itemNo: gone });
    world.domeggook.lookups.set(ended, {
      kind: 'found',
      itemNo: ended,
      item: aWholesaleItem({ itemNo: ended, status: 'sale-ended', statusText: '판매종료' }),
    });
    const verdicts = await world.desk.collect(
      MAIN_STORE,
      ['1001', '1002', '1003', '1004', '1001'].map(anItemNo),
      OPTIONS,
    );
    expect(verdicts.map(({ itemNo, kind }) => [itemNo, kind])).toEqual([
      ['1001', 'drafted'],
      ['1002', 'registered'],
      ['1003', 'not-taken'],
      ['1004', 'not-taken'],
    ]);
    expect(world.prepared).toEqual(['1001']);
    expect(world.domeggook.calls).toEqual([['1001', '1003', '1004']]);
  });

  it('stops at the first fault of the store’s side and says so for the rest', async () => {
    const world = createWorld();
    world.faults.prepare = () => {
      throw new AppError('NETWORK_TIMEOUT', { params: { host: 'store' } });
    };
    const verdicts = await world.desk.collect(MAIN_STORE, ['1001', '1002'].map(anItemNo), OPTIONS);
    expect(verdicts).toMatchObject([
      { kind: 'not-taken', reason: { code: 'NETWORK_TIMEOUT' } },
      { kind: 'not-taken', reason: { code: 'NETWORK_TIMEOUT' } },
    ]);
  });
});

describe('searches that are kept', () => {
  it('come back newest first and replace one of the same name', () => {
    const { searches } = createWorld();
    searches.save('여름', { keyword: '선풍기' });
    searches.save('컵', { keyword: '컵', maxPriceKrw: 9000 });
    searches.save('여름', { keyword: '쿨매트' });
    expect(searches.list().map(({ name, conditions }) => [name, conditions.keyword])).toEqual([
      ['여름', '쿨매트'],
      ['컵', '컵'],
    ]);
    const [first] = searches.list();
    searches.remove(first?.id ?? '');
    expect(searches.list().map(({ name }) => name)).toEqual(['컵']);
  });

  it('leave out one that cannot be read, and keep the others', () => {
    const { searches } = createWorld();
    searches.save('컵', { keyword: '컵' });
    const store = createSqliteKeyValueStore(database);
    const kept = store.find('sourcing.searches')?.value;
    store.save('sourcing.searches', [{ broken: true }, ...(Array.isArray(kept) ? kept : [])], 1);
    expect(searches.list().map(({ name }) => name)).toEqual(['컵']);
  });

  it('are limited in number', () => {
    const { searches } = createWorld();
    for (let at = 0; at < SAVED_SEARCHES_MAX; at += 1) searches.save(`${at}`, { keyword: '컵' });
    expect(() => searches.save('one more', { keyword: '컵' })).toThrow(
      expect.objectContaining({ code: 'SOURCING_SEARCHES_FULL' }),
    );
  });
});
