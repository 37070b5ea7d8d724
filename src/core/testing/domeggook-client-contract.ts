import type { ItemNo } from '@shared/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOptions, DomeggookClient } from '../domeggook/port';

/** A client with a market behind it, and what the suite may expect there. */
export interface DomeggookContractSubject {
  readonly client: DomeggookClient;
  /** Items that exist, at least three, best more than a hundred. */
  readonly itemNos: readonly ItemNo[];
  /** A number without an item. */
  readonly deletedItemNo: ItemNo;
  /** A word that some items' titles have. */
  readonly keyword: string;
  close(): Promise<void>;
}

/** What a market in memory may leave out. */
export interface DomeggookContractScope {
  readonly hasSearch: boolean;
  readonly hasCategories: boolean;
}

const OPTIONS: CallOptions = { lane: 'normal' };

/** What every DomeggookClient keeps, whatever market answers. Call it at the top of a test file. */
export function describeDomeggookClientContract(
  name: string,
  setup: () => Promise<DomeggookContractSubject>,
  scope: DomeggookContractScope = { hasSearch: true, hasCategories: true },
): void {
  describe(`wholesale client: ${name}`, () => {
    let subject: DomeggookContractSubject;

    beforeAll(async () => {
      subject = await setup();
    });
    afterAll(() => subject.close());

    it('answers every number once per asking, in the order asked', async () => {
      const asked = [...subject.itemNos].reverse();
      const [first] = asked;
      if (first !== undefined) asked.push(first);
      const lookups = await subject.client.fetchItems(asked, OPTIONS);
      expect(lookups.map((lookup) => lookup.itemNo)).toEqual(asked);
    });

    it('answers nothing for no numbers', async () => {
      expect(await subject.client.fetchItems([], OPTIONS)).toEqual([]);
    });

    it('gives every found item its own number', async () => {
      const lookups = await subject.client.fetchItems(subject.itemNos, OPTIONS);
      const found = lookups.filter((lookup) => lookup.kind === 'found');
      expect(found.length).toBeGreaterThan(0);
      for (const lookup of found) expect(lookup.item.itemNo).toBe(lookup.itemNo);
    });

    it('knows a deleted item among others and alone', async () => {
      const { client, deletedItemNo, itemNos } = subject;
      const others = itemNos.slice(0, 2);
      const among = await client.fetchItems([...others, deletedItemNo], OPTIONS);
      expect(among.at(-1)).toEqual({ kind: 'deleted', itemNo: deletedItemNo });
      expect(among.slice(0, 2).every((lookup) => lookup.kind !== 'deleted')).toBe(true);
      const alone = await client.fetchItems([deletedItemNo], OPTIONS);
      expect(alone).toEqual([{ kind: 'deleted', itemNo: deletedItemNo }]);
    });

    it('answers a list in one call, and says of a missing number only that it is missing', async () => {
      const { client, deletedItemNo, itemNos } = subject;
      let calls = 0;
      const asked = [...itemNos.slice(0, 2), deletedItemNo];
      const lookups = await client.fetchListed(asked, { ...OPTIONS, onCall: () => (calls += 1) });
      expect(lookups.map((lookup) => lookup.itemNo)).toEqual(asked);
      expect(lookups.at(-1)).toEqual({ kind: 'not-returned', itemNo: deletedItemNo });
      expect(calls).toBe(1);
    });

    it('reads the same item the same way alone and among others', async () => {
      const itemNos = subject.itemNos.slice(0, 5);
      const together = await subject.client.fetchItems(itemNos, OPTIONS);
      for (const [index, itemNo] of itemNos.entries()) {
        const alone = await subject.client.fetchItems([itemNo], OPTIONS);
        expect(alone).toEqual([together[index]]);
      }
    });

    it('gives prices in ascending quantities, and only items with a price are on Domeme', async () => {
      const lookups = await subject.client.fetchItems(subject.itemNos, OPTIONS);
      for (const lookup of lookups) {
        if (lookup.kind !== 'found') continue;
        const quantities = lookup.item.supplyPriceTiers.map((tier) => tier.minQuantity);
        expect(quantities).toEqual([...quantities].sort((a, b) => a - b));
        if (lookup.item.isOnDomeme) expect(quantities.length).toBeGreaterThan(0);
      }
    });

    if (scope.hasSearch) {
      it('finds items by a word, page by page', async () => {
        const { client, keyword } = subject;
        const search = { keyword, sort: 'price-up', pageSize: 2 } as const;
        const first = await client.searchItems({ ...search, page: 1 }, OPTIONS);
        expect(first.page).toBe(1);
        expect(first.items.length).toBeGreaterThan(0);
        expect(first.items.length).toBeLessThanOrEqual(2);
        expect(first.totalPages).toBe(Math.ceil(first.totalItems / 2));
        const beyond = await client.searchItems({ ...search, page: first.totalPages + 1 }, OPTIONS);
        expect(beyond.items).toEqual([]);
      });
    }

    if (scope.hasCategories) {
      it('lists categories with parents before their children', async () => {
        const categories = await subject.client.fetchCategories(OPTIONS);
        expect(categories.length).toBeGreaterThan(0);
        const depthByCode = new Map<string, number>();
        for (const { code, depth, parentCode } of categories) {
          expect(depth).toBe(parentCode === null ? 1 : (depthByCode.get(parentCode) ?? -1) + 1);
          depthByCode.set(code, depth);
        }
      });
    }
  });
}
