import { createEmbeddedRateLimiter } from '@core/limiter/embedded-limiter';
import type { Bucket, Lane, ObservedResponse } from '@core/limiter/port';
import { createRedisRateLimiter } from '@core/limiter/redis-limiter';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import { connectRedis } from '@core/redis/connection';
import Bottleneck from 'bottleneck';
import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { type CaseSpec, type Place, RATE_PER_SECOND } from './protocol';

/** One worker's way to ask for permission in one case. */
export interface Asker {
  /** Resolves when a call may be sent; false when it ended instead. */
  permit(lane: Lane, options?: { isInteractive?: boolean; signal?: AbortSignal }): Promise<boolean>;
  observe(response: ObservedResponse): void;
  redisCommands(): number;
  close(): Promise<void>;
}

export function bucketOf(spec: CaseSpec): Bucket {
  return { application: `bench-${spec.id}`, api: 'POST /v2/products' };
}

/** Opens the contender of a case; all workers of the case share one Redis. */
export async function openAsker(spec: CaseSpec, place: Place): Promise<Asker> {
  switch (spec.contender) {
    case 'ours-redis':
    case 'ours-embedded':
      return openOurs(spec, place);
    case 's1':
      return openOriginalDesign(spec, place);
    case 'bottleneck':
      return openBottleneck(spec, place);
    case 'flexible':
      return openFlexible(spec, place);
  }
}

export async function openOurs(spec: CaseSpec, place: Place): Promise<Asker> {
  const shared = {
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    model: () => spec.setting,
  };
  const address = { kind: 'socket', path: place.redisPath, password: place.redisPassword } as const;
  const connection =
    spec.contender === 'ours-redis' ? await connectRedis(address, silentLogger) : null;
  const limiter =
    connection === null
      ? createEmbeddedRateLimiter(shared)
      : createRedisRateLimiter({ ...shared, connection });
  const bucket = bucketOf(spec);
  return {
    permit: async (lane, options = {}) => {
      const result = await limiter.acquire({ bucket, lane, ...options });
      return result.granted;
    },
    observe: (response) => limiter.observe(bucket, response),
    redisCommands: () => connection?.commandCount ?? 0,
    close: () => limiter.close(),
  };
}

function openClient(place: Place): Redis {
  return new Redis({ path: place.redisPath, password: place.redisPassword });
}

/** First script of the original design: a counter per second of the client's clock. */
const TAKE_SECOND = `
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
if used >= tonumber(ARGV[1]) then return 0 end
redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], 3)
return 1`;
/** Second script: once per second, one call is borrowed from the next second. */
const BORROW_NEXT = `
if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
if used >= tonumber(ARGV[1]) then return 0 end
redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], 3)
redis.call('SET', KEYS[2], '1', 'EX', 3)
return 1`;
const POLL_MS = 100;

async function openOriginalDesign(spec: CaseSpec, place: Place): Promise<Asker> {
  const redis = openClient(place);
  let commands = 0;
  let isClosed = false;
  return {
    permit: async () => {
      while (!isClosed) {
        const second = Math.floor(Date.now() / 1000);
        const keyOf = (at: number): string => `s1:{${spec.id}}:${at}`;
        commands += 1;
        if ((await redis.eval(TAKE_SECOND, 1, keyOf(second), RATE_PER_SECOND)) === 1) return true;
        commands += 1;
        const flag = `s1:{${spec.id}}:burst:${second}`;
        const borrowed = await redis.eval(BORROW_NEXT, 2, keyOf(second + 1), flag, RATE_PER_SECOND);
        if (borrowed === 1) return true;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      return false;
    },
    observe: () => undefined,
    redisCommands: () => commands,
    close: async () => {
      isClosed = true;
      redis.disconnect();
    },
  };
}

async function openBottleneck(spec: CaseSpec, place: Place): Promise<Asker> {
  const connection = new Bottleneck.IORedisConnection({ client: openClient(place) });
  const limiter = new Bottleneck({
    id: `bottleneck-${spec.id}`,
    connection,
    minTime: 1000 / RATE_PER_SECOND,
  });
  limiter.on('error', () => undefined);
  await limiter.ready();
  return {
    permit: async () => {
      try {
        return await limiter.schedule(() => Promise.resolve(true));
      } catch {
        // Dropped when the limiter stops at the end of the run.
        return false;
      }
    },
    observe: () => undefined,
    redisCommands: () => 0,
    close: async () => {
      await limiter.stop({ dropWaitingJobs: true }).catch(() => undefined);
      await connection.disconnect(false);
    },
  };
}

async function openFlexible(spec: CaseSpec, place: Place): Promise<Asker> {
  const client = openClient(place);
  const limiter = new RateLimiterRedis({
    storeClient: client,
    keyPrefix: 'flexible',
    points: RATE_PER_SECOND,
    duration: 1,
  });
  let commands = 0;
  let isClosed = false;
  return {
    permit: async () => {
      while (!isClosed) {
        commands += 1;
        try {
          await limiter.consume(spec.id);
          return true;
        } catch (denied) {
          if (denied instanceof Error) return false;
          const { msBeforeNext } = denied as { msBeforeNext: number };
          await new Promise((resolve) => setTimeout(resolve, Math.max(1, msBeforeNext)));
        }
      }
      return false;
    },
    observe: () => undefined,
    redisCommands: () => commands,
    close: async () => {
      isClosed = true;
      client.disconnect();
    },
  };
}
