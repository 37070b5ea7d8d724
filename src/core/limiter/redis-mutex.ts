import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { RedisConnection } from '../redis/connection';
import { createEmbeddedMutex } from './embedded-mutex';
import type { Mutex } from './port';
import { createRedisLeases, type Lease, type LeaseReply } from './redis-leases';

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
/** How often a waiter looks whether the holder is done before its lease is over. */
const LOOK_MS = 150;
const RETRY_MS = 500;

/**
 * One holder at a time per name among all processes on the same Redis. The holder keeps a lease that
 * it renews while it works: killed, it is free again after `leaseMs`. When renewing fails until the
 * lease may be over, the task's signal aborts with the reason. While Redis is away nobody gets the
 * lock; waiting ends only by the caller's signal. Waiters of one process are served in order.
 */
export function createRedisMutex(deps: RedisMutexDeps): Mutex {
  const { clock, randomness, logger } = deps;
  const leaseMs = deps.leaseMs ?? LEASE_MS;
  const prefix = deps.prefix ?? 'storebridge';
  const leases = createRedisLeases(deps);
  // Callers of this process queue here first: one of them at a time asks the server.
  const local = createEmbeddedMutex();

  const waitForLease = async (lease: Lease, signal?: AbortSignal): Promise<number> => {
    for (;;) {
      signal?.throwIfAborted();
      const reply = await leases.take(lease).catch((fault: unknown): LeaseReply => {
        logger.debug({ err: fault, key: lease.key }, 'lock: server is away, waiting');
        return { isHeld: false, leftMs: RETRY_MS, holderToken: '' };
      });
      if (reply.isHeld) return reply.takenMs;
      const spreadMs = LOOK_MS * (0.5 + randomness.fraction());
      await clock.sleep(Math.min(reply.leftMs + 1, spreadMs), signal);
    }
  };

  return {
    runExclusive: (name, task, signal) =>
      local.runExclusive(
        name,
        async () => {
          const key = `${prefix}:lock:{${encodeURIComponent(name)}}`;
          const lease: Lease = { key, token: randomness.hex(12), leaseMs };
          const takenMs = await waitForLease(lease, signal);
          const lost = new AbortController();
          const done = new AbortController();
          const kept = leases.keep(lease, takenMs, done.signal, (reason) => lost.abort(reason));
          try {
            return await task(lost.signal);
          } finally {
            done.abort();
            await kept;
            await leases.release(lease);
          }
        },
        signal,
      ),
  };
}
