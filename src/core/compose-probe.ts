import type { Settings } from '@shared/domain/settings';
import { createDomeggookClient } from './domeggook/client';
import { createHttpClient } from './http/client';
import { createCallBudget } from './limiter/call-budget';
import { openCallLedger } from './limiter/call-ledger';
import { createEmbeddedRateLimiter } from './limiter/embedded-limiter';
import { openLimits } from './limiter/open-limits';
import type { RateLimiter } from './limiter/port';
import { domeggookAccountOf, naverApplicationOf } from './marketplace-identity';
import { createNaverClient } from './naver/client';
import type { Clock } from './platform/clock';
import type { Logger } from './platform/logger';
import { openTogether } from './platform/open-together';
import type { Randomness } from './platform/randomness';
import type { SecretStore } from './secrets/port';
import type { ConnectionProbe } from './settings/connection-test';
import type { KeyValueStore } from './storage/key-value';

/** What a trial of keys is built of; the settings and keys are those that are saved now. */
export interface ProbeConfig {
  /** Data folder that all stores share: the calls are counted where a live product counts them. */
  readonly programHome: string;
  /** The saved settings, read at each call. */
  readonly settings: () => Settings;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
}

/**
 * Clients for the real markets beside a product that practises or is closed. They remember nothing of
 * what they read, but ask for permission as a live product does: Domeggook's calls come out of the
 * allowance of the tested key, Naver's out of the server that several PCs share, where one is set.
 * Throws STORAGE_* and REDIS_URL.
 */
export async function composeProbe(config: ProbeConfig): Promise<ConnectionProbe> {
  const { settings, secrets, clock, logger } = config;
  const key = (): string => secrets.find('domeggookKey') ?? '';
  const [ledger, rateLimiter] = await openTogether([
    {
      open: () => openCallLedger(config.programHome, { clock, logger }),
      close: async (opened) => {
        opened.close();
      },
    },
    {
      open: () => openRateLimiter(config),
      close: (opened) => opened.close(),
    },
  ]);
  const callBudget = createCallBudget({
    database: ledger,
    account: () => domeggookAccountOf(key()),
    clock,
    perMinute: () => settings().marketplace.domeggookCallsPerMinute,
    perDay: () => settings().marketplace.domeggookCallsPerDay,
  });
  const http = createHttpClient({ clock, logger });
  const { domeggookUrl, naverUrl } = settings();
  return {
    domeggook: createDomeggookClient({
      http,
      callBudget,
      clock,
      logger,
      url: domeggookUrl,
      key,
      keyValueStore: nothingKept,
    }),
    naver: createNaverClient({
      http,
      rateLimiter,
      clock,
      logger,
      url: naverUrl,
      clientId: () => settings().naverClientId,
      clientSecret: () => secrets.find('naverClientSecret') ?? '',
      applicationId: naverApplicationOf(settings()),
    }),
    close: async () => {
      callBudget.close();
      await rateLimiter.close();
      await http.close();
      ledger.close();
    },
  };
}

/** Nobody else on this PC calls Naver while the product practises, but other PCs may. */
async function openRateLimiter(
  config: ProbeConfig,
): Promise<RateLimiter & { close(): Promise<void> }> {
  const { redisUrl } = config.settings();
  const model = () => 'strict' as const;
  if (redisUrl === '') return createEmbeddedRateLimiter({ ...config, model });
  const limits = await openLimits({
    ...config,
    redisUrl,
    resourcesFolder: null,
    runtimeFolder: config.programHome,
    model,
  });
  return { ...limits.rateLimiter, close: () => limits.close() };
}

const nothingKept: KeyValueStore = {
  find: () => null,
  save: () => undefined,
  remove: () => undefined,
};
