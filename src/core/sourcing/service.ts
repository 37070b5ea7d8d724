import type { Draft } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import {
  type ItemProgress,
  isSearchable,
  type LicenceScan,
  type SourcingConditions,
  type SourcingItem,
  type SourcingRow,
} from '@shared/domain/sourcing';
import { AppError, toAppError } from '@shared/errors/app-error';
import type { OptionReading } from '@shared/options/model';
import type {
  CallOptions,
  DomeggookClient,
  ItemSummary,
  WholesaleCategory,
} from '../domeggook/port';
import type { DraftService } from '../drafts/port';
import type { Logger } from '../platform/logger';
import { supplierDeliveryFeeKrw, unitQuantityOf } from '../pricing/supply-cost';
import { estimateProfit } from './estimate';
import type { KnownItems } from './known-items';
import { searchLicensed } from './licensed-search';
import type { SavedSearches } from './saved-searches';

/** Hits per page: what one call gives when the documents disagree about more (domeggook-openapi.md 2.3, 2026-09). */
const SOURCING_PAGE_ITEMS = 100;

/** One page of hits, the numbers already on it left out of later pages by the caller. */
export interface SourcingPage {
  readonly rows: readonly SourcingRow[];
  /** Of a search for permitted pictures: those found up to this page, and more than that when `hasMore`. */
  readonly totalItems: number;
  readonly page: number;
  readonly totalPages: number;
  /** Whether there is a next page. */
  readonly hasMore: boolean;
  /** Null when nothing was looked at beyond the list. */
  readonly scan: LicenceScan | null;
}

/** What became of an item the seller wanted as a draft. */
export type CollectVerdict =
  | {
      readonly kind: 'drafted';
      readonly itemNo: ItemNo;
      readonly state: Draft['state'];
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'registered'; readonly itemNo: ItemNo }
  /** Nothing was made of it; the reason says why and what to do. */
  | { readonly kind: 'not-taken'; readonly itemNo: ItemNo; readonly reason: Reason };

/** The wholesaler's catalogue as a seller looks through it, each item marked with what we did with it. */
export interface SourcingDesk {
  /**
   * Throws SOURCING_NO_CONDITION and what the wholesaler's client throws. Costs one call; with
   * `isLicensed` two for each page of the market that has to be looked through.
   */
  search(
    storeId: StoreId,
    conditions: SourcingConditions,
    page: number,
    options: CallOptions,
  ): Promise<SourcingPage>;
  categories(options: CallOptions): Promise<readonly WholesaleCategory[]>;
  /** The item in full; a reason instead when it is gone or cannot be read. Costs one call. */
  look(
    storeId: StoreId,
    itemNo: ItemNo,
    options: CallOptions,
  ): Promise<
    | { readonly kind: 'item'; readonly item: SourcingItem }
    | { readonly kind: 'absent'; readonly reason: Reason }
  >;
  /** Makes drafts of items, one verdict each in the order asked; sends nothing to the store. */
  collect(
    storeId: StoreId,
    itemNos: readonly ItemNo[],
    options: CallOptions,
  ): Promise<readonly CollectVerdict[]>;
  readonly searches: SavedSearches;
}

export interface SourcingDeps {
  readonly domeggook: DomeggookClient;
  readonly drafts: Pick<DraftService, 'prepare'>;
  readonly knownItems: KnownItems;
  readonly searches: SavedSearches;
  readonly readOptions: (item: WholesaleItem) => OptionReading;
  readonly settings: () => Settings;
  readonly logger: Logger;
}

