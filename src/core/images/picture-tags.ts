import { Parser } from 'htmlparser2';

/** Attributes that shop scripts fill `src` from; without their scripts the picture would stay away. */
const LAZY_SOURCES = ['ec-data-src', 'data-src', 'data-original', 'data-lazy-src'] as const;

/** One `<img>` of an HTML text. */
export interface PictureTag {
  /** As written, entities decoded. */
  readonly src: string;
  readonly altText: string;
  /** Where the tag stands in the text: `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** The `<img>` tags of `html` in order, read as a browser does; those inside comments are not tags. */
export function pictureTagsOf(html: string): readonly PictureTag[] {
  const tags: PictureTag[] = [];
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name !== 'img' && name !== 'image') return;
        const src = sourceOf(attributes);
        if (src === null) return;
        tags.push({
          src,
          altText: attributes.alt ?? '',
          start: parser.startIndex,
          end: parser.endIndex + 1,
        });
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return tags;
}

/**
 * `html` with every `<img>` tag replaced by what `replacementOf` gives: markup, or null to keep the tag.
 * Nothing else in the text is touched.
 */
export function replacePictureTags(
  html: string,
  replacementOf: (tag: PictureTag) => string | null,
): string {
  let result = '';
  let position = 0;
  for (const tag of pictureTagsOf(html)) {
    const replacement = replacementOf(tag);
    if (replacement === null) continue;
    result += html.slice(position, tag.start) + replacement;
    position = tag.end;
  }
  return result + html.slice(position);
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
