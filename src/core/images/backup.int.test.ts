import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { defaultSettings, type PictureBackupSettings } from '@shared/domain/settings';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentLogger } from '../platform/logger';
import { type Database, openDatabase } from '../storage/database';
import { createFakeClock } from '../testing/fake-clock';
import { createPictureBackup, type PictureBackup } from './backup';
import { tryPictureBackup } from './backup-trial';
import type { PreparedFile } from './port';
import type { BackupCredentials } from './s3-connection';
import { photoJpeg } from './testing/pictures';
import { S3_SERVER_ACCOUNT, type S3Server, startS3Server } from './testing/s3-server';

const BUCKET = 'pictures';
const CREDENTIALS = S3_SERVER_ACCOUNT;

let folder: string;
let database: Database;
let storage: S3Server;
let endpoint: string;
let files: readonly PreparedFile[];
const opened: PictureBackup[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-backup-'));
  storage = await startS3Server(join(folder, 'storage'), BUCKET);
  endpoint = storage.endpoint;
  files = await Promise.all([1, 2, 3].map((seed) => prepared(seed)));
});

afterAll(async () => {
  storage.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  database = await openDatabase(':memory:', createFakeClock());
});

afterEach(() => {
  for (const backup of opened.splice(0)) backup.close();
  database.close();
});

async function prepared(seed: number): Promise<PreparedFile> {
  const bytes = await photoJpeg({ widthPx: 640, heightPx: 640, seed });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(folder, `${sha256}.jpg`);
  await writeFile(path, bytes);
  const sizeBytes = bytes.byteLength;
  return { sha256, path, contentType: 'image/jpeg', widthPx: 640, heightPx: 640, sizeBytes };
}

function backupWith(
  settings: Partial<PictureBackupSettings> = {},
  credentials: BackupCredentials = CREDENTIALS,
): PictureBackup {
  const backup = createPictureBackup({
    settings: {
      ...defaultSettings().pictureBackup,
      isOn: true,
      endpoint,
      region: 'kr-standard',
      bucket: BUCKET,
      isPathStyle: true,
      ...settings,
    },
    credentials,
    database,
    clock: createFakeClock(),
    logger: silentLogger,
  });
  opened.push(backup);
  return backup;
}

function reader(): S3Client {
  return new S3Client({
    region: 'kr-standard',
    endpoint,
    forcePathStyle: true,
    credentials: CREDENTIALS,
  });
}

async function keysBelow(prefix: string): Promise<readonly (string | undefined)[]> {
  const list = await reader().send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }));
  return (list.Contents ?? []).map((entry) => entry.Key);
}

describe('the picture backup against a real S3-protocol server', () => {
  test('writes one WebP per picture under prefix, product and index', async () => {
    const report = await backupWith({ prefix: '/shop/' }).backUp('70000001', files);
    expect(report).toEqual({ stored: 3, alreadyThere: 0, failed: [] });
    expect(await keysBelow('shop/')).toEqual([
      'shop/70000001_0.webp',
      'shop/70000001_1.webp',
      'shop/70000001_2.webp',
    ]);
    const object = await reader().send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'shop/70000001_1.webp' }),
    );
    expect(object.ContentType).toBe('image/webp');
    const bytes = await object.Body?.transformToByteArray();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 640 });
  });

  test('a repeated backup sends nothing, from its own record or from what the storage says', async () => {
    const first = backupWith({ prefix: 'again' });
    await first.backUp('1', files);
    expect(await first.backUp('1', files)).toMatchObject({ stored: 0, alreadyThere: 3 });
    database.exec('DELETE FROM backed_up_pictures');
    expect(await first.backUp('1', files)).toMatchObject({ stored: 0, alreadyThere: 3 });
  });

  test('an interrupted backup goes on where it stopped', async () => {
    const backup = backupWith({ prefix: 'resumed' });
    await backup.backUp('1', files.slice(0, 1));
    expect(await backup.backUp('1', files)).toMatchObject({ stored: 2, alreadyThere: 1 });
  });

  test('a changed picture replaces the old one', async () => {
    const backup = backupWith({ prefix: 'changed' });
    await backup.backUp('1', files.slice(0, 1));
    expect(await backup.backUp('1', files.slice(1, 2))).toMatchObject({ stored: 1 });
  });

  test('wrong keys and an absent bucket are reported for every picture, not thrown', async () => {
    const wrongKeys = { accessKeyId: 'NOBODY', secretAccessKey: 'not it' };
    const refused = await backupWith({}, wrongKeys).backUp('1', files);
    expect(refused.failed.map(({ reason }) => reason.code)).toEqual(
      new Array(3).fill('PICTURE_BACKUP_KEYS_REFUSED'),
    );
    const absent = await backupWith({ bucket: 'absent' }).backUp('1', files);
    expect(absent.failed[0]?.reason).toMatchObject({
      code: 'PICTURE_BACKUP_NO_BUCKET',
      severity: 'warn',
      params: { bucket: 'absent' },
    });
  });

  test('is off until it is switched on and has a bucket', async () => {
    for (const settings of [{ isOn: false }, { bucket: '' }]) {
      const report = await backupWith({ ...settings, prefix: 'off' }).backUp('1', files);
      expect(report).toEqual({ stored: 0, alreadyThere: 0, failed: [] });
    }
    expect(await keysBelow('off')).toEqual([]);
  });
});

describe('the test of the connection', () => {
  const settings = (change: Partial<PictureBackupSettings> = {}): PictureBackupSettings => ({
    ...defaultSettings().pictureBackup,
    endpoint,
    bucket: BUCKET,
    isPathStyle: true,
    ...change,
  });

  test('finds nothing in the way of a storage that takes an object, and leaves nothing there', async () => {
    expect(await tryPictureBackup(settings({ prefix: 'trial' }), CREDENTIALS)).toBeNull();
    expect(await keysBelow('trial')).toEqual([]);
  });

  test.each([
    ['keys are missing', {}, null, 'PICTURE_BACKUP_NOT_SET_UP'],
    ['no bucket is named', { bucket: '' }, CREDENTIALS, 'PICTURE_BACKUP_NOT_SET_UP'],
    ['there is no such bucket', { bucket: 'absent' }, CREDENTIALS, 'PICTURE_BACKUP_NO_BUCKET'],
    [
      'the keys are wrong',
      {},
      { accessKeyId: 'NOBODY', secretAccessKey: 'not it' },
      'PICTURE_BACKUP_KEYS_REFUSED',
    ],
    [
      'nobody answers',
      { endpoint: 'http://127.0.0.1:9' },
      CREDENTIALS,
      'PICTURE_BACKUP_UNREACHABLE',
    ],
  ])('says when %s', async (_name, change, credentials, code) => {
    const problem = await tryPictureBackup(settings(change), credentials);
    expect(problem?.code).toBe(code);
    expect(JSON.stringify(problem)).not.toContain('not it');
  });
});
