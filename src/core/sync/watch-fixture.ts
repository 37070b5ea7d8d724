import { type ItemNo, MAIN_STORE, type StoreId, sellerCodeOf } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import { type ChangeKind, DEFAULT_POLICIES, type WatchPolicy } from '@shared/domain/watch';
import type { OptionReading } from '@shared/options/model';
import type { StoredDraft } from '../drafts/draft-rows';
import type { CallBudgetSnapshot } from '../limiter/port';
import type { ProductBody, StoredProduct } from '../naver/port';
import type { NotificationRequest } from '../notifications/port';
import { createSystemSignals, type SystemSignals } from '../platform/system-signals';
import { createProductRecords } from '../registration/product-records';
import { type Database, openDatabase } from '../storage/database';
import { aDraft, type DraftOverrides } from '../testing/draft';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createFakeDomeggook, type FakeDomeggook } from '../testing/fake-domeggook';
import { createFakeNaver, type FakeNaver } from '../testing/fake-naver';
import { createMemoryKeyValueStore } from '../testing/memory-key-values';
import { createRecordingLogger } from '../testing/recording-logger';
import { anItemNo, aWholesaleItem, type WholesaleItemOverrides } from '../testing/wholesale-item';
import type { WatchService } from './port';
import { createWatchService } from './service';

/** One option of a test item. */
export interface TestOption {
  readonly name: string;
  readonly priceKrw?: number;
  readonly stock?: number;
  readonly isHidden?: boolean;
}

/** The supplier's option JSON of a single dimension (domeggook-openapi.md 5.1). */
export function selectOptOf(options: readonly (TestOption | null)[]): string {
  const key = (place: number): string => String(place).padStart(2, '0');
  const data = options.flatMap((option, place) =>
    option === null
      ? []
      : [
          [
            key(place),
            {
              name: option.name,
              dom: '1',
              domPrice: '0',
              sup: '1',
              supPrice: String(option.priceKrw ?? 0),
              qty: String(option.stock ?? 10),
              hid: option.isHidden ? '1' : '0',
            },
          ] as const,
        ],
  );
  return JSON.stringify({
    type: 'combination',
    set: [{ name: '색상', opts: options.map((option, place) => option?.name ?? `빈칸${place}`) }],
    data: Object.fromEntries(data),
  });
}

/** The draft's reading of the same options. */
function optionReadingOf(options: readonly TestOption[]): OptionReading {
  return {
    ...aDraft().content.options,
    type: 'SIMPLE',
    dimensions: [{ name: '색상', values: options.map(({ name }) => name) }],
    combinations: options.map((option, place) => ({
      values: [option.name],
      priceKrw: option.priceKrw ?? 0,
      stock: option.stock ?? 10,
      usable: (option.stock ?? 10) > 0,
      sourceKey: String(place).padStart(2, '0'),
    })),
  };
}

export interface PlantedProduct {
  readonly item?: WholesaleItemOverrides;
  readonly draft?: DraftOverrides;
  readonly options?: readonly TestOption[];
  /** Without a draft, as an adopted product. */
  readonly isAdopted?: boolean;
}

/** The three sides of one registered product: at the wholesaler, as a draft, in the store. */
export function plantedProduct(
  itemNo: ItemNo,
  product: PlantedProduct = {},
): {
  readonly item: WholesaleItem;
  readonly draft: StoredDraft;
  readonly body: ProductBody;
  readonly listing: {
    readonly name: string;
    readonly salePriceKrw: number;
    readonly stock: number;
  };
} {
  const options = product.options ?? [];
  const optionStock = options.reduce((sum, option) => sum + (option.stock ?? 10), 0);
  const item = aWholesaleItem({
    itemNo,
    title: `상품 ${itemNo}`,
    ...(options.length > 0 ? { selectOpt: selectOptOf(options), inventory: optionStock } : {}),
    ...product.item,
  });
  const draft = aDraft({
    itemNo,
    ...product.draft,
    content: {
      name: `상품 ${itemNo}`,
      ...(options.length > 0 ? { options: optionReadingOf(options) } : {}),
      ...product.draft?.content,
    },
  });
  const { name } = draft.content;
  const { salePriceKrw } = draft.content.price;
  const stock = options.length > 0 ? optionStock : (item.inventory ?? 0);
  const optionCombinations = options.map((option, place) => ({
    optionName1: option.name,
    price: option.priceKrw ?? 0,
    stockQuantity: option.stock ?? 10,
    usable: true,
    sellerManagerCode: String(place).padStart(2, '0'),
  }));
  return {
    item,
    draft: {
      draft,
      sourceContent: draft.content,
      buildReasons: [],
      refusals: [],
      explanations: [],
      item: { ...item, descriptionHtml: '', selectOpt: null },
    },
    body: {
      originProduct: {
        statusType: 'SALE',
        name,
        salePrice: salePriceKrw,
        stockQuantity: stock,
        detailAttribute: {
          sellerCodeInfo: { sellerManagementCode: sellerCodeOf(itemNo) },
          ...(options.length > 0 ? { optionInfo: { optionCombinations } } : {}),
        },
      },
    },
    listing: { name, salePriceKrw, stock },
  };
}

