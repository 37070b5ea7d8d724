import type { LimitModel } from './gateway-model';

/** Who asks for permission in a case. */
export type Contender = 'ours-redis' | 'ours-embedded' | 's1' | 'bottleneck' | 'flexible';

/** What happens in a case. */
export type Scenario = 'steady' | 'burst' | 'foreign' | 'drop' | 'lanes' | 'sync-load';

/** One gateway bucket and those who call it. */
export interface CaseSpec {
  readonly id: string;
  readonly scenario: Scenario;
  readonly contender: Contender;
  readonly model: LimitModel;
  /** Gateway clock minus ours. */
  readonly offsetMs: number;
  /** The limiter's setting; `burst` leaves it to find out. */
  readonly setting: 'burst' | 'strict';
  readonly seconds: number;
  /** Cases begin one after the other, so that they do not measure each other's start. */
  readonly delayMs: number;
}

/** One line to the gateway: a call of a worker. */
export interface CallLine {
  readonly n: number;
  readonly case: string;
  readonly call: string;
}

/** The gateway's answer. */
export interface AnswerLine {
  readonly n: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the gateway saw of a case. Times are ms since the start. */
export interface GatewayStats {
  readonly id: string;
  /** When the case began, by the gateway's clock: where its seconds lie. */
  readonly startedAtMs: number;
  readonly passed: number;
  readonly refused: number;
  readonly foreignPassed: number;
  readonly foreignRefused: number;
  /** Calls that passed more than once. */
  readonly sentTwice: number;
  readonly passedAtMs: readonly number[];
  readonly refusedAtMs: readonly number[];
}

/** What one worker saw of a case. */
export interface WorkerStats {
  readonly id: string;
  readonly granted: number;
  readonly redisCommands: number;
  readonly syncWaitsMs: readonly number[];
  readonly batchGranted: number;
  /** For bursts: from the wish to the last of the four permits. */
  readonly burstMs: readonly number[];
  /** Calls given up without having passed. */
  readonly lost: number;
}

export interface Place {
  readonly gatewayPath: string;
  readonly redisPath: string;
  readonly redisPassword: string;
}

export type ToChild =
  | {
      readonly kind: 'prepare';
      readonly cases: readonly CaseSpec[];
      readonly place: Place;
      readonly worker: number;
    }
  | { readonly kind: 'start'; readonly startAtMs: number }
  | { readonly kind: 'collect' };

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'gateway-stats'; readonly stats: readonly GatewayStats[] }
  | { readonly kind: 'worker-stats'; readonly stats: readonly WorkerStats[] };

export const WORKERS = 3;
export const RATE_PER_SECOND = 2;
/** When the rate of a `drop` case goes down and comes back, ms since the start. */
export const DROP_AT_MS = 12_000;
export const BACK_AT_MS = 22_000;
