/** Addresses in descriptions without a host are the wholesaler's own. */
const DESCRIPTION_BASE = 'https://domeggook.com/';
const MAX_URL_LENGTH = 2048;

/** Where a picture lies. `embedded`: its bytes stand in the text itself (`data:`). */
export type PictureUrl =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'embedded' }
  | { readonly kind: 'invalid' };

/**
 * The absolute http(s) address of `src` as a browser on a secure page reads it: spaces around it
 * dropped, `//host` with https, relative to the wholesaler. The same picture gives the same text, so
 * it serves as the key of the picture everywhere.
 */
export function pictureUrlOf(src: string): PictureUrl {
  const trimmed = src.trim();
  if (/^data:/i.test(trimmed)) return { kind: 'embedded' };
  if (trimmed === '' || trimmed.length > MAX_URL_LENGTH) return { kind: 'invalid' };
  if (!URL.canParse(trimmed, DESCRIPTION_BASE)) return { kind: 'invalid' };
  const url = new URL(trimmed, DESCRIPTION_BASE);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'invalid' };
  if (url.username !== '' || url.password !== '') return { kind: 'invalid' };
  url.hash = '';
  return { kind: 'url', url: url.href };
}

/** What two addresses share when they are the same picture: http and https are the same place. */
export function sameAddressKey(url: string): string {
  return url.replace(/^https?:/, '');
}
