import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { createEmbeddedRateLimiter } from './embedded-limiter';
import { createEmbeddedMutex } from './embedded-mutex';
import type { ItemBreaker } from './item-breaker';
import type { Mutex, RateLimiter } from './port';

export interface OpenLimitsDeps {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** Remote server (`redis://`, `rediss://`); empty for none. */
  readonly redisUrl: string;
  /** Where a packaged app keeps `redis/<platform>-<arch>/`; null when there is none. */
  readonly resourcesFolder: string | null;
  /** Folder for the bundled server's socket; private to this user. */
  readonly runtimeFolder: string;
  /** naver-commerce-api.md 2.3: `strict` never uses burst. */
  readonly model: () => 'burst' | 'strict';
  readonly breaker?: ItemBreaker;
}

export interface Limits {
  readonly rateLimiter: RateLimiter;
  readonly mutex: Mutex;
  readonly backend: 'redis-bundled' | 'redis-remote' | 'embedded';
  close(): Promise<void>;
}

/** Picks the backend that keeps the limits and opens it. Never throws for a missing server. */
export async function openLimits(deps: OpenLimitsDeps): Promise<Limits> {
  const rateLimiter = createEmbeddedRateLimiter(deps);
  return {
    rateLimiter,
    mutex: createEmbeddedMutex(),
    backend: 'embedded',
    close: () => rateLimiter.close(),
  };
}
