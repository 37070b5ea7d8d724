import { MAIN_STORE } from '@shared/domain/ids';
import { routes } from '@shared/ipc/registry';
import { expect, it } from 'vitest';
import type { PictureOutcome } from '../../images/port';
import { anItemNo } from '../../testing/wholesale-item';
import { createPicturesHandlers } from './pictures';

const FILE = {
  sha256: 'b2'.repeat(32),
  contentType: 'image/jpeg',
  widthPx: 1000,
  heightPx: 1000,
  sizeBytes: 31_000,
  path: '/home/seller/pictures/b2.jpg',
} as const;

const PICTURES: readonly PictureOutcome[] = [
  {
    kind: 'prepared',
    url: 'https://pictures.example/front.jpg',
    role: 'product',
    files: [FILE],
    warnings: [
      {
        reason: { code: 'PICTURE_BORDERED', severity: 'warn', field: 'images' },
        regions: [{ left: 0, top: 0, width: 1, height: 0.03 }],
      },
    ],
    source: { widthPx: 1600, heightPx: 1600 },
  },
  {
    kind: 'dropped',
    url: 'https://pictures.example/gone.jpg',
    role: 'detail',
    reason: { code: 'PICTURE_EMPTY', severity: 'warn', field: 'images' },
  },
];

const pictureBackup = {
  status: () => ({
    isPractice: false,
    isOn: true,
    isSetUp: true,
    waiting: 2,
    stored: 5,
    failed: 0,
    problem: null,
    lastStoredAtMs: 1_790_812_800_000,
  }),
  test: async () => ({ code: 'PICTURE_BACKUP_NO_BUCKET', severity: 'warn' }) as const,
};

const asked = { storeId: MAIN_STORE, itemNo: anItemNo('63110049') };
const context = { senderId: 'test', isTrusted: true };

it('answers sizes, warnings and reasons as the contract says, and never where a file lies', async () => {
  const handlers = createPicturesHandlers({
    pictureBackup,
    pictureInspection: {
      inspect: async () => ({ kind: 'inspected', version: 2, pictures: PICTURES }),
      cancel: () => undefined,
      close: () => undefined,
    },
  });
  const answer = await handlers['pictures.inspect'](asked, context);
  expect(routes['pictures.inspect'].output.parse(answer)).toEqual(answer);
  expect(JSON.stringify(answer)).not.toContain('/home/seller');
  expect(answer).toMatchObject({
    version: 2,
    pictures: [{ files: [{ sizeBytes: 31_000 }], warnings: [{}] }, { kind: 'dropped' }],
  });
});

it('cancels the version that is named', async () => {
  const cancelled: unknown[] = [];
  const handlers = createPicturesHandlers({
    pictureBackup,
    pictureInspection: {
      inspect: async () => ({ kind: 'cancelled' }),
      cancel: (...which) => void cancelled.push(which),
      close: () => undefined,
    },
  });
  await handlers['pictures.cancel']({ ...asked, version: 5 }, context);
  expect(cancelled).toEqual([[MAIN_STORE, asked.itemNo, 5]]);
});

it('answers how far the backup is and what a test of it says', async () => {
  const handlers = createPicturesHandlers({
    pictureBackup,
    pictureInspection: {
      inspect: async () => ({ kind: 'cancelled' }),
      cancel: () => undefined,
      close: () => undefined,
    },
  });
  const status = await handlers['pictures.backupStatus']({}, context);
  expect(routes['pictures.backupStatus'].output.parse(status)).toEqual(pictureBackup.status());
  expect(await handlers['pictures.testBackup']({}, context)).toEqual({
    problem: { code: 'PICTURE_BACKUP_NO_BUCKET', severity: 'warn' },
  });
});
