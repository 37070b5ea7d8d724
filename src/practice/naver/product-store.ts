import type { Journal } from '../control/journal';
import type { ServerTime } from '../gateway/clock';
import type { StatsBoard } from '../gateway/stats';
import { DEFAULT_BUNDLE_GROUP_ID } from './bundle-group';
import { filterDetailContent } from './detail-filter';
import { asList, asObject, asObjects, asText, asWhole, child, type JsonObject } from './json-value';
import { LEGAL_TEXTS } from './notice-types';
import { combinationStock } from './validation/options';

/** A product as the market keeps it; changed in place, then told by `touch`. */
export interface StoredProduct {
  readonly originProductNo: number;
  readonly channelProductNo: number;
  /** `originProduct` as stored: filtered, defaults filled in, options with ids. */
  origin: JsonObject;
  channel: JsonObject;
  readonly registeredAtMs: number;
  modifiedAtMs: number;
  isDeleted: boolean;
  /** Why the platform blocked it; null when it did not. */
  inspection: { readonly reason: string; readonly action: string } | null;
}

/** A change refused for a reason that only the stored product shows. */
export interface StoreRefusal {
  readonly name?: string;
  readonly type?: string;
  readonly message: string;
}

/**
 * The products of the store. Everything that changes is in the journal before the call is answered.
 */
export interface ProductStore {
  /** A refusal creates nothing. */
  create(body: JsonObject): StoredProduct | StoreRefusal;
  /** Full replacement (naver-commerce-api.md 6.1); a refusal leaves the product as it was. */
  replace(product: StoredProduct, body: JsonObject): StoreRefusal | null;
  /** Stores what a narrow update changed in place. */
  touch(product: StoredProduct): void;
  remove(product: StoredProduct): void;
  find(originProductNo: number): StoredProduct | null;
  findByChannel(channelProductNo: number): StoredProduct | null;
  /** Live products, oldest first. */
  all(): readonly StoredProduct[];
}

const FIRST_ORIGIN_NO = 13_100_000_001;
const FIRST_CHANNEL_NO = 13_500_000_001;
const FIRST_OPTION_ID = 61_000_000_001;
/** What omission keeps instead of clearing (6.1). */
const KEPT_WHEN_OMITTED = ['detailContent', 'stockQuantity', 'leafCategoryId'] as const;

/** The product's `sellerManagementCode`; null without one. */
export function sellerCodeOf(product: StoredProduct): string | null {
  const codes = asObject(child(product.origin, 'detailAttribute').sellerCodeInfo);
  return asText(codes?.sellerManagementCode);
}

function optionKey(option: JsonObject): string {
  return JSON.stringify([1, 2, 3].map((axis) => asText(option[`optionName${axis}`])));
}

type Settled =
  | { readonly kind: 'settled'; readonly origin: JsonObject }
  | { readonly kind: 'refused'; readonly refusal: StoreRefusal };

interface OptionStorage {
  readonly options: readonly JsonObject[];
  readonly refusal: StoreRefusal | null;
}

/** Gives every combination its id: by the id sent, else by equal values, else a new one (6.1). */
function storeCombinations(
  sent: readonly unknown[],
  stored: readonly JsonObject[],
  nextId: () => number,
): OptionStorage {
  const options: JsonObject[] = [];
  for (const raw of sent) {
    const option = asObject(raw) ?? {};
    const id = asWhole(option.id);
    if (id !== null && !stored.some((known) => known.id === id)) {
      const message = `존재하지 않는 옵션id가 있습니다. (optionId : ${id})`;
      return { options: [], refusal: { type: 'NotExist.optionId', message } };
    }
    const sameValues = stored.find((known) => optionKey(known) === optionKey(option));
    options.push({
      ...option,
      id: id ?? asWhole(sameValues?.id) ?? nextId(),
      stockQuantity: asWhole(option.stockQuantity) ?? 0,
      price: asWhole(option.price) ?? 0,
      usable: option.usable ?? true,
    });
  }
  return { options, refusal: null };
}

function fillNotice(detail: JsonObject): void {
  const notice = asObject(detail.productInfoProvidedNotice);
  if (notice === null) return;
  for (const [key, value] of Object.entries(notice)) {
    const content = asObject(value);
    if (content === null || key === 'productInfoProvidedNoticeType') continue;
    for (const name of LEGAL_TEXTS) content[name] ??= '1';
  }
}

/** A group makes bundling usable; bundling without a group means the default one (5.3). */
function settleBundle(origin: JsonObject): void {
  const delivery = asObject(origin.deliveryInfo);
  if (delivery === null) return;
  if (asWhole(delivery.deliveryBundleGroupId) !== null) delivery.deliveryBundleGroupUsable = true;
  else if (delivery.deliveryBundleGroupUsable === true) {
    delivery.deliveryBundleGroupId = DEFAULT_BUNDLE_GROUP_ID;
  }
}

