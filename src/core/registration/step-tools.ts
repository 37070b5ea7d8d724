import type { OriginProductNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import type { DomeggookClient } from '../domeggook/port';
import type { DraftService } from '../drafts/port';
import type { PictureOutcome, PicturePreparer, PictureUploader } from '../images/port';
import type { Lane } from '../limiter/port';
import type { NaverClient } from '../naver/port';
import type { CallKind } from './breaker';
import type { ClaimDesk } from './claim-desk';
import type { JobRecord } from './job-row';
import type { Journal } from './journal';
import type { ProductRecords } from './product-records';
import type { JobEvent } from './state-machine';

/** What a job carries from step to step in memory; lost with the process and made again then. */
export interface Cargo {
  readonly item?: WholesaleItem;
  readonly pictures?: {
    readonly draftVersion: number;
    readonly outcomes: readonly PictureOutcome[];
  };
  readonly uploaded?: ReadonlyMap<string, string>;
}

/** What the steps work with. */
export interface StepTools {
  readonly domeggook: DomeggookClient;
  readonly drafts: DraftService;
  readonly pictures: PicturePreparer;
  readonly uploader: PictureUploader;
  readonly naver: NaverClient;
  readonly settings: { get(): Settings };
  readonly records: ProductRecords;
  readonly claims: ClaimDesk;
  /** True for a product that was deleted on the seller's wish; the search may list it for a while yet. */
  wasDeleted(storeId: StoreId, originProductNo: OriginProductNo): boolean;
  readonly journal: Journal;
  readonly settleMs: number;
  /** Wall time of this run, not moved by changes of the computer's clock. */
  steadyNowMs(): number;
  cargoOf(job: JobRecord): Cargo;
  setCargo(job: JobRecord, cargo: Cargo): void;
  /**
   * Commits `event` (made inside the transaction when it is a function). Null, with nothing written,
   * when it does not apply any more: the job was cancelled or is held by another claim.
   */
  apply(
    job: JobRecord,
    event: JobEvent | (() => JobEvent),
    extra?: {
      readonly title?: string;
      /** Runs before the event; what it writes is committed or lost together with it. */
      readonly before?: () => void;
    },
  ): Promise<JobRecord | null>;
  /**
   * False when what is known of the job's item is too old to sell by: its price or stock may have
   * changed since, while the job waited for a person or the program was closed. Also when the seller has
   * changed price rules or terms since: the draft follows the old ones.
   */
  isFresh(job: JobRecord): boolean;
  /** False while nothing new is to be sent to that side: paused, stopping, or it does not answer. */
  isOpen(side: 'domeggook' | 'naver'): boolean;
  /** When the seller's limit of new products per hour allows the next one; null = now. */
  capOpensAtMs(storeId: StoreId): number | null;
  /** Tells that a call did what it was asked. */
  worked(side: 'domeggook' | 'naver', kind: CallKind): void;
  /** Tells that the market refused a product, or took one (null). */
  judged(reasons: readonly Reason[] | null): void;
  /** Tells that a call failed in a way that may concern all, although the step goes on. */
  failed(side: 'domeggook' | 'naver', kind: CallKind, cause: unknown): void;
}

/** A step's work on one job (or several at once); throws AppError for faults, which the pipeline sorts. */
export type StepWork = (job: JobRecord, signal: AbortSignal) => Promise<void>;

/** The limiter's lane of a job's calls. */
export function callLaneOf(job: JobRecord): Lane {
  switch (job.lane) {
    case 'sync':
      return 'sync';
    case 'batch':
      return 'batch';
    default:
      return 'normal';
  }
}
