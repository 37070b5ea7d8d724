import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../platform/clock';
import { systemRandomness } from '../platform/randomness';
import { createPictureFiles, type PictureFiles } from './picture-files';
import { photoJpeg } from './testing/pictures';
import { createThumbnailSource, THUMBNAIL_WIDTHS_PX, type ThumbnailSource } from './thumbnails';

let folder: string;
let files: PictureFiles;
let thumbnails: ThumbnailSource;
let sha256: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-thumbnails-'));
  const ports = { dataFolder: folder, clock: systemClock, randomness: systemRandomness };
  files = createPictureFiles(ports);
  await files.open();
  thumbnails = createThumbnailSource(ports);
  const bytes = await photoJpeg({ widthPx: 800, heightPx: 600 });
  sha256 = createHash('sha256').update(bytes).digest('hex');
  await files.save(sha256, bytes);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('thumbnails', () => {
  test.each(THUMBNAIL_WIDTHS_PX)('a picture is given %i pixels wide', async (widthPx) => {
    const found = await thumbnails.find(sha256, widthPx);
    const made = await sharp(found?.path).metadata();
    expect([made.width, made.height]).toEqual([widthPx, (widthPx * 3) / 4]);
  });

  test('the whole picture is given when no width is asked for', async () => {
    const found = await thumbnails.find(sha256);
    expect(found).toEqual({ path: files.pathOf(sha256), contentType: 'image/jpeg' });
  });

  test('many requests at once make one file', async () => {
    const found = await Promise.all(Array.from({ length: 20 }, () => thumbnails.find(sha256, 240)));
    expect(new Set(found.map((one) => one?.path)).size).toBe(1);
    expect(await readdir(join(folder, 'pictures', 'thumbnails'))).toHaveLength(1);
  });

  test.each([
    ['a width that is not listed', () => thumbnails.find(sha256, 241)],
    ['a picture that is not kept', () => thumbnails.find('0'.repeat(64), 96)],
    ['a path in place of a hash', () => thumbnails.find(`../../${'0'.repeat(58)}`, 96)],
    ['a path to a real file', () => thumbnails.find('../secret')],
    ['capital digits', () => thumbnails.find('A'.repeat(64))],
  ])('%s gives nothing', async (_name, find) => {
    await writeFile(join(folder, 'secret'), 'secret');
    expect(await find()).toBeNull();
  });
});

describe('the folder of prepared pictures', () => {
  test('pruning removes what was used longest ago and spares what was used lately', async () => {
    const old = createPictureFiles({
      dataFolder: folder,
      clock: { ...systemClock, nowMs: () => 1_000_000 },
      randomness: systemRandomness,
    });
    const contents = ['one', 'two'].map((text) => Buffer.from(text));
    const hashes = contents.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
    for (const [index, hash] of hashes.entries()) {
      await files.save(hash, contents[index] ?? Buffer.alloc(0));
    }
    expect(await old.has(hashes[0] ?? '')).toBe(true);
    expect(await files.prune({ maxBytes: 0, minAgeMs: 60_000 })).toBe(3);
    expect(await files.has(hashes[0] ?? '')).toBe(false);
    expect(await files.has(hashes[1] ?? '')).toBe(true);
    expect(await files.has(sha256)).toBe(true);
  });
});
