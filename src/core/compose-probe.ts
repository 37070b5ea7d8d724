import type { Settings } from '@shared/domain/settings';
import { createDomeggookClient } from './domeggook/client';
import { createHttpClient } from './http/client';
import { createEmbeddedRateLimiter } from './limiter/embedded-limiter';
import type { CallBudget } from './limiter/port';
import { createNaverClient } from './naver/client';
import type { Clock } from './platform/clock';
import type { Logger } from './platform/logger';
import type { Randomness } from './platform/randomness';
import type { SecretStore } from './secrets/port';
import type { ProbeClients } from './settings/connection-test';
import type { KeyValueStore } from './storage/key-value';

export interface ProbeConfig {
  /** The saved settings, read at each call. */
  readonly settings: () => Settings;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
}

/**
 * Clients for the real markets beside a product that practises: they remember nothing and count
 * nothing, because a person presses the button a few times at most.
 */
export function composeProbe({
  settings,
  secrets,
  clock,
  randomness,
  logger,
}: ProbeConfig): ProbeClients {
  const http = createHttpClient({ clock, logger });
  const { domeggookUrl, naverUrl } = settings();
  return {
    domeggook: createDomeggookClient({
      http,
      callBudget: unlimited,
      clock,
      logger,
      url: domeggookUrl,
      key: () => secrets.find('domeggookKey') ?? '',
      keyValueStore: nothingKept,
    }),
    naver: createNaverClient({
      http,
      rateLimiter: createEmbeddedRateLimiter({ clock, randomness, logger, model: () => 'strict' }),
      clock,
      logger,
      url: naverUrl,
      clientId: () => settings().naverClientId,
      clientSecret: () => secrets.find('naverClientSecret') ?? '',
      applicationId: 'connection-test',
    }),
  };
}

const unlimited: CallBudget = {
  spend: async () => ({ granted: true, remaining: 1, waitedMs: 0 }),
  refused: () => undefined,
  snapshot: () => ({
    perMinute: 1,
    perDay: 1,
    usedToday: 0,
    reservedForSync: 0,
    resetsAtMs: 0,
    silentUntilMs: null,
  }),
};

const nothingKept: KeyValueStore = {
  find: () => null,
  save: () => undefined,
  remove: () => undefined,
};
