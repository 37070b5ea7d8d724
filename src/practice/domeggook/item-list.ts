import type { CatalogueItem, PriceStep } from '../catalogue/model';
import type { Supplier } from '../catalogue/suppliers';
import { badParameter, type DomeError, NO_SEARCH_OPT } from './errors';
import { thumbnailUrl } from './item-view';

const DEFAULT_SIZE = 20;
const MAX_SIZE = 200;
const CATEGORY = /^\d\d(_\d\d){4}$/;
const PAYERS = { 무료배송: 'S', 착불: 'B', 선결제: 'P', 구매자선택: 'C' } as const;

/** What a list needs beside the catalogue; `origin` is where the pictures are. */
export interface ListParts {
  readonly suppliers: readonly Supplier[];
  origin(): string;
}

type Market = 'dome' | 'supply';

function stepsOf(item: CatalogueItem, market: Market): PriceStep | null {
  return (market === 'dome' ? item.dome : item.supply)?.[0] ?? null;
}

function isListed(item: CatalogueItem, market: Market): boolean {
  return !item.isDeleted && item.status === '판매중' && stepsOf(item, market) !== null;
}

/** Code without its empty pairs: a prefix of all codes below it. */
function categoryPrefix(code: string): string {
  return code.replace(/(_00)+$/, '');
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

function isOn(query: URLSearchParams, name: string): boolean {
  return ['true', '1'].includes(query.get(name) ?? '');
}

type Test = (item: CatalogueItem, supplier: Supplier) => boolean;

function filtersOf(query: URLSearchParams, market: Market): readonly Test[] {
  const tests: Test[] = [];
  const category = query.get('ca') ?? '';
  if (CATEGORY.test(category)) {
    const prefix = categoryPrefix(category);
    tests.push((item) => (item.categoryCodes.at(-1) ?? '').startsWith(prefix));
  }
  const keyword = query.get('kw');
  if (keyword) {
    const words = keyword.split(/\s+/).filter((word) => word !== '');
    tests.push((item) =>
      words.every((word) => item.title.includes(word) || item.keywords.includes(word)),
    );
  }
  const id = query.get('id');
  if (id) tests.push((_, supplier) => supplier.id === id);
  const nick = query.get('nick');
  if (nick) tests.push((_, supplier) => supplier.nick === nick);
  const itemNo = query.get('itemNo');
  if (itemNo) tests.push((item) => String(item.itemNo) === itemNo);
  const range = (low: string, high: string, of: (item: CatalogueItem) => number): void => {
    const min = wholeNumber(query.get(low));
    const max = wholeNumber(query.get(high));
    if (min !== null) tests.push((item) => of(item) >= min);
    // A highest value below the lowest one is ignored (2.1).
    if (max !== null && max >= (min ?? 0)) tests.push((item) => of(item) <= max);
  };
  range('mnp', 'mxp', (item) => stepsOf(item, market)?.priceKrw ?? 0);
  range('mnq', 'mxq', (item) => unitOf(item, market));
  const who = query.get('who');
  if (who) tests.push((item) => PAYERS[item.delivery.payer] === who);
  const org = query.get('org');
  if (org === 'kr') tests.push((item) => item.country.startsWith('국산'));
  if (org === 'fr') tests.push((item) => item.country.startsWith('수입산'));
  if (isOn(query, 'dfos')) tests.push((item) => item.delivery.isFromOversea);
  if (isOn(query, 'sgd')) tests.push((_, supplier) => supplier.isGood);
  if (isOn(query, 'fdl')) tests.push((item) => item.delivery.preparationDays === 0);
  if (isOn(query, 'lwp')) tests.push((item) => isLowestPrice(item));
  return tests;
}

function isLowestPrice(item: CatalogueItem): boolean {
  return item.index % 5 === 0;
}

function unitOf(item: CatalogueItem, market: Market): number {
  return market === 'dome' ? item.domeMoq : item.supplyUnit;
}

type Order = (one: CatalogueItem, other: CatalogueItem) => number;

function orderOf(sort: string, market: Market): Order {
  const price = (item: CatalogueItem): number => stepsOf(item, market)?.priceKrw ?? 0;
  const orders: Readonly<Record<string, Order>> = {
    aa: (one, other) => price(one) - price(other),
    ad: (one, other) => price(other) - price(one),
    qa: (one, other) => unitOf(one, market) - unitOf(other, market),
    qd: (one, other) => unitOf(other, market) - unitOf(one, market),
    da: (one, other) => other.changedAtMs - one.changedAtMs,
    sd: (one, other) => other.supplierIndex - one.supplierIndex,
    ha: (one, other) => ((one.index * 37) % 101) - ((other.index * 37) % 101),
  };
  return orders[sort] ?? ((one, other) => one.index - other.index);
}

function rowOf(item: CatalogueItem, supplier: Supplier, market: Market, origin: string): object {
  const fee = item.delivery.fee.kind === 'fixed' ? item.delivery.fee.feeKrw : 0;
  const price = stepsOf(item, market)?.priceKrw ?? 0;
  return {
    no: String(item.itemNo),
    title: item.title,
    thumb: thumbnailUrl(item, origin, 'img_330'),
    idxCOM: item.index % 2 === 0 ? '0' : '3',
    id: supplier.id,
    ...(supplier.nick === null ? {} : { nick: supplier.nick }),
    price: String(price),
    ...(market === 'supply' && item.supplyOrgKrw !== null
      ? { priceOrg: String(item.supplyOrgKrw) }
      : {}),
    unitQty: String(unitOf(item, market)),
    comOnly: String(item.isBusinessOnly),
    adultOnly: String(item.isAdult),
    lwp: String(isLowestPrice(item)),
    deli: {
      who: PAYERS[item.delivery.payer],
      fee: String(fee),
      add: 'true',
      fromOversea: String(item.delivery.isFromOversea),
    },
    url: `http://domeggook.com/${item.itemNo}`,
    market: { domeggook: String(item.dome !== null), supply: String(item.supply !== null) },
  };
}

/** True when there is something to search by; a top-level category alone is not enough (1.5). */
function hasCondition(query: URLSearchParams, market: Market): boolean {
  if (['id', 'nick', 'kw', 'itemNo'].some((name) => (query.get(name) ?? '') !== '')) return true;
  if (market === 'dome' && (query.get('ev') ?? '') !== '') return true;
  const category = query.get('ca') ?? '';
  return CATEGORY.test(category) && categoryPrefix(category).includes('_');
}

/** getItemList 4.0 and 4.1 (domeggook-openapi.md section 2). */
export function itemList(
  items: readonly CatalogueItem[],
  query: URLSearchParams,
  parts: ListParts,
): object | DomeError {
  const market = query.get('market');
  if (market !== 'dome' && market !== 'supply') return badParameter('market을 확인해 주세요.');
  if (!hasCondition(query, market)) return NO_SEARCH_OPT;
  const size = Math.min(MAX_SIZE, Math.max(1, wholeNumber(query.get('sz')) ?? DEFAULT_SIZE));
  const page = Math.max(1, wholeNumber(query.get('pg')) ?? 1);
  const sort = query.get('so') ?? (query.get('kw') ? 'se' : 'rd');
  const tests = filtersOf(query, market);
  const found = items
    .filter((item) => isListed(item, market))
    .filter((item) => {
      const supplier = parts.suppliers[item.supplierIndex];
      return supplier !== undefined && tests.every((test) => test(item, supplier));
    })
    .toSorted(orderOf(sort, market));
  const start = (page - 1) * size;
  const rows = found.slice(start, start + size).flatMap((item) => {
    const supplier = parts.suppliers[item.supplierIndex];
    return supplier === undefined ? [] : [rowOf(item, supplier, market, parts.origin())];
  });
  return {
    header: {
      numberOfItems: found.length,
      firstItem: rows.length === 0 ? 1 : start + 1,
      lastItem: rows.length === 0 ? 0 : start + rows.length,
      // A number on the first page, a string on later ones: both were recorded.
      currentPage: page === 1 ? page : String(page),
      itemsPerPage: String(size),
      numberOfPages: Math.ceil(found.length / size),
      sort,
    },
    list: { item: rows },
  };
}
