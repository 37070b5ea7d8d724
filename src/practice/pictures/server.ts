import type { CatalogueItem } from '../catalogue/model';
import type { PracticeAnswer } from '../gateway/http';
import { CONTENT_TYPES, renderPicture } from './draw';
import { detailPictures, heroSpec, type PictureSpec, sharedSpec, specHash } from './plan';

const MAX_CACHED_BYTES = 48_000_000;
const THUMBNAIL = /^\/img\/item\/(\d+)_(img|stt)_(150|330|760)(\.png)?$/;
const DETAIL = /^\/img\/detail\/((\d+)_\d+\.\w+)$/;
const SHARED = /^\/img\/shared\/(\w+)\.jpg$/;

/** The suppliers' pictures, drawn and not stored. */
export interface PictureShelf {
  /** The picture at `path`, drawn when first asked for; null when there is none. */
  find(path: string): Promise<PracticeAnswer | null>;
}

/** Draws lazily and keeps the newest ones in memory, up to about 48 MB. */
export function createPictureShelf(
  findItem: (itemNo: number) => CatalogueItem | null,
): PictureShelf {
  const cached = new Map<string, Promise<Buffer>>();
  const sizes = new Map<string, number>();
  let totalBytes = 0;

  const specAt = (path: string): PictureSpec | null => {
    const thumbnail = THUMBNAIL.exec(path);
    if (thumbnail !== null) {
      const item = findItem(Number(thumbnail[1]));
      if (item === null) return null;
      const hero = heroSpec(item);
      if (thumbnail[3] === '760') return hero;
      const edge = Number(thumbnail[3]);
      const format = thumbnail[4] === '.png' ? 'png' : 'jpeg';
      return { ...hero, format, widthPx: edge, heightPx: edge };
    }
    const detail = DETAIL.exec(path);
    if (detail !== null) {
      const item = findItem(Number(detail[2]));
      const picture =
        item === null ? undefined : detailPictures(item).find((one) => one.name === detail[1]);
      return picture?.spec ?? null;
    }
    const shared = SHARED.exec(path);
    return shared?.[1] === undefined ? null : sharedSpec(shared[1]);
  };

  const drawn = (spec: PictureSpec): Promise<Buffer> => {
    const key = specHash(spec);
    const known = cached.get(key);
    if (known !== undefined) return known;
    const rendering = renderPicture(spec).then((bytes) => {
      sizes.set(key, bytes.length);
      totalBytes += bytes.length;
      for (const oldest of cached.keys()) {
        if (totalBytes <= MAX_CACHED_BYTES || oldest === key) break;
        totalBytes -= sizes.get(oldest) ?? 0;
        sizes.delete(oldest);
        cached.delete(oldest);
      }
      return bytes;
    });
    cached.set(key, rendering);
    return rendering;
  };

  return {
    async find(path) {
      const spec = specAt(path);
      if (spec === null) return null;
      return {
        status: 200,
        headers: {
          'content-type': CONTENT_TYPES[spec.format],
          'cache-control': 'public, max-age=86400',
          etag: `"${specHash(spec)}"`,
        },
        body: await drawn(spec),
      };
    },
  };
}
