import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Clock } from '../platform/clock';
import type { Randomness } from '../platform/randomness';
import { mapSqliteFault } from '../storage/sqlite-fault';
import { createPictureFiles, isAbsent } from './picture-files';
import { createSharedWork } from './shared-work';
import { createSlots } from './slots';

/** Widths a page may ask for; any other is refused, so that nobody fills the disk with sizes. */
export const THUMBNAIL_WIDTHS_PX = [96, 240, 480] as const;

/** Kept pictures and smaller versions of them, for a host route or a custom protocol. */
export interface ThumbnailSource {
  /**
   * The file of a prepared picture, whole or at `widthPx`; made on first request and kept. Null for
   * anything but the 64 hex digits of a kept picture and a listed width.
   */
  find(
    sha256: string,
    widthPx?: number,
  ): Promise<{ readonly path: string; readonly contentType: string } | null>;
}

const SHA256 = /^[0-9a-f]{64}$/;
const CONTENT_TYPE = 'image/jpeg';
const JPEG_QUALITY = 78;
const PARALLEL = 1;

/** One smaller version is made at a time; a request for the same one joins it. */
export function createThumbnailSource(ports: {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
}): ThumbnailSource {
  const pictures = createPictureFiles(ports);
  const folder = join(ports.dataFolder, 'pictures', 'thumbnails');
  const turns = createSlots(PARALLEL);
  const making = createSharedWork<boolean>({
    nowMs: () => ports.clock.monotonicMs(),
    keepMs: () => 0,
    capacity: 64,
  });

  const make = async (sha256: string, widthPx: number, path: string): Promise<boolean> => {
    const source = await bytesOf(pictures.pathOf(sha256));
    if (source === null) return false;
    const bytes = await sharp(source)
      .resize({ width: widthPx, withoutEnlargement: true })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer();
    const unfinished = `${path}.${ports.randomness.hex(6)}`;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(unfinished, bytes);
      await rename(unfinished, path);
    } catch (fault) {
      await rm(unfinished, { force: true });
      throw mapSqliteFault(fault, path);
    }
    return true;
  };

  return {
    find: async (sha256, widthPx) => {
      // Nothing but digits of a hash ever becomes part of a path.
      if (!SHA256.test(sha256)) return null;
      if (widthPx === undefined) {
        const path = pictures.pathOf(sha256);
        return (await isFile(path)) ? { path, contentType: CONTENT_TYPE } : null;
      }
      if (!(THUMBNAIL_WIDTHS_PX as readonly number[]).includes(widthPx)) return null;
      const path = join(folder, `${sha256}-${widthPx}.jpg`);
      if (await isFile(path)) return { path, contentType: CONTENT_TYPE };
      const isMade = await making.get(path, (signal) =>
        turns.run(() => make(sha256, widthPx, path), signal),
      );
      return isMade ? { path, contentType: CONTENT_TYPE } : null;
    },
  };
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (fault) {
    if (isAbsent(fault)) return null;
    throw mapSqliteFault(fault, path);
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (fault) {
    if (isAbsent(fault)) return false;
    throw mapSqliteFault(fault, path);
  }
}
