import type { GatewayFact } from './bucket-facts';
import type { GatewayTiming } from './bucket-openings';
import type { Bucket } from './port';

/** What one process asks about one bucket. Times are milliseconds of the process's monotonic clock. */
export interface BucketQuestion {
  readonly bucket: Bucket;
  /** Who asks; several queues of one process ask under different names. */
  readonly process: string;
  /** Waiting calls per class (`bucket-state.ts`); all zero to tell facts or to look only. */
  readonly wants: readonly number[];
  readonly timing: GatewayTiming;
  /** How far ahead places may be granted. */
  readonly horizonMs: number;
  /** Plan for a gateway without any burst. */
  readonly isStrict: boolean;
  /** Nobody waits, but the caller just served is expected back: its place is kept. */
  readonly isReturning: boolean;
  /** The process waits for nothing any more: its turn goes to others. */
  readonly isLeaving: boolean;
  /** What answers told since the last question. */
  readonly facts: readonly GatewayFact[];
  /** `stop`: the gateway limits the whole application per hour; `clear`: it does so no more. */
  readonly application: 'as-it-is' | 'stop' | 'clear';
}

/**
 * What a backend grants and tells. Moments ending in `Ms` are of the asking process's monotonic
 * clock, as in the question; `granted` counts calls per class (`bucket-state.ts`), to be sent
 * between `sendAtMs` and `sendByMs`, the rest asks again at `dueMs`.
 */
export interface BucketAnswer {
  readonly granted: readonly number[];
  readonly sendAtMs: number;
  readonly sendByMs: number;
  readonly dueMs: number;
  readonly remaining: number;
  readonly ratePerSecond: number;
  readonly burst: number;
  /** An answer showed more left than the plain rate explains: the gateway has a burst to give. */
  readonly hasCredit: boolean;
  /** Fewest calls left that an answer says as things are known; 0 when none can be expected. */
  readonly expectedRemaining: number;
  /** Null when the bucket runs. */
  readonly pausedUntilMs: number | null;
  /** How long the whole application still rests; 0 when it runs. */
  readonly stoppedForMs: number;
}

/**
 * Keeps the buckets' states and answers questions about them, one at a time per bucket. Throws
 * AppError of the redis family when it cannot; then nothing was granted as far as anybody may use it.
 */
export interface BucketBackend {
  /**
   * Grants are spent when the answer is made; an answer that comes too late is lost, not returned.
   */
  ask(question: BucketQuestion): BucketAnswer | Promise<BucketAnswer>;
  /** How much earlier than its time a question has to leave to be answered in time. */
  leadMs(): number;
  close(): Promise<void>;
}

/** Rests of the whole application after a quota refusal; one probe per hour (naver-commerce-api.md 2.6). */
export const APPLICATION_REST_MS = 3_600_000;
