import { AppError } from '@shared/errors/app-error';
import { Redis } from 'ioredis';
import type { Logger } from '../platform/logger';
import { describeServer, mapRedisFault } from './redis-fault';
import type { RedisScript } from './script';

/** Where a Redis server of this PC listens. */
export type LocalRedisAddress =
  | { readonly kind: 'socket'; readonly path: string; readonly password: string }
  | { readonly kind: 'loopback'; readonly port: number; readonly password: string };

/** Where a Redis server listens. */
export type RedisAddress =
  | LocalRedisAddress
  | {
      readonly kind: 'url';
      readonly url: string;
      /** Certificate of the authority that signs the server's, PEM; absent for those the PC trusts. */
      readonly ca?: string;
    };

/** One connection, as the adapters use it. Every method throws AppError of the redis family. */
export interface RedisConnection {
  /** Runs a script by its digest, loading it when the server does not know it. */
  run(script: RedisScript, keys: readonly string[], args: readonly string[]): Promise<unknown>;
  /** The server's clock, epoch ms. */
  nowMs(): Promise<number>;
  /** Version of the server as it states it; null when it does not. */
  version(): Promise<string | null>;
  /** How often the connection was made; above 1 the server may be another or an empty one. */
  readonly connectCount: number;
  /** For people: where it is, without a password. */
  readonly server: string;
  /** Commands sent since the start, handshakes not counted. */
  readonly commandCount: number;
  isReady(): boolean;
  /** What keeps the connection from being made or made anew; null while it is there. */
  fault(): AppError | null;
  /** Resolves when connected; throws what kept it from that within `timeoutMs`. */
  ready(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

/** No answer within this time counts as lost; a stall of the server must not hold callers for long. */
const COMMAND_TIMEOUT_MS = 1500;
const CONNECT_TIMEOUT_MS = 3000;
const RECONNECT_FIRST_MS = 50;
const RECONNECT_MAX_MS = 2000;

/**
 * Connects in the background and reconnects by itself, at most 2 s apart. Commands are never queued
 * while the connection is down and never sent twice. `rediss://` checks the server's certificate.
 * Throws REDIS_URL for an address of another kind.
 */
export function openRedis(address: RedisAddress, logger: Logger): RedisConnection {
  const server = nameOf(address);
  const redis = openClient(address);
  let lastFault: unknown = null;
  let connectCount = 0;
  let commandCount = 0;
  redis.on('error', (fault: unknown) => {
    lastFault = fault;
    logger.debug({ err: fault, server }, 'redis connection');
  });
  redis.on('ready', () => {
    connectCount += 1;
  });

  const fault = (): AppError | null =>
    redis.status === 'ready' ? null : mapRedisFault(lastFault ?? 'not connected', server);

  const guarded = async <T>(command: () => Promise<T>): Promise<T> => {
    const away = fault();
    if (away !== null) throw away;
    commandCount += 1;
    try {
      return await command();
    } catch (thrown) {
      throw mapRedisFault(thrown, server);
    }
  };

  redis.connect().catch(() => {
    // The error event told why; reconnecting goes on.
  });
  return {
    server,
    get connectCount() {
      return connectCount;
    },
    get commandCount() {
      return commandCount;
    },
    isReady: () => redis.status === 'ready',
    fault,
    ready: (timeoutMs) =>
      whenReady(redis, timeoutMs).catch((thrown: unknown) => {
        throw mapRedisFault(lastFault ?? thrown, server);
      }),
    run: (script, keys, args) =>
      guarded(async () => {
        try {
          return await redis.evalsha(script.sha1, keys.length, ...keys, ...args);
        } catch (thrown) {
          if (!(thrown instanceof Error && thrown.message.startsWith('NOSCRIPT'))) throw thrown;
          return await redis.eval(script.text, keys.length, ...keys, ...args);
        }
      }),
    nowMs: () =>
      guarded(async () => {
        const [seconds, micros] = await redis.time();
        return Number(seconds) * 1000 + Number(micros) / 1000;
      }),
    version: () =>
      guarded(async () => /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? null),
    close: async () => {
      redis.disconnect();
    },
  };
}

/** Like `openRedis`, but waits until the server is ready; throws REDIS_* when it is not in time. */
export async function connectRedis(
  address: RedisAddress,
  logger: Logger,
  timeoutMs: number = CONNECT_TIMEOUT_MS,
): Promise<RedisConnection> {
  const connection = openRedis(address, logger);
  try {
    await connection.ready(timeoutMs);
    return connection;
  } catch (fault) {
    await connection.close();
    throw fault;
  }
}

function whenReady(redis: Redis, timeoutMs: number): Promise<void> {
  if (redis.status === 'ready') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      redis.off('ready', onReady);
      reject(new Error('no connection in time'));
    }, timeoutMs);
    const onReady = (): void => {
      clearTimeout(timer);
      resolve();
    };
    redis.once('ready', onReady);
  });
}

function openClient(address: RedisAddress): Redis {
  const options = {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (attempt: number) =>
      Math.min(RECONNECT_MAX_MS, RECONNECT_FIRST_MS * 2 ** Math.min(attempt, 10)),
    // After a failover this connection may lead to a replica: make a new one.
    reconnectOnError: (fault: Error) => fault.message.startsWith('READONLY'),
  } as const;
  if (address.kind === 'socket') {
    return new Redis({ ...options, path: address.path, password: address.password });
  }
  if (address.kind === 'loopback') {
    const { port, password } = address;
    return new Redis({ ...options, host: '127.0.0.1', port, password });
  }
  parseRedisUrl(address.url);
  const tls = address.ca === undefined ? {} : { tls: { ca: address.ca } };
  return new Redis(address.url, { ...options, ...tls });
}

function nameOf(address: RedisAddress): string {
  if (address.kind === 'socket') return address.path;
  if (address.kind === 'loopback') return `127.0.0.1:${address.port}`;
  return describeServer(parseRedisUrl(address.url));
}

function parseRedisUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === 'redis:' || url.protocol === 'rediss:')) return url;
  throw new AppError('REDIS_URL');
}
