import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { connectRedis } from '../redis/connection';
import { describeLimiterContract } from '../testing/limiter-contract';
import { type LocalRedis, startLocalRedis } from '../testing/local-redis';
import type { RateLimiter } from './port';
import { bucketDefaults } from './rate-limiter';
import { createRedisRateLimiter } from './redis-limiter';

let redis: LocalRedis;
beforeAll(async () => {
  redis = await startLocalRedis();
});
afterAll(async () => {
  await redis.stop();
});

describeLimiterContract(
  'Redis',
  async () => {
    const opened: RateLimiter[] = [];
    const prefix = `contract-${systemRandomness.hex(4)}`;
    return {
      open: async (options = {}) => {
        bucketDefaults(options);
        const { path, password } = redis;
        const connection = await connectRedis({ kind: 'socket', path, password }, silentLogger);
        const limiter = createRedisRateLimiter({
          connection,
          prefix,
          clock: systemClock,
          randomness: systemRandomness,
          logger: silentLogger,
          ...options,
        });
        opened.push(limiter);
        return limiter;
      },
      pass: (durationMs) => systemClock.sleep(durationMs),
      nowMs: () => systemClock.nowMs(),
      close: async () => {
        await Promise.all(opened.map((limiter) => limiter.close()));
      },
    };
  },
  true,
);
