import type { Settings } from '@shared/domain/settings';
import type { AppError } from '@shared/errors/app-error';
import type { DomeggookClient } from './domeggook/port';
import type { DraftOperations } from './drafts/bulk/operations';
import type { OverrideDesk } from './drafts/override-desk';
import type { DraftDesk } from './drafts/service';
import type { DraftTables } from './drafts/table/draft-tables';
import type { ThumbnailSource } from './images/thumbnails';
import type { ListReadings } from './intake/list-readings';
import type { BucketSnapshot, CallBudgetSnapshot } from './limiter/port';
import type { MetricsService } from './metrics/service';
import type { NaverClient, NaverMasterData } from './naver/port';
import type { NotificationService } from './notifications/service';
import type { OptionDesk } from './options/option-desk';
import type { PictureBackupDesk } from './pictures/backup-desk';
import type { PictureInspection } from './pictures/inspection';
import type { SystemSignals } from './platform/system-signals';
import type { RegistrationService } from './registration/port';
import type { SecretStore } from './secrets/port';
import type { SourcingDesk } from './sourcing/service';
import type { WatchService } from './sync/port';

/** The composed product, as the shells (desktop, loopback host, terminal) use it. */
export interface StoreBridge {
  readonly mode: 'practice' | 'live';
  readonly settings: SettingsService;
  /** Lists of item numbers, from file to queue. */
  readonly intake: ListReadings;
  readonly sourcing: SourcingDesk;
  readonly drafts: DraftDesk;
  /** Options of drafts, with the memory of the seller's corrections. */
  readonly options: OptionDesk;
  /** Changes to many drafts, and the way back. */
  readonly draftOperations: DraftOperations;
  /** The seller's recorded decisions against findings. */
  readonly draftOverrides: OverrideDesk;
  /** Drafts as spreadsheets. */
  readonly draftTables: DraftTables;
  readonly registration: RegistrationService;
  readonly domeggook: DomeggookClient;
  readonly naver: NaverClient;
  readonly masterData: NaverMasterData;
  /** Prepared pictures and small versions of them, by content. */
  readonly pictures: ThumbnailSource;
  /** What becomes of a draft's pictures, ahead of its registration. */
  readonly pictureInspection: PictureInspection;
  readonly metrics: MetricsService;
  /** Watches the wholesaler and keeps listings right. */
  readonly watch: WatchService;
  /** Copies of registered products' pictures in the seller's own storage. */
  readonly pictureBackup: Pick<PictureBackupDesk, 'status' | 'test'>;
  readonly notifications: NotificationService;
  /** Where webhook address and mail password are kept. */
  readonly notificationSecrets: SecretStore;
  limits(): Promise<LimitsSnapshot>;
  /** Version of the Redis that keeps the limits; null without one, or while it is away. */
  redisVersion(): Promise<string | null>;
  /** This PC's clock minus the marketplaces', from the last answer; null before the first. */
  clockSkewMs(): number | null;
  /** The shell tells here when the computer sleeps, wakes or loses its network. */
  readonly signals: SystemSignals;
  /** Recovers interrupted work and begins. */
  start(): Promise<void>;
  /** Finishes or hands back current steps, then closes everything. May be called twice. */
  stop(deadlineMs: number): Promise<void>;
}

/** The allowances of both markets at this moment. */
export interface LimitsSnapshot {
  readonly naver: readonly BucketSnapshot[];
  readonly domeggook: CallBudgetSnapshot;
  /** Which backend keeps the limits, for the status line. */
  readonly backend: 'redis-bundled' | 'redis-remote' | 'embedded';
  /** Why no call can go out right now, as the backend says; calls wait meanwhile. Null while all is well. */
  readonly fault: AppError | null;
}

/** The settings of one store, from its file with the environment's over them. */
export interface SettingsService {
  get(): Settings;
  /** Merges, validates and saves; throws SETTINGS_INVALID with the field. */
  update(change: Partial<Settings>): Settings;
  subscribe(listener: (settings: Settings) => void): () => void;
}
