import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkQuality, QUALITY_EDGE } from './quality-checks';
import { digitShapes, photo } from './testing/pictures';

async function warningsOf(picture: Sharp, widthPx = 1000, heightPx = 1000) {
  // Compositing comes last in a pipeline, so the picture is finished before it is made small.
  const bytes = await picture.png().toBuffer();
  const rgb = await sharp(bytes)
    .resize(QUALITY_EDGE, QUALITY_EDGE, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer();
  return checkQuality({ rgb, widthPx, heightPx }).map(({ reason }) => reason.code);
}

function plain(background: string): Sharp {
  return sharp({ create: { width: 1000, height: 1000, channels: 3, background } });
}

function drawn(shapes: string, background = 'white'): Sharp {
  return sharp(
    Buffer.from(
      `<svg width="1000" height="1000"><rect width="1000" height="1000" fill="${background}"/>${shapes}</svg>`,
    ),
  );
}

function lines(count: number): string {
  return Array.from({ length: count }, (_unused, line) =>
    digitShapes('5823904716582390471', 30, 30 + line * 60, 44),
  ).join('');
}

describe('pictures that need no warning', () => {
  test('a photograph', async () => {
    expect(await warningsOf(await photo({ widthPx: 1000, heightPx: 1000 }))).toEqual([]);
  });

  test('a product on a white ground', async () => {
    const product = drawn(
      '<ellipse cx="500" cy="520" rx="300" ry="360" fill="#705040"/>' +
        '<rect x="420" y="300" width="160" height="300" fill="#d0b090"/>',
    );
    expect(await warningsOf(product)).toEqual([]);
  });

  test('a product on a coloured ground without a frame', async () => {
    const product = drawn('<circle cx="500" cy="500" r="260" fill="#f0e0c0"/>', '#304050');
    expect(await warningsOf(product)).toEqual([]);
  });

  test('one line of text on a photograph', async () => {
    const text = Buffer.from(
      `<svg width="1000" height="1000">${digitShapes('20260901', 40, 930, 44)}</svg>`,
    );
    const picture = (await photo({ widthPx: 1000, heightPx: 1000 })).composite([{ input: text }]);
    expect(await warningsOf(picture)).toEqual([]);
  });
});

describe('pictures a seller should look at', () => {
  test('a poster full of text', async () => {
    expect(await warningsOf(drawn(lines(15)))).toEqual(['PICTURE_TEXT_HEAVY']);
  });

  test.each(['#d01010', '#000000', '#3060c0'])('a frame in %s', async (colour) => {
    const framed = (await photo({ widthPx: 1000, heightPx: 1000 }))
      .resize(940, 940)
      .extend({ top: 30, bottom: 30, left: 30, right: 30, background: colour });
    expect(await warningsOf(framed)).toContain('PICTURE_BORDERED');
  });

  test.each(['#ffffff', '#808080', '#000000'])('a blank one in %s', async (colour) => {
    expect(await warningsOf(plain(colour))).toEqual(['PICTURE_NEARLY_BLANK']);
  });

  test('one whose shorter side is under 600 pixels', async () => {
    const picture = await photo({ widthPx: 1000, heightPx: 1000 });
    expect(await warningsOf(picture, 1200, 599)).toEqual(['PICTURE_LOW_RESOLUTION']);
  });
});
