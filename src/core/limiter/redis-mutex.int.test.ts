import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { connectRedis, type RedisConnection } from '../redis/connection';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import type { Mutex } from './port';
import { createRedisMutex } from './redis-mutex';

let redis: LocalRedis;
const connections: RedisConnection[] = [];
beforeAll(async () => {
  redis = await startLocalRedis();
});
afterAll(async () => {
  for (const connection of connections) await connection.close();
  await redis.stop();
});

async function openMutex(leaseMs = 600): Promise<{ mutex: Mutex; connection: RedisConnection }> {
  const { path, password } = redis;
  const connection = await connectRedis({ kind: 'socket', path, password }, silentLogger);
  connections.push(connection);
  const deps = { clock: systemClock, randomness: systemRandomness, logger: silentLogger };
  return { mutex: createRedisMutex({ ...deps, connection, leaseMs }), connection };
}

it('lets one process at a time work, and each in the end', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => openMutex()));
  let inside = 0;
  let most = 0;
  let done = 0;
  await Promise.all(
    all.flatMap(({ mutex }) =>
      [1, 2].map(() =>
        mutex.runExclusive('store', async () => {
          inside += 1;
          most = Math.max(most, inside);
          await systemClock.sleep(20);
          inside -= 1;
          done += 1;
        }),
      ),
    ),
  );
  expect(most).toBe(1);
  expect(done).toBe(8);
});

it('keeps the lock for a holder that works longer than its lease', async () => {
  const [one, other] = await Promise.all([openMutex(300), openMutex(300)]);
  const order: string[] = [];
  const first = one.mutex.runExclusive('long', async (lost) => {
    await systemClock.sleep(1000);
    order.push(lost.aborted ? 'lost' : 'first');
  });
  await systemClock.sleep(50);
  const second = other.mutex.runExclusive('long', async () => {
    order.push('second');
  });
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

it('frees the lock of a holder that vanished, and tells that holder that it is lost', async () => {
  const [one, other] = await Promise.all([openMutex(400), openMutex(400)]);
  let lostReason: unknown;
  const vanished = one.mutex.runExclusive('gone', async (lost) => {
    // Its connection is cut: it can renew no more, as if its process were killed.
    await one.connection.close();
    await new Promise<void>((resolve) => {
      lost.addEventListener('abort', () => resolve());
    });
    lostReason = lost.reason;
  });
  await systemClock.sleep(100);
  const startedMs = systemClock.monotonicMs();
  await other.mutex.runExclusive('gone', async () => undefined);
  expect(systemClock.monotonicMs() - startedMs).toBeLessThan(1500);
  await vanished;
  expect(lostReason).toMatchObject({ code: 'REDIS_UNREACHABLE' });
});

it('stops waiting when the caller does', async () => {
  const [one, other] = await Promise.all([openMutex(), openMutex()]);
  const stop = new AbortController();
  let release: () => void = () => undefined;
  const held = one.mutex.runExclusive(
    'busy',
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  await systemClock.sleep(50);
  const waiting = other.mutex.runExclusive('busy', async () => undefined, stop.signal);
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  release();
  await held;
});
