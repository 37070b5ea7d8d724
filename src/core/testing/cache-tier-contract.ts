import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CacheEntry, CacheTier } from '../cache/port';
import type { FakeClock } from './fake-clock';

/** A tier under test with the clock its entries end by. */
export interface CacheTierBench {
  readonly tier: CacheTier;
  readonly clock: FakeClock;
  close(): Promise<void>;
}

/** An entry that ends `keepMs` from now. */
export function aCacheEntry(
  clock: FakeClock,
  value: unknown,
  tags: readonly string[] = [],
  keepMs = 3_600_000,
): CacheEntry {
  return {
    value,
    json: JSON.stringify(value),
    freshUntilMs: clock.nowMs() + keepMs / 2,
    keepUntilMs: clock.nowMs() + keepMs,
    tags,
  };
}

/** What every tier of the cache has to do; run on memory, SQLite and a real Redis. */
export function describeCacheTier(name: string, open: () => Promise<CacheTierBench>): void {
  describe(`the cache tier ${name}`, () => {
    let bench: CacheTierBench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(() => bench.close());

    const save = (key: string, value: unknown, tags: readonly string[] = []): Promise<void> =>
      bench.tier.save(new Map([[key, aCacheEntry(bench.clock, value, tags)]]));
    const values = async (...keys: readonly string[]): Promise<readonly unknown[]> =>
      (await bench.tier.find(keys)).map((entry) => entry?.value ?? null);

    it('gives what was saved, in the order asked, and null for the rest', async () => {
      await save('a', { name: '가방', options: [1, 2] });
      await save('b', 'text');
      expect(await values('b', 'none', 'a')).toEqual([
        'text',
        null,
        { name: '가방', options: [1, 2] },
      ]);
      expect(await bench.tier.find([])).toEqual([]);
    });

    it('keeps moments and tags with the value', async () => {
      const entry = aCacheEntry(bench.clock, 1, ['item:1', 'lists']);
      await bench.tier.save(new Map([['a', entry]]));
      const [found] = await bench.tier.find(['a']);
      expect(found?.freshUntilMs).toBe(entry.freshUntilMs);
      expect(found?.keepUntilMs).toBe(entry.keepUntilMs);
      expect([...(found?.tags ?? [])].toSorted()).toEqual(['item:1', 'lists']);
    });

    it('gives nothing after its end', async () => {
      await save('a', 1);
      await bench.clock.advance(3_600_000);
      expect(await values('a')).toEqual([null]);
    });

    it('takes the last saved value and its tags only', async () => {
      await save('a', 1, ['item:1']);
      await save('a', 2, ['item:2']);
      expect(await values('a')).toEqual([2]);
      await bench.tier.removeTags(['item:2']);
      expect(await values('a')).toEqual([null]);
    });

    it('removes by tag what carries it and nothing that only looks like it', async () => {
      await save('view-12345', 'a', ['item:12345']);
      await save('view-123456', 'b', ['item:123456']);
      await save('view-345', 'c', ['item:345']);
      await save('list', 'd', ['lists', 'item:12345', 'item:9']);
      await save('other-list', 'e', ['lists', 'item:123456']);
      await bench.tier.removeTags(['item:12345']);
      expect(await values('view-12345', 'view-123456', 'view-345', 'list', 'other-list')).toEqual([
        null,
        'b',
        'c',
        null,
        'e',
      ]);
    });

    it('removes by key, also what was never there', async () => {
      await save('a', 1);
      await save('ab', 2);
      await bench.tier.removeKeys(['a', 'none']);
      expect(await values('a', 'ab')).toEqual([null, 2]);
    });

    it('takes keys and tags with patterns, quotes and Korean as they are', async () => {
      const odd = `list:[["keyword","가방*?[a-z]' OR 1=1"]]`;
      await save(odd, 1, ['category:*', "tag'\n"]);
      await save('other', 2, ['category:01']);
      await bench.tier.removeTags(['category:*']);
      expect(await values(odd, 'other')).toEqual([null, 2]);
    });

    it('holds a hundred entries saved at once', async () => {
      const keys = Array.from({ length: 100 }, (_, index) => `item:${index}`);
      await bench.tier.save(
        new Map(keys.map((key) => [key, aCacheEntry(bench.clock, key, [key, 'lists'])])),
      );
      expect(await values(...keys)).toEqual(keys);
      await bench.tier.removeTags(['lists']);
      expect(new Set(await values(...keys))).toEqual(new Set([null]));
    });
  });
}
