import type { ItemNo } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import type { Database } from '../storage/database';
import { openDatabase } from '../storage/database';
import { acquireWorkerLock, type WorkerLock } from '../storage/worker-lock';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createFakeDomeggook, type FakeDomeggook } from '../testing/fake-domeggook';
import { createFakeDrafts, type FakeDrafts } from '../testing/fake-drafts';
import { createFakeNaver, type FakeNaver, type FakeNaverOptions } from '../testing/fake-naver';
import {
  createFakePicturePreparer,
  createFakePictureUploader,
  type FakePicturePreparer,
} from '../testing/fake-pictures';
import { createFakeRandomness } from '../testing/fake-randomness';
import { createRecordingLogger } from '../testing/recording-logger';
import { anItemNo } from '../testing/wholesale-item';
import type { SharedClaims } from './claim-desk';
import type { RegistrationService } from './port';
import { createRegistrationService } from './service';
import type { RegistrationTuning } from './tuning';

/** A queue with everything around it in memory, for the tests of this folder. */
export interface QueueWorld {
  readonly clock: FakeClock;
  /** The connection of the present life. */
  readonly database: Database;
  readonly domeggook: FakeDomeggook;
  readonly drafts: FakeDrafts;
  readonly pictures: FakePicturePreparer;
  readonly naver: FakeNaver;
  readonly log: ReturnType<typeof createRecordingLogger>;
  /** A service over the same database and outside world, as after a restart of the program. */
  service(tuning?: Partial<RegistrationTuning>, claims?: SharedClaims): RegistrationService;
  /**
   * Takes the database away from all services so far, as the end of the process does, and opens it
   * again. Only for a world with a path.
   */
  die(): Promise<void>;
}

export async function createQueueWorld(
  options: {
    readonly path?: string;
    readonly naver?: Omit<FakeNaverOptions, 'clock'>;
    readonly pictureLatencyMs?: number;
    /** Asked each time, so that a test can change them. */
    readonly settings?: () => Settings;
  } = {},
): Promise<QueueWorld> {
  const clock = createFakeClock();
  let database = await openDatabase(options.path ?? ':memory:', clock);
  const domeggook = createFakeDomeggook();
  const drafts = createFakeDrafts();
  const pictures = createFakePicturePreparer({
    clock,
    ...(options.pictureLatencyMs === undefined ? {} : { latencyMs: options.pictureLatencyMs }),
  });
  const naver = createFakeNaver({ clock, ...options.naver });
  const log = createRecordingLogger();
  let services = 0;
  let lock: WorkerLock | undefined;
  const takeLock = (path = ''): WorkerLock => {
    lock = acquireWorkerLock(`${path}.worker`);
    return lock;
  };
  return {
    clock,
    get database() {
      return database;
    },
    domeggook,
    drafts,
    pictures,
    naver,
    log,
    die: async () => {
      database.close();
      lock?.release();
      database = await openDatabase(options.path ?? '', clock);
    },
    service: (tuning = {}, claims = undefined) => {
      services += 1;
      const standard = defaultSettings();
      return createRegistrationService({
        database,
        clock,
        logger: log,
        randomness: createFakeRandomness(services),
        domeggook,
        drafts,
        pictures,
        uploader: createFakePictureUploader(naver),
        naver,
        settings: { get: options.settings ?? (() => standard) },
        tuning,
        claims,
        ...(options.path === undefined ? {} : { acquireLock: () => takeLock(options.path) }),
      });
    },
  };
}

/** `count` different item numbers. */
export function itemNos(count: number, first = 1000): readonly ItemNo[] {
  return Array.from({ length: count }, (_, index) => anItemNo(String(first + index)));
}

/** Lets time pass until no job is under way any more. */
export async function untilAllRest(world: QueueWorld, service: RegistrationService): Promise<void> {
  await world.clock.advanceUntil(() =>
    service.listJobs({ offset: 0, limit: 1000 }).jobs.every((job) => isResting(job.state)),
  );
}
