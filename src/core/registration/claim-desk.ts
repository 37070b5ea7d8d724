import type { ItemClaim, ItemClaims } from '../limiter/port';
import type { Clock } from '../platform/clock';
import type { JobRecord } from './job-row';

/** Claims shared with other PCs, and under which name this PC's store is known to them all. */
export interface SharedClaims {
  readonly items: ItemClaims;
  /** The same for every PC with the same store at Naver, another for any other store. */
  storeKey(): string;
}

/**
 * `mine` until `lost` aborts (stop before the next remote call then), or held by `heldBy` for at
 * most `leaseLeftMs` more should that one be dead.
 */
export type ClaimReply =
  | { readonly kind: 'mine'; readonly lost: AbortSignal }
  | { readonly kind: 'held'; readonly heldBy: string; readonly leaseLeftMs: number };

/** The claims that this worker holds. Without shared claims every item is free. */
export interface ClaimDesk {
  /** Takes the job's item, or keeps it when it is held already. Throws REDIS_* when nobody can say. */
  take(job: JobRecord): Promise<ClaimReply>;
  /** Nothing came of it: others may have the item now. */
  release(job: JobRecord): void;
  /** A product exists: others get the item only once their search must find it. */
  releaseLater(job: JobRecord): void;
  /**
   * Ends all renewals and waits: the worker stops. Nothing is given back, since the search may not find a
   * new product yet and an interrupted job may have made one; the leases end by themselves.
   */
  close(): void;
}

/** A killed worker's item stays claimed for longer than a new product can be missing in the search. */
const LEASE_BEYOND_SETTLING_MS = 30_000;
const NEVER_LOST = new AbortController().signal;

/**
 * `shared: null` is for a store that nobody else can reach: every claim is given at once and never
 * lost. `settleMs` is how long a new product may be missing in Naver's search.
 */
export function createClaimDesk(
  shared: SharedClaims | null,
  clock: Clock,
  settleMs: number,
): ClaimDesk {
  const held = new Map<number, ItemClaim>();
  const closing = new AbortController();
  const drop = (jobSeq: number): void => {
    const claim = held.get(jobSeq);
    held.delete(jobSeq);
    void claim?.release();
  };
  if (shared === null) {
    return {
      take: async () => ({ kind: 'mine', lost: NEVER_LOST }),
      release: () => undefined,
      releaseLater: () => undefined,
      close: () => undefined,
    };
  }
  return {
    take: async (job) => {
      const mine = held.get(job.jobSeq);
      if (mine !== undefined && !mine.lost.aborted) return { kind: 'mine', lost: mine.lost };
      drop(job.jobSeq);
      const leaseMs = settleMs + LEASE_BEYOND_SETTLING_MS;
      const reply = await shared.items.claim(shared.storeKey(), job.itemNo, leaseMs);
      if (!reply.isClaimed) {
        return { kind: 'held', heldBy: reply.heldBy, leaseLeftMs: reply.leaseLeftMs };
      }
      held.set(job.jobSeq, reply);
      return { kind: 'mine', lost: reply.lost };
    },
    release: (job) => drop(job.jobSeq),
    releaseLater: (job) => {
      const claim = held.get(job.jobSeq);
      if (claim === undefined) return;
      void clock.sleep(settleMs, closing.signal).then(
        () => {
          if (held.get(job.jobSeq) === claim) drop(job.jobSeq);
        },
        () => {
          // Closed meanwhile: the lease ends by itself.
        },
      );
    },
    close: () => {
      closing.abort();
      for (const claim of held.values()) claim.leave();
      held.clear();
    },
  };
}
