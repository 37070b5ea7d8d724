import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { connectRedis, type RedisConnection } from '../redis/connection';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import type { Bucket, RateLimiter } from './port';
import { createRedisRateLimiter } from './redis-limiter';
import { createRedisMutex } from './redis-mutex';
import { createSettableServer, type SettableServer } from './testing/settable-server';

const HOUR_MS = 3_600_000;
const BUCKETS: readonly Bucket[] = ['POST /v2/products', 'GET /v1/seller/account'].map((api) => ({
  application: 'clocks',
  api,
}));

let redis: LocalRedis;
beforeAll(async () => {
  redis = await startLocalRedis();
});
afterAll(async () => {
  await redis.stop();
});

async function connect(server: SettableServer): Promise<RedisConnection> {
  const { path, password } = redis;
  return server.seenBy(await connectRedis({ kind: 'socket', path, password }, silentLogger));
}

/** A PC whose wall clock a test sets. */
function settableClock(): Clock & { set(differenceMs: number): void } {
  let shiftMs = 0;
  return {
    ...systemClock,
    nowMs: () => systemClock.nowMs() + shiftMs,
    set: (differenceMs) => {
      shiftMs += differenceMs;
    },
  };
}

interface Pc {
  readonly limiter: RateLimiter;
  readonly clock: ReturnType<typeof settableClock>;
}

/** Two PCs that both want more of both APIs than there is; the clocks are set in between. */
async function grantsAround(
  setClocks: (pcs: readonly Pc[], server: SettableServer, prefix: string) => Promise<void>,
): Promise<{ readonly setAtMs: number; readonly times: readonly (readonly number[])[] }> {
  const server = createSettableServer();
  const prefix = `clock-${systemRandomness.hex(4)}`;
  const pcs = await Promise.all(
    [1, 2].map(async (): Promise<Pc> => {
      const clock = settableClock();
      const limiter = createRedisRateLimiter({
        connection: await connect(server),
        prefix,
        clock,
        randomness: systemRandomness,
        logger: silentLogger,
        unknownLatencyMs: 0,
      });
      return { limiter, clock };
    }),
  );
  const stop = new AbortController();
  const times = BUCKETS.map((): number[] => []);
  const load = pcs.flatMap(({ limiter, clock }) =>
    BUCKETS.map(async (bucket, place) => {
      for (;;) {
        const sentAtMs = clock.nowMs();
        const permit = await limiter.acquire({ bucket, lane: 'normal', signal: stop.signal });
        if (!permit.granted) return;
        times[place]?.push(systemClock.monotonicMs());
        // An answer that was under way while a clock was set.
        const rate = { 'gncp-gw-ratelimit-replenish-rate': '2' };
        const receivedAtMs = sentAtMs + 5;
        limiter.observe(bucket, { status: 200, headers: rate, sentAtMs, receivedAtMs });
      }
    }),
  );
  await systemClock.sleep(1700);
  const setAtMs = systemClock.monotonicMs();
  await setClocks(pcs, server, prefix);
  await systemClock.sleep(4000);
  stop.abort();
  await Promise.all(load);
  await Promise.all(pcs.map(({ limiter }) => limiter.close()));
  return { setAtMs, times };
}

describe.concurrent('a clock that is set', () => {
  it.each([
    ['the server’s an hour forward', HOUR_MS, 0],
    ['the server’s an hour back', -HOUR_MS, 0],
    ['the server’s five minutes forward', 300_000, 0],
    ['the PC’s an hour back', 0, -HOUR_MS],
    ['that of a PC and its own server an hour forward', HOUR_MS, HOUR_MS],
  ])(
    '(%s) neither stops calls for long nor lets more than the rate pass',
    async (_, serverMs, pcMs) => {
      const { setAtMs, times } = await grantsAround(async (pcs, server, prefix) => {
        for (const { clock } of pcs) clock.set(pcMs);
        if (serverMs !== 0) await server.setClock(redis.client, prefix, serverMs);
      });
      for (const grants of times) {
        expect(grants.filter((atMs) => atMs > setAtMs + 2600).length).toBeGreaterThanOrEqual(1);
        // A busy machine hands a permit over late, and so nearer to the next one: a twentieth is left for it.
        for (const atMs of grants) {
          const inSecond = grants.filter((other) => other >= atMs && other < atMs + 950);
          expect(inSecond.length).toBeLessThanOrEqual(2);
        }
      }
    },
  );
});

it('forgets in no API what was sent before the server’s clock was set', async () => {
  const server = createSettableServer();
  const prefix = `clock-${systemRandomness.hex(4)}`;
  const limiter = createRedisRateLimiter({
    connection: await connect(server),
    prefix,
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    unknownLatencyMs: 0,
  });
  const [noticed, other] = BUCKETS.map((bucket) => ({ bucket, lane: 'normal' }) as const);
  if (noticed === undefined || other === undefined) throw new Error('two buckets');
  expect(await limiter.tryAcquire(other)).toMatchObject({ granted: true });
  expect(await limiter.tryAcquire(other)).toMatchObject({ granted: true });
  await server.setClock(redis.client, prefix, 300_000);
  // The first question of all notices; what the second one is about was busy a moment ago.
  await limiter.tryAcquire(noticed);
  expect(await limiter.tryAcquire(other)).toMatchObject({ granted: false });
  await systemClock.sleep(2200);
  expect(await limiter.tryAcquire(other)).toMatchObject({ granted: true });
  await limiter.close();
});

describe('a rest and a lease on a server whose clock is turned back an hour', () => {
  it('end when they would have ended', async () => {
    const server = createSettableServer();
    const prefix = `clock-${systemRandomness.hex(4)}`;
    const deps = { clock: systemClock, randomness: systemRandomness, logger: silentLogger, prefix };
    const limiterOf = async (): Promise<RateLimiter> =>
      createRedisRateLimiter({
        ...deps,
        connection: await connect(server),
        unknownLatencyMs: 0,
        applicationRestMs: 400,
      });
    const [first, other] = await Promise.all([limiterOf(), limiterOf()]);
    const [bucket] = BUCKETS;
    if (bucket === undefined) throw new Error('a bucket');
    const nowMs = systemClock.nowMs();
    first.observe(bucket, {
      status: 429,
      errorCode: 'GW.QUOTA_LIMIT',
      headers: { 'gncp-gw-quota-period': 'HOURS' },
      sentAtMs: nowMs - 5,
      receivedAtMs: nowMs,
    });
    const killed = await connect(server);
    const mutex = createRedisMutex({ ...deps, connection: killed, leaseMs: 400 });
    const held = mutex.runExclusive('store', async (lost) => {
      // Its connection is cut: it can renew no more, as if its process were killed.
      await killed.close();
      await new Promise<void>((resolve) => {
        lost.addEventListener('abort', () => resolve());
      });
    });
    await systemClock.sleep(50);
    await server.setClock(redis.client, prefix, -HOUR_MS);
    const startedMs = systemClock.monotonicMs();
    const connection = await connect(server);
    await createRedisMutex({ ...deps, connection, leaseMs: 400 }).runExclusive(
      'store',
      async () => undefined,
    );
    expect(systemClock.monotonicMs() - startedMs).toBeLessThan(3000);
    expect(await other.tryAcquire({ bucket, lane: 'sync' })).toMatchObject({ granted: false });
    await systemClock.sleep(3000);
    expect(await other.tryAcquire({ bucket, lane: 'sync' })).toMatchObject({ granted: true });
    await held;
    await connection.close();
    await Promise.all([first.close(), other.close()]);
  });
});
