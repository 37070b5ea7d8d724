import { parseItemNo } from '@shared/domain/ids';
import { z } from 'zod';
import type { ItemPage, ItemSearch, ItemSummary, WholesaleCategory } from './port';
import { parsePriceTiers } from './quantity-table';
import {
  completedUrl,
  isAbsent,
  isRecord,
  wireBoolean,
  wireGroup,
  wireInt,
  wireList,
  wireLooseInt,
  wireText,
} from './wire';

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 200;

const SORT_CODES = {
  relevance: 'se',
  ranking: 'rd',
  popular: 'ha',
  'price-up': 'aa',
  'price-down': 'ad',
  'newest-change': 'da',
} as const satisfies Record<NonNullable<ItemSearch['sort']>, string>;

const PAYER_CODES = {
  free: 'S',
  collect: 'B',
  prepaid: 'P',
  'buyer-choice': 'C',
} as const satisfies Record<NonNullable<ItemSearch['payer']>, string>;

/** The query of getItemList 4.1 for Domeme's side (domeggook-openapi.md 2.1, 2026-09). */
export function itemListQuery(search: ItemSearch): Readonly<Record<string, string>> {
  const flag = (isSet: boolean | undefined): string | undefined => (isSet ? 'true' : undefined);
  const pageSize = Math.min(MAX_PAGE_SIZE, Math.max(1, search.pageSize ?? DEFAULT_PAGE_SIZE));
  const query = {
    market: 'supply',
    sz: pageSize,
    pg: Math.max(1, search.page),
    kw: search.keyword?.trim(),
    ca: search.categoryCode,
    id: search.supplierId,
    nick: search.supplierNick,
    mnp: search.minPriceKrw,
    mxp: search.maxPriceKrw,
    mnq: search.minQuantity,
    mxq: search.maxQuantity,
    who: search.payer && PAYER_CODES[search.payer],
    org: search.origin && (search.origin === 'domestic' ? 'kr' : 'fr'),
    fdl: flag(search.isFastDelivery),
    sgd: flag(search.isGoodSupplier),
    lwp: flag(search.isLowestPrice),
    so: search.sort && SORT_CODES[search.sort],
  };
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
}

const rowSchema = z.object({
  no: wireText,
  title: wireText,
  thumb: wireText,
  id: wireText,
  nick: wireText,
  price: wireText,
  unitQty: wireLooseInt,
  comOnly: wireBoolean,
  adultOnly: wireBoolean,
  deli: wireGroup({ who: wireText, fee: wireLooseInt, fromOversea: wireBoolean }),
  market: wireGroup({ supply: wireBoolean }),
});

const pageSchema = z.object({
  header: wireGroup({ numberOfItems: wireInt, currentPage: wireInt, numberOfPages: wireInt }),
  list: wireGroup({ item: wireList(z.unknown()) }),
});

/** One page of getItemList as far as it could be read. */
export interface ItemListReading {
  readonly page: ItemPage;
  /** Rows left out because number or price could not be read. */
  readonly unreadableCount: number;
}

/** Reads a getItemList answer; null when it is not one. A row that cannot be read is counted, not guessed. */
export function parseItemList(body: unknown, askedPage: number): ItemListReading | null {
  const parsed = pageSchema.safeParse(isAbsent(body) ? {} : body);
  if (!parsed.success || !isRecord(body) || !('header' in body)) return null;
  const { header, list } = parsed.data;
  const items = list.item.map(parseRow).filter((row) => row !== null);
  return {
    page: {
      items,
      totalItems: header.numberOfItems ?? items.length,
      page: header.currentPage ?? askedPage,
      totalPages: header.numberOfPages ?? 0,
    },
    unreadableCount: list.item.length - items.length,
  };
}

function parseRow(row: unknown): ItemSummary | null {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const itemNo = wire.no === null ? null : parseItemNo(wire.no);
  const priceKrw = wire.price === null ? undefined : parsePriceTiers(wire.price)?.[0]?.unitPriceKrw;
  if (itemNo === null || priceKrw === undefined) return null;
  return {
    itemNo,
    title: wire.title ?? '',
    thumbnailUrl: completedUrl(wire.thumb),
    supplierId: wire.id ?? '',
    supplierNick: wire.nick,
    priceKrw,
    unitQuantity: Math.max(1, wire.unitQty ?? 1),
    isBusinessOnly: wire.comOnly,
    isAdult: wire.adultOnly,
    payer: payerOf(wire.deli.who),
    deliveryFeeKrw: wire.deli.fee,
    isFromOversea: wire.deli.fromOversea,
    isOnDomeme: wire.market.supply,
  };
}

function payerOf(code: string | null): ItemSummary['payer'] {
  switch (code?.toUpperCase()) {
    case 'S':
      return 'free';
    case 'B':
      return 'collect';
    case 'P':
      return 'prepaid';
    case 'C':
      return 'buyer-choice';
    default:
      return 'unknown';
  }
}

const categoryNodeSchema = z.object({
  code: wireText,
  name: wireText,
  child: z.unknown().optional(),
});

/**
 * Flattens getCategoryList's index-keyed tree, parents before children; null when the answer holds no
 * category at all, which the market never means (domeggook-openapi.md 4.1, 2026-09).
 */
export function parseCategories(body: unknown): readonly WholesaleCategory[] | null {
  const categories: WholesaleCategory[] = [];
  const visit = (children: unknown, parentCode: string | null, depth: number): void => {
    if (typeof children !== 'object' || children === null) return;
    for (const child of inIndexOrder(children)) {
      const parsed = categoryNodeSchema.safeParse(child);
      if (!parsed.success || parsed.data.code === null) continue;
      const { code, name, child: grandchildren } = parsed.data;
      categories.push({ code, name: name ?? '', depth, parentCode });
      visit(grandchildren, code, depth + 1);
    }
  };
  visit(isRecord(body) ? body.items : null, null, 1);
  return categories.length === 0 ? null : categories;
}

function inIndexOrder(children: object): readonly unknown[] {
  return Object.entries(children)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, child]) => child);
}
