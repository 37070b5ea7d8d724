import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallOptions, ItemPage, ItemSearch } from '../domeggook/port';
import { silentLogger } from '../platform/logger';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createFakeDomeggook } from '../testing/fake-domeggook';
import { createGate, type Gate } from '../testing/gate';
import { aWholesaleItem } from '../testing/wholesale-item';
import { createCachedDomeggook, keyOfSearch } from './cached-domeggook';
import { createMemoryTier } from './memory-tier';
import type { CachedRead, CacheTier, TaggedCache } from './port';
import { createTaggedCache } from './tagged-cache';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
let clock: FakeClock;
let behind: CacheTier;
let cache: TaggedCache;

const open = (): TaggedCache =>
  createTaggedCache({ memory: createMemoryTier({ clock }), behind, clock, logger: silentLogger });

beforeEach(() => {
  clock = createFakeClock();
  behind = createMemoryTier({ clock });
  cache = open();
});

/** A source that answers `<id> v<n>` and counts its calls. */
function source(waiting?: Gate) {
  const calls: (readonly string[])[] = [];
  const read = (...ids: readonly string[]): CachedRead<string> => ({
    kind: 'item',
    ids,
    keyOf: (id) => id,
    tagsOf: (id) => [`item:${id}`],
    tagsOfValue: () => [],
    isUsable: (value): value is string => typeof value === 'string',
    load: async (missing) => {
      calls.push(missing);
      const version = calls.length;
      await waiting?.pass();
      return new Map(missing.map((id) => [id, { value: `${id} v${version}`, isKept: true }]));
    },
  });
  return { calls, read };
}

