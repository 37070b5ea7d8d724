import type { Draft } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { ImageSettings, PictureBackupSettings } from '@shared/domain/settings';
import { toAppError } from '@shared/errors/app-error';
import { createPictureBackup, type PictureBackup } from '../images/backup';
import { tryPictureBackup } from '../images/backup-trial';
import { pictureFilesOf } from '../images/outcomes';
import { plannedPictures } from '../images/plan';
import type { PicturePreparer } from '../images/port';
import type { BackupCredentials } from '../images/s3-connection';
import type { NotificationRecorder } from '../notifications/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { newestJobs } from '../registration/newest-jobs';
import type { RegistrationService } from '../registration/port';
import type { SecretStore } from '../secrets/port';
import type { Database } from '../storage/database';
import { createBackupQueue, type QueuedBackup } from './backup-queue';

/** How the copying of one store stands, in products. */
export interface PictureBackupStatus {
  /** Practice products are never copied: their numbers could be those of real ones. */
  readonly isPractice: boolean;
  readonly isOn: boolean;
  /** Bucket and both keys are there. */
  readonly isSetUp: boolean;
  /** Products whose pictures are still to be copied, are copied, could not be. */
  readonly waiting: number;
  readonly stored: number;
  readonly failed: number;
  /** Why the latest that did not go through did not; null when nothing is in the way. */
  readonly problem: Reason | null;
  readonly lastStoredAtMs: number | null;
}

/** Copies the pictures of registered products to the seller's storage, behind everything else. */
export interface PictureBackupDesk {
  status(): PictureBackupStatus;
  /** Null when the storage takes an object; what failed is tried again then. Never throws for the storage. */
  test(): Promise<Reason | null>;
  /** Takes up what an earlier run left and goes on until `stop`. */
  start(): void;
  /** Ends what is under way; it is begun anew at the next start. */
  stop(): Promise<void>;
}

export interface PictureBackupDeskPorts {
  readonly isPractice: boolean;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly registration: Pick<RegistrationService, 'onJobSettled' | 'findJob' | 'listJobs'>;
  readonly drafts: { find(storeId: StoreId, itemNo: ItemNo): Draft | null };
  readonly preparer: Pick<PicturePreparer, 'prepare'>;
  readonly settings: () => {
    readonly images: ImageSettings;
    readonly pictureBackup: PictureBackupSettings;
  };
  readonly secrets: Pick<SecretStore, 'find'>;
  readonly notifications: NotificationRecorder;
}

/** Finished jobs that a start looks at for products whose backup was never asked for. */
const CATCH_UP_JOBS = 1_000;
/** Between tries of one product; after the last one a person has to look. */
const RETRY_PAUSES_MS = [60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000] as const;
/** How often what was switched on meanwhile is noticed. */
const IDLE_MS = 30_000;

/**
 * One product at a time. After the fifth failed try it gives the product up and tells the seller,
 * once a day per reason; a fault of the disk only pauses.
 */
