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
export async function photoPixels({ widthPx, heightPx, seed = 1 }: PhotoSpec): Promise<Buffer> {
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
