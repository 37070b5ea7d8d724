import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A throw-away server for tests, on a socket in a folder of its own. */
export interface LocalRedis {
  readonly path: string;
  readonly password: string;
  readonly process: ChildProcess;
  /** A plain client for looking behind the adapter; closed with the server. */
  readonly client: Redis;
  stop(): Promise<void>;
}

/** Starts `redis-server` (or the named program) without persistence and waits until it answers. */
export async function startLocalRedis(
  options: {
    readonly program?: string;
    readonly args?: readonly string[];
    readonly path?: string;
  } = {},
): Promise<LocalRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'storebridge-redis-'));
  const path = options.path ?? join(folder, 'redis.sock');
  const password = 'local-test-password';
  const child = spawn(
    options.program ?? 'redis-server',
    [
      ...['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no'],
      ...['--requirepass', password, '--dir', folder, ...(options.args ?? [])],
    ],
    { stdio: 'ignore' },
  );
  const client = new Redis({ path, password, retryStrategy: () => 20, maxRetriesPerRequest: null });
  // Refused until the server listens; the ping below waits for it.
  client.on('error', () => undefined);
  await client.ping();
  return {
    path,
    password,
    process: child,
    client,
    stop: async () => {
      client.disconnect();
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
