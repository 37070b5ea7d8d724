import type { MessageCode } from '@shared/texts/catalogue';
import type { TextParams } from '@shared/texts/types';

/** Priority class of calls, most urgent first: price and stock, single actions, lists. */
export const LANES = ['sync', 'normal', 'batch'] as const;
/** One of `LANES`; more urgent lanes are served first, and none of them starves. */
export type Lane = (typeof LANES)[number];

/**
 * One allowance: an application times an API. `api` is the HTTP method and the path template
 * (`POST /v2/products`), since Naver counts every API apart (naver-commerce-api.md 2.1, 2026-09).
 */
export interface Bucket {
  readonly application: string;
  readonly api: string;
}

/**
 * What a caller asks a permit for. Without deadline and signal it waits until the permit comes or
 * the limiter closes.
 */
export interface PermitRequest {
  readonly bucket: Bucket;
  readonly lane: Lane;
  /** Epoch ms after which the permit is of no use; absent = wait as long as it takes. */
  readonly deadlineAtMs?: number;
  readonly signal?: AbortSignal;
  /** True for short work a person is waiting for: may use the platform's burst, paid back after. */
  readonly isInteractive?: boolean;
  /** The item the call is about: denied with `stopped` when its calls were refused too often in a row. */
  readonly item?: string;
}

/**
 * The answer to a request. `remaining` is what could still be called in the bucket after the grant
 * (of a call budget: today), `waitedMs` how long the caller stood in line. Denials: `limit` the
 * moment is not now (`tryAcquire` only), `deadline` and `aborted` the caller's own terms, `stopped`
 * the platform or our own rule forbids calling for longer, `unavailable` the backend cannot say,
 * `closed` the limiter was shut.
 */
export type PermitResult =
  | { readonly granted: true; readonly remaining: number; readonly waitedMs: number }
  | {
      readonly granted: false;
      /** How long until it could be granted, as far as known. */
      readonly waitMs: number;
      readonly reason: 'limit' | 'deadline' | 'aborted' | 'stopped' | 'unavailable' | 'closed';
      /** For `stopped` and `unavailable`: the text a person should read. */
      readonly code?: MessageCode;
      readonly params?: TextParams;
    };

/** What a response says about the allowance. Header names in lower case. */
export interface ObservedResponse {
  /** HTTP status; 429 makes the bucket rest, 4xx counts for the item. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The gateway's `code` of a refused call (`GW.RATE_LIMIT`, `GW.QUOTA_LIMIT`), when there is one. */
  readonly errorCode?: string;
  /** Epoch ms by our clock when the call was sent and when the answer's head came. */
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  /** The item the call was about, as in its permit's request. */
  readonly item?: string;
}

/**
 * A bucket as figures and screens show it, by this process's last knowledge. `remaining` are calls
 * that could go now, `waiting` this process's callers in line; the totals count from the start of
 * the process.
 */
export interface BucketSnapshot {
  readonly bucket: Bucket;
  readonly ratePerSecond: number;
  readonly burst: number;
  readonly remaining: number;
  readonly waiting: Readonly<Record<Lane, number>>;
  /** Epoch ms until which the bucket rests after a refusal; null when it runs. */
  readonly pausedUntilMs: number | null;
  readonly refusedTotal: number;
  readonly grantedTotal: number;
}

/**
 * Permission to call. A permit is spent when granted; nothing has to be given back.
 * Waiters of a bucket are served by lane, then arrival.
 */
export interface RateLimiter {
  /** Waits for a permit until the deadline or abort. Never throws for being over the limit. */
  acquire(request: PermitRequest): Promise<PermitResult>;
  /** Grants at once or says how long to wait. */
  tryAcquire(request: PermitRequest): Promise<PermitResult>;
  /** Feeds rate, refusals and the gateway's clock back. Never throws, never waits. */
  observe(bucket: Bucket, response: ObservedResponse): void;
  /** Permits that could be had right now. */
  remaining(bucket: Bucket): Promise<number>;
  snapshot(): Promise<readonly BucketSnapshot[]>;
  /** Denies all waiters with reason `closed` and frees what it holds. */
  close(): Promise<void>;
}

/**
 * One holder at a time for `name`, across processes that share the backend. `task` gets a signal
 * that aborts when the lock is lost. Waits until the caller's signal aborts.
 */
export interface Mutex {
  /**
   * Rejects with what `task` rejects with, or with the signal's reason while it waits. `task`
   * itself is never ended: it has to watch `lost`.
   */
  runExclusive<T>(
    name: string,
    task: (lost: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>;
}

/** One program's right to work on an item of a store, while others on the same backend keep off. */
export interface ItemClaim {
  readonly isClaimed: true;
  /** Aborts with the reason when the claim may be another's: stop before the next remote call. */
  readonly lost: AbortSignal;
  /** Frees the item for others. May be called twice; never throws. */
  release(): Promise<void>;
  /** Renews no more and gives nothing back: others get the item as after a kill, when the lease is over. */
  leave(): void;
}

/** The refusal of a claim: another program works on the item. */
export interface ItemHeld {
  readonly isClaimed: false;
  /** Name of the PC or program that works on the item, for people. */
  readonly heldBy: string;
  /** The longest time until the item is free when its holder was killed. */
  readonly leaseLeftMs: number;
}

/**
 * Keeps two programs or PCs from working on the same item of a store. The claim is renewed by itself
 * until it is released; a holder that is killed keeps it for no longer than its `leaseMs`.
 * Throws REDIS_* when the backend cannot say who holds the item: then nobody may work on it.
 */
export interface ItemClaims {
  claim(storeId: string, itemNo: string, leaseMs: number): Promise<ItemClaim | ItemHeld>;
}

/** A smoothed allowance per minute with a durable count per day (Domeggook). */
export interface CallBudget {
  /** Waits for one call's permission; denied with `stopped` when the day's calls are used up. */
  spend(request: Omit<PermitRequest, 'bucket'>): Promise<PermitResult>;
  /** Tells that a call was refused with 429: silence follows. */
  refused(): void;
  snapshot(): CallBudgetSnapshot;
}

/**
 * The wholesaler's allowance at this moment. `perMinute` and `perDay` are the limits in force,
 * `usedToday` the calls of the Korean day so far; `reservedForSync` of `perDay` are kept for the
 * sync lane, and `silentUntilMs` is the end of the silence after a 429 (epoch ms, null when there
 * is none).
 */
export interface CallBudgetSnapshot {
  readonly perMinute: number;
  readonly perDay: number;
  readonly usedToday: number;
  readonly reservedForSync: number;
  /** Epoch ms of the next reset, 00:00 KST. */
  readonly resetsAtMs: number;
  readonly silentUntilMs: number | null;
}
