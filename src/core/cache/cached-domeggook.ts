import type { ItemNo } from '@shared/domain/ids';
import type {
  CallOptions,
  DomeggookClient,
  ItemLookup,
  ItemPage,
  ItemSearch,
} from '../domeggook/port';
import { waitUnlessAborted } from '../http/shared-wait';
import type { TaggedCache } from './port';
import { ALL_LISTS_TAG, categoryTag, itemTag } from './tagged-cache';

/**
 * The wholesaler for those who may see what was read lately: searching, looking at items, drafts.
 * Not for registration and never for finding changes. Answers that could not be read are not kept.
 *
 * A call is shared by all who wait for it, so it runs without the caller's signal and deadline; a
 * caller whose signal aborts leaves early and the others keep waiting.
 */
export function createCachedDomeggook(
  client: DomeggookClient,
  cache: TaggedCache,
): DomeggookClient {
  return {
    fetchItems: async (itemNos, options) => {
      const found = await waitUnlessAborted(
        cache.read<ItemLookup>({
          kind: 'item',
          ids: itemNos,
          keyOf: (itemNo) => itemNo,
          tagsOf: (itemNo) => [itemTag(itemNo)],
          tagsOfValue: categoryTagsOf,
          isUsable: isItemLookup,
          load: async (missing) => {
            const lookups = await client.fetchItems(
              missing as readonly ItemNo[],
              sharedOf(options),
            );
            return new Map(
              lookups.map((value) => [
                value.itemNo,
                { value, isKept: value.kind !== 'unreadable' },
              ]),
            );
          },
        }),
        options.signal,
        'Domeggook',
      );
      return itemNos.map((itemNo) => found.get(itemNo) ?? unanswered(itemNo));
    },
    searchItems: async (search, options) => {
      const key = keyOfSearch(search);
      const pages = await waitUnlessAborted(
        cache.read<ItemPage>({
          kind: 'list',
          ids: [key],
          keyOf: (id) => id,
          tagsOf: () => [
            ALL_LISTS_TAG,
            ...(search.categoryCode === undefined ? [] : [categoryTag(search.categoryCode)]),
          ],
          tagsOfValue: ({ items }) => items.map(({ itemNo }) => itemTag(itemNo)),
          isUsable: isItemPage,
          load: async () => {
            const value = await client.searchItems(search, sharedOf(options));
            return new Map([[key, { value, isKept: true }]]);
          },
        }),
        options.signal,
        'Domeggook',
      );
      return pages.get(key) ?? client.searchItems(search, options);
    },
    // Whoever asks what one call says now wants exactly that.
    fetchListed: (itemNos, options) => client.fetchListed(itemNos, options),
    // Kept for a day by the client itself.
    fetchCategories: (options) => client.fetchCategories(options),
  };
}

/** The same search in the same words, whatever the order of its fields. */
export function keyOfSearch(search: ItemSearch): string {
  const fields = Object.entries(search)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fields);
}

function sharedOf({ lane, isInteractive }: CallOptions): CallOptions {
  return { lane, ...(isInteractive === undefined ? {} : { isInteractive }) };
}

/** An item belongs to its category and to those above it. */
function categoryTagsOf(lookup: ItemLookup): readonly string[] {
  if (lookup.kind !== 'found' || lookup.item.category === null) return [];
  const { code, path } = lookup.item.category;
  return [...new Set([code, ...path.map((step) => step.code)])].map(categoryTag);
}

function isItemLookup(value: unknown): value is ItemLookup {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'deleted') return 'itemNo' in value;
  return (
    value.kind === 'found' &&
    'item' in value &&
    typeof value.item === 'object' &&
    value.item !== null &&
    'descriptionHtml' in value.item
  );
}

function isItemPage(value: unknown): value is ItemPage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'items' in value &&
    Array.isArray(value.items) &&
    'totalItems' in value
  );
}

function unanswered(itemNo: ItemNo): ItemLookup {
  return {
    kind: 'unreadable',
    itemNo,
    reason: {
      code: 'DOMEGGOOK_ITEM_UNREADABLE',
      severity: 'block',
      params: { itemNo, problem: 'basis.no' },
    },
  };
}