/** Estimates by the price rule as it is set now. */
export function createSourcingDesk(deps: SourcingDeps): SourcingDesk {
  const { domeggook, drafts, knownItems, readOptions, settings, logger } = deps;

  const rowOf = (summary: ItemSummary, progress: ItemProgress): SourcingRow => {
    const { isOnDomeme: _inSearchOnly, ...row } = summary;
    return {
      ...row,
      progress,
      estimate: estimateProfit(
        {
          tiers: [{ minQuantity: summary.unitQuantity, unitPriceKrw: summary.priceKrw }],
          unitQuantity: summary.unitQuantity,
          resaleMinimumKrw: null,
          payer: summary.payer,
          deliveryFeeKrw: summary.deliveryFeeKrw,
          choices: [],
        },
        settings().pricing,
      ),
    };
  };

  const rowsOf = (storeId: StoreId, items: readonly ItemSummary[]): readonly SourcingRow[] => {
    const known = knownItems(
      storeId,
      items.map(({ itemNo }) => itemNo),
    );
    return items.map((item) => rowOf(item, known.get(item.itemNo) ?? 'none'));
  };

  const draftOne = async (
    storeId: StoreId,
    item: WholesaleItem,
    options: CallOptions,
  ): Promise<CollectVerdict> => {
    const { itemNo } = item;
    if (item.status !== 'on-sale') {
      return notTaken(itemNo, 'REGISTRATION_ITEM_ENDED', { status: item.statusText });
    }
    const draft = await drafts.prepare(storeId, item, options);
    return { kind: 'drafted', itemNo, state: draft.state, reasons: draft.reasons };
  };

  return {
    searches: deps.searches,
    categories: (options) => domeggook.fetchCategories(options),
    search: async (storeId, conditions, page, options) => {
      if (!isSearchable(conditions)) throw new AppError('SOURCING_NO_CONDITION');
      const { isLicensed, ...asked } = conditions;
      const pageSize = SOURCING_PAGE_ITEMS;
      if (isLicensed === true) {
        const found = await searchLicensed(domeggook, asked, { page, pageSize }, options);
        const { foundItems: totalItems, hasMore, checkedItems, ofItems } = found;
        return {
          rows: rowsOf(storeId, found.items),
          totalItems,
          page,
          totalPages: Math.ceil(totalItems / pageSize),
          hasMore,
          scan: { checkedItems, ofItems },
        };
      }
      const found = await domeggook.searchItems({ ...asked, page, pageSize }, options);
      // The ranking moves while it is read, so that a number can come twice (2.3).
      const items = [...new Map(found.items.map((item) => [item.itemNo, item])).values()];
      return {
        rows: rowsOf(storeId, items),
        totalItems: found.totalItems,
        page: found.page,
        totalPages: found.totalPages,
        hasMore: found.page < found.totalPages,
        scan: null,
      };
    },
    look: async (storeId, itemNo, options) => {
      const [lookup] = await domeggook.fetchItems([itemNo], options);
      if (lookup === undefined || lookup.kind === 'deleted') {
        return {
          kind: 'absent',
          reason: { code: 'REGISTRATION_ITEM_DELETED', severity: 'block', params: { itemNo } },
        };
      }
      if (lookup.kind === 'unreadable') return { kind: 'absent', reason: lookup.reason };
      const progress = knownItems(storeId, [itemNo]).get(itemNo) ?? 'none';
      return {
        kind: 'item',
        item: sourcingItemOf(lookup.item, readOptions(lookup.item), progress, settings()),
      };
    },
    collect: async (storeId, itemNos, options) => {
      const wanted = [...new Set(itemNos)];
      const known = knownItems(storeId, wanted);
      const open = wanted.filter((itemNo) => known.get(itemNo) !== 'registered');
      const lookups = open.length === 0 ? [] : await domeggook.fetchItems(open, options);
      const byItem = new Map(lookups.map((lookup) => [lookup.itemNo, lookup] as const));
      let stop: AppError | null = null;
      const verdicts: CollectVerdict[] = [];
      for (const itemNo of wanted) {
        const lookup = byItem.get(itemNo);
        if (known.get(itemNo) === 'registered') {
          verdicts.push({ kind: 'registered', itemNo });
        } else if (lookup === undefined || lookup.kind === 'deleted') {
          verdicts.push(notTaken(itemNo, 'REGISTRATION_ITEM_DELETED', { itemNo }));
        } else if (lookup.kind === 'unreadable') {
          verdicts.push({ kind: 'not-taken', itemNo, reason: lookup.reason });
        } else if (stop !== null) {
          verdicts.push(notTaken(itemNo, stop.code, stop.params));
        } else {
          try {
            verdicts.push(await draftOne(storeId, lookup.item, options));
          } catch (fault) {
            // What fails here is the store's side or the disk, for every item alike.
            stop = toAppError(fault);
            logger.warn({ code: stop.code, itemNo, cause: stop.cause }, 'no draft could be made');
            verdicts.push(notTaken(itemNo, stop.code, stop.params));
          }
        }
      }
      return verdicts;
    },
  };
}

function notTaken(
  itemNo: ItemNo,
  code: Reason['code'],
  params: NonNullable<Reason['params']>,
): CollectVerdict {
  return { kind: 'not-taken', itemNo, reason: { code, severity: 'block', params } };
}

function sourcingItemOf(
  item: WholesaleItem,
  reading: OptionReading,
  progress: ItemProgress,
  settings: Settings,
): SourcingItem {
  const unitQuantity = unitQuantityOf(item.supplyPriceTiers, item.supplyUnit);
  const feeKrw = supplierDeliveryFeeKrw(item.delivery, unitQuantity);
  const { delivery, supplier } = item;
  return {
    itemNo: item.itemNo,
    title: item.title,
    statusText: item.statusText,
    isOnSale: item.status === 'on-sale',
    isOnDomeme: item.isOnDomeme,
    isListingDenied: item.isListingDenied,
    isAdult: item.isAdult,
    pictureUrl: item.thumbnail?.largeUrl ?? item.thumbnail?.originalUrl ?? null,
    priceTiers: item.supplyPriceTiers,
    unitQuantity,
    resaleMinimumKrw: item.resaleMinimumKrw,
    resaleRecommendedKrw: item.resaleRecommendedKrw,
    inventory: item.inventory,
    licence: item.licence,
    delivery: {
      payer: delivery.payer,
      payerText: delivery.payerText,
      feeKrw,
      method: delivery.method,
      preparationDays: delivery.preparationDays,
      isFromOversea: delivery.isFromOversea,
    },
    supplier: {
      id: supplier.id,
      nick: supplier.nick,
      isGood: supplier.isGood,
      vacation: supplier.vacation,
    },
    countryText: item.detail.countryText,
    manufacturer: item.detail.manufacturer,
    categoryPath: item.category?.path.map(({ name }) => name).join(' > ') ?? null,
    certifications: item.detail.certifications.flatMap(({ name, number }) =>
      name === null && number === null ? [] : [[name, number].filter(Boolean).join(' ')],
    ),
    options: {
      dimensions: reading.dimensions,
      combinationCount: reading.type === 'NONE' ? 0 : reading.combinations.length,
      usableCount: reading.combinations.filter(({ usable }) => usable).length,
      addOnCount: reading.addOns.length,
      confidence: reading.confidence,
    },
    progress,
    estimate: estimateProfit(
      {
        tiers: item.supplyPriceTiers,
        unitQuantity,
        resaleMinimumKrw: item.resaleMinimumKrw,
        payer: delivery.payer,
        deliveryFeeKrw: feeKrw,
        choices: reading.combinations,
      },
      settings.pricing,
    ),
  };
}
