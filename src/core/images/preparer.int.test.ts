import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, type ImageSettings } from '@shared/domain/settings';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import { openDatabase } from '../storage/database';
import { createSqliteConversionLog } from './conversion-log';
import { pictureFilesOf } from './outcomes';
import type { PictureOutcome, PicturePreparer, PreparedFile } from './port';
import { createPicturePreparer, type PicturePreparerPorts } from './preparer';
import { type PictureServer, startPictureServer } from './testing/picture-server';
import { photo, photoJpeg } from './testing/pictures';

let folder: string;
let server: PictureServer;
const opened: PicturePreparer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-pictures-'));
  server = await startPictureServer();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((preparer) => preparer.close()));
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function preparerWith(
  images: Partial<ImageSettings> = {},
  overrides: Partial<PicturePreparerPorts> = {},
): PicturePreparer {
  const preparer = createPicturePreparer({
    dataFolder: folder,
    settings: () => ({
      images: { ...defaultSettings().images, ...images },
      allowsPrivateImageHosts: true,
    }),
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    ...overrides,
  });
  opened.push(preparer);
  return preparer;
}

function onlyFile(outcome: PictureOutcome | undefined): PreparedFile {
  if (outcome?.kind !== 'prepared') throw new Error(`not prepared: ${JSON.stringify(outcome)}`);
  const [file, ...more] = outcome.files;
  if (file === undefined || more.length > 0) throw new Error(`${outcome.files.length} files`);
  return file;
}

function codeOf(outcome: PictureOutcome | undefined): string {
  return outcome?.kind === 'dropped' ? outcome.reason.code : `not dropped: ${outcome?.kind}`;
}

