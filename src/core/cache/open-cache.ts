import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { RedisConnection } from '../redis/connection';
import type { Database } from '../storage/database';
import { createMemoryTier } from './memory-tier';
import type { TaggedCache } from './port';
import { createRedisTier } from './redis-tier';
import { createSqliteTier } from './sqlite-tier';
import { createTaggedCache } from './tagged-cache';

export interface OpenCacheDependencies {
  /** The Redis in use; null without one. */
  readonly redis: RedisConnection | null;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whose marketplace the answers are of: several may share one Redis. */
  readonly market: string;
}

/** Rises when the form of what is kept changes, so that two versions on one Redis do not read each other's. */
const FORM = 1;

/** Memory in front of Redis when there is one, else of the data folder. */
export function openCache(deps: OpenCacheDependencies): TaggedCache {
  const { redis, database, clock, logger, market } = deps;
  return createTaggedCache({
    memory: createMemoryTier({ clock }),
    behind:
      redis === null
        ? createSqliteTier({ database, clock })
        : createRedisTier({
            connection: redis,
            clock,
            prefix: `storebridge:cache:${FORM}:${market}:`,
          }),
    clock,
    logger,
  });
}