export function createPictureBackupDesk(ports: PictureBackupDeskPorts): PictureBackupDesk {
  const { clock, logger, registration } = ports;
  const queue = createBackupQueue(ports.database, clock);
  const stopping = new AbortController();
  let wake = new AbortController();
  let working: Promise<void> | null = null;
  let unsubscribe: () => void = () => undefined;
  let kept: { readonly key: string; readonly backup: PictureBackup } | null = null;

  const credentials = (): BackupCredentials | null => {
    const accessKeyId = ports.secrets.find('pictureBackupAccessKeyId');
    const secretAccessKey = ports.secrets.find('pictureBackupSecretKey');
    return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null;
  };
  const isSetUp = (): boolean =>
    ports.settings().pictureBackup.bucket !== '' && credentials() !== null;
  const isWanted = (): boolean => !ports.isPractice && ports.settings().pictureBackup.isOn;

  /** The client of the settings as they are now. */
  const backupNow = (): PictureBackup => {
    const settings = ports.settings().pictureBackup;
    const keys = credentials();
    const key = JSON.stringify([settings, keys]);
    if (kept?.key === key) return kept.backup;
    kept?.backup.close();
    const { database } = ports;
    const backup = createPictureBackup({ settings, credentials: keys, database, clock, logger });
    kept = { key, backup };
    return backup;
  };

  const backUp = async (entry: QueuedBackup): Promise<Reason | null> => {
    const draft = ports.drafts.find(entry.storeId, entry.itemNo);
    if (draft === null) {
      return { code: 'DRAFT_NOT_FOUND', severity: 'warn', params: { itemNo: entry.itemNo } };
    }
    const planned = plannedPictures(draft.content.images, ports.settings().images);
    const ofProduct = planned.filter((picture) => picture.role === 'product');
    const outcomes = await ports.preparer.prepare(ofProduct, stopping.signal);
    const report = await backupNow().backUp(
      entry.productNo,
      pictureFilesOf(outcomes).product,
      stopping.signal,
    );
    return report.failed[0]?.reason ?? null;
  };

  const settle = (entry: QueuedBackup, problem: Reason | null): void => {
    if (problem === null) {
      queue.stored(entry.productNo);
      return;
    }
    const pauseMs = RETRY_PAUSES_MS[entry.attempts];
    queue.notStored(entry.productNo, problem, pauseMs ?? null);
    if (pauseMs !== undefined) return;
    ports.notifications.record({
      kind: 'app',
      severity: 'info',
      code: problem.code,
      params: problem.params ?? {},
      storeId: entry.storeId,
      dedupeKey: `picture-backup-${problem.code}`,
      link: { screen: 'settings' },
    });
  };

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        const entry = isWanted() && isSetUp() ? queue.nextDue() : null;
        if (entry === null) {
          // Woken by a finished job or a passed test; otherwise it looks now and then.
          await clock.sleep(queue.pauseMs(IDLE_MS), wake.signal).catch(() => undefined);
          if (wake.signal.aborted) wake = new AbortController();
          continue;
        }
        settle(entry, await backUp(entry));
      } catch (fault) {
        if (stopping.signal.aborted) return;
        // The disk or the database: not the storage's fault. What waits stays as it is.
        logger.warn({ code: toAppError(fault).code }, 'the picture backup pauses');
        await clock.sleep(IDLE_MS, stopping.signal).catch(() => undefined);
      }
    }
  };

  const note = (storeId: StoreId, itemNo: ItemNo, productNo: string | number | null): void => {
    if (productNo !== null) queue.add({ productNo: String(productNo), storeId, itemNo });
  };
  const catchUp = (): void => {
    if (!isWanted()) return;
    for (const job of newestJobs(registration, ['done'], CATCH_UP_JOBS)) {
      note(job.storeId, job.itemNo, job.originProductNo);
    }
  };

  return {
    status: () => ({
      isPractice: ports.isPractice,
      isOn: ports.settings().pictureBackup.isOn,
      isSetUp: isSetUp(),
      ...queue.summary(),
    }),
    test: async () => {
      const problem = await tryPictureBackup(ports.settings().pictureBackup, credentials());
      if (problem === null) {
        catchUp();
        queue.tryFailedAgain();
        wake.abort();
      }
      return problem;
    },
    start: () => {
      catchUp();
      unsubscribe = registration.onJobSettled(({ jobId, state }) => {
        if (state !== 'done' || !isWanted()) return;
        try {
          const job = registration.findJob(jobId);
          if (job !== null) note(job.storeId, job.itemNo, job.originProductNo);
          wake.abort();
        } catch (fault) {
          // The queue must go on; the next start asks for it.
          logger.error({ jobId, code: toAppError(fault).code }, 'a picture backup was not noted');
        }
      });
      working ??= work();
    },
    stop: async () => {
      unsubscribe();
      stopping.abort(new Error('the product stops'));
      wake.abort();
      await working;
      kept?.backup.close();
    },
  };
}
