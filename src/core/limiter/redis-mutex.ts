import { AppError, toAppError } from '@shared/errors/app-error';
import { z } from 'zod';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { RedisConnection } from '../redis/connection';
import { redisScript } from '../redis/script';
import { createEmbeddedMutex } from './embedded-mutex';
import releaseLua from './lua/lock-release.lua?raw';
import takeLua from './lua/lock-take.lua?raw';
import type { Mutex } from './port';

export interface RedisMutexDeps {
  readonly connection: RedisConnection;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** How long a killed holder keeps others out; default 10,000. Renewed three times as often. */
  readonly leaseMs?: number;
  /** First part of all keys; default `storebridge`. */
  readonly prefix?: string;
}

const LEASE_MS = 10_000;
const RENEWALS_PER_LEASE = 3;
/** How often a waiter looks whether the holder is done before its lease is over. */
const LOOK_MS = 150;
const RETRY_MS = 500;
const HELD = -1;

/**
 * One holder at a time per name among all processes on the same Redis. The holder keeps a lease that
 * it renews while it works: killed, it is free again after `leaseMs`. When renewing fails until the
 * lease may be over, the task's signal aborts with the reason. While Redis is away nobody gets the
 * lock; waiting ends only by the caller's signal. Waiters of one process are served in order.
 */
export function createRedisMutex(deps: RedisMutexDeps): Mutex {
  const { connection, clock, randomness, logger } = deps;
  const leaseMs = deps.leaseMs ?? LEASE_MS;
  const prefix = deps.prefix ?? 'storebridge';
  const take = redisScript(takeLua);
  const release = redisScript(releaseLua);
  // Callers of this process queue here first: one of them at a time asks the server.
  const local = createEmbeddedMutex();

  const takeLease = async (key: string, token: string, isRenewal: boolean): Promise<number> => {
    const args = [token, String(leaseMs), isRenewal ? '1' : '0'];
    const reply = z.number().safeParse(await connection.run(take, [key], args));
    if (reply.success) return reply.data;
    throw new AppError('REDIS_GARBAGE', { params: { server: connection.server } });
  };

  const waitForLease = async (
    key: string,
    token: string,
    signal?: AbortSignal,
  ): Promise<number> => {
    for (;;) {
      signal?.throwIfAborted();
      const askedMs = clock.monotonicMs();
      const pauseMs = await takeLease(key, token, false).catch((fault: unknown) => {
        logger.debug({ err: fault, key }, 'lock: server is away, waiting');
        return RETRY_MS;
      });
      if (pauseMs === HELD) return askedMs;
      const spreadMs = LOOK_MS * (0.5 + randomness.fraction());
      await clock.sleep(Math.min(pauseMs + 1, spreadMs), signal);
    }
  };

  /** Renews until `done`; calls `onLost` when the lease is somebody else's or may be over. */
  const keepLease = async (
    key: string,
    token: string,
    takenMs: number,
    done: AbortSignal,
    onLost: (reason: AppError) => void,
  ): Promise<void> => {
    let heldUntilMs = takenMs + leaseMs;
    while (!done.aborted) {
      const leftMs = heldUntilMs - clock.monotonicMs();
      await clock.sleep(Math.min(leaseMs / RENEWALS_PER_LEASE, Math.max(0, leftMs)), done);
      const askedMs = clock.monotonicMs();
      if (askedMs >= heldUntilMs) {
        onLost(new AppError('REDIS_UNREACHABLE', { params: { server: connection.server } }));
        return;
      }
      const reply = await takeLease(key, token, true).catch((fault: unknown) => toAppError(fault));
      if (reply === HELD) heldUntilMs = askedMs + leaseMs;
      else if (typeof reply === 'number') {
        onLost(new AppError('LIMITER_LOCK_LOST', { params: { server: connection.server } }));
        return;
      } else await clock.sleep(Math.min(RETRY_MS, leaseMs / RENEWALS_PER_LEASE), done);
    }
  };

  return {
    runExclusive: (name, task, signal) =>
      local.runExclusive(
        name,
        async () => {
          const key = `${prefix}:lock:{${encodeURIComponent(name)}}`;
          const token = randomness.hex(12);
          const takenMs = await waitForLease(key, token, signal);
          const lost = new AbortController();
          const done = new AbortController();
          const kept = keepLease(key, token, takenMs, done.signal, (reason) =>
            lost.abort(reason),
          ).catch((fault: unknown) => {
            // Ends by `done` when the task is over; anything else means that nobody renews.
            if (!done.signal.aborted) lost.abort(toAppError(fault));
          });
          try {
            return await task(lost.signal);
          } finally {
            done.abort();
            await kept;
            await connection.run(release, [key], [token]).catch((fault: unknown) => {
              // The lease ends by itself.
              logger.debug({ err: fault, key }, 'lock: not released');
            });
          }
        },
        signal,
      ),
  };
}
