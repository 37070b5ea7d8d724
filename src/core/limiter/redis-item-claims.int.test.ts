import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { connectRedis, type RedisConnection } from '../redis/connection';
import { claimed, describeItemClaimsContract } from '../testing/item-claims-contract';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import type { ItemClaims } from './port';
import { createRedisItemClaims } from './redis-item-claims';

let redis: LocalRedis;
const connections: RedisConnection[] = [];
beforeAll(async () => {
  redis = await startLocalRedis();
});
afterAll(async () => {
  for (const connection of connections) await connection.close();
  await redis.stop();
});

async function openClaims(
  holder: string,
  prefix: string,
): Promise<{ claims: ItemClaims; connection: RedisConnection }> {
  const { path, password } = redis;
  const connection = await connectRedis({ kind: 'socket', path, password }, silentLogger);
  connections.push(connection);
  const deps = { clock: systemClock, randomness: systemRandomness, logger: silentLogger };
  return { claims: createRedisItemClaims({ ...deps, connection, holder, prefix }), connection };
}

describeItemClaimsContract('Redis', async () => {
  const prefix = `contract-${systemRandomness.hex(4)}`;
  return {
    open: async (holder) => (await openClaims(holder, prefix)).claims,
    pass: (durationMs) => systemClock.sleep(durationMs),
    close: async () => undefined,
  };
});

it('tells another PC who works on an item, and gives it to that PC when it is released', async () => {
  const office = await openClaims('office', 'two');
  const home = await openClaims('home', 'two');
  const first = claimed(await office.claims.claim('store', '100', 1000));
  expect(await home.claims.claim('store', '100', 1000)).toMatchObject({ heldBy: 'office' });
  await first.release();
  const second = claimed(await home.claims.claim('store', '100', 1000));
  expect(await office.claims.claim('store', '100', 1000)).toMatchObject({ heldBy: 'home' });
  await second.release();
});

it('frees the item of a holder that was killed within its lease, and tells a holder that is cut off', async () => {
  const office = await openClaims('office', 'killed');
  const home = await openClaims('home', 'killed');
  const first = claimed(await office.claims.claim('store', '100', 400));
  // Its connection is cut: it can renew no more, as if its process were killed.
  await office.connection.close();
  const held = await home.claims.claim('store', '100', 400);
  if (held.isClaimed) throw new Error('the lease is not over yet');
  await systemClock.sleep(held.leaseLeftMs + 50);
  const second = claimed(await home.claims.claim('store', '100', 400));
  expect(first.lost.aborted).toBe(true);
  expect(first.lost.reason).toMatchObject({ code: 'REDIS_UNREACHABLE' });
  await first.release();
  await second.release();
});

it('tells the holder when a server that lost its memory gave the item to somebody else', async () => {
  const office = await openClaims('office', 'lost');
  const home = await openClaims('home', 'lost');
  const first = claimed(await office.claims.claim('store', '100', 600));
  await redis.client.flushall();
  const second = claimed(await home.claims.claim('store', '100', 600));
  await systemClock.sleep(500);
  expect(first.lost.reason).toMatchObject({ code: 'LIMITER_CLAIM_LOST' });
  expect(second.lost.aborted).toBe(false);
  await first.release();
  expect(await office.claims.claim('store', '100', 600)).toMatchObject({ heldBy: 'home' });
  await second.release();
});

it('grants nothing while the server is away', async () => {
  const office = await openClaims('office', 'away');
  await office.connection.close();
  await expect(office.claims.claim('store', '100', 1000)).rejects.toMatchObject({
    code: 'REDIS_UNREACHABLE',
  });
});
