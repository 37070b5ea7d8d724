import { toAppError } from '@shared/errors/app-error';
import sharp from 'sharp';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { PictureRegion, PictureWarning, PreparedFile } from './port';
import { checkQuality, QUALITY_EDGE } from './quality-checks';
import { createSharedWork } from './shared-work';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Looks at a prepared picture as a seller would before making it the representative one. */
export interface PictureQuality {
  /**
   * What to look at in `file`, with regions in shares of the file. `source` is the picture's size as it
   * came. Looked at once per content. A file that cannot be read warns of nothing: what reads it next
   * says so.
   */
  inspect(file: PreparedFile, source: Size): Promise<readonly PictureWarning[]>;
}

const KEEP_MS = 30 * 60_000;
const MAX_KEPT = 2_000;

/** Remembers what it saw for half an hour, in memory. */
export function createPictureQuality(ports: {
  readonly clock: Clock;
  readonly logger: Logger;
}): PictureQuality {
  const looked = createSharedWork<readonly PictureWarning[]>({
    nowMs: () => ports.clock.monotonicMs(),
    keepMs: () => KEEP_MS,
    capacity: MAX_KEPT,
  });

  const look = async (file: PreparedFile, source: Size): Promise<readonly PictureWarning[]> => {
    const box = contentBoxOf(file, source);
    const rgb = await sharp(file.path)
      .extract(box)
      .resize({ width: QUALITY_EDGE, height: QUALITY_EDGE, fit: 'fill', kernel: 'linear' })
      .raw()
      .toBuffer();
    return checkQuality({ rgb, ...source }).map(({ reason, regions }) => ({
      reason,
      regions: regions.map((region) => regionOfFile(region, box, file)),
    }));
  };

  return {
    inspect: async (file, source) => {
      const key = `${file.sha256} ${source.widthPx} ${source.heightPx}`;
      try {
        return await looked.get(key, () => look(file, source));
      } catch (fault) {
        ports.logger.warn({ code: toAppError(fault).code }, 'a picture could not be looked at');
        return [];
      }
    },
  };
}

/** The picture without the white that made it square, in whole pixels of the file. */
function contentBoxOf(file: PreparedFile, source: Size) {
  const scale = Math.min(file.widthPx / source.widthPx, file.heightPx / source.heightPx);
  const width = Math.min(file.widthPx, Math.max(1, Math.round(source.widthPx * scale)));
  const height = Math.min(file.heightPx, Math.max(1, Math.round(source.heightPx * scale)));
  return {
    left: Math.floor((file.widthPx - width) / 2),
    top: Math.floor((file.heightPx - height) / 2),
    width,
    height,
  };
}

function regionOfFile(
  region: PictureRegion,
  box: ReturnType<typeof contentBoxOf>,
  file: PreparedFile,
): PictureRegion {
  return {
    left: (box.left + region.left * box.width) / file.widthPx,
    top: (box.top + region.top * box.height) / file.heightPx,
    width: (region.width * box.width) / file.widthPx,
    height: (region.height * box.height) / file.heightPx,
  };
}
