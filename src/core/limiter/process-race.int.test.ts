import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';

const PROCESSES = 20;
const RATE_PER_SECOND = 10;

let redis: LocalRedis;
let folder = '';
beforeAll(async () => {
  redis = await startLocalRedis();
  folder = await mkdtemp(join(tmpdir(), 'storebridge-race-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared'), '@core': resolve('src/core') } },
    build: {
      ssr: resolve('src/core/limiter/testing/race-once.ts'),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'race.mjs' } },
    },
    ssr: { noExternal: true },
  });
});
afterAll(async () => {
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

async function nextLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the process has no output');
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  return text.toString().trim();
}

// A process that is held up for longer than a second asks in the next one: then the race is run again.
it('gives exactly 10 permits to 20 processes racing at 10 a second', { retry: 2 }, async () => {
  await redis.client.flushall();
  const children = Array.from({ length: PROCESSES }, () =>
    spawn(
      process.execPath,
      [join(folder, 'race.mjs'), redis.path, redis.password, String(RATE_PER_SECOND)],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    ),
  );
  try {
    const ready = await Promise.all(children.map(nextLine));
    expect(new Set(ready)).toEqual(new Set(['ready']));
    const answers = children.map(nextLine);
    for (const child of children) child.stdin.write('go\n');
    const results = await Promise.all(answers);
    expect(results.filter((result) => result === 'granted')).toHaveLength(RATE_PER_SECOND);
    expect(results.filter((result) => result === 'denied')).toHaveLength(
      PROCESSES - RATE_PER_SECOND,
    );
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
});
