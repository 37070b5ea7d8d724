/**
 * First cleaning of a supplier's text: entities, composed letters, full-width forms, invisible
 * characters and blanks. Nothing with a meaning is lost.
 */

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  middot: '·',
  times: '×',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  deg: '°',
  reg: '®',
  copy: '©',
  trade: '™',
  hearts: '♥',
  bull: '•',
  plusmn: '±',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwj: '',
  zwnj: '',
  shy: '',
  laquo: '«',
  raquo: '»',
  rarr: '→',
  larr: '←',
  tilde: '˜',
  minus: '−',
  won: '₩',
  yen: '¥',
  micro: 'µ',
  sup2: '²',
  sup3: '³',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}));/g;

const UNIT_SIGNS: Readonly<Record<string, string>> = {
  '㎖': 'ml',
  '㎝': 'cm',
  '㎜': 'mm',
  '㎏': 'kg',
  '㎎': 'mg',
  ℓ: 'L',
};
/** Format characters (zero-width, direction marks, soft hyphen, byte order mark), variation selectors, fillers. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|[\u034f\u115f\u1160\u17b4\u17b5]/gu;
const CONTROL = /\p{Cc}/gu;
const UNIT_SIGN = /[㎖㎝㎜㎏㎎ℓ]/g;
const FULL_WIDTH = /[\uff01-\uff5e\uffe6]/g;
const BLANKS = /[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u3164\uffa0]+/g;

/** Characters that need none of the cleaning: most texts consist of them alone. */
const PLAIN = /^[!-%'-~가-힣](?:[ ]?[!-%'-~가-힣])*$/;

/** The text with entities decoded, NFC, ASCII for full-width forms, single blanks, trimmed. Idempotent but for nested entities. */
export function cleanText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  let text = raw;
  if (text.includes('&')) text = text.replace(ENTITY, decodeEntity);
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(UNIT_SIGN, (sign) => UNIT_SIGNS[sign] ?? sign)
    .replace(FULL_WIDTH, (letter) =>
      letter === '￦' ? '₩' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
    )
    .replace(BLANKS, ' ')
    .replace(CONTROL, '')
    .trim();
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED_ENTITIES[name] ?? whole;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= 0x10ffff && !isSurrogate ? String.fromCodePoint(code) : whole;
}

/** Signs that decorate when they stand at an edge; circled numbers, squared units and ℃ are not among them. */
const SYMBOL =
  '[\\u203b\\u2022\\u2190-\\u21ff\\u2300-\\u23ff\\u2500-\\u25ff\\u2600-\\u2767\\u2794-\\u27bf\\u2900-\\u297f\\u2b00-\\u2bff\\u3003\\u3012\\u3013\\u3030\\u{1f000}-\\u{1f0ff}\\u{1f300}-\\u{1faff}\\u{1f1e6}-\\u{1f1ff}\\u20e3\\u{1f200}-\\u{1f2ff}]';
const ANY_SYMBOL = new RegExp(SYMBOL, 'u');
const SYMBOLS_IN_FRONT = new RegExp(`^(?:${SYMBOL}|\\s)+`, 'u');
const SYMBOLS_AT_END = new RegExp(`(?:${SYMBOL}|\\s)+$`, 'u');
const HAS_TEXT = /[\p{L}\p{N}]/u;

const LEFTOVER_IN_FRONT = /^(?:[·ㆍ•]\s*|[-–—]\s+|[-–—](?![\d.])|[/_,|:;>~∼=、]+\s*)+/;
const LEFTOVER_AT_END = /(?:\s*(?:[-–—/_,|:;·ㆍ=、]|(?<!\d)[~∼]))+$/;
const MIGHT_START = /^[^0-9A-Za-z가-힣([{<]/;
const MIGHT_END = /[^0-9A-Za-z가-힣)\]}>+]$/;

/** Removes symbols, emoji, bullets and left-over separators at both ends, as long as text remains. */
export function trimDecoration(text: string): string {
  if (!MIGHT_START.test(text) && !MIGHT_END.test(text)) return text;
  let trimmed = text;
  if (ANY_SYMBOL.test(trimmed)) {
    trimmed = trimmed.replace(SYMBOLS_IN_FRONT, '').replace(SYMBOLS_AT_END, '');
    if (!HAS_TEXT.test(trimmed)) return text;
  }
  return trimSeparators(trimmed);
}

/** Removes bullets and separators that are left over at either end, as long as text remains. */
export function trimSeparators(text: string): string {
  const trimmed = text.trim().replace(LEFTOVER_IN_FRONT, '').replace(LEFTOVER_AT_END, '').trim();
  return HAS_TEXT.test(trimmed) ? trimmed : text.trim();
}

/** True when a letter or digit of any script is left. */
export function hasText(text: string): boolean {
  return HAS_TEXT.test(text);
}
