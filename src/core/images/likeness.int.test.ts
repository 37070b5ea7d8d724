import { defaultSettings } from '@shared/domain/settings';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPictureConverter } from './convert';
import { groupDuplicates, isSamePicture, type PictureSignature } from './likeness';
import { pictureFormatOf } from './picture-format';
import { digitShapes, photo } from './testing/pictures';

const converter = createPictureConverter({ parallelism: 2 });
let original: Sharp;
let reference: PictureSignature;

async function signatureOf(bytes: Buffer): Promise<PictureSignature> {
  const outcome = await converter.convert({
    input: bytes,
    format: pictureFormatOf(bytes),
    role: 'product',
    isRepresentative: false,
    settings: defaultSettings().images,
  });
  if (outcome.kind !== 'converted' || outcome.signature === null) {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.signature;
}

/** A size in a chart, as descriptions have it. */
function chart(size: string): Buffer {
  return Buffer.from(
    `<svg width="1000" height="1000"><rect width="1000" height="1000" fill="white"/>` +
      `${digitShapes(size, 80, 300, 36)}</svg>`,
  );
}

beforeAll(async () => {
  original = await photo({ widthPx: 1500, heightPx: 1500, seed: 21 });
  reference = await signatureOf(await original.clone().jpeg({ quality: 92 }).toBuffer());
});

describe('copies of a picture are recognised', () => {
  test.each([
    ['at a quality of 40', () => original.clone().jpeg({ quality: 40 }).toBuffer()],
    ['as PNG', () => original.clone().png().toBuffer()],
    ['as WebP', () => original.clone().webp({ quality: 70 }).toBuffer()],
    ['at a third of the size', () => original.clone().resize(501).jpeg().toBuffer()],
    ['enlarged', () => original.clone().resize(1900).jpeg().toBuffer()],
  ])('%s', async (_name, encode) => {
    expect(isSamePicture(reference, await signatureOf(await encode()))).toBe(true);
  });
});

describe('other pictures are not taken for copies', () => {
  test.each([
    ['in another colour', () => original.clone().modulate({ hue: 40 })],
    ['mirrored', () => original.clone().flop()],
    [
      'cut closer',
      () => original.clone().extract({ left: 60, top: 60, width: 1380, height: 1380 }),
    ],
    ['brighter by a tenth', () => original.clone().modulate({ brightness: 1.1 })],
    [
      'with a small badge',
      () =>
        original.clone().composite([
          {
            input: { create: { width: 120, height: 120, channels: 3, background: '#fff' } },
            left: 100,
            top: 100,
          },
        ]),
    ],
  ])('%s', async (_name, change) => {
    const bytes = await (change() as Sharp).jpeg({ quality: 92 }).toBuffer();
    expect(isSamePicture(reference, await signatureOf(bytes))).toBe(false);
  });

  test('a chart with another number', async () => {
    const [one, other] = await Promise.all(
      ['95', '96'].map(async (size) => signatureOf(await sharp(chart(size)).png().toBuffer())),
    );
    if (one === undefined || other === undefined) throw new Error('no signature');
    expect(isSamePicture(one, other)).toBe(false);
    expect(isSamePicture(one, one)).toBe(true);
  });
});

describe('the copy that stays', () => {
  const copy = (sourceSha256: string, widthPx: number, sizeBytes: number) => ({
    sourceSha256,
    signature: { cells: reference.cells, widthPx, heightPx: widthPx },
    sizeBytes,
  });

  test('has the most pixels, then the most bytes, then came first', () => {
    expect(groupDuplicates([copy('a', 500, 9), copy('b', 900, 1), copy('c', 900, 2)])).toEqual([
      2, 2, 2,
    ]);
    expect(groupDuplicates([copy('a', 500, 1), copy('b', 500, 1)])).toEqual([0, 0]);
  });

  test('is the preferred one whatever the others are', () => {
    const square = { ...copy('a', 500, 1), isPreferred: true };
    expect(groupDuplicates([square, copy('b', 900, 2)])).toEqual([0, 0]);
  });

  test('is found by equal bytes where there is no signature', () => {
    const tall = (sourceSha256: string) => ({ sourceSha256, signature: null, sizeBytes: 1 });
    expect(groupDuplicates([tall('a'), tall('b'), tall('a')])).toEqual([0, 1, 0]);
  });
});
