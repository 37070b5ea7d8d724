import { AppError, toAppError } from '@shared/errors/app-error';
import { z } from 'zod';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { RedisConnection } from '../redis/connection';
import { redisScript } from '../redis/script';
import releaseLua from './lua/lock-release.lua?raw';
import takeLua from './lua/lock-take.lua?raw';

export interface RedisLeasesDeps {
  readonly connection: RedisConnection;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A key and the token that shows whose it is: different for every holder. */
export interface Lease {
  readonly key: string;
  readonly token: string;
  /** How long a killed holder keeps others out. */
  readonly leaseMs: number;
}

/**
 * Held since `takenMs` of the monotonic clock, or how long another's lease still lasts and whose it
 * is.
 */
export type LeaseReply =
  | { readonly isHeld: true; readonly takenMs: number }
  | { readonly isHeld: false; readonly leftMs: number; readonly holderToken: string };

/** Keys with one holder each among all processes on the same Redis. */
export interface RedisLeases {
  /** One look; throws REDIS_* when the server does not say. */
  take(lease: Lease): Promise<LeaseReply>;
  /**
   * Renews a lease taken at `takenMs` until `done` aborts; calls `onLost` once when it is somebody
   * else's or may be over. Never rejects.
   */
  keep(
    lease: Lease,
    takenMs: number,
    done: AbortSignal,
    onLost: (reason: AppError) => void,
  ): Promise<void>;
  /** Gives the lease back when it is still the token's. Never rejects: at worst it ends by itself. */
  release(lease: Lease): Promise<void>;
}

const RENEWALS_PER_LEASE = 3;
const RETRY_MS = 500;
const HELD = -1;

const replySchema = z.union([z.number(), z.tuple([z.number(), z.string()])]);

/** How a lease stands on the server: its length first, so that a clock that was set cannot lengthen it. */
function storedToken({ token, leaseMs }: Lease): string {
  return `${leaseMs}|${token}`;
}

/** Leases as two scripts; the server's clock counts their time. */
export function createRedisLeases(deps: RedisLeasesDeps): RedisLeases {
  const { connection, clock, logger } = deps;
  const takeScript = redisScript(takeLua);
  const releaseScript = redisScript(releaseLua);

  const ask = async (lease: Lease, isRenewal: boolean) => {
    const args = [storedToken(lease), String(lease.leaseMs), isRenewal ? '1' : '0'];
    const reply = replySchema.safeParse(await connection.run(takeScript, [lease.key], args));
    if (reply.success) return reply.data;
    throw new AppError('REDIS_GARBAGE', { params: { server: connection.server } });
  };

  /** The answer, its fault, or null: one that takes until the lease may be over is as good as none. */
  const inTime = async <Reply>(
    leftMs: number,
    question: () => Promise<Reply>,
  ): Promise<Reply | AppError | null> => {
    if (leftMs === 0) return null;
    const answered = new AbortController();
    const over = clock.sleep(leftMs, answered.signal).then(
      () => null,
      () => null,
    );
    const answer = question().catch((fault: unknown) => toAppError(fault));
    const first = await Promise.race([answer, over]);
    answered.abort();
    return first;
  };

  const renewUntil = async (
    lease: Lease,
    takenMs: number,
    done: AbortSignal,
    onLost: (reason: AppError) => void,
  ): Promise<void> => {
    const renewalMs = lease.leaseMs / RENEWALS_PER_LEASE;
    const params = { server: connection.server };
    let heldUntilMs = takenMs + lease.leaseMs;
    let pauseMs = renewalMs;
    for (;;) {
      const leftMs = (): number => Math.max(0, heldUntilMs - clock.monotonicMs());
      await clock.sleep(Math.min(pauseMs, leftMs()), done);
      const askedMs = clock.monotonicMs();
      const reply = await inTime(leftMs(), () => ask(lease, true));
      if (done.aborted) return;
      if (reply === null) {
        onLost(new AppError('REDIS_UNREACHABLE', { params }));
        return;
      }
      if (reply === HELD) heldUntilMs = askedMs + lease.leaseMs;
      else if (!(reply instanceof AppError)) {
        onLost(new AppError('LIMITER_LOCK_LOST', { params }));
        return;
      }
      pauseMs = reply === HELD ? renewalMs : Math.min(RETRY_MS, renewalMs);
    }
  };

  return {
    take: async (lease) => {
      const takenMs = clock.monotonicMs();
      const reply = await ask(lease, false);
      if (reply === HELD) return { isHeld: true, takenMs };
      if (typeof reply !== 'number') {
        const holderToken = reply[1].slice(reply[1].indexOf('|') + 1);
        return { isHeld: false, leftMs: reply[0], holderToken };
      }
      throw new AppError('REDIS_GARBAGE', { params: { server: connection.server } });
    },
    keep: (lease, takenMs, done, onLost) =>
      renewUntil(lease, takenMs, done, onLost).catch((fault: unknown) => {
        // Ends by `done` when the work is over; anything else means that nobody renews.
        if (!done.aborted) onLost(toAppError(fault));
      }),
    release: async (lease) => {
      const { key } = lease;
      await connection.run(releaseScript, [key], [storedToken(lease)]).catch((fault: unknown) => {
        // The lease ends by itself.
        logger.debug({ err: fault, key }, 'lease: not given back');
      });
    },
  };
}
