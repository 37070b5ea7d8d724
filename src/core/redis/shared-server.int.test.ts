import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLimits } from '../limiter/open-limits';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { connectRedis } from './connection';
import { locateServer, type ServerProgram } from './locate-server';
import { openSharedServer, type SharedRedisServer } from './shared-server';

const deps = { clock: systemClock, randomness: systemRandomness, logger: silentLogger };

let folder: string;
let program: ServerProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-shared-'));
  const found = await locateServer({
    resourcesFolder: null,
    searchPath: process.env.PATH ?? '',
    platform,
    arch,
  });
  if (found === null) throw new Error('these tests need redis-server or valkey-server on the PATH');
  program = found;
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const open = (runtimeFolder: string): Promise<SharedRedisServer> =>
  openSharedServer({ ...deps, program, runtimeFolder });

it('lets programs that start together on one folder share one server, at an address that only this user may read', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const servers = await Promise.all([
    open(runtimeFolder),
    open(runtimeFolder),
    open(runtimeFolder),
  ]);
  try {
    expect(servers.filter((server) => server.isOwner())).toHaveLength(1);
    expect(new Set(servers.map((server) => JSON.stringify(server.address))).size).toBe(1);
    const sockets = (await readdir(runtimeFolder)).filter((name) => name.endsWith('.sock'));
    expect(sockets).toHaveLength(1);
    expect((await stat(join(runtimeFolder, 'redis.json'))).mode & 0o077).toBe(0);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
});

it('takes the server over at the same address when the program that ran it goes, and the connection comes back', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const first = await open(runtimeFolder);
  const second = await open(runtimeFolder);
  const connection = await connectRedis(second.address, silentLogger);
  try {
    expect([first.isOwner(), second.isOwner()]).toEqual([true, false]);
    await first.stop();
    await expect.poll(() => second.isOwner(), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => connection.isReady(), { timeout: 10_000 }).toBe(true);
    expect(await connection.nowMs()).toBeGreaterThan(0);
  } finally {
    await connection.close();
    await second.stop();
  }
});

it('ends the server it started when its address cannot be written, and the next try may', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const blocked = join(runtimeFolder, 'redis.json');
  await mkdir(join(blocked, 'in-the-way'), { recursive: true });
  await expect(open(runtimeFolder)).rejects.toThrow();
  const sockets = (await readdir(runtimeFolder)).filter((name) => name.endsWith('.sock'));
  expect(sockets).toEqual([]);
  await rm(blocked, { recursive: true });
  const server = await open(runtimeFolder);
  expect(server.isOwner()).toBe(true);
  await server.stop();
});

it('starts anew where an address was left behind that nobody answers at, or that says nothing', async () => {
  for (const left of ['{"kind":"socket","path":', '{"kind":"url","url":"redis://elsewhere"}']) {
    const runtimeFolder = await mkdtemp(join(folder, 'run-'));
    await writeFile(join(runtimeFolder, 'redis.json'), left);
    const server = await open(runtimeFolder);
    expect(server.isOwner()).toBe(true);
    await server.stop();
    // Left behind by a stop: the same place again.
    const next = await open(runtimeFolder);
    expect(next.address).toEqual(server.address);
    await next.stop();
  }
});

it('holds the limits of two programs on one folder together', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const openOne = () =>
    openLimits({
      ...deps,
      redisUrl: '',
      resourcesFolder: null,
      searchPath: process.env.PATH ?? '',
      runtimeFolder,
      model: () => 'strict',
    });
  const first = await openOne();
  const second = await openOne();
  try {
    expect([first.backend, second.backend]).toEqual(['redis-bundled', 'redis-bundled']);
    const claim = await first.itemClaims.claim('main', '100', 5000);
    expect(claim.isClaimed).toBe(true);
    expect((await second.itemClaims.claim('main', '100', 5000)).isClaimed).toBe(false);
    const grantCounts: number[] = [];
    // A grant that a busy computer hears of too late is refused, so a try may give fewer; none gives more.
    while (grantCounts.length < 5 && grantCounts.at(-1) !== 2) {
      const bucket = { application: 'shared', api: `GET /${grantCounts.length}` };
      const results = await Promise.all(
        [first, first, second, second].map(({ rateLimiter }) =>
          rateLimiter.tryAcquire({ bucket, lane: 'normal' }),
        ),
      );
      grantCounts.push(results.filter((result) => result.granted).length);
    }
    expect(Math.max(...grantCounts)).toBe(2);
  } finally {
    await second.close();
    await first.close();
  }
});
