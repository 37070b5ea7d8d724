import type { ItemNo } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { DomeggookClient, ItemLookup, ListedLookup } from '../domeggook/port';
import { aWholesaleItem } from './wholesale-item';

/** A wholesaler in memory: every number exists as a clean item unless a test says otherwise. */
export interface FakeDomeggook extends DomeggookClient {
  /** What is answered instead for single numbers. */
  readonly lookups: Map<ItemNo, ItemLookup>;
  /** Throws or waits before a call is answered; change at any time. */
  readonly faults: { before?: (itemNos: readonly ItemNo[], count: number) => Promise<void> | void };
  /** The numbers of every call, in order. */
  readonly calls: readonly (readonly ItemNo[])[];
}

export function createFakeDomeggook(
  itemOf: (itemNo: ItemNo) => WholesaleItem = (itemNo) =>
    aWholesaleItem({ itemNo, title: `상품 ${itemNo}` }),
): FakeDomeggook {
  const lookups = new Map<ItemNo, ItemLookup>();
  const faults: FakeDomeggook['faults'] = {};
  const calls: (readonly ItemNo[])[] = [];
  return {
    lookups,
    faults,
    calls,
    fetchItems: async (itemNos, { signal, onCall }) => {
      signal?.throwIfAborted();
      onCall?.();
      calls.push([...itemNos]);
      await faults.before?.(itemNos, calls.length);
      return itemNos.map(
        (itemNo): ItemLookup =>
          lookups.get(itemNo) ?? { kind: 'found', itemNo, item: itemOf(itemNo) },
      );
    },
    fetchListed: async (itemNos, { signal, onCall }) => {
      signal?.throwIfAborted();
      onCall?.();
      calls.push([...itemNos]);
      await faults.before?.(itemNos, calls.length);
      return itemNos.map((itemNo): ListedLookup => {
        const lookup = lookups.get(itemNo);
        if (lookup === undefined) return { kind: 'found', itemNo, item: itemOf(itemNo) };
        return lookup.kind === 'deleted' ? { kind: 'not-returned', itemNo } : lookup;
      });
    },
    searchItems: async (search) => ({
      items: [],
      totalItems: 0,
      page: search.page,
      totalPages: 0,
    }),
    fetchCategories: async () => [],
  };
}