describe('what is made of a picture', () => {
  test('a large JPEG is shrunk to the longest allowed edge and kept under its own hash', async () => {
    const url = server.serve('/large.jpg', await photoJpeg({ widthPx: 3000, heightPx: 2000 }));
    const [outcome] = await preparerWith().prepare([{ url, role: 'product' }]);
    const file = onlyFile(outcome);
    expect([file.widthPx, file.heightPx]).toEqual([1200, 800]);
    const bytes = await readFile(file.path);
    const made = await sharp(bytes).metadata();
    expect(made).toMatchObject({ format: 'jpeg', width: 1200, height: 800, space: 'srgb' });
    expect(bytes.byteLength).toBe(file.sizeBytes);
    expect(file.path).toContain(file.sha256);
  });

  test('a picture is never enlarged', async () => {
    const url = server.serve('/small.jpg', await photoJpeg({ widthPx: 640, heightPx: 600 }));
    const [outcome] = await preparerWith().prepare([{ url, role: 'product' }]);
    expect(onlyFile(outcome)).toMatchObject({ widthPx: 640, heightPx: 600 });
  });

  test('a product picture under 500 x 500 is dropped and the reason names both sizes', async () => {
    const url = server.serve('/tiny.jpg', await photoJpeg({ widthPx: 499, heightPx: 900 }));
    const [outcome] = await preparerWith().prepare([{ url, role: 'product' }]);
    expect(outcome).toMatchObject({
      kind: 'dropped',
      reason: {
        code: 'PICTURE_TOO_SMALL',
        params: { widthPx: 499, heightPx: 900, minEdgePx: 500 },
      },
    });
  });

  test('a transparent PNG comes out on white', async () => {
    const clear = await sharp({
      create: { width: 600, height: 600, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const url = server.serve('/clear.png', clear, 'image/png');
    const [outcome] = await preparerWith().prepare([{ url, role: 'product' }]);
    const { channels } = await sharp(onlyFile(outcome).path).stats();
    expect(channels).toHaveLength(3);
    for (const channel of channels) expect(channel.min).toBeGreaterThan(250);
  });

  test('a tall description picture becomes slices that add up to it in order', async () => {
    const url = server.serve('/tall.jpg', await photoJpeg({ widthPx: 860, heightPx: 10_000 }));
    const [outcome] = await preparerWith().prepare([{ url, role: 'detail' }]);
    if (outcome?.kind !== 'prepared') throw new Error('not prepared');
    expect(outcome.files.length).toBe(4);
    expect(outcome.files.reduce((sum, file) => sum + file.heightPx, 0)).toBe(10_000);
    for (const file of outcome.files) expect(file.widthPx).toBe(860);
  });
});

describe('duplicates', () => {
  test('the same picture in two sizes and formats is kept once, in its better copy', async () => {
    const original = await photo({ widthPx: 1600, heightPx: 1600 });
    const small = server.serve('/a.jpg', await original.clone().resize(700).jpeg().toBuffer());
    const best = server.serve('/b.webp', await original.clone().webp().toBuffer(), 'image/webp');
    const other = server.serve('/c.jpg', await photoJpeg({ widthPx: 900, heightPx: 900, seed: 2 }));
    const outcomes = await preparerWith().prepare(
      [small, best, other].map((url) => ({ url, role: 'product' as const })),
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['duplicate', 'prepared', 'prepared']);
    expect(outcomes[0]).toMatchObject({ ofUrl: best });
    expect(pictureFilesOf(outcomes).product.map((file) => file.widthPx)).toEqual([1200, 900]);
  });

  test('items that share a picture cause one download', async () => {
    const url = server.serve('/notice.jpg', await photoJpeg({ widthPx: 800, heightPx: 800 }));
    const preparer = preparerWith();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => preparer.prepare([{ url, role: 'detail' }])),
    );
    expect(new Set(results.map(([outcome]) => onlyFile(outcome).sha256)).size).toBe(1);
    expect(server.requests).toEqual(['/notice.jpg']);
  });
});

describe('pictures that cannot be used', () => {
  test('each is dropped with its own reason and the good one goes on', async () => {
    const good = await photoJpeg({ widthPx: 800, heightPx: 800 });
    const html = Buffer.from(`<!doctype html><title>login</title>${' '.repeat(500)}`);
    const urls = [
      server.serve('/good.jpg', good),
      `${server.baseUrl}/absent.jpg`,
      server.serve('/page.jpg', html, 'image/jpeg'),
      server.serve('/cut.jpg', good.subarray(0, good.byteLength / 2)),
      server.serve('/empty.jpg', Buffer.alloc(0)),
    ];
    const outcomes = await preparerWith().prepare(
      urls.map((url) => ({ url, role: 'product' as const })),
    );
    expect(outcomes[0]?.kind).toBe('prepared');
    expect(outcomes.slice(1).map(codeOf)).toEqual([
      'PICTURE_NOT_FOUND',
      'PICTURE_NOT_A_PICTURE',
      'PICTURE_DAMAGED',
      'PICTURE_EMPTY',
    ]);
    expect(await readdir(join(folder, 'pictures', 'unfinished'))).toEqual([]);
  });
});

describe('what is kept', () => {
  test('a picture whose file was removed meanwhile is made again', async () => {
    const url = server.serve('/a.jpg', await photoJpeg({ widthPx: 800, heightPx: 800 }));
    const preparer = preparerWith();
    const first = onlyFile((await preparer.prepare([{ url, role: 'product' }]))[0]);
    await rm(first.path);
    const second = onlyFile((await preparer.prepare([{ url, role: 'product' }]))[0]);
    expect(second).toEqual(first);
    expect((await readFile(second.path)).byteLength).toBe(first.sizeBytes);
  });

  test('a changed setting makes another file of the same picture', async () => {
    const url = server.serve('/a.jpg', await photoJpeg({ widthPx: 1600, heightPx: 1600 }));
    let maxEdgePx = 1200;
    const preparer = preparerWith(
      {},
      {
        settings: () => ({
          images: { ...defaultSettings().images, maxEdgePx },
          allowsPrivateImageHosts: true,
        }),
      },
    );
    const [large] = await preparer.prepare([{ url, role: 'product' }]);
    maxEdgePx = 800;
    const [small] = await preparer.prepare([{ url, role: 'product' }]);
    expect([onlyFile(large).widthPx, onlyFile(small).widthPx]).toEqual([1200, 800]);
  });

  test('a host that was down is asked again by the next item', async () => {
    let isUp = false;
    const good = await photoJpeg({ widthPx: 800, heightPx: 800 });
    const url = server.handle('/later.jpg', (_request, response) => {
      if (isUp) response.writeHead(200).end(good);
      else response.writeHead(503).end();
    });
    const preparer = preparerWith({}, { downloadLimits: { maxAttempts: 1 } });
    expect(codeOf((await preparer.prepare([{ url, role: 'product' }]))[0])).toBe(
      'PICTURE_HOST_FAILED',
    );
    isUp = true;
    expect((await preparer.prepare([{ url, role: 'product' }]))[0]?.kind).toBe('prepared');
  });
});

describe('warnings', () => {
  test('are about the representative picture, also when a better copy took its place', async () => {
    const frame = { top: 30, bottom: 30, left: 30, right: 30, background: '#d01010' };
    const framed = await (await photo({ widthPx: 900, heightPx: 900 }))
      .extend(frame)
      .png()
      .toBuffer();
    const other = await (await photo({ widthPx: 900, heightPx: 900, seed: 4 }))
      .extend(frame)
      .png()
      .toBuffer();
    const urls = [
      server.serve('/small.jpg', await sharp(framed).resize(640).jpeg().toBuffer()),
      server.serve('/large.png', framed),
      server.serve('/other.png', other),
    ];
    const outcomes = await preparerWith().prepare(
      urls.map((url) => ({ url, role: 'product' as const })),
    );
    const codes = outcomes.map((outcome) =>
      outcome.kind === 'prepared'
        ? outcome.warnings.map(({ reason }) => reason.code)
        : outcome.kind,
    );
    expect(codes).toEqual(['duplicate', ['PICTURE_BORDERED'], []]);
  });
});

describe('what an earlier run has made', () => {
  test('is taken as it is when the same bytes come again, and made anew when its file is gone', async () => {
    const database = await openDatabase(':memory:', systemClock);
    const conversions = createSqliteConversionLog(database, systemClock);
    // A run that converted anything would refuse the picture.
    const refusing = { conversions, convertLimits: { maxPixels: 1 } };
    const url = server.serve(
      '/kept.jpg',
      await photoJpeg({ widthPx: 900, heightPx: 800, seed: 4 }),
    );
    const planned = [{ url, role: 'product' as const }];

    const first = await preparerWith({}, { conversions }).prepare(planned);
    expect(await preparerWith({}, refusing).prepare(planned)).toEqual(first);

    // Another target is another picture.
    const [other] = await preparerWith({ maxEdgePx: 500 }, refusing).prepare(planned);
    expect(codeOf(other)).toBe('PICTURE_TOO_MANY_PIXELS');

    await rm(onlyFile(first[0]).path);
    const [gone] = await preparerWith({}, refusing).prepare(planned);
    expect(codeOf(gone)).toBe('PICTURE_TOO_MANY_PIXELS');
    expect(await preparerWith({}, { conversions }).prepare(planned)).toEqual(first);
    database.close();
  });
});
