import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { connectRedis, type LocalRedisAddress } from './connection';
import type { ServerProgram } from './locate-server';
import watchScript from './watch.sh?raw';

/** What the server is started with, and where. */
export interface RedisSupervisorDeps {
  readonly program: ServerProgram;
  /** Folder of this user alone, for the socket and the server's working files. */
  readonly runtimeFolder: string;
  /** Where others already look for the server; a new place with a new password when absent. */
  readonly address?: LocalRedisAddress;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  readonly platform?: NodeJS.Platform;
  /** How long the server may take to answer; default 5,000. */
  readonly startTimeoutMs?: number;
}

/** A server of our own. */
export interface RedisSupervisor {
  /** Stays the same over restarts. */
  readonly address: LocalRedisAddress;
  /** Process id of the server's watcher; null while there is none. */
  watcherPid(): number | null;
  /** Ends the server and waits for it. May be called twice. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 5000;
const RESTART_FIRST_MS = 250;
const RESTART_MAX_MS = 10_000;
/** A server that ran this long failed anew, not again. */
const STEADY_MS = 60_000;
const STOP_GRACE_MS = 3000;
/** Shortest limit of socket paths among our platforms, with room for the file's name. */
const SOCKET_PATH_MAX = 100;
const MEMORY_MAX = '64mb';
const LOG_LINES = 5;

/**
 * Starts a Redis or Valkey server for this app alone and keeps it running: unix socket (loopback port
 * on Windows or where the path is too long), random password that appears in no argument list, no
 * persistence, at most 64 MB. Restarted with back-off at the same address. The server ends with the
 * app, also when the app is killed. Throws REDIS_START when it does not answer within 5 s.
 */
export async function startRedisSupervisor(deps: RedisSupervisorDeps): Promise<RedisSupervisor> {
  const { clock, logger } = deps;
  const platform = deps.platform ?? process.platform;
  await mkdir(deps.runtimeFolder, { recursive: true, mode: 0o700 });
  if (platform !== 'win32') await chmod(deps.runtimeFolder, 0o700);
  const address = deps.address ?? (await newAddress(deps, platform));
  const settings = settingsOf(address, deps.runtimeFolder);

  let child: ChildProcess | null = null;
  let restarts = 0;
  let isStopping = false;
  const restartDelay = new AbortController();
  const lastLines: string[] = [];

  const launch = (): void => {
    const startedMs = clock.monotonicMs();
    const own = launchServer(deps.program, settings, platform);
    child = own;
    own.stdout?.on('data', (text: Buffer) => {
      lastLines.push(...text.toString().trim().split('\n'));
      lastLines.splice(0, Math.max(0, lastLines.length - LOG_LINES));
    });
    own.once('error', (fault) => {
      lastLines.push(fault.message);
      logger.warn({ err: fault }, 'redis server could not be run');
    });
    own.once('close', (code) => {
      child = null;
      if (isStopping) return;
      if (clock.monotonicMs() - startedMs > STEADY_MS) restarts = 0;
      const delayMs = Math.min(RESTART_MAX_MS, RESTART_FIRST_MS * 2 ** restarts);
      restarts = Math.min(restarts + 1, 10);
      logger.warn({ code, delayMs, log: lastLines.join(' | ') }, 'redis server ended, restarting');
      clock.sleep(delayMs, restartDelay.signal).then(launch, () => undefined);
    });
  };

  const stop = async (): Promise<void> => {
    isStopping = true;
    restartDelay.abort();
    const own = child;
    if (own !== null) await endServer(own, clock);
    if (address.kind === 'socket') await rm(address.path, { force: true });
  };

  launch();
  try {
    const probe = await connectRedis(address, logger, deps.startTimeoutMs ?? START_TIMEOUT_MS);
    await probe.close();
  } catch (fault) {
    await stop();
    const problem = lastLines.at(-1) ?? (fault instanceof Error ? fault.message : String(fault));
    throw new AppError('REDIS_START', { params: { problem }, cause: fault });
  }
  return { address, watcherPid: () => child?.pid ?? null, stop };
}

/** A place of our own that nobody else listens at. */
async function newAddress(
  { randomness, runtimeFolder }: RedisSupervisorDeps,
  platform: NodeJS.Platform,
): Promise<LocalRedisAddress> {
  const password = randomness.hex(24);
  const path = join(runtimeFolder, `redis-${randomness.hex(4)}.sock`);
  return platform !== 'win32' && path.length <= SOCKET_PATH_MAX
    ? { kind: 'socket', path, password }
    : { kind: 'loopback', port: await freePort(), password };
}

function launchServer(
  program: ServerProgram,
  settings: string,
  platform: NodeJS.Platform,
): ChildProcess {
  const environment =
    program.libraryFolder === null
      ? process.env
      : { ...process.env, LD_LIBRARY_PATH: program.libraryFolder };
  if (platform === 'win32') return launchOnWindows(program, settings);
  // Its own group, so that Ctrl+C in a terminal leaves stopping to the app.
  const child = spawn('/bin/sh', ['-c', watchScript, 'storebridge-redis', program.path], {
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
    detached: true,
    env: environment,
  });
  const pipe = child.stdio[3];
  if (pipe !== null && pipe !== undefined && 'end' in pipe) {
    // A server that ended at once is told by its exit, not by this pipe.
    pipe.on('error', () => undefined);
    pipe.end(settings);
  }
  // Held open and never written to: its end is what the watcher waits for.
  child.stdin?.on('error', () => undefined);
  return child;
}

/**
 * Windows has no shell to watch with: PowerShell waits for the end of its input and then ends the
 * server. Not tried on a real Windows so far.
 */
function launchOnWindows(program: ServerProgram, settings: string): ChildProcess {
  const child = spawn(program.path, ['-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(settings);
  if (child.pid !== undefined) {
    const watch = `[Console]::In.ReadToEnd(); Stop-Process -Force -Id ${child.pid}`;
    const watcher = spawn('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', watch], {
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
    });
    watcher.on('error', () => undefined);
    child.once('close', () => watcher.kill());
  }
  return child;
}

/** Closing the watched pipe kills the server; nothing is lost, since nothing is kept. */
async function endServer(child: ChildProcess, clock: Clock): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  if (child.stdin?.writableEnded === true) child.kill();
  else child.stdin?.end();
  const tooLong = new AbortController();
  await Promise.race([
    ended,
    clock.sleep(STOP_GRACE_MS, tooLong.signal).then(
      () => {
        child.kill('SIGTERM');
        return ended;
      },
      () => undefined,
    ),
  ]);
  tooLong.abort();
}

function settingsOf(address: LocalRedisAddress, folder: string): string {
  const place =
    address.kind === 'socket'
      ? ['port 0', `unixsocket ${quoted(address.path)}`, 'unixsocketperm 600']
      : [`port ${address.port}`, 'bind 127.0.0.1'];
  return [
    ...place,
    `requirepass ${address.password}`,
    'protected-mode yes',
    'save ""',
    'appendonly no',
    `maxmemory ${MEMORY_MAX}`,
    'maxmemory-policy noeviction',
    'daemonize no',
    `dir ${quoted(folder)}`,
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
