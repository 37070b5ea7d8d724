import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, type ImageSettings } from '@shared/domain/settings';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type ConvertOutcome, createPictureConverter } from './convert';
import type { ConvertLimits } from './convert-limits';
import { pictureFormatOf } from './picture-format';
import type { PictureRole } from './port';
import { photo, photoJpeg } from './testing/pictures';

interface Wish {
  readonly role?: PictureRole;
  readonly isRepresentative?: boolean;
  readonly settings?: Partial<ImageSettings>;
  readonly limits?: Partial<ConvertLimits>;
  readonly asFile?: () => Promise<string>;
}

function convert(input: Buffer, wish: Wish = {}): Promise<ConvertOutcome> {
  const { role = 'product', isRepresentative = false, limits = {} } = wish;
  return createPictureConverter({ parallelism: 2, limits }).convert({
    input,
    ...(wish.asFile && { asFile: wish.asFile }),
    format: pictureFormatOf(input),
    role,
    isRepresentative,
    settings: { ...defaultSettings().images, ...wish.settings },
  });
}

async function filesOf(input: Buffer, wish: Wish = {}) {
  const outcome = await convert(input, wish);
  if (outcome.kind !== 'converted') throw new Error(outcome.reason.code);
  return outcome.files;
}

async function made(input: Buffer, wish: Wish = {}) {
  const [file] = await filesOf(input, wish);
  if (file === undefined) throw new Error('no file');
  const { data, info } = await sharp(file.bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): readonly number[] => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
  return { file, at, info, pixels: data };
}

async function reasonOf(input: Buffer, wish: Wish = {}): Promise<string> {
  const outcome = await convert(input, wish);
  return outcome.kind === 'refused' ? outcome.reason.code : 'converted';
}

const RED = '#d02020';

function halves(widthPx: number, heightPx: number) {
  // Left half red, right half blue.
  return sharp({
    create: { width: widthPx, height: heightPx, channels: 3, background: RED },
  }).composite([
    {
      input: {
        create: { width: widthPx / 2, height: heightPx, channels: 3, background: '#2020d0' },
      },
      left: widthPx / 2,
      top: 0,
    },
  ]);
}

describe('what comes out', () => {
  test('a picture with a turned EXIF orientation stands upright and carries no metadata', async () => {
    const turned = await halves(800, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { file, at } = await made(turned);
    expect([file.widthPx, file.heightPx]).toEqual([600, 800]);
    // Turned by 90 degrees clockwise, the left half is on top.
    expect(at(300, 100)[0]).toBeGreaterThan(150);
    expect(at(300, 700)[2]).toBeGreaterThan(150);
    const metadata = await sharp(file.bytes).metadata();
    expect([metadata.orientation, metadata.exif, metadata.icc]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a CMYK picture keeps its colours in sRGB', async () => {
    const cmyk = await halves(800, 800).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const { at, info } = await made(cmyk);
    expect(info.channels).toBe(3);
    const [red = 0, green = 0, blue = 0] = at(100, 400);
    expect(red).toBeGreaterThan(150);
    expect(green).toBeLessThan(110);
    expect(blue).toBeLessThan(110);
  });

  test('a picture in a wide colour space is brought to sRGB', async () => {
    const wide = await halves(800, 800).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
    const [red = 0, , blue = 0] = (await made(wide)).at(100, 400);
    expect(Math.abs(red - 0xd0)).toBeLessThan(14);
    expect(blue).toBeLessThan(70);
  });

  test('a grey picture comes out with three channels', async () => {
    const grey = await (await photo({ widthPx: 700, heightPx: 700 })).greyscale().png().toBuffer();
    const { info } = await made(grey);
    expect([info.width, info.channels]).toEqual([700, 3]);
  });

  test('of an animated GIF the first frame is used', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 600, height: 600, channels: 3, background } })
        .png()
        .toBuffer();
    const animated = await sharp(await Promise.all([frame(RED), frame('#20d020')]), {
      join: { animated: true },
    })
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    const { at, info } = await made(animated);
    expect([info.width, info.height]).toEqual([600, 600]);
    expect(at(300, 300)[0]).toBeGreaterThan(150);
  });

  test('the representative picture is padded to a white square when the seller wants that', async () => {
    const wide = await halves(1400, 700).jpeg().toBuffer();
    const { at, info } = await made(wide, {
      isRepresentative: true,
      settings: { isRepresentativeSquare: true },
    });
    expect([info.width, info.height]).toEqual([1000, 1000]);
    for (const level of at(500, 20)) expect(level).toBeGreaterThan(250);
    expect(at(250, 500)[0]).toBeGreaterThan(150);
    const other = await made(wide, { settings: { isRepresentativeSquare: true } });
    expect([other.info.width, other.info.height]).toEqual([1200, 600]);
  });

  test('the same picture gives the same bytes every time', async () => {
    const input = await photoJpeg({ widthPx: 1300, heightPx: 900 });
    const [[one], [other]] = await Promise.all([filesOf(input), filesOf(input)]);
    expect(one?.sha256).toBe(other?.sha256);
  });

  test('a file above the limit is encoded again with less quality', async () => {
    const input = await photoJpeg({ widthPx: 1200, heightPx: 1200 }, 95);
    const [plain] = await filesOf(input);
    const maxFileBytes = (plain?.bytes.byteLength ?? 0) - 1;
    const [smaller] = await filesOf(input, { limits: { maxFileBytes } });
    expect(smaller?.bytes.byteLength).toBeLessThanOrEqual(maxFileBytes);
  });
});

