import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import type { Job } from '@shared/domain/job';
import { defaultSettings, type PictureBackupSettings } from '@shared/domain/settings';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { PicturePreparer } from '../images/port';
import { createPicturePreparer } from '../images/preparer';
import { type PictureServer, startPictureServer } from '../images/testing/picture-server';
import { photoJpeg } from '../images/testing/pictures';
import { type S3Server, startS3Server } from '../images/testing/s3-server';
import type { NotificationRequest } from '../notifications/port';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import type { JobSettled } from '../registration/port';
import { type Database, openDatabase } from '../storage/database';
import { aDraft } from '../testing/draft';
import { anItemNo } from '../testing/wholesale-item';
import { createPictureBackupDesk, type PictureBackupDesk } from './backup-desk';

const BUCKET = 'pictures';
const ITEM_NO = anItemNo('63110049');

let folder: string;
let storage: S3Server;
let host: PictureServer;
let database: Database;
let preparer: PicturePreparer;
let urls: readonly string[];
let done: readonly Job[];
let settle: (settled: JobSettled) => void;
let told: NotificationRequest[];
let backup: PictureBackupSettings;
let isKeyKept: boolean;
const desks: PictureBackupDesk[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-backup-desk-'));
  storage = await startS3Server(join(folder, 'storage'), BUCKET);
  host = await startPictureServer();
  const pictures = [1, 2].map((seed) => photoJpeg({ widthPx: 640, heightPx: 640, seed }));
  urls = (await Promise.all(pictures)).map((bytes, at) => host.serve(`/${at}.jpg`, bytes));
});

afterAll(async () => {
  storage.stop();
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  database = await openDatabase(':memory:', systemClock);
  preparer = createPicturePreparer({
    dataFolder: folder,
    settings: () => ({ images: defaultSettings().images, allowsPrivateImageHosts: true }),
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
  });
  done = [];
  told = [];
  isKeyKept = true;
  backup = {
    ...defaultSettings().pictureBackup,
    isOn: true,
    endpoint: storage.endpoint,
    bucket: BUCKET,
    isPathStyle: true,
  };
});

afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.stop()));
  await preparer.close();
  database.close();
});

function aDesk(isPractice = false): PictureBackupDesk {
  const draft = aDraft();
  const images = { ...draft.content.images, product: urls, detail: [] };
  const desk = createPictureBackupDesk({
    isPractice,
    database,
    clock: systemClock,
    logger: silentLogger,
    registration: {
      onJobSettled: (listener) => {
        settle = listener;
        return () => undefined;
      },
      findJob: (jobId) => done.find((job) => job.jobId === jobId) ?? null,
      listJobs: () => ({ jobs: done, total: done.length }),
    },
    drafts: { find: () => ({ ...draft, content: { ...draft.content, images } }) },
    preparer,
    settings: () => ({ images: defaultSettings().images, pictureBackup: backup }),
    secrets: { find: () => (isKeyKept ? 'S3RVER' : null) },
    notifications: {
      record: (request) => {
        told.push(request);
        return { kind: 'recorded', notificationId: told.length };
      },
    },
  });
  desks.push(desk);
  return desk;
}

function aDoneJob(productNo: number): Job {
  return {
    jobId: `job-${productNo}`,
    storeId: MAIN_STORE,
    itemNo: ITEM_NO,
    state: 'done',
    originProductNo: productNo,
  } as unknown as Job;
}

function finish(job: Job): void {
  done = [...done, job];
  settle({ jobId: job.jobId, state: 'done' } as JobSettled);
}

async function objects(productNo: number): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'storage', BUCKET)).catch(() => []);
  return names.filter((name) => name.startsWith(`${productNo}_`) && name.endsWith('_object'));
}

test('a registered product’s pictures are in the storage a little later', async () => {
  const desk = aDesk();
  desk.start();
  finish(aDoneJob(70001));
  await vi.waitFor(() => expect(desk.status()).toMatchObject({ stored: 1, waiting: 0 }), 10_000);
  expect(await objects(70001)).toHaveLength(2);
  expect(desk.status()).toMatchObject({ isOn: true, isSetUp: true, problem: null });
});

test('what was left by an earlier run, or finished while nobody looked, is taken up at the next start', async () => {
  done = [aDoneJob(70002)];
  const storageAddress = backup.endpoint;
  backup = { ...backup, endpoint: 'http://127.0.0.1:9' };
  const first = aDesk();
  first.start();
  await vi.waitFor(
    () => expect(first.status().problem?.code).toBe('PICTURE_BACKUP_UNREACHABLE'),
    20_000,
  );
  await first.stop();
  expect(first.status()).toMatchObject({ stored: 0, waiting: 1 });

  database.exec('UPDATE picture_backups SET next_try_at_ms = 0');
  backup = { ...backup, endpoint: storageAddress };
  const second = aDesk();
  second.start();
  await vi.waitFor(() => expect(second.status()).toMatchObject({ stored: 1, waiting: 0 }), 10_000);
}, 40_000);

test('a product that never goes through is told once, and a passed test tries it again', async () => {
  done = [aDoneJob(70003)];
  database.exec(
    `INSERT INTO picture_backups (product_no, store_id, item_no, state, attempts, next_try_at_ms, updated_at_ms)
     VALUES ('70003', '${MAIN_STORE}', '${ITEM_NO}', 'waiting', 4, 0, 0)`,
  );
  const right = backup;
  backup = { ...backup, bucket: 'absent' };
  const desk = aDesk();
  desk.start();
  await vi.waitFor(() => expect(told).toHaveLength(1), 10_000);
  expect(told[0]).toMatchObject({ kind: 'app', code: 'PICTURE_BACKUP_NO_BUCKET' });
  expect(await desk.test()).toMatchObject({ code: 'PICTURE_BACKUP_NO_BUCKET' });
  expect(desk.status()).toMatchObject({ failed: 1 });

  backup = right;
  expect(await desk.test()).toBeNull();
  await vi.waitFor(() => expect(desk.status()).toMatchObject({ stored: 1, failed: 0 }), 10_000);
}, 40_000);

test('nothing is copied while it is off, without keys or in practice mode', async () => {
  const practice = aDesk(true);
  practice.start();
  finish(aDoneJob(70004));
  expect(practice.status()).toMatchObject({ isPractice: true, waiting: 0 });

  backup = { ...backup, isOn: false };
  const off = aDesk();
  off.start();
  finish(aDoneJob(70005));
  expect(off.status()).toMatchObject({ isOn: false, waiting: 0 });

  isKeyKept = false;
  expect(await off.test()).toMatchObject({ code: 'PICTURE_BACKUP_NOT_SET_UP' });
  expect(await objects(70004)).toEqual([]);
});
