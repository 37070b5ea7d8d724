import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLogger } from '../platform/logger';
import { connectRedis, type RedisConnection } from '../redis/connection';
import { aCacheEntry, describeCacheTier } from '../testing/cache-tier-contract';
import { createFakeClock } from '../testing/fake-clock';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import { createRecordingLogger } from '../testing/recording-logger';
import { createMemoryTier } from './memory-tier';
import type { CachedRead } from './port';
import { createRedisTier } from './redis-tier';
import { createTaggedCache } from './tagged-cache';

let redis: LocalRedis;
let connection: RedisConnection;

beforeAll(async () => {
  redis = await startLocalRedis();
  const { path, password } = redis;
  connection = await connectRedis({ kind: 'socket', path, password }, silentLogger);
});
afterAll(async () => {
  await connection.close();
  await redis.stop();
});

describeCacheTier('in Redis', async () => {
  const clock = createFakeClock();
  await redis.client.flushall();
  return {
    clock,
    tier: createRedisTier({ connection, clock, prefix: 'test:' }),
    close: async () => undefined,
  };
});

it('lets the server end entries and tags by itself', async () => {
  const clock = createFakeClock();
  await redis.client.flushall();
  const tier = createRedisTier({ connection, clock, prefix: 'test:' });
  await tier.save(new Map([['a', aCacheEntry(clock, 1, ['item:1'], 60_000)]]));
  expect(await redis.client.pttl('test:entry:a')).toBeGreaterThan(50_000);
  expect(await redis.client.pttl('test:tag:item:1')).toBeGreaterThan(50_000);
});

it('takes what another program left under its key for nothing', async () => {
  const clock = createFakeClock();
  const tier = createRedisTier({ connection, clock, prefix: 'test:' });
  await redis.client.set('test:entry:a', '{"f":1');
  await redis.client.set('test:entry:b', '{"f":"soon"}');
  expect(await tier.find(['a', 'b'])).toEqual([null, null]);
});

it('falls through to the market when Redis is gone, says so once, and forgets nothing it owes', async () => {
  const own = await startLocalRedis();
  const { path, password } = own;
  const link = await connectRedis({ kind: 'socket', path, password }, silentLogger);
  const clock = createFakeClock();
  const logger = createRecordingLogger();
  let calls = 0;
  const open = (redisLink: RedisConnection) =>
    createTaggedCache({
      memory: createMemoryTier({ clock, maxChars: 1 }),
      behind: createRedisTier({ connection: redisLink, clock, prefix: 'test:' }),
      clock,
      logger,
    });
  const read: CachedRead<string> = {
    kind: 'item',
    ids: ['1'],
    keyOf: (id) => id,
    tagsOf: (id) => [`item:${id}`],
    tagsOfValue: () => [],
    isUsable: (value): value is string => typeof value === 'string',
    load: async () => {
      calls += 1;
      return new Map([['1', { value: `answer ${calls}`, isKept: true }]]);
    },
  };
  const cache = open(link);
  await cache.read(read);
  await clock.settle();
  await own.stop();
  for (let round = 0; round < 3; round += 1) {
    await clock.advance(10_000);
    expect((await cache.read(read)).has('1')).toBe(true);
  }
  expect(cache.stats().isTierAway).toBe(true);
  expect(
    logger.entries.filter(({ message }) => message.startsWith('the cache is away')),
  ).toHaveLength(1);
  expect(calls).toBeGreaterThanOrEqual(3);
  await link.close();
});
