import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { arch, execPath, platform } from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { connectRedis } from './connection';
import { locateServer } from './locate-server';

const run = promisify(execFile);
const script = resolve('scripts/vendor-redis.mjs');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-vendor-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it.runIf(platform === 'linux')(
  'puts a server with its libraries in place that runs with no search path of any kind',
  async () => {
    const to = join(folder, 'resources', 'redis');
    await run(execPath, [script, '--to', to]);
    const program = await locateServer({
      resourcesFolder: join(folder, 'resources'),
      searchPath: '',
      platform,
      arch,
    });
    if (program === null) throw new Error('the vendored server is not found');
    expect(program.path.startsWith(join(to, `${platform}-${arch}`))).toBe(true);
    const socket = join(folder, 'vendored.sock');
    const child = spawn(
      program.path,
      ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder],
      { stdio: 'ignore', env: { PATH: '', LD_LIBRARY_PATH: program.libraryFolder ?? '' } },
    );
    try {
      const address = { kind: 'socket', path: socket, password: '' } as const;
      const connection = await connectRedis(address, silentLogger, 10_000);
      expect(await connection.nowMs()).toBeGreaterThan(systemClock.nowMs() - 60_000);
      await connection.close();
    } finally {
      child.kill('SIGKILL');
    }
  },
);

it('takes a program for another system only with its checksum', async () => {
  const program = join(folder, 'redis-server-for-windows');
  await writeFile(program, 'not really a program');
  const sha256 = createHash('sha256').update('not really a program').digest('hex');
  const to = join(folder, 'other');
  const take = (...args: string[]): Promise<unknown> =>
    run(execPath, [
      script,
      '--platform',
      'win32',
      '--arch',
      'x64',
      '--to',
      to,
      '--from',
      program,
      ...args,
    ]);
  await expect(take()).rejects.toThrow('SHA-256');
  await expect(take('--sha256', sha256.replace(/^./, 'x'))).rejects.toThrow('SHA-256');
  await expect(take('--sha256', '0'.repeat(64))).rejects.toThrow('Nothing was kept');
  expect(await readdir(join(to, 'win32-x64'))).toEqual([]);
  await take('--sha256', sha256);
  expect(await readFile(join(to, 'win32-x64', 'redis-server.exe'), 'utf8')).toBe(
    'not really a program',
  );
});