describe('reading', () => {
  it('asks once within an hour, and again after it is too old to give', async () => {
    const { calls, read } = source();
    expect([...(await cache.read(read('1')))]).toEqual([['1', '1 v1']]);
    await clock.advance(59 * MINUTE_MS);
    expect((await cache.read(read('1'))).get('1')).toBe('1 v1');
    expect(calls).toHaveLength(1);
    await clock.advance(8 * HOUR_MS);
    expect((await cache.read(read('1'))).get('1')).toBe('1 v2');
  });

  it('gives an old value at once and reads it anew behind the reader', async () => {
    const { calls, read } = source();
    await cache.read(read('1'));
    await clock.advance(2 * HOUR_MS);
    expect((await cache.read(read('1'))).get('1')).toBe('1 v1');
    await clock.settle();
    expect(calls).toHaveLength(2);
    expect((await cache.read(read('1'))).get('1')).toBe('1 v2');
    expect(calls).toHaveLength(2);
  });

  it('makes one upstream call of a hundred readers that miss at once', async () => {
    const opening = createGate();
    const { calls, read } = source(opening);
    const readers = Array.from({ length: 100 }, () => cache.read(read('1')));
    await clock.settle();
    opening.open();
    const values = (await Promise.all(readers)).map((found) => found.get('1'));
    expect(new Set(values)).toEqual(new Set(['1 v1']));
    expect(calls).toHaveLength(1);
    expect(cache.stats()).toMatchObject({ sharedLoads: 1 });
  });

  it('asks only for those that are missing, in one call', async () => {
    const { calls, read } = source();
    await cache.read(read('2'));
    await cache.read(read('1', '2', '3', '3'));
    expect(calls).toEqual([['2'], ['1', '3']]);
  });

  it('finds after a restart what the tier behind kept', async () => {
    const { calls, read } = source();
    await cache.read(read('1'));
    await clock.settle();
    expect((await open().read(read('1'))).get('1')).toBe('1 v1');
    expect(calls).toHaveLength(1);
  });

  it('keeps no failure, and tells it to all who waited', async () => {
    let isBroken = true;
    const { read } = source();
    const broken: CachedRead<string> = {
      ...read('1'),
      load: async () => {
        if (isBroken) throw new AppError('NETWORK_TIMEOUT', { params: { host: 'Domeggook' } });
        return new Map([['1', { value: 'well', isKept: true }]]);
      },
    };
    const both = await Promise.allSettled([cache.read(broken), cache.read(broken)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect((await cache.read(broken)).get('1')).toBe('well');
  });

  it('goes upstream when the tier behind fails, and leaves it alone for a while', async () => {
    let tries = 0;
    const failing = async (): Promise<never> => {
      tries += 1;
      throw new AppError('REDIS_UNREACHABLE', { params: { server: 'r' } });
    };
    behind = { find: failing, save: failing, removeKeys: failing, removeTags: failing };
    cache = open();
    const { read } = source();
    expect((await cache.read(read('1'))).get('1')).toBe('1 v1');
    await cache.read(read('2'));
    await cache.read(read('3'));
    expect(tries).toBe(1);
    expect(cache.stats().isTierAway).toBe(true);
  });

  it('counts the share of hits over five minutes', async () => {
    expect(cache.stats().hitRate).toBeNull();
    const { read } = source();
    for (let n = 0; n < 4; n += 1) await cache.read(read('1'));
    expect(cache.stats().hitRate).toBe(0.75);
    await clock.advance(6 * MINUTE_MS);
    expect(cache.stats().hitRate).toBeNull();
  });
});

describe('invalidating', () => {
  it('drops the item in both tiers and leaves its longer namesake', async () => {
    const { calls, read } = source();
    await cache.read(read('12345', '123456'));
    await clock.settle();
    await cache.invalidateItem(parseItemNo('12345') as ItemNo);
    await cache.read(read('12345', '123456'));
    expect(calls).toEqual([['12345', '123456'], ['12345']]);
  });

  it('neither keeps nor hands on what was being read at that moment', async () => {
    const opening = createGate();
    const { calls, read } = source(opening);
    const early = cache.read(read('1'));
    await clock.settle();
    await cache.invalidateItem(parseItemNo('1') as ItemNo);
    const late = cache.read(read('1'));
    await clock.settle();
    opening.open();
    expect((await early).get('1')).toBe('1 v1');
    expect((await late).get('1')).toBe('1 v2');
    await clock.settle();
    expect((await cache.read(read('1'))).get('1')).toBe('1 v2');
    expect(calls).toHaveLength(2);
  });

  it('catches up in a tier that was away, before anything of it is given', async () => {
    const real = createMemoryTier({ clock });
    let isAway = false;
    const guarded =
      <Args extends readonly unknown[], T>(work: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        if (isAway) throw new AppError('REDIS_UNREACHABLE', { params: { server: 'r' } });
        return work(...args);
      };
    behind = {
      find: guarded(real.find),
      save: guarded(real.save),
      removeKeys: guarded(real.removeKeys),
      removeTags: guarded(real.removeTags),
    };
    cache = open();
    const { read } = source();
    await cache.read(read('1'));
    await clock.settle();
    isAway = true;
    await cache.invalidateItem(parseItemNo('1') as ItemNo);
    isAway = false;
    await clock.advance(10_000);
    expect((await cache.read(read('1'))).get('1')).toBe('1 v2');
  });

  it('by key touches that key alone', async () => {
    const { calls, read } = source();
    await cache.read(read('1', '11'));
    await cache.invalidateKey('item', '1');
    await cache.read(read('1', '11'));
    expect(calls.at(-1)).toEqual(['1']);
  });
});

describe('the wholesaler behind the cache', () => {
  const options: CallOptions = { lane: 'normal' };
  const itemNo = (text: string): ItemNo => parseItemNo(text) as ItemNo;
  const search = (change: Partial<ItemSearch> = {}): ItemSearch => ({ page: 1, ...change });

  function world() {
    const fake = createFakeDomeggook();
    for (const no of ['1001', '1002', '100199']) {
      fake.lookups.set(itemNo(no), {
        kind: 'found',
        itemNo: itemNo(no),
        item: {
          ...aWholesaleItem({ itemNo: itemNo(no) }),
          category: {
            code: '01_02',
            path: [
              { name: '잡화', code: '01', depth: 1 },
              { name: '가방', code: '01_02', depth: 2 },
            ],
          },
        },
      });
    }
    const searches: ItemSearch[] = [];
    const page = (no: string): ItemPage => ({
      items: [
        {
          itemNo: itemNo(no),
          title: no,
          thumbnailUrl: null,
          supplierId: 's',
          supplierNick: null,
          priceKrw: 1000,
          unitQuantity: 1,
          isBusinessOnly: false,
          isAdult: false,
          payer: 'prepaid',
          deliveryFeeKrw: 3000,
          isFromOversea: false,
          isOnDomeme: true,
        },
      ],
      totalItems: 1,
      page: 1,
      totalPages: 1,
    });
    const client = createCachedDomeggook(
      {
        ...fake,
        searchItems: async (asked) => {
          searches.push(asked);
          return page(asked.keyword ?? '1001');
        },
      },
      cache,
    );
    return { fake, client, searches };
  }

  it('reads an item’s view once an hour and answers in the order asked', async () => {
    const { fake, client } = world();
    await client.fetchItems([itemNo('1001')], options);
    const [second, first] = await client.fetchItems([itemNo('1002'), itemNo('1001')], options);
    expect([second?.itemNo, first?.itemNo]).toEqual(['1002', '1001']);
    expect(fake.calls).toEqual([['1001'], ['1002']]);
  });

  it('drops an item’s view with every list, and keeps lists that did not show it when told so', async () => {
    const { fake, client, searches } = world();
    await client.fetchItems([itemNo('1001'), itemNo('100199')], options);
    await client.searchItems(search({ keyword: '1001' }), options);
    await client.searchItems(search({ keyword: '100199' }), options);
    await cache.invalidateItem(itemNo('1001'), 'containing');
    await client.fetchItems([itemNo('1001'), itemNo('100199')], options);
    await client.searchItems(search({ keyword: '1001' }), options);
    await client.searchItems(search({ keyword: '100199' }), options);
    expect(fake.calls.at(-1)).toEqual(['1001']);
    expect(searches.map(({ keyword }) => keyword)).toEqual(['1001', '100199', '1001']);
    await cache.invalidateItem(itemNo('1001'));
    await client.searchItems(search({ keyword: '100199' }), options);
    expect(searches).toHaveLength(4);
  });

  it('drops the lists of a category and the items in it', async () => {
    const { fake, client, searches } = world();
    await client.searchItems(search({ categoryCode: '01_02' }), options);
    await client.searchItems(search({ categoryCode: '02' }), options);
    await client.fetchItems([itemNo('1002')], options);
    await cache.invalidateCategory('01_02');
    await client.searchItems(search({ categoryCode: '01_02' }), options);
    await client.searchItems(search({ categoryCode: '02' }), options);
    await client.fetchItems([itemNo('1002')], options);
    expect(searches).toHaveLength(3);
    expect(fake.calls).toHaveLength(2);
  });

  it('keeps no answer that could not be read', async () => {
    const { fake, client } = world();
    fake.lookups.set(itemNo('1003'), {
      kind: 'unreadable',
      itemNo: itemNo('1003'),
      reason: { code: 'DOMEGGOOK_ITEM_UNREADABLE', severity: 'block' },
    });
    await client.fetchItems([itemNo('1003')], options);
    await client.fetchItems([itemNo('1003')], options);
    expect(fake.calls).toHaveLength(2);
  });

  it('lets one reader leave without ending the call for the others', async () => {
    const { client } = world();
    const leaving = new AbortController();
    const left = client.fetchItems([itemNo('1001')], { ...options, signal: leaving.signal });
    const stayed = client.fetchItems([itemNo('1001')], options);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'NETWORK_ABORTED' });
    expect((await stayed)[0]?.kind).toBe('found');
  });
});

it('names a search alike whatever the order of its fields, and different ones differently', () => {
  const searches = fc.record(
    { keyword: fc.string(), categoryCode: fc.string(), page: fc.nat(), pageSize: fc.nat() },
    { requiredKeys: ['page'] },
  );
  fc.assert(
    fc.property(searches, searches, (a, b) => {
      const reversed = Object.fromEntries(Object.entries(a).reverse()) as unknown as ItemSearch;
      expect(keyOfSearch(reversed)).toBe(keyOfSearch(a));
      const areEqual =
        a.keyword === b.keyword &&
        a.categoryCode === b.categoryCode &&
        a.page === b.page &&
        a.pageSize === b.pageSize;
      expect(keyOfSearch(a) === keyOfSearch(b)).toBe(areEqual);
    }),
  );
});
