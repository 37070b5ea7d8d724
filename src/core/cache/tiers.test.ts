import { expect, it } from 'vitest';
import { openDatabase } from '../storage/database';
import { aCacheEntry, describeCacheTier } from '../testing/cache-tier-contract';
import { createFakeClock } from '../testing/fake-clock';
import { createMemoryTier } from './memory-tier';
import { createSqliteTier } from './sqlite-tier';

describeCacheTier('in memory', async () => {
  const clock = createFakeClock();
  return { clock, tier: createMemoryTier({ clock }), close: async () => undefined };
});

describeCacheTier('in SQLite', async () => {
  const clock = createFakeClock();
  const database = await openDatabase(':memory:', clock);
  return {
    clock,
    tier: createSqliteTier({ database, clock }),
    close: async () => {
      database.close();
    },
  };
});

it('memory drops what was used longest ago when its room is full, tags with it', async () => {
  const clock = createFakeClock();
  const tier = createMemoryTier({ clock, maxChars: 4_000 });
  for (let index = 0; index < 10; index += 1) {
    const entry = aCacheEntry(clock, 'x'.repeat(500), ['lists']);
    await tier.save(new Map([[`k${index}`, entry]]));
  }
  expect(tier.peek('k0')).toBeNull();
  expect(tier.peek('k9')).not.toBeNull();
  await tier.removeTags(['lists']);
  expect(tier.peek('k9')).toBeNull();
});

it('SQLite keeps no more entries than it may, and clears away what ended', async () => {
  const clock = createFakeClock();
  const database = await openDatabase(':memory:', clock);
  const tier = createSqliteTier({ database, clock, maxEntries: 20 });
  const count = (): unknown => database.prepare('SELECT COUNT(*) FROM cache_entries').pluck().get();
  for (let index = 0; index < 151; index += 1) {
    await tier.save(new Map([[`k${index}`, aCacheEntry(clock, index, [`item:${index}`])]]));
    await clock.advance(1_000);
  }
  expect(count()).toBe(20);
  expect(database.prepare('SELECT COUNT(*) FROM cache_tags').pluck().get()).toBe(20);
  const [newest] = await tier.find(['k150']);
  expect(newest?.value).toBe(150);
  database.close();
});
