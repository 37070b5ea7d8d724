import { createEmbeddedBackend } from './embedded-backend';
import type { RateLimiter } from './port';
import { bucketDefaults, createRateLimiter, type RateLimiterOptions } from './rate-limiter';

/**
 * The limiter of one PC without Redis: same behaviour as on Redis, state in this process's memory.
 * Throws LIMITER_BAD_RATE for a rate or burst that cannot be a limit.
 */
export function createEmbeddedRateLimiter(options: RateLimiterOptions): RateLimiter {
  const defaults = bucketDefaults(options);
  return createRateLimiter(
    createEmbeddedBackend(options.clock, defaults, options.applicationRestMs),
    defaults,
    options,
  );
}
