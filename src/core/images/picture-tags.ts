import { Parser } from 'htmlparser2';

/** Attributes that shop scripts fill `src` from; without their scripts the picture would stay away. */
const LAZY_SOURCES = ['ec-data-src', 'data-src', 'data-original', 'data-lazy-src'] as const;

/** One `<img>` of an HTML text. */
export interface PictureTag {
  /** As written, entities decoded. */
  readonly src: string;
}

/** The `<img>` tags of `html` in order, read as a browser does; those inside comments are not tags. */
export function pictureTagsOf(html: string): readonly PictureTag[] {
  const tags: PictureTag[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name !== 'img' && name !== 'image') return;
        const src = sourceOf(attributes);
        if (src === null) return;
        tags.push({ src });
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return tags;
}

function sourceOf(attributes: Readonly<Record<string, string>>): string | null {
  const src = attributes.src?.trim();
  const isPlaceholder = src === undefined || src === '' || /^(data:|about:)/i.test(src);
  if (isPlaceholder) {
    for (const name of LAZY_SOURCES) {
      const lazy = attributes[name]?.trim();
      if (lazy) return lazy;
    }
  }
  return src === undefined || src === '' ? null : src;
}
