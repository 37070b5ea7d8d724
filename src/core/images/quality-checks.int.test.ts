import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkQuality, QUALITY_EDGE } from './quality-checks';
import { digitShapes, photo } from './testing/pictures';

async function lookedAt(picture: Sharp, widthPx = 1000, heightPx = 1000) {
  // Compositing comes last in a pipeline, so the picture is finished before it is made small.
  const bytes = await picture.png().toBuffer();
  const rgb = await sharp(bytes)
    .resize(QUALITY_EDGE, QUALITY_EDGE, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer();
  return checkQuality({ rgb, widthPx, heightPx });
}

async function warningsOf(picture: Sharp, widthPx = 1000, heightPx = 1000) {
  const warnings = await lookedAt(picture, widthPx, heightPx);
  return warnings.map(({ reason }) => reason.code);
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

describe('pictures that only look framed', () => {
  /** A ground that grows darker towards the edges, as a lens and a lamp make it. */
  const vignette =
    '<defs><radialGradient id="v"><stop offset="0.5" stop-color="#c8ccd0"/>' +
    '<stop offset="1" stop-color="#5a6068"/></radialGradient></defs>' +
    '<rect width="1000" height="1000" fill="url(#v)"/>';

  test.each([
    [
      'a product that nearly fills a dark ground',
      '<circle cx="500" cy="500" r="470" fill="#e8d8b0"/>',
      '#202428',
    ],
    [
      'a product that touches the edges',
      '<ellipse cx="500" cy="500" rx="500" ry="430" fill="#c04838"/>',
      '#d8d8d8',
    ],
    [
      'a bottle from top to bottom',
      '<rect x="330" y="0" width="340" height="1000" rx="60" fill="#2f6b4f"/>',
      '#e0dcd4',
    ],
    [
      'a vignette',
      `${vignette}<rect x="300" y="260" width="400" height="520" fill="#884422"/>`,
      '#5a6068',
    ],
    [
      'a dark scene with a lamp',
      '<circle cx="640" cy="300" r="160" fill="#fff2c0"/><rect x="100" y="700" width="620" height="220" fill="#6a4a30"/>',
      '#08090b',
    ],
    [
      'a wide white margin',
      '<rect x="60" y="60" width="880" height="880" fill="#4a6a8a"/><circle cx="500" cy="500" r="200" fill="#f0d020"/>',
      '#ffffff',
    ],
    [
      'bars above and below only',
      '<rect x="0" y="70" width="1000" height="860" fill="#d2b48c"/><circle cx="480" cy="520" r="260" fill="#40302a"/>',
      '#000000',
    ],
  ])('%s', async (_name, shapes, background) => {
    expect(await warningsOf(drawn(shapes, background))).not.toContain('PICTURE_BORDERED');
  });

  test('a photograph with dark corners', async () => {
    const corners = drawn(vignette).png();
    const picture = (await photo({ widthPx: 1000, heightPx: 1000, seed: 8 })).composite([
      { input: await corners.toBuffer(), blend: 'multiply' },
    ]);
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

  test('a thin line set in from the edge', async () => {
    const line = drawn(
      '<rect x="40" y="40" width="920" height="920" fill="none" stroke="#c02020" stroke-width="16"/>' +
        '<circle cx="500" cy="500" r="240" fill="#506070"/>',
    );
    expect(await warningsOf(line)).toEqual(['PICTURE_BORDERED']);
  });

  test('marks the frame along all four sides and the text where it stands', async () => {
    const framed = (await photo({ widthPx: 1000, heightPx: 1000 }))
      .resize(900, 900)
      .extend({ top: 50, bottom: 50, left: 50, right: 50, background: '#d01010' });
    const [frame] = await lookedAt(framed);
    expect(frame?.regions).toHaveLength(4);
    for (const { width, height } of frame?.regions ?? []) {
      expect(Math.min(width, height)).toBeCloseTo(0.05, 1);
    }

    const [text] = await lookedAt(drawn(lines(9)));
    expect(text?.reason.code).toBe('PICTURE_TEXT_HEAVY');
    for (const region of text?.regions ?? []) {
      expect(region.top + region.height).toBeLessThan(0.65);
    }
    expect(text?.regions.length).toBeGreaterThan(0);
  });

  test.each(['#ffffff', '#808080', '#000000'])('a blank one in %s', async (colour) => {
    expect(await warningsOf(plain(colour))).toEqual(['PICTURE_NEARLY_BLANK']);
  });

  test('one whose shorter side is under 600 pixels', async () => {
    const picture = await photo({ widthPx: 1000, heightPx: 1000 });
    expect(await warningsOf(picture, 1200, 599)).toEqual(['PICTURE_LOW_RESOLUTION']);
  });
});