/** A wholesaler, a store and a database with products that are registered. */
export interface WatchWorld {
  readonly clock: FakeClock;
  readonly database: Database;
  readonly domeggook: FakeDomeggook;
  readonly naver: FakeNaver;
  readonly signals: SystemSignals;
  readonly told: NotificationRequest[];
  readonly budget: { usedToday: number; perDay: number };
  readonly settings: { value: Settings };
  /** Change at any time; what the wholesaler says of each item. */
  readonly items: Map<ItemNo, WholesaleItem>;
  change(itemNo: ItemNo, overrides: WholesaleItemOverrides): void;
  plant(itemNo: ItemNo, product?: PlantedProduct): void;
  /** A service on the same database, as after a restart, or on another one, as after a restore. */
  service(on?: Database): WatchService;
}

export async function createWatchWorld(path = ':memory:'): Promise<WatchWorld> {
  const clock = createFakeClock();
  const database = await openDatabase(path, clock);
  const logger = createRecordingLogger();
  const items = new Map<ItemNo, WholesaleItem>();
  const domeggook = createFakeDomeggook(
    (itemNo) => items.get(itemNo) ?? aWholesaleItem({ itemNo }),
  );
  const naver = createFakeNaver();
  const drafts = new Map<ItemNo, StoredDraft>();
  const told: NotificationRequest[] = [];
  const records = createProductRecords(database);
  const { signals, source } = createSystemSignals();
  const budget = { usedToday: 0, perDay: 15_000 };
  const settings = { value: defaultSettings() };
  const keyValueStore = createMemoryKeyValueStore();
  const snapshot = (): CallBudgetSnapshot => ({
    perMinute: 150,
    perDay: budget.perDay,
    usedToday: budget.usedToday,
    reservedForSync: 0,
    resetsAtMs: clock.nowMs() + 15 * 3_600_000,
    silentUntilMs: null,
  });

  const plant: WatchWorld['plant'] = (itemNo, product = {}) => {
    const planted = plantedProduct(itemNo, product);
    items.set(itemNo, planted.item);
    if (product.isAdopted !== true) drafts.set(itemNo, planted.draft);
    const originProductNo = naver.plant(planted.body);
    const { name, salePriceKrw, stock } = planted.listing;
    records.saveProduct(
      {
        storeId: MAIN_STORE,
        itemNo,
        originProductNo,
        channelProductNo: naver.channelNoOf(originProductNo),
        sellerCode: sellerCodeOf(itemNo),
        name,
        salePriceKrw,
        stock,
        draftVersion: 1,
        isAdopted: product.isAdopted ?? false,
      },
      clock.nowMs(),
    );
  };

  return {
    clock,
    database,
    domeggook,
    naver,
    signals,
    told,
    budget,
    settings,
    items,
    plant,
    change: (itemNo, overrides) => {
      const before = items.get(itemNo) ?? aWholesaleItem({ itemNo });
      items.set(itemNo, changedItem(before, overrides));
    },
    service: (on = database) =>
      createWatchService({
        database: on,
        clock,
        logger,
        domeggook,
        naver,
        findDraft: (_: StoreId, itemNo) => drafts.get(itemNo) ?? null,
        notifications: {
          record: (request) => {
            told.push(request);
            return { kind: 'recorded', notificationId: told.length };
          },
        },
        settings: () => settings.value,
        callBudget: snapshot,
        keyValueStore,
        signals: source,
        onItemChanged: () => undefined,
        acquireLock: () => ({ release: () => undefined }),
      }),
  };
}

/** An item with some of it changed, its parts one by one. */
export function changedItem(
  before: WholesaleItem,
  overrides: WholesaleItemOverrides,
): WholesaleItem {
  const { delivery, supplier, detail, ...rest } = overrides;
  return {
    ...before,
    ...rest,
    delivery: { ...before.delivery, ...delivery },
    supplier: { ...before.supplier, ...supplier },
    detail: { ...before.detail, ...detail },
  };
}

/** `count` item numbers from 20000001. */
export function itemNosOf(count: number): readonly ItemNo[] {
  return Array.from({ length: count }, (_, place) => anItemNo(String(20_000_001 + place)));
}

/** The item that most tests are about. */
export const ITEM = anItemNo('20000001');
/** The main store's first rows. */
export const PAGE = { storeId: MAIN_STORE, offset: 0, limit: 100 };

/** A world of these products that has looked at each of them once. */
export async function openWatched(
  itemNos: readonly ItemNo[] = [ITEM],
  product: PlantedProduct = {},
): Promise<{ readonly world: WatchWorld; readonly watch: WatchService }> {
  const world = await createWatchWorld();
  for (const itemNo of itemNos) world.plant(itemNo, product);
  const watch = world.service();
  await watch.runOnce();
  return { world, watch };
}

/** The store's product at this place, in the order of registration. */
export function listed(world: WatchWorld, place = 0): StoredProduct {
  const product = world.naver.products()[place];
  if (product === undefined) throw new Error(`no product ${place} is listed`);
  return product;
}

/** A policy of the whole store that follows at once. */
export function acting(kind: ChangeKind, rest: Partial<WatchPolicy> = {}): WatchPolicy {
  const scope = { storeId: MAIN_STORE, supplierId: null, itemNo: null };
  return { scope, kind, ...DEFAULT_POLICIES[kind], action: 'act', ...rest };
}

/** A wholesale price for one piece. */
export function priced(unitPriceKrw: number): WholesaleItemOverrides {
  return { supplyPriceTiers: [{ minQuantity: 1, unitPriceKrw }] };
}
