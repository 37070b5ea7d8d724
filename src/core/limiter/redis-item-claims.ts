import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { RedisConnection } from '../redis/connection';
import { checkedLeaseMs } from './lease-length';
import type { ItemClaims } from './port';
import { createRedisLeases, type Lease } from './redis-leases';

export interface RedisItemClaimsDeps {
  readonly connection: RedisConnection;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** What the others are told when they ask who works on an item; the PC's name. */
  readonly holder: string;
  /** First part of all keys; default `storebridge`. */
  readonly prefix?: string;
}

const TOKEN_BYTES = 12;

/** Claims shared by all programs on the same Redis, one key per store and item with a lease. */
export function createRedisItemClaims(deps: RedisItemClaimsDeps): ItemClaims {
  const leases = createRedisLeases(deps);
  const prefix = deps.prefix ?? 'storebridge';
  return {
    claim: async (storeId, itemNo, leaseMs) => {
      const lease: Lease = {
        key: `${prefix}:claim:{${encodeURIComponent(storeId)}:${encodeURIComponent(itemNo)}}`,
        token: `${deps.randomness.hex(TOKEN_BYTES)}:${deps.holder}`,
        leaseMs: checkedLeaseMs(leaseMs),
      };
      const reply = await leases.take(lease);
      if (!reply.isHeld) {
        const heldBy = reply.holderToken.slice(TOKEN_BYTES * 2 + 1);
        return { isClaimed: false, heldBy, leaseLeftMs: reply.leftMs };
      }
      const lost = new AbortController();
      const done = new AbortController();
      const kept = leases.keep(lease, reply.takenMs, done.signal, (reason) => {
        const isTaken = reason.code === 'LIMITER_LOCK_LOST';
        lost.abort(isTaken ? new AppError('LIMITER_CLAIM_LOST', { params: { itemNo } }) : reason);
      });
      return {
        isClaimed: true,
        lost: lost.signal,
        release: async () => {
          if (done.signal.aborted) return;
          done.abort();
          await kept;
          await leases.release(lease);
        },
        leave: () => done.abort(),
      };
    },
  };
}
