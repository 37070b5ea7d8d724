/** Formats told apart by their first bytes; a file name or content type says nothing reliable. */
export type PictureFormat =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'heic'
  | 'bmp'
  | 'tiff'
  | 'svg'
  | 'unknown';

/** Formats that are decoded here. SVG never is: it may refer to other files and run for ever. */
export const DECODABLE_FORMATS: ReadonlySet<PictureFormat> = new Set([
  'jpeg',
  'png',
  'gif',
  'webp',
  'avif',
  'tiff',
]);

/** Bytes that `pictureFormatOf` needs to be sure. */
export const FORMAT_BYTES = 256;

/**
 * The format by the signature at the start of `bytes`; give it at least FORMAT_BYTES where there are
 * as many. `unknown` for anything else, such as HTML.
 */
export function pictureFormatOf(bytes: Uint8Array): PictureFormat {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, FORMAT_BYTES),
  );
  const ascii = head.toString('latin1');
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (ascii.startsWith('GIF87a') || ascii.startsWith('GIF89a')) return 'gif';
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
  if (ascii.slice(4, 8) === 'ftyp') return isoFormatOf(ascii.slice(8));
  if (ascii.startsWith('BM')) return 'bmp';
  if (ascii.startsWith('II*\0') || ascii.startsWith('MM\0*')) return 'tiff';
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<svg') || (text.startsWith('<?xml') && text.includes('<svg'))) return 'svg';
  if (text.startsWith('<!doctype svg')) return 'svg';
  return 'unknown';
}

/** Brands of ISO base media files: AVIF is AV1 inside, HEIC is HEVC, which no open decoder is shipped for. */
function isoFormatOf(brands: string): PictureFormat {
  if (/avif|avis/.test(brands.slice(0, 64))) return 'avif';
  return /heic|heix|hevc|mif1|msf1/.test(brands.slice(0, 64)) ? 'heic' : 'unknown';
}
