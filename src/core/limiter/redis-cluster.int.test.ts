import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { connectRedis, type RedisConnection } from '../redis/connection';
import { claimed } from '../testing/item-claims-contract';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import type { Bucket } from './port';
import { createRedisItemClaims } from './redis-item-claims';
import { createRedisRateLimiter } from './redis-limiter';
import { createRedisMutex } from './redis-mutex';

// A node of a cluster refuses any call whose keys lie in different slots, also when it owns them all.
let redis: LocalRedis;
let connection: RedisConnection;
const deps = { clock: systemClock, randomness: systemRandomness, logger: silentLogger };
const bucket: Bucket = { application: 'app {가} 1', api: 'POST /v2/products' };

beforeAll(async () => {
  const port = String(await freePort());
  redis = await startLocalRedis({ args: ['--cluster-enabled', 'yes', '--port', port] });
  await redis.client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
  for (let look = 0; look < 200; look += 1) {
    if (String(await redis.client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) break;
    await systemClock.sleep(50);
  }
  const { path, password } = redis;
  connection = await connectRedis({ kind: 'socket', path, password }, silentLogger);
});
afterAll(async () => {
  await connection.close();
  await redis.stop();
});

it('grants permits and stops an application on a node of a cluster', async () => {
  const limiter = createRedisRateLimiter({ ...deps, connection, unknownLatencyMs: 0 });
  expect(await limiter.acquire({ bucket, lane: 'sync' })).toMatchObject({ granted: true });
  const atMs = systemClock.nowMs();
  limiter.observe(bucket, {
    status: 429,
    errorCode: 'GW.QUOTA_LIMIT',
    headers: { 'gncp-gw-quota-period': 'HOURS' },
    sentAtMs: atMs - 20,
    receivedAtMs: atMs,
  });
  await systemClock.sleep(300);
  const other = createRedisRateLimiter({ ...deps, connection, unknownLatencyMs: 0 });
  expect(await other.acquire({ bucket, lane: 'sync' })).toMatchObject({
    granted: false,
    code: 'LIMITER_QUOTA_STOPPED',
  });
});

it('keeps the upload turn and item claims on a node of a cluster', async () => {
  const mutex = createRedisMutex({ ...deps, connection });
  expect(await mutex.runExclusive('store {1}', async () => 'done')).toBe('done');
  const claims = createRedisItemClaims({ ...deps, connection, holder: 'office' });
  const claim = claimed(await claims.claim('store {1}', '100', 1000));
  expect(await claims.claim('store {1}', '100', 1000)).toMatchObject({ heldBy: 'office' });
  await claim.release();
});

it('keeps all keys of an application in one slot', async () => {
  const keys = await redis.client.keys('*:limit:*');
  const slots = await Promise.all(keys.map((key) => redis.client.call('CLUSTER', 'KEYSLOT', key)));
  expect(keys.length).toBeGreaterThanOrEqual(2);
  expect(new Set(slots).size).toBe(1);
});

/** Below 55,536: the nodes of a cluster talk to each other on a port 10,000 above. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(30_000 * systemRandomness.fraction());
    const isFree = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
