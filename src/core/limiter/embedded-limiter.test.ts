import { silentLogger } from '../platform/logger';
import { createFakeClock } from '../testing/fake-clock';
import { createFakeRandomness } from '../testing/fake-randomness';
import { describeLimiterContract } from '../testing/limiter-contract';
import type { BucketBackend } from './bucket-backend';
import { createEmbeddedBackend } from './embedded-backend';
import { bucketDefaults, createRateLimiter } from './rate-limiter';

describeLimiterContract('embedded', async () => {
  const clock = createFakeClock();
  let backend: BucketBackend | null = null;
  let opened = 0;
  return {
    open: (options = {}) => {
      opened += 1;
      const defaults = bucketDefaults(options);
      // Several limiters on one memory stand for several queues; each closes only itself.
      backend ??= createEmbeddedBackend(clock, defaults, options.applicationRestMs);
      return createRateLimiter({ ...backend, close: async () => undefined }, defaults, {
        clock,
        randomness: createFakeRandomness(opened),
        logger: silentLogger,
        ...options,
      });
    },
    pass: (durationMs) => clock.advance(durationMs),
    nowMs: () => clock.nowMs(),
    close: async () => {
      await backend?.close();
    },
  };
});
