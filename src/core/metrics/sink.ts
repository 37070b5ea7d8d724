import type { JobLane, JobState } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';

/** One answered or failed call to a marketplace. */
export interface ApiCall {
  readonly market: 'domeggook' | 'naver';
  /** The API as the market's documents name it; never an address with numbers of items in it. */
  readonly method: string;
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
}

/** What the product tells about its work. Never throws, never waits. */
export interface FigureSink {
  jobSettled(settled: {
    readonly lane: JobLane;
    readonly state: JobState;
    readonly reasons: readonly Reason[];
  }): void;
  apiCalled(call: ApiCall): void;
  /** Download, conversion and upload copies of one item's pictures. */
  picturesPrepared(durationMs: number): void;
  changeDetected(change: {
    readonly kind: string;
    readonly action: string;
    /** Longest time it can have stood unseen; null for a first check. */
    readonly unseenForMs: number | null;
  }): void;
}
