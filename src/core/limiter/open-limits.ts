import { hostname } from 'node:os';
import { arch, platform } from 'node:process';
import { type AppError, toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { connectRedis, openRedis, type RedisConnection } from '../redis/connection';
import { locateServer } from '../redis/locate-server';
import { openSharedServer } from '../redis/shared-server';
import { createEmbeddedItemClaims } from './embedded-item-claims';
import { createEmbeddedRateLimiter } from './embedded-limiter';
import { createEmbeddedMutex } from './embedded-mutex';
import { createItemBreaker } from './item-breaker';
import type { ItemClaims, Mutex, RateLimiter } from './port';
import { createRedisItemClaims } from './redis-item-claims';
import { createRedisRateLimiter } from './redis-limiter';
import { createRedisMutex } from './redis-mutex';

/** Where a server may be found; `openLimits` says in which order. */
export interface OpenLimitsDeps {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** Remote server (`redis://`, `rediss://`) that several PCs share; empty for none. */
  readonly redisUrl: string;
  /** Where a packaged app keeps `redis/<platform>-<arch>/`; null when there is none. */
  readonly resourcesFolder: string | null;
  /** The PATH to look for a server on; absent for none. */
  readonly searchPath?: string;
  /** Folder for the bundled server's socket, private to this user; programs on it share one server. */
  readonly runtimeFolder: string;
  /** naver-commerce-api.md 2.3: `strict` never uses burst. Read before every grant. */
  readonly model: () => 'burst' | 'strict';
}

/** What keeps calls inside the limits, all on one backend. */
export interface Limits {
  readonly rateLimiter: RateLimiter;
  readonly mutex: Mutex;
  /** Who works on which item of a store, among all programs that share this backend. */
  readonly itemClaims: ItemClaims;
  readonly backend: 'redis-bundled' | 'redis-remote' | 'embedded';
  /** The server behind it, for others who may use it; null without one. Closed with the limits. */
  readonly redis: RedisConnection | null;
  /** Why no permit can be given right now, callers wait meanwhile; null while all is well. */
  fault(): AppError | null;
  /** Denies all waiters, ends the connection and the server that was started. */
  close(): Promise<void>;
}

/** How long the start of the app waits for a remote server before it goes on without. */
const REMOTE_PATIENCE_MS = 2000;

/**
 * Opens what keeps the limits: the remote server when one is set (it is what several PCs share, so
 * nothing else may stand in for it: while it is away calls wait; throws REDIS_URL for an address that
 * is none), else the bundled or installed server, else the embedded limiter of this one process. A local server that
 * does not start is logged and replaced by the embedded limiter.
 */
export async function openLimits(deps: OpenLimitsDeps): Promise<Limits> {
  if (deps.redisUrl !== '') {
    const connection = openRedis({ kind: 'url', url: deps.redisUrl }, deps.logger);
    await connection.ready(REMOTE_PATIENCE_MS).catch((fault: unknown) => {
      deps.logger.warn({ err: toAppError(fault) }, 'remote redis is away, calls wait for it');
    });
    return onRedis(deps, connection, 'redis-remote', () => Promise.resolve());
  }
  const program = await locateServer({
    resourcesFolder: deps.resourcesFolder,
    searchPath: deps.searchPath ?? '',
    platform,
    arch,
  });
  if (program !== null) {
    try {
      const server = await openSharedServer({ ...deps, program });
      const connection = await connectRedis(server.address, deps.logger).catch(
        async (fault: unknown) => {
          await server.stop();
          throw fault;
        },
      );
      return onRedis(deps, connection, 'redis-bundled', () => server.stop());
    } catch (fault) {
      deps.logger.warn(
        { err: toAppError(fault) },
        'no local redis, the limits stay in this process',
      );
    }
  }
  const rateLimiter = createEmbeddedRateLimiter({ ...deps, breaker: createItemBreaker() });
  return {
    rateLimiter,
    mutex: createEmbeddedMutex(),
    itemClaims: createEmbeddedItemClaims(hostname()),
    backend: 'embedded',
    redis: null,
    fault: () => null,
    close: () => rateLimiter.close(),
  };
}

function onRedis(
  deps: OpenLimitsDeps,
  connection: RedisConnection,
  backend: 'redis-bundled' | 'redis-remote',
  stopServer: () => Promise<void>,
): Limits {
  const rateLimiter = createRedisRateLimiter({
    ...deps,
    connection,
    breaker: createItemBreaker(),
  });
  return {
    rateLimiter,
    mutex: createRedisMutex({ ...deps, connection }),
    itemClaims: createRedisItemClaims({ ...deps, connection, holder: hostname() }),
    backend,
    redis: connection,
    fault: () => connection.fault(),
    close: async () => {
      await rateLimiter.close();
      await stopServer();
    },
  };
}