describe('description pictures', () => {
  test('narrow parts of a description are kept as they are', async () => {
    const banner = await photoJpeg({ widthPx: 860, heightPx: 180 });
    expect(await filesOf(banner, { role: 'detail' })).toMatchObject([
      { widthPx: 860, heightPx: 180 },
    ]);
  });

  test('spacers and counters are dropped', async () => {
    const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: RED } })
      .gif()
      .toBuffer();
    expect(await reasonOf(pixel, { role: 'detail' })).toBe('PICTURE_TOO_SMALL');
  });

  test('slices of a tall picture show it from top to bottom without a gap', async () => {
    const bands = ['#c00000', '#00c000', '#0000c0', '#c0c000'];
    const tall = await sharp({
      create: { width: 800, height: 8000, channels: 3, background: '#ffffff' },
    })
      .composite(
        bands.map((background, index) => ({
          input: { create: { width: 800, height: 2000, channels: 3 as const, background } },
          left: 0,
          top: index * 2000,
        })),
      )
      .jpeg({ quality: 90 })
      .toBuffer();
    // A band of memory smaller than a slice: every slice is decoded by itself.
    const files = await filesOf(tall, {
      role: 'detail',
      limits: { sliceHeightPx: 2000, bandBytes: 1_000_000 },
    });
    expect(files.map((file) => file.heightPx)).toEqual([2000, 2000, 2000, 2000]);
    const means = await Promise.all(
      files.map(async (file) => (await sharp(file.bytes).stats()).channels.map((c) => c.mean)),
    );
    const strongest = means.map(([red = 0, green = 0, blue = 0]) =>
      [red > 150 ? 'r' : '', green > 150 ? 'g' : '', blue > 150 ? 'b' : ''].join(''),
    );
    expect(strongest).toEqual(['r', 'g', 'b', 'rg']);
  });

  test('slices do not depend on how much memory a band may take', async () => {
    const tall = await photoJpeg({ widthPx: 600, heightPx: 7000 });
    const heights = async (bandBytes: number) =>
      (await filesOf(tall, { role: 'detail', limits: { bandBytes } })).map((f) => f.heightPx);
    expect(await heights(100_000_000)).toEqual(await heights(1));
  });
});

describe('large JPEGs', () => {
  test('are decoded at half their size from a file, and look as if decoded whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), "a seller's [2] pictures "));
    try {
      // Sides that do not divide by two, turned by the camera.
      const upright = await photo({ widthPx: 2701, heightPx: 1803 });
      const input = await upright.withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
      const path = join(folder, 'large.part');
      await writeFile(path, input);
      let asked = 0;
      const asFile = async (): Promise<string> => {
        asked += 1;
        return path;
      };
      const whole = await made(input);
      const halved = await made(input, { asFile });
      expect(asked).toBe(1);
      expect([halved.info.width, halved.info.height]).toEqual([801, 1200]);
      expect([whole.info.width, whole.info.height]).toEqual([801, 1200]);
      expect(halved.file.sha256).not.toBe(whole.file.sha256);
      let total = 0;
      for (const [index, level] of whole.pixels.entries()) {
        total += Math.abs(level - (halved.pixels[index] ?? 0));
      }
      expect(total / whole.pixels.byteLength).toBeLessThan(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('of another size or format are decoded as they are', async () => {
    const never = (): Promise<string> => Promise.reject(new Error('asked for a file'));
    const small = await photoJpeg({ widthPx: 1500, heightPx: 1200 });
    const png = await (await photo({ widthPx: 2500, heightPx: 2500 })).png().toBuffer();
    for (const input of [small, png]) {
      expect(await filesOf(input, { asFile: never })).toHaveLength(1);
    }
  });
});

describe('what is refused before it is decoded', () => {
  test('more pixels, frames or memory than allowed', async () => {
    const input = await photoJpeg({ widthPx: 1000, heightPx: 1000 });
    expect(await reasonOf(input, { limits: { maxPixels: 999_999 } })).toBe(
      'PICTURE_TOO_MANY_PIXELS',
    );
    const webp = await (await photo({ widthPx: 1000, heightPx: 1000 })).webp().toBuffer();
    expect(await reasonOf(webp, { limits: { memoryBytes: 4_000_000 } })).toBe(
      'PICTURE_TOO_MANY_PIXELS',
    );
  });

  test('a picture that needs more memory than is free waits for its turn', async () => {
    const input = await photoJpeg({ widthPx: 1000, heightPx: 1000 });
    const converter = createPictureConverter({
      parallelism: 4,
      limits: { memoryBytes: 20_000_000 },
    });
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        converter.convert({
          input,
          format: 'jpeg',
          role: 'product',
          isRepresentative: false,
          settings: defaultSettings().images,
        }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(new Array(6).fill('converted'));
  });

  test('a format that is announced but not what the decoder finds', async () => {
    const png = await (await photo({ widthPx: 600, heightPx: 600 })).png().toBuffer();
    const outcome = await createPictureConverter({ parallelism: 1 }).convert({
      input: png,
      format: 'jpeg',
      role: 'product',
      isRepresentative: false,
      settings: defaultSettings().images,
    });
    expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'PICTURE_DAMAGED' } });
  });
});