/** Status after a write: stock 0 is OUTOFSTOCK, except that a suspension stays (6.1). */
export function settleStatus(origin: JsonObject, isNew: boolean): void {
  const stock = asWhole(origin.stockQuantity) ?? 0;
  if (isNew && origin.statusType === 'SUSPENSION') origin.statusType = 'SALE';
  if (stock === 0 && origin.statusType !== 'SUSPENSION') origin.statusType = 'OUTOFSTOCK';
  else if (origin.statusType === 'OUTOFSTOCK') origin.statusType = 'SALE';
}

/** What the store counts, dates and keeps by. */
export interface ProductStoreParts {
  readonly time: ServerTime;
  readonly stats: StatsBoard;
  readonly journal: Journal;
}

/** Begins with the products that earlier runs left in the journal. */
export function createProductStore(parts: ProductStoreParts): ProductStore {
  const { time, stats, journal } = parts;
  const products = new Map<number, StoredProduct>();
  let nextOption = FIRST_OPTION_ID;
  for (const entry of journal.past) {
    if (entry.kind !== 'product') continue;
    const product = entry.value as StoredProduct;
    products.set(product.originProductNo, product);
    const info = asObject(child(product.origin, 'detailAttribute').optionInfo);
    for (const option of asList(info?.optionCombinations)) {
      nextOption = Math.max(nextOption, (asWhole(asObject(option)?.id) ?? 0) + 1);
    }
  }
  let created = products.size;
  const keep = (product: StoredProduct): void =>
    journal.append({ kind: 'product', value: product });
  const nextId = (): number => {
    nextOption += 1;
    return nextOption - 1;
  };
  const all = (): StoredProduct[] => [...products.values()].filter((entry) => !entry.isDeleted);

  const settle = (body: JsonObject, previous: StoredProduct | null): Settled => {
    const origin = structuredClone(child(body, 'originProduct'));
    const before = previous?.origin ?? {};
    for (const key of KEPT_WHEN_OMITTED) origin[key] ??= before[key];
    origin.saleType ??= 'NEW';
    origin.detailContent = filterDetailContent(asText(origin.detailContent) ?? '');
    const detail = child(origin, 'detailAttribute');
    const detailBefore = child(before, 'detailAttribute');
    detail.productInfoProvidedNotice ??= detailBefore.productInfoProvidedNotice;
    detail.taxType ??= 'TAX';
    fillNotice(detail);
    const info = asObject(detail.optionInfo);
    if (info !== null && asList(info.optionCombinations).length > 0) {
      const known = asObjects(child(detailBefore, 'optionInfo').optionCombinations);
      const stored = storeCombinations(asList(info.optionCombinations), known, nextId);
      if (stored.refusal !== null) return { kind: 'refused', refusal: stored.refusal };
      info.optionCombinations = stored.options;
      origin.stockQuantity = combinationStock(info);
    }
    settleBundle(origin);
    settleStatus(origin, previous === null);
    return { kind: 'settled', origin };
  };

  return {
    all,
    create(body) {
      const settled = settle(body, null);
      if (settled.kind === 'refused') return settled.refusal;
      const product: StoredProduct = {
        originProductNo: FIRST_ORIGIN_NO + created,
        channelProductNo: FIRST_CHANNEL_NO + created,
        origin: settled.origin,
        channel: structuredClone(child(body, 'smartstoreChannelProduct')),
        registeredAtMs: time.nowMs(),
        modifiedAtMs: time.nowMs(),
        isDeleted: false,
        inspection: null,
      };
      created += 1;
      const code = sellerCodeOf(product);
      stats.countProduct(code !== null && all().some((other) => sellerCodeOf(other) === code));
      products.set(product.originProductNo, product);
      keep(product);
      return product;
    },
    replace(product, body) {
      const settled = settle(body, product);
      if (settled.kind === 'refused') return settled.refusal;
      product.origin = settled.origin;
      const channel = asObject(body.smartstoreChannelProduct);
      if (channel !== null) product.channel = structuredClone(channel);
      product.modifiedAtMs = time.nowMs();
      keep(product);
      return null;
    },
    touch(product) {
      product.modifiedAtMs = time.nowMs();
      keep(product);
    },
    remove(product) {
      product.isDeleted = true;
      product.origin.statusType = 'DELETE';
      keep(product);
    },
    find(originProductNo) {
      const product = products.get(originProductNo);
      return product === undefined || product.isDeleted ? null : product;
    },
    findByChannel: (channelProductNo) =>
      all().find((product) => product.channelProductNo === channelProductNo) ?? null,
  };
}
