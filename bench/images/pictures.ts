import sharp from 'sharp';

/** Pictures with the weight of photographs: soft shapes in several sizes under fine grain. */
export interface PhotoMaker {
  /** About 3 MB of JPEG with 3000 x 3000 pixels; another number is another picture. */
  largePhoto(number: number): Promise<Buffer>;
  /** 1000 x 1000. */
  smallPhoto(number: number): Promise<Buffer>;
}

const BASE_EDGE = 3000;
const SMALL_EDGE = 1000;
const LARGE_BYTES = 3_000_000;

interface Octave {
  readonly edge: number;
  readonly amplitude: number;
}

const OCTAVES: readonly Octave[] = [
  { edge: 6, amplitude: 0.9 },
  { edge: 60, amplitude: 0.45 },
  { edge: 600, amplitude: 0.25 },
  { edge: 1500, amplitude: 0.16 },
];

export async function createPhotoMaker(): Promise<PhotoMaker> {
  const base = await basePixels();
  const raw = { width: BASE_EDGE, height: BASE_EDGE, channels: 3 as const };
  const quality = await qualityFor(base);
  return {
    // Mirrored, turned and tinted copies of one base: made quickly, and far from each other.
    largePhoto: async (number) => {
      const turned = sharp(base, { raw })
        .rotate((number % 4) * 90)
        .flop(number % 8 >= 4);
      return turned
        .modulate({ hue: (number * 67) % 360, brightness: 0.8 + (number % 5) * 0.08 })
        .jpeg({ quality })
        .toBuffer();
    },
    smallPhoto: async (number) => {
      const room = BASE_EDGE - SMALL_EDGE;
      return sharp(base, { raw })
        .extract({
          left: (number * 379) % room,
          top: (number * 911) % room,
          width: SMALL_EDGE,
          height: SMALL_EDGE,
        })
        .modulate({ hue: (number * 67) % 360 })
        .jpeg({ quality: 88 })
        .toBuffer();
    },
  };
}

async function basePixels(): Promise<Buffer> {
  const layers = await Promise.all(
    OCTAVES.map(async ({ edge, amplitude }) => {
      const noise = Buffer.alloc(edge * edge * 3);
      let state = edge;
      for (let index = 0; index < noise.length; index += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        noise[index] = 128 + ((state >>> 24) - 128) * amplitude;
      }
      return sharp(noise, { raw: { width: edge, height: edge, channels: 3 } })
        .resize(BASE_EDGE, BASE_EDGE, { fit: 'fill', kernel: 'cubic' })
        .raw()
        .toBuffer();
    }),
  );
  const pixels = Buffer.alloc(BASE_EDGE * BASE_EDGE * 3);
  for (let index = 0; index < pixels.length; index += 1) {
    let level = 128;
    for (const layer of layers) level += (layer[index] ?? 128) - 128;
    pixels[index] = Math.max(0, Math.min(255, level));
  }
  return pixels;
}

/** The quality at which the base comes closest to LARGE_BYTES. */
async function qualityFor(base: Buffer): Promise<number> {
  const raw = { width: BASE_EDGE, height: BASE_EDGE, channels: 3 as const };
  for (let quality = 80; quality < 98; quality += 2) {
    const { byteLength } = await sharp(base, { raw }).jpeg({ quality }).toBuffer();
    if (byteLength >= LARGE_BYTES) return quality;
  }
  return 98;
}
