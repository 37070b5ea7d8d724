import sharp, { type Sharp } from 'sharp';
import { createFakeRandomness } from '../../testing/fake-randomness';

/** Pictures for tests, made by code: no file of anybody else's. */
export interface PhotoSpec {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Another seed is another picture. */
  readonly seed?: number;
}

/** Raw RGB pixels of something like a photograph: soft shapes in several sizes with fine grain. */
async function photoPixels({ widthPx, heightPx, seed = 1 }: PhotoSpec): Promise<Buffer> {
  const octaves = await Promise.all(
    [
      { edge: 4, amplitude: 110 },
      { edge: 24, amplitude: 60 },
      { edge: 160, amplitude: 24 },
    ].map(async ({ edge, amplitude }) => {
      const chance = createFakeRandomness(seed * 31 + edge);
      const noise = Buffer.from(
        Array.from({ length: edge * edge * 3 }, () =>
          Math.round(128 + (chance.fraction() * 2 - 1) * amplitude),
        ),
      );
      return sharp(noise, { raw: { width: edge, height: edge, channels: 3 } })
        .resize(widthPx, heightPx, { fit: 'fill', kernel: 'cubic' })
        .raw()
        .toBuffer();
    }),
  );
  const pixels = Buffer.alloc(widthPx * heightPx * 3);
  for (let index = 0; index < pixels.length; index += 1) {
    const total = octaves.reduce((sum, octave) => sum + (octave[index] ?? 128) - 128, 128);
    pixels[index] = Math.max(0, Math.min(255, total));
  }
  return pixels;
}

/** A photograph as a sharp picture, to be encoded in any format. */
export async function photo(spec: PhotoSpec): Promise<Sharp> {
  const raw = { width: spec.widthPx, height: spec.heightPx, channels: 3 as const };
  return sharp(await photoPixels(spec), { raw });
}

export async function photoJpeg(spec: PhotoSpec, quality = 85): Promise<Buffer> {
  return (await photo(spec)).jpeg({ quality }).toBuffer();
}

/** Strokes of the seven segments of a digital display; fonts differ between machines, these do not. */
const SEGMENTS = [
  [0, 0, 3, 1],
  [0, 0, 1, 3],
  [2, 0, 1, 3],
  [0, 2, 3, 1],
  [0, 2, 1, 3],
  [2, 2, 1, 3],
  [0, 4, 3, 1],
] as const;
/** Which segments each digit lights, as bits in the order above. */
const DIGITS = [0x77, 0x24, 0x5d, 0x6d, 0x2e, 0x6b, 0x7b, 0x25, 0x7f, 0x6f] as const;

/** SVG shapes that draw `digits` like text, `heightPx` tall, from `left`, `top`. */
export function digitShapes(digits: string, left: number, top: number, heightPx: number): string {
  const unit = heightPx / 5;
  return [...digits]
    .flatMap((digit, place) =>
      SEGMENTS.filter((_segment, bit) => ((DIGITS[Number(digit)] ?? 0) >> bit) & 1).map(
        ([x, y, width, height]) =>
          `<rect x="${left + (place * 4.5 + x) * unit}" y="${top + y * unit}"` +
          ` width="${width * unit}" height="${height * unit}"/>`,
      ),
    )
    .join('');
}
