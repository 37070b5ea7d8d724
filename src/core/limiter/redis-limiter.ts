import type { RedisConnection } from '../redis/connection';
import type { RateLimiter } from './port';
import { bucketDefaults, createRateLimiter, type RateLimiterOptions } from './rate-limiter';
import { createRedisBackend } from './redis-backend';

/**
 * The limiter of several processes or PCs on one application key: state in Redis, one script call
 * per grant or for several callers at once, none while only waiting. Closes `connection` with itself.
 * While the server is away callers wait, or are denied with `unavailable` at their deadline.
 * Throws LIMITER_BAD_RATE for a rate or burst that cannot be a limit.
 */
export function createRedisRateLimiter(
  options: RateLimiterOptions & {
    readonly connection: RedisConnection;
    /** First part of all keys; default `storebridge`. */
    readonly prefix?: string;
  },
): RateLimiter {
  const defaults = bucketDefaults(options);
  return createRateLimiter(createRedisBackend({ ...options, defaults }), defaults, options);
}
