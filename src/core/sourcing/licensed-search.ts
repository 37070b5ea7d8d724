import type { ItemNo } from '@shared/domain/ids';
import type { SourcingConditions } from '@shared/domain/sourcing';
import type { CallOptions, DomeggookClient, ItemSummary } from '../domeggook/port';

/** Pages of the market that are looked through, at most, for each page of licensed hits: two calls apiece. */
const MARKET_PAGES_PER_PAGE = 10;

/** One page of the hits whose description pictures may be used. */
export interface LicensedPage {
  readonly items: readonly ItemSummary[];
  /** Licensed hits found up to here, those of the pages before included. */
  readonly foundItems: number;
  /** Whether a next page can be asked for. */
  readonly hasMore: boolean;
  /** Hits whose licence was looked at, of `ofItems` that the search has. */
  readonly checkedItems: number;
  readonly ofItems: number;
}

/**
 * Hits with a clear permission to use the description pictures elsewhere. A list does not say it, only the
 * item itself does (domeggook-openapi.md 2.2 and 3.9, 2026-09), so each page of hits costs a call more. Looks
 * from the first page on: with a client that remembers lately read pages only the new ones cost anything.
 * Stops where few are licensed, and says how far it looked. Throws what the client throws.
 */
export async function searchLicensed(
  domeggook: Pick<DomeggookClient, 'searchItems' | 'fetchItems'>,
  conditions: Omit<SourcingConditions, 'isLicensed'>,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  options: CallOptions,
): Promise<LicensedPage> {
  const wanted = page * pageSize;
  const checked = new Set<ItemNo>();
  const licensed: ItemSummary[] = [];
  for (let marketPage = 1; ; marketPage += 1) {
    const found = await domeggook.searchItems(
      { ...conditions, page: marketPage, pageSize },
      options,
    );
    // The ranking moves while it is read, so that a number can come twice (2.3).
    const news = new Map(
      found.items.filter(({ itemNo }) => !checked.has(itemNo)).map((item) => [item.itemNo, item]),
    );
    const lookups = news.size === 0 ? [] : await domeggook.fetchItems([...news.keys()], options);
    for (const lookup of lookups) {
      const item = news.get(lookup.itemNo);
      if (item !== undefined && lookup.kind === 'found' && lookup.item.licence.isUsable) {
        licensed.push(item);
      }
    }
    for (const itemNo of news.keys()) checked.add(itemNo);
    const isLast = marketPage >= found.totalPages;
    if (licensed.length >= wanted || isLast || marketPage >= page * MARKET_PAGES_PER_PAGE) {
      return {
        items: licensed.slice(wanted - pageSize, wanted),
        foundItems: licensed.length,
        hasMore: licensed.length >= wanted && !isLast,
        checkedItems: isLast ? found.totalItems : checked.size,
        ofItems: found.totalItems,
      };
    }
  }
}
