import type { DraftImages } from './draft';

/** Where a picture is shown: at the top of the product page, or in the description. */
export type PicturePlace = 'product' | 'detail';

/** A picture that the plan or the seller left out, with the reason. */
export type LeftOutPicture = DraftImages['excluded'][number];

/** One representative picture and nine more (naver-commerce-api.md section 4, read 2026-09). */
export const MAX_PRODUCT_PICTURES = 10;

/** The gallery in the order of `urls`, which are the same pictures; the first is the representative. */
export function reordered(images: DraftImages, urls: readonly string[]): DraftImages {
  return { ...images, product: [...urls] };
}

/** The gallery with `url` at `index`; the others keep their order. */
export function movedTo(images: DraftImages, url: string, index: number): DraftImages {
  const others = images.product.filter((each) => each !== url);
  if (others.length === images.product.length) return images;
  return reordered(images, [...others.slice(0, index), url, ...others.slice(index)]);
}

/** A description picture in the gallery too, as its last; unchanged when there is no room or it is there. */
export function addedToGallery(images: DraftImages, url: string): DraftImages {
  if (!hasGalleryRoom(images) || images.product.includes(url)) return images;
  return { ...images, product: [...images.product, url] };
}

/** False once the representative and nine further pictures are chosen. */
export function hasGalleryRoom(images: DraftImages): boolean {
  return images.product.length < MAX_PRODUCT_PICTURES;
}

/**
 * Without the picture in `place`. It is listed among those left out, with the place it comes back to;
 * a gallery picture that the description still shows is not, because it is still used.
 */
export function leftOut(images: DraftImages, place: PicturePlace, url: string): DraftImages {
  const kept = { ...images, [place]: images[place].filter((each) => each !== url) };
  if (place === 'product' && images.detail.includes(url)) return kept;
  const entry: LeftOutPicture = {
    url,
    reason: { code: 'PICTURE_LEFT_OUT', severity: 'warn', field: 'images', params: { place } },
  };
  return { ...kept, excluded: [...images.excluded, entry] };
}

/**
 * Whether a picture that is left out may be used after all: `free`, `confirm` when the seller has to
 * have asked the supplier, `full` when there is no room, `never` when its reason cannot be decided away.
 */
export type ReturnRule = 'free' | 'confirm' | 'full' | 'never';

/** `detailOrder` are the pictures that the description's text holds, in its order. */
export function returnRuleOf(
  images: DraftImages,
  entry: LeftOutPicture,
  detailOrder: readonly string[],
): ReturnRule {
  const { code, params } = entry.reason;
  const isRefusable = code === 'PICTURE_LEFT_OUT' || code === 'PICTURE_OVER_LIMIT';
  if (!isRefusable && code !== 'PICTURE_LICENCE_LIMITED') return 'never';
  const place = placeOf(entry, detailOrder);
  const maxCount = typeof params?.maxCount === 'number' ? params.maxCount : Infinity;
  const hasRoom = place === 'product' ? hasGalleryRoom(images) : images.detail.length < maxCount;
  if (!hasRoom) return 'full';
  return isRefusable ? 'free' : 'confirm';
}

/** With the picture used again: where it was, or where the description's text still holds it. */
export function broughtBack(
  images: DraftImages,
  entry: LeftOutPicture,
  detailOrder: readonly string[],
): DraftImages {
  const excluded = images.excluded.filter((each) => each !== entry);
  const place = placeOf(entry, detailOrder);
  if (images[place].includes(entry.url)) return { ...images, excluded };
  if (place === 'product') {
    return hasGalleryRoom(images) ? addedToGallery({ ...images, excluded }, entry.url) : images;
  }
  const positionOf = (url: string): number => {
    const position = detailOrder.indexOf(url);
    return position < 0 ? detailOrder.length : position;
  };
  const detail = [...images.detail, entry.url].sort(
    (one, other) => positionOf(one) - positionOf(other),
  );
  return { ...images, excluded, detail };
}

/** Where the picture was, or belongs. */
export function placeOf(entry: LeftOutPicture, detailOrder: readonly string[]): PicturePlace {
  const place = entry.reason.params?.place;
  if (place === 'product' || place === 'detail') return place;
  return detailOrder.includes(entry.url) ? 'detail' : 'product';
}
