import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { arch, platform } from 'node:process';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { connectRedis } from './connection';
import { locateServer, type ServerProgram } from './locate-server';
import { startRedisSupervisor } from './supervisor';

const deps = { clock: systemClock, randomness: systemRandomness, logger: silentLogger };

let folder: string;
let program: ServerProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-supervisor-'));
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

/** Process ids of servers that listen on `socketPath`, from the process table. */
async function serversOn(socketPath: string): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // Processes may end between listing and reading.
    const commandLine = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (/(redis|valkey)-server/.test(commandLine) && commandLine.includes(socketPath)) {
      found.push(Number(entry));
    }
  }
  return found;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if (await condition()) return;
    await systemClock.sleep(50);
  }
  throw new Error('it did not come to that within 10 s');
}

it('starts a server that asks for the password and keeps nothing on disk', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const supervisor = await startRedisSupervisor({ ...deps, program, runtimeFolder });
  try {
    if (supervisor.address.kind !== 'socket') throw new Error('a socket is expected here');
    await expect(
      connectRedis({ ...supervisor.address, password: 'wrong' }, silentLogger, 500),
    ).rejects.toMatchObject({ code: 'REDIS_PASSWORD' });
    const connection = await connectRedis(supervisor.address, silentLogger);
    expect(await connection.nowMs()).toBeGreaterThan(1_700_000_000_000);
    await connection.close();
  } finally {
    await supervisor.stop();
  }
  expect(await readdir(runtimeFolder)).toEqual([]);
  if (supervisor.address.kind === 'socket') {
    expect(await serversOn(supervisor.address.path)).toEqual([]);
  }
});

it('restarts a server that was killed, at the same address', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const supervisor = await startRedisSupervisor({ ...deps, program, runtimeFolder });
  try {
    if (supervisor.address.kind !== 'socket') throw new Error('a socket is expected here');
    const { path } = supervisor.address;
    const connection = await connectRedis(supervisor.address, silentLogger);
    const [first] = await serversOn(path);
    if (first === undefined) throw new Error('the server is not in the process table');
    process.kill(first, 'SIGKILL');
    await until(async () => {
      const now = await serversOn(path);
      return now.length === 1 && now[0] !== first;
    });
    await until(async () => connection.isReady() && connection.connectCount > 1);
    expect(await connection.nowMs()).toBeGreaterThan(0);
    await connection.close();
  } finally {
    await supervisor.stop();
  }
});

it('leaves no server behind when the app is killed with SIGKILL', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const outDir = await mkdtemp(join(folder, 'app-'));
  const alias = { '@shared': resolve('src/shared'), '@core': resolve('src/core') };
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      ssr: resolve('src/core/redis/testing/hold-server.ts'),
      outDir,
      rollupOptions: { output: { entryFileNames: 'app.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const app = spawn(process.execPath, [join(outDir, 'app.mjs'), program.path, runtimeFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(app.stdout, 'data')) as [Buffer];
  const path = line.toString().trim();
  expect(await serversOn(path)).toHaveLength(1);
  const ended = once(app, 'exit');
  app.kill('SIGKILL');
  await ended;
  await until(async () => (await serversOn(path)).length === 0);
});

it('says what the server said when it does not start', async () => {
  const runtimeFolder = await mkdtemp(join(folder, 'run-'));
  const broken = { path: '/bin/false', libraryFolder: null };
  await expect(
    startRedisSupervisor({ ...deps, program: broken, runtimeFolder, startTimeoutMs: 600 }),
  ).rejects.toMatchObject({ code: 'REDIS_START' });
});
