import type { PracticeControl } from './control/control';
import type { PracticeClock } from './gateway/clock';
import type { LimitModel } from './gateway/rate-limit';
import type { PracticeStats } from './gateway/stats';

/** How the practice market behaves; everything has a default. */
export interface PracticeOptions {
  /** Decides the whole catalogue. Default 1. */
  readonly seed?: number;
  /** Items of the wholesale market, at least 300. Default 360. */
  readonly itemCount?: number;
  /** 0 = any free port (default), or the one of the last run with the same `persistPath`. */
  readonly domeggookPort?: number;
  readonly naverPort?: number;
  /** Default B, the stricter published reading. */
  readonly naverLimitModel?: LimitModel;
  /** Work of one upload call. Default 300. */
  readonly uploadDelayMs?: number;
  /** Added to every API call. Default 0. */
  readonly latencyMs?: number;
  /** Token requests that break the rules are refused at once. Default false: punished next day. */
  readonly strictTokenRules?: boolean;
  /** Silence of the wholesaler after a breach of its minute limit. Default 180,000. */
  readonly domeggookBlockMs?: number;
  /** Default: the machine's. */
  readonly clock?: PracticeClock;
  /** File in which products, tokens, uploads and changes of the catalogue survive a restart. */
  readonly persistPath?: string;
}

/** The keys that both servers accept; they are no secrets. */
export interface PracticeCredentials {
  readonly domeggookKey: string;
  readonly naverClientId: string;
  /** A valid bcrypt salt. */
  readonly naverClientSecret: string;
}

/** Both marketplaces, running. */
export interface PracticeMarket {
  /** Whole endpoint, ends in `/ssl/api/`. */
  readonly domeggookUrl: string;
  /** Ends in `/external`. */
  readonly naverUrl: string;
  readonly credentials: PracticeCredentials;
  readonly control: PracticeControl;
  stats(): PracticeStats;
  /** Closes both servers and, without `persistPath`, removes the uploaded pictures. */
  close(): Promise<void>;
}
