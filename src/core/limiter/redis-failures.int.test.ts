import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { openRedis, type RedisConnection } from '../redis/connection';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import type { Bucket, RateLimiter } from './port';
import { createRedisRateLimiter } from './redis-limiter';

const bucket: Bucket = { application: 'failures', api: 'POST /v2/products' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-failures-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function startRedis(
  options: Parameters<typeof startLocalRedis>[0] = {},
): Promise<LocalRedis> {
  const redis = await startLocalRedis(options);
  opened.push({ close: () => redis.stop() });
  return redis;
}

async function openLimiter(
  path: string,
  password = 'local-test-password',
): Promise<{ limiter: RateLimiter; connection: RedisConnection }> {
  const connection = openRedis({ kind: 'socket', path, password }, silentLogger);
  await connection.ready(1500).catch(() => undefined);
  const limiter = createRedisRateLimiter({
    connection,
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    unknownLatencyMs: 0,
  });
  opened.push(limiter);
  return { limiter, connection };
}

/** What a caller with a deadline of half a second is told. */
function ask(limiter: RateLimiter) {
  return limiter.acquire({ bucket, lane: 'normal', deadlineAtMs: Date.now() + 500 });
}

it('denies with the reason by the deadline when the password is wrong', async () => {
  const redis = await startRedis();
  const { limiter } = await openLimiter(redis.path, 'wrong');
  expect(await ask(limiter)).toMatchObject({
    granted: false,
    reason: 'unavailable',
    code: 'REDIS_PASSWORD',
  });
});

it('denies while the server is a read-only replica and recovers when it is the primary', async () => {
  const redis = await startRedis();
  await redis.client.replicaof('127.0.0.1', 1);
  await redis.client.config('SET', 'replica-serve-stale-data', 'yes');
  const { limiter } = await openLimiter(redis.path);
  expect(await ask(limiter)).toMatchObject({ reason: 'unavailable', code: 'REDIS_READ_ONLY' });
  await redis.client.replicaof('NO', 'ONE');
  const result = await limiter.acquire({ bucket, lane: 'normal', deadlineAtMs: Date.now() + 8000 });
  expect(result.granted).toBe(true);
});

it('denies while the server is out of memory', async () => {
  const redis = await startRedis();
  const { limiter } = await openLimiter(redis.path);
  await redis.client.config('SET', 'maxmemory', '1');
  expect(await ask(limiter)).toMatchObject({ reason: 'unavailable', code: 'REDIS_FULL' });
  await redis.client.config('SET', 'maxmemory', '0');
  const result = await limiter.acquire({ bucket, lane: 'normal', deadlineAtMs: Date.now() + 5000 });
  expect(result.granted).toBe(true);
});

it('loads its script again when the server has forgotten it', async () => {
  const redis = await startRedis();
  const { limiter } = await openLimiter(redis.path);
  expect(await ask(limiter)).toMatchObject({ granted: true });
  await redis.client.script('FLUSH');
  expect(await ask(limiter)).toMatchObject({ granted: true });
});

it('uses one call per grant and none while only waiting, and lets every key expire', async () => {
  const redis = await startRedis();
  const { limiter, connection } = await openLimiter(redis.path);
  await ask(limiter);
  await ask(limiter);
  const before = connection.commandCount;
  const stop = new AbortController();
  const waits = Array.from({ length: 50 }, () =>
    limiter.acquire({ bucket, lane: 'batch', signal: stop.signal }),
  );
  await systemClock.sleep(3300);
  stop.abort();
  const granted = (await Promise.all(waits)).filter((result) => result.granted).length;
  expect(granted).toBeGreaterThanOrEqual(5);
  // One more each for the first question and for leaving the line.
  expect(connection.commandCount - before).toBeLessThanOrEqual(granted + 3);
  const keys = await redis.client.keys('*');
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) {
    expect(key).toContain('{failures}');
    expect(await redis.client.pttl(key)).toBeGreaterThan(0);
  }
});

