import { drawFor } from '../seeded';
import { type CatalogueItem, type ItemStatus, inventoryOf, QUIRKS, type Quirk } from './model';

/** A change of one item, as the market made it. */
export interface MarketChange {
  readonly itemNo: number;
  readonly kind:
    | 'price'
    | 'stock'
    | 'sold-out'
    | 'ended'
    | 'restarted'
    | 'deleted'
    | 'option'
    | 'licence'
    | 'floor';
  readonly before: string;
  readonly after: string;
}

/** `some`: on the items that carry it; `all` and `none`: on every item, on none. */
export type QuirkMode = 'some' | 'all' | 'none';

/** The catalogue with everything that can happen to it. Methods throw RangeError for an unknown number. */
export interface MarketState {
  readonly items: readonly CatalogueItem[];
  find(itemNo: number): CatalogueItem | null;
  /** Lets `steps` rounds of everyday changes happen; the same steps give the same changes. */
  advance(steps: number): readonly MarketChange[];
  changePrice(itemNo: number, priceKrw: number): MarketChange;
  /** Stock of an item without options, or of every option. */
  changeStock(itemNo: number, stock: number): MarketChange;
  /** One option by its wire key (`00_01`). */
  changeOption(
    itemNo: number,
    key: string,
    change: { stock?: number; supAddKrw?: number; hid?: 0 | 1 | 2 },
  ): MarketChange;
  soldOut(itemNo: number): MarketChange;
  end(itemNo: number): MarketChange;
  /** Back on sale, also after end and delete. */
  restart(itemNo: number): MarketChange;
  delete(itemNo: number): MarketChange;
  setLicence(itemNo: number, isUsable: boolean): MarketChange;
  setResaleFloor(itemNo: number, floorKrw: number | null): MarketChange;
  has(item: CatalogueItem, quirk: Quirk): boolean;
  setQuirk(quirk: Quirk, mode: QuirkMode): void;
  beforeView(item: CatalogueItem): void;
}

function priceText(item: CatalogueItem): string {
  return (item.supply ?? item.dome ?? [])
    .map((step) => `${step.minQuantity}+${step.priceKrw}`)
    .join('|');
}

/** The catalogue to begin with; `seed` decides every later change. */
export interface MarketStateParts {
  readonly items: readonly CatalogueItem[];
  readonly seed: number;
  nowMs(): number;
}

/** Share of the items that change in one step. */
const CHANGES_PER_STEP = 0.04;

