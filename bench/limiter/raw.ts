import { createEmbeddedRateLimiter } from '@core/limiter/embedded-limiter';
import type { Bucket } from '@core/limiter/port';
import { createRedisRateLimiter } from '@core/limiter/redis-limiter';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import { connectRedis } from '@core/redis/connection';
import Bottleneck from 'bottleneck';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';

/** Ways to ask for a permit a million times a second. */
export const RAW_KINDS = [
  'ours-redis',
  'flexible-redis',
  'bottleneck-redis',
  'ours-embedded',
  'flexible-memory',
  'bottleneck-local',
] as const;
export type RawKind = (typeof RAW_KINDS)[number];

export interface RawResult {
  readonly grantsPerSecond: number;
  /** CPU time of the asking process per grant. */
  readonly cpuUsPerGrant: number;
  readonly commandsPerGrant: number | null;
}

export const RAW_RATE_PER_SECOND = 1_000_000;
/** Callers that each wait for their permit before they ask for the next. */
const CALLERS = 64;
const WARM_UP_MS = 500;
const BUCKET: Bucket = { application: 'bench-raw', api: 'GET /raw' };

/** Grants per second of one process, one kind at a time. */
export async function measureRaw(
  kind: RawKind,
  durationMs: number,
  redisPath: string,
  password: string,
): Promise<RawResult> {
  const raw = await openRaw(kind, redisPath, password);
  await drive(raw.permit, WARM_UP_MS);
  const commandsBefore = raw.commands();
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  const grants = await drive(raw.permit, durationMs);
  const tookMs = performance.now() - startedMs;
  const cpu = process.cpuUsage(cpuBefore);
  const commands = raw.commands() - commandsBefore;
  await raw.close();
  return {
    grantsPerSecond: Math.round((grants * 1000) / tookMs),
    cpuUsPerGrant: (cpu.user + cpu.system) / grants,
    commandsPerGrant: kind === 'ours-redis' ? commands / grants : null,
  };
}

async function drive(permit: () => Promise<unknown>, durationMs: number): Promise<number> {
  const endMs = performance.now() + durationMs;
  let grants = 0;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < endMs) {
        await permit();
        grants += 1;
      }
    }),
  );
  return grants;
}

interface Raw {
  permit(): Promise<unknown>;
  commands(): number;
  close(): Promise<void>;
}

async function openRaw(kind: RawKind, path: string, password: string): Promise<Raw> {
  // No way to a gateway is kept free, as in the libraries: the bare rate is what limits.
  const deps = {
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    unknownLatencyMs: 0,
  };
  const none = (): number => 0;
  switch (kind) {
    case 'ours-redis': {
      const connection = await connectRedis({ kind: 'socket', path, password }, silentLogger);
      const limiter = createRedisRateLimiter({
        ...deps,
        connection,
        ratePerSecond: RAW_RATE_PER_SECOND,
      });
      return {
        permit: () => limiter.acquire({ bucket: BUCKET, lane: 'normal' }),
        commands: () => connection.commandCount,
        close: () => limiter.close(),
      };
    }
    case 'ours-embedded': {
      const limiter = createEmbeddedRateLimiter({ ...deps, ratePerSecond: RAW_RATE_PER_SECOND });
      return {
        permit: () => limiter.acquire({ bucket: BUCKET, lane: 'normal' }),
        commands: none,
        close: () => limiter.close(),
      };
    }
    case 'flexible-redis': {
      const client = new Redis({ path, password });
      const limiter = new RateLimiterRedis({
        storeClient: client,
        keyPrefix: 'raw',
        points: RAW_RATE_PER_SECOND,
        duration: 1,
      });
      return {
        permit: () => consume(limiter),
        commands: none,
        close: async () => client.disconnect(),
      };
    }
    case 'flexible-memory': {
      const limiter = new RateLimiterMemory({ points: RAW_RATE_PER_SECOND, duration: 1 });
      return { permit: () => consume(limiter), commands: none, close: async () => undefined };
    }
    case 'bottleneck-redis': {
      const connection = new Bottleneck.IORedisConnection({
        client: new Redis({ path, password }),
      });
      const limiter = new Bottleneck({
        id: 'raw',
        connection,
        reservoir: 1_000 * RAW_RATE_PER_SECOND,
      });
      await limiter.ready();
      return {
        permit: () => limiter.schedule(() => Promise.resolve()),
        commands: none,
        close: () => connection.disconnect(false),
      };
    }
    case 'bottleneck-local': {
      const limiter = new Bottleneck({ reservoir: 1_000 * RAW_RATE_PER_SECOND });
      return {
        permit: () => limiter.schedule(() => Promise.resolve()),
        commands: none,
        close: async () => undefined,
      };
    }
  }
}

/** As a caller of that library waits: for the time that the denial names. */
async function consume(limiter: RateLimiterMemory | RateLimiterRedis): Promise<void> {
  for (;;) {
    try {
      await limiter.consume('raw');
      return;
    } catch (denied) {
      if (denied instanceof Error) throw denied;
      const { msBeforeNext } = denied as { msBeforeNext: number };
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, msBeforeNext)));
    }
  }
}
