import type { CatalogueItem } from '../catalogue/model';
import { drawFor, md5Hex } from '../seeded';

/** A format that suppliers' pictures come in. */
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp';

/** What a picture shows: enough to draw it, the same every time. */
export interface PictureSpec {
  readonly format: PictureFormat;
  readonly widthPx: number;
  readonly heightPx: number;
  /** `hero` the product alone; `view` with a second angle; `long` a tall page; `banner` a notice. */
  readonly motif: 'hero' | 'view' | 'long' | 'banner';
  readonly shape: CatalogueItem['shape'];
  readonly title: string;
  /** 0 to 359; the product's own colour. */
  readonly hue: number;
  /** Varies the angle and the caption. */
  readonly variant: number;
}

/** One picture of a description. */
export interface DetailPicture {
  /** File name below `/img/detail/`. */
  readonly name: string;
  readonly spec: PictureSpec;
}

const EXTENSIONS: Readonly<Record<PictureFormat, string>> = {
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
};

function hueOf(item: CatalogueItem): number {
  return (item.index * 47) % 360;
}

function base(item: CatalogueItem): Pick<PictureSpec, 'shape' | 'title' | 'hue'> {
  return { shape: item.shape, title: item.title, hue: hueOf(item) };
}

/** The representative picture; under 500 px on some items, wider than high on others. */
export function heroSpec(item: CatalogueItem): PictureSpec {
  const draw = drawFor(`hero/${item.itemNo}`);
  const edge = item.index >= 24 && item.index % 17 === 6 ? 420 : draw.pick([760, 800, 1000, 1200]);
  const isWide = item.index >= 24 && item.index % 19 === 3;
  return {
    ...base(item),
    format: 'jpeg',
    widthPx: edge,
    heightPx: isWide ? Math.round(edge * 0.7) : edge,
    motif: 'hero',
    variant: 0,
  };
}

/** The pictures of the description, in order: sizes and formats as suppliers really mix them. */
export function detailPictures(item: CatalogueItem): readonly DetailPicture[] {
  const draw = drawFor(`detail/${item.itemNo}`);
  const pictures: DetailPicture[] = [];
  const add = (spec: Omit<PictureSpec, 'shape' | 'title' | 'hue'>): void => {
    const name = `${item.itemNo}_${String(pictures.length + 1).padStart(2, '0')}.${EXTENSIONS[spec.format]}`;
    pictures.push({ name, spec: { ...base(item), ...spec } });
  };
  add({ format: 'jpeg', widthPx: 860, heightPx: 1100, motif: 'view', variant: 1 });
  const isMany = item.index >= 24 && item.index % 23 === 4;
  const count = isMany ? 16 : draw.int(1, 3);
  for (let variant = 2; variant < 2 + count; variant += 1) {
    const format = draw.pick(['jpeg', 'jpeg', 'jpeg', 'png', 'webp'] as const);
    const heightPx = draw.pick([700, 860, 1200]);
    add({ format, widthPx: 860, heightPx, motif: 'view', variant });
  }
  if (item.index % 5 === 1) {
    add({ format: 'jpeg', widthPx: 860, heightPx: 4000, motif: 'long', variant: 30 });
  }
  // The representative picture once more, in another size: a duplicate to the eye.
  if (item.index % 4 === 2) {
    add({ format: 'jpeg', widthPx: 700, heightPx: 700, motif: 'hero', variant: 0 });
  }
  if (item.index >= 24 && item.index % 7 === 5) {
    add({ format: 'gif', widthPx: 320, heightPx: 120, motif: 'banner', variant: 40 });
  }
  return pictures;
}

/** One advert shared by all items of a supplier. */
export function sharedSpec(supplierId: string): PictureSpec {
  return {
    format: 'jpeg',
    widthPx: 860,
    heightPx: 360,
    motif: 'banner',
    shape: 'box',
    title: `${supplierId} 안내`,
    hue: drawFor(`shared/${supplierId}`).int(0, 359),
    variant: 50,
  };
}

/** Changes with the picture's content only; equal for equal pictures. */
export function specHash(spec: PictureSpec): string {
  return md5Hex(JSON.stringify(spec));
}