/** A market at step 0 with every quirk on some items. */
export function createMarketState(parts: MarketStateParts): MarketState {
  const { items, seed } = parts;
  const byNo = new Map(items.map((item) => [item.itemNo, item]));
  const modes = new Map<Quirk, QuirkMode>();
  let step = 0;

  const need = (itemNo: number): CatalogueItem => {
    const item = byNo.get(itemNo);
    if (item === undefined) throw new RangeError(`the practice market has no item ${itemNo}`);
    return item;
  };
  const apply = (
    itemNo: number,
    kind: MarketChange['kind'],
    read: (item: CatalogueItem) => string,
    write: (item: CatalogueItem) => void,
  ): MarketChange => {
    const item = need(itemNo);
    const before = read(item);
    write(item);
    item.version += 1;
    item.changedAtMs = parts.nowMs();
    return { itemNo, kind, before, after: read(item) };
  };
  const setPrice = (item: CatalogueItem, priceKrw: number): void => {
    const old = item.supply?.[0]?.priceKrw ?? item.dome?.[0]?.priceKrw ?? priceKrw;
    const scaled = (price: number): number =>
      Math.max(10, Math.round((price * priceKrw) / old / 10) * 10);
    item.supply =
      item.supply?.map((known, index) => ({
        ...known,
        priceKrw: index === 0 ? priceKrw : scaled(known.priceKrw),
      })) ?? null;
    item.dome = item.dome?.map((known) => ({ ...known, priceKrw: scaled(known.priceKrw) })) ?? null;
  };
  const setStock = (item: CatalogueItem, stock: number): void => {
    item.stock = stock;
    for (const entry of item.options?.entries ?? []) entry.stock = stock;
  };
  const statusOf = (item: CatalogueItem): string => (item.isDeleted ? '삭제' : item.status);
  const setStatus = (
    kind: MarketChange['kind'],
    itemNo: number,
    status: ItemStatus,
    isDeleted: boolean,
  ) =>
    apply(itemNo, kind, statusOf, (item) => {
      item.status = status;
      item.isDeleted = isDeleted;
    });
  const stockText = (item: CatalogueItem): string => String(inventoryOf(item));
  const keyOf = (indexes: readonly number[]): string =>
    indexes.map((index) => String(index).padStart(2, '0')).join('_');

  const state: MarketState = {
    items,
    find: (itemNo) => byNo.get(itemNo) ?? null,
    has(item, quirk) {
      const mode = modes.get(quirk) ?? 'some';
      return mode === 'some' ? item.quirks.includes(quirk) : mode === 'all';
    },
    setQuirk(quirk, mode) {
      if (!QUIRKS.includes(quirk)) throw new RangeError(`unknown quirk ${quirk}`);
      modes.set(quirk, mode);
    },
    beforeView(item) {
      if (state.has(item, 'changing-prices')) {
        setPrice(item, (item.supply?.[0]?.priceKrw ?? 1000) + 100);
        item.version += 1;
      }
    },
    changePrice: (itemNo, priceKrw) =>
      apply(itemNo, 'price', priceText, (item) => setPrice(item, priceKrw)),
    changeStock: (itemNo, stock) =>
      apply(itemNo, 'stock', stockText, (item) => setStock(item, stock)),
    changeOption: (itemNo, key, change) => {
      const found = need(itemNo).options?.entries.find((entry) => keyOf(entry.indexes) === key);
      if (found === undefined) throw new RangeError(`item ${itemNo} has no option ${key}`);
      const read = (): string => `${key} ${found.supAddKrw} ${found.stock} ${found.hid}`;
      return apply(itemNo, 'option', read, () => Object.assign(found, change));
    },
    soldOut: (itemNo) => apply(itemNo, 'sold-out', stockText, (item) => setStock(item, 0)),
    end: (itemNo) => setStatus('ended', itemNo, '판매종료', false),
    restart: (itemNo) => setStatus('restarted', itemNo, '판매중', false),
    delete: (itemNo) => setStatus('deleted', itemNo, need(itemNo).status, true),
    setLicence: (itemNo, isUsable) =>
      apply(
        itemNo,
        'licence',
        (item) => String(item.isLicensed),
        (item) => {
          item.isLicensed = isUsable;
        },
      ),
    setResaleFloor: (itemNo, floorKrw) =>
      apply(
        itemNo,
        'floor',
        (item) => String(item.resaleMinimumKrw),
        (item) => {
          item.resaleMinimumKrw = floorKrw;
        },
      ),
    advance(steps) {
      const changes: MarketChange[] = [];
      for (let done = 0; done < steps; done += 1) {
        step += 1;
        const draw = drawFor(`${seed}/step/${step}`);
        for (const item of items) {
          if (!draw.chance(CHANGES_PER_STEP) || item.isDeleted) continue;
          changes.push(oneChange(item, draw.fraction(), draw.fraction(), state));
        }
      }
      return changes;
    },
  };
  return state;
}

/** One everyday change; `what` and `howMuch` are drawn in [0, 1). */
function oneChange(
  item: CatalogueItem,
  what: number,
  howMuch: number,
  state: MarketState,
): MarketChange {
  if (item.status !== '판매중') return state.restart(item.itemNo);
  const price = item.supply?.[0]?.priceKrw ?? item.dome?.[0]?.priceKrw ?? 1000;
  if (what < 0.45) {
    const factor = 0.9 + howMuch * 0.25;
    return state.changePrice(item.itemNo, Math.max(100, Math.round((price * factor) / 100) * 100));
  }
  if (what < 0.75) return state.changeStock(item.itemNo, Math.floor(howMuch * 200) + 1);
  if (what < 0.88) return state.soldOut(item.itemNo);
  if (what < 0.96) return state.end(item.itemNo);
  return howMuch < 0.3
    ? state.delete(item.itemNo)
    : state.setResaleFloor(item.itemNo, Math.round((price * 1.4) / 100) * 100);
}
