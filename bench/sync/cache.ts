import { createCachedDomeggook } from '@core/cache/cached-domeggook';
import { createMemoryTier } from '@core/cache/memory-tier';
import { createRedisTier } from '@core/cache/redis-tier';
import { createTaggedCache } from '@core/cache/tagged-cache';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { connectRedis } from '@core/redis/connection';
import { createFakeDomeggook } from '@core/testing/fake-domeggook';
import { startLocalRedis } from '@core/testing/local-redis';
import { anItemNo, aWholesaleItem } from '@core/testing/wholesale-item';

/*
 * The cache around the wholesaler's answers: what a hit costs from memory and from a real Redis on
 * this computer, and what a hundred readers that miss at once cost the market. The median of many
 * hits counts, so that a busy machine does not count against the code.
 */

const BOUNDS = { memoryMs: 0.2, redisMs: 1.5, upstreamCalls: 1 };
const HITS = 2_000;
const READERS = 100;
/** A usual description with its pictures' addresses. */
const DESCRIPTION_CHARS = 20_000;

export interface CacheBar {
  readonly name: string;
  readonly value: number;
  readonly bound: string;
  readonly holds: boolean;
}

/** Runs the three measurements; needs `redis-server` on the PATH. */
export async function cacheBars(): Promise<readonly CacheBar[]> {
  const redis = await startLocalRedis();
  const { path, password } = redis;
  const connection = await connectRedis({ kind: 'socket', path, password }, silentLogger);
  const open = (maxChars?: number) => {
    const upstream = createFakeDomeggook((itemNo) =>
      aWholesaleItem({ itemNo, descriptionHtml: 'x'.repeat(DESCRIPTION_CHARS) }),
    );
    const cache = createTaggedCache({
      memory: createMemoryTier({
        clock: systemClock,
        ...(maxChars === undefined ? {} : { maxChars }),
      }),
      behind: createRedisTier({ connection, clock: systemClock, prefix: 'bench:' }),
      clock: systemClock,
      logger: silentLogger,
    });
    return { upstream, client: createCachedDomeggook(upstream, cache) };
  };
  const itemNo = anItemNo('12345678');
  const options = { lane: 'normal' } as const;
  const medianHitMs = async (maxChars?: number): Promise<number> => {
    const { client, upstream } = open(maxChars);
    await client.fetchItems([itemNo], options);
    // What was read is written behind the reader; the second read finds it there.
    await systemClock.sleep(50);
    const callsBefore = upstream.calls.length;
    const durations: number[] = [];
    for (let hit = 0; hit < HITS; hit += 1) {
      const startedMs = performance.now();
      await client.fetchItems([itemNo], options);
      durations.push(performance.now() - startedMs);
    }
    if (upstream.calls.length !== callsBefore) throw new Error('a hit went to the market');
    return durations.toSorted((a, b) => a - b)[HITS / 2] ?? Number.NaN;
  };
  try {
    const memoryMs = await medianHitMs();
    // Memory that holds nothing: every hit comes from Redis.
    const redisMs = await medianHitMs(1);
    const { client, upstream } = open();
    await redis.client.flushall();
    await Promise.all(Array.from({ length: READERS }, () => client.fetchItems([itemNo], options)));
    const calls = upstream.calls.length;
    return [
      bar('cache hit from memory, median ms', memoryMs, BOUNDS.memoryMs),
      bar('cache hit from Redis, median ms', redisMs, BOUNDS.redisMs),
      bar(`upstream calls of ${READERS} concurrent misses`, calls, BOUNDS.upstreamCalls),
    ];
  } finally {
    await connection.close();
    await redis.stop();
  }
}

function bar(name: string, value: number, most: number): CacheBar {
  return {
    name,
    value: Math.round(value * 10_000) / 10_000,
    bound: `<= ${most}`,
    holds: value <= most,
  };
}