it('waits out a stall of two seconds and grants no more than allowed after it', async () => {
  const redis = await startRedis();
  const { limiter } = await openLimiter(redis.path);
  expect(await ask(limiter)).toMatchObject({ granted: true });
  redis.process.kill('SIGSTOP');
  const short = ask(limiter);
  const long = Array.from({ length: 8 }, () =>
    limiter.acquire({ bucket, lane: 'normal' }).then(() => Date.now()),
  );
  expect(await short).toMatchObject({ granted: false });
  await systemClock.sleep(1600);
  redis.process.kill('SIGCONT');
  const times = await Promise.all(long);
  for (const [index, atMs] of times.entries()) {
    const inSecond = times.filter((other) => other >= atMs && other < atMs + 980).length;
    expect(inSecond, `from call ${index}`).toBeLessThanOrEqual(2);
  }
});

it('grants nothing from an empty server until earlier calls cannot matter, then goes on', async () => {
  const redis = await startRedis();
  const { limiter, connection } = await openLimiter(redis.path);
  expect(await ask(limiter)).toMatchObject({ granted: true });
  expect(await ask(limiter)).toMatchObject({ granted: true });
  const lostAtMs = Date.now();
  redis.client.disconnect();
  redis.process.kill('SIGKILL');
  await systemClock.sleep(100);
  await startRedis({ path: redis.path });
  const result = await limiter.acquire({ bucket, lane: 'sync', deadlineAtMs: Date.now() + 15_000 });
  expect(result.granted).toBe(true);
  expect(Date.now() - lostAtMs).toBeGreaterThan(1900);
  expect(connection.connectCount).toBe(2);
});

it('answers callers by their deadline when the server has gone for good', async () => {
  const redis = await startRedis();
  const { limiter } = await openLimiter(redis.path);
  expect(await ask(limiter)).toMatchObject({ granted: true });
  redis.client.disconnect();
  redis.process.kill('SIGKILL');
  await systemClock.sleep(100);
  const askedAtMs = Date.now();
  expect(await ask(limiter)).toMatchObject({ reason: 'unavailable', code: 'REDIS_UNREACHABLE' });
  expect(Date.now() - askedAtMs).toBeLessThan(1500);
  expect(await limiter.tryAcquire({ bucket, lane: 'normal' })).toMatchObject({
    granted: false,
    reason: 'unavailable',
  });
});

it('holds its fire when the state it finds is garbage', async () => {
  const redis = await startRedis();
  const { limiter } = await openLimiter(redis.path);
  expect(await ask(limiter)).toMatchObject({ granted: true });
  for (const key of await redis.client.keys('*:api:*')) {
    await redis.client.set(key, 'not a state', 'PX', 60_000);
  }
  expect(await limiter.tryAcquire({ bucket, lane: 'normal' })).toMatchObject({ granted: false });
  await systemClock.sleep(2300);
  expect(await limiter.tryAcquire({ bucket, lane: 'normal' })).toMatchObject({ granted: true });
});

it.each([
  [
    'answers every script with garbage',
    'REDIS_GARBAGE',
    (text: string) => reply(text, '$5\r\nhello\r\n'),
  ],
  [
    'says that it is loading its data',
    'REDIS_LOADING',
    (text: string) => reply(text, '-LOADING Redis is loading the dataset in memory\r\n'),
  ],
])('denies by the deadline when the server %s', async (_name, code, answer) => {
  const path = join(folder, `fake-${code}.sock`);
  const server = await startFakeServer(path, answer);
  opened.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  const { limiter } = await openLimiter(path);
  expect(await ask(limiter)).toMatchObject({ granted: false, reason: 'unavailable', code });
});

/** Says yes to the handshake and `other` to scripts. */
function reply(text: string, other: string): string {
  if (/info/i.test(text))
    return '$30\r\n# Server\r\nredis_version:7.0.0\r\n\r\n'.replace('$30', '$31');
  if (/\btime\b/i.test(text)) return '*2\r\n$10\r\n1790000000\r\n$1\r\n0\r\n';
  if (/evalsha|eval/i.test(text)) return other;
  return '+OK\r\n';
}

function startFakeServer(path: string, answer: (text: string) => string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      // One answer per command: commands start with `*`.
      const commands = data.toString().split(/(?=\*\d+\r\n)/);
      for (const command of commands) socket.write(answer(command));
    });
  });
  return new Promise((resolve) => {
    server.listen(path, () => resolve(server));
  });
}
