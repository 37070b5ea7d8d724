/** Numbering in front of values: `01.`, `(1)`, `No.1`, `A01_`, `가)`, `①`, or a running index as the first part. */

interface Numbered {
  /** Digits, Latin letters, Hangul letters and circled signs count separately. */
  readonly series: string;
  readonly index: number;
  readonly rest: string;
  /** A bare number with only a blank behind it: may as well be a shade number. */
  readonly isBare: boolean;
  /** A digit follows the sign: may as well be a decimal, a range or a ratio. */
  readonly isDoubtful: boolean;
}

/** The texts without their numbering, in the same order. */
export interface NumberingRemoval {
  readonly texts: readonly string[];
  /** The numbers may be official shade numbers instead. */
  readonly isBare: boolean;
}

const HANGUL_ORDER = '가나다라마바사아자차카타파하';
const CIRCLED_SERIES: readonly (readonly [first: number, last: number, start: number])[] = [
  [0x2460, 0x2473, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x249c, 0x24b5, 1],
  [0x24b6, 0x24cf, 1],
  [0x24d0, 0x24e9, 1],
  [0x24ea, 0x24ea, 0],
  [0x24f5, 0x24fe, 1],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x3200, 0x320d, 1],
  [0x320e, 0x321b, 1],
  [0x3260, 0x326d, 1],
  [0x326e, 0x327b, 1],
];

const MARKED = /^(?:no\.?|#|n°|№)\s*0*(\d{1,3})(?:\s*[.)_:-]\s*|\s+)(.+)$/i;
const COUNTED = /^0*(\d{1,3})\s?번(?:\s*[.)_:-]\s*|\s+)(.+)$/;
const ENCLOSED = /^[([{<]\s*(?:no\.?\s*|#)?([a-z]?)(\d{1,3})\s?번?\s*[)\]}>]\s*[.)_:-]?\s*(.+)$/i;
const ENCLOSED_LETTER =
  /^[([{<]\s*([a-z]|[가나다라마바사아자차카타파하])\s*[)\]}>]\s*[.)_:-]?\s*(.+)$/i;
const SIGNED = /^([a-z]?)(\d{1,3})\s*([.)_:-])(\s*)(.+)$/i;
const LETTERED = /^([a-z]|[가나다라마바사아자차카타파하])\s*([.)_:-])\s*(.+)$/i;
const RUNNING = /^(\d{1,3})\s*([/,|])\s*(.+)$/;
const BARE = /^(\d{1,3})\s+(.+)$/;
const MIGHT_BE_NUMBERED =
  /^(?:[([{<]?\s*(?:no\.?\s*\d|#|№|[a-z]?\d|[a-z가나다라마바사아자차카타파하]\s*[.)\]}>_:-])|[\u2460-\u24ff\u2776-\u2793\u3200-\u327b\u32b1-\u32bf])/i;
const CODE_REST = /^[a-z]?\d+[a-z]?$/i;

function parse(text: string): Numbered | null {
  const circled = circledIndex(text);
  if (circled !== null) return circled;
  let match = MARKED.exec(text) ?? COUNTED.exec(text);
  if (match !== null) return numbered('digit', Number(match[1]), match[2] ?? '');
  match = ENCLOSED.exec(text);
  if (match !== null) return numbered(`digit${match[1]}`, Number(match[2]), match[3] ?? '');
  match = ENCLOSED_LETTER.exec(text);
  if (match !== null) return lettered(match[1] ?? '', match[2] ?? '');
  match = SIGNED.exec(text);
  if (match !== null) {
    const [, letter = '', digits = '', sign = '', blank = '', rest = ''] = match;
    if (letter !== '' && sign === '-' && CODE_REST.test(rest)) return null;
    const isPadded = digits.length > 1 && digits.startsWith('0');
    // "0.5mm", "1-2세", "1:2" and "A-1" are values; a padded number, ")" or "_" cannot be part of one.
    const isDoubtful = /^\d/.test(rest) && blank === '' && !/[)_]/.test(sign) && !isPadded;
    const found = numbered(`digit${letter.toLowerCase()}`, Number(digits), rest);
    return found === null ? null : { ...found, isDoubtful };
  }
  match = LETTERED.exec(text);
  if (match !== null) {
    const rest = match[3] ?? '';
    if (CODE_REST.test(rest) && match[2] === '-') return null;
    return lettered(match[1] ?? '', rest);
  }
  match = RUNNING.exec(text);
  if (match !== null) {
    const rest = match[3] ?? '';
    return /^\d/.test(rest) ? null : numbered('running', Number(match[1]), rest);
  }
  match = BARE.exec(text);
  if (match !== null && /^[^\d\s]/.test(match[2] ?? '')) {
    return {
      series: 'bare',
      index: Number(match[1]),
      rest: match[2] ?? '',
      isBare: true,
      isDoubtful: false,
    };
  }
  return null;
}

function numbered(series: string, index: number, rest: string): Numbered | null {
  return /[\p{L}\p{N}]/u.test(rest)
    ? { series, index, rest: rest.trim(), isBare: false, isDoubtful: false }
    : null;
}

function lettered(letter: string, rest: string): Numbered | null {
  const hangul = HANGUL_ORDER.indexOf(letter);
  if (hangul >= 0) return numbered('hangul', hangul + 1, rest);
  return numbered('latin', letter.toLowerCase().charCodeAt(0) - 96, rest);
}

function circledIndex(text: string): Numbered | null {
  const code = text.charCodeAt(0);
  for (const [first, last, start] of CIRCLED_SERIES) {
    if (code >= first && code <= last) {
      const rest = text.slice(1).replace(/^\s*[.)_:-]?\s*/, '');
      return numbered(`circled`, code - first + start, rest);
    }
  }
  return null;
}

/**
 * The texts without their numbering, or null when what stands in front is no numbering. It is one when
 * the numbers start at 0 or 1 (letters at A or 가), rise in list order, and belong one to one to the
 * values or to the lines.
 * @param isBareAllowed a number with only a blank behind it counts too
 */
export function removeNumbering(
  texts: readonly string[],
  isBareAllowed: boolean,
): NumberingRemoval | null {
  const first = texts[0];
  if (first === undefined || !MIGHT_BE_NUMBERED.test(first)) return null;
  const all: Numbered[] = [];
  for (const text of texts) {
    const found = parse(text);
    if (found === null || found.series !== (all[0]?.series ?? found.series)) return null;
    if (found.isBare && !isBareAllowed) return null;
    all.push(found);
  }
  const indexes = all.map((found) => found.index);
  if (!startsAndRises(indexes)) return null;
  if (all.every((found) => found.isDoubtful) && !isClearAll(all)) return null;
  const isPerLine = new Set(indexes).size === texts.length;
  const rests = all.map((found) => found.rest);
  if (isPerLine) {
    if (texts.length > 1 && new Set(rests).size < Math.max(2, texts.length * 0.7)) return null;
  } else if (all[0]?.series === 'bare' || !belongsToValues(all)) {
    return null;
  }
  return { texts: rests, isBare: all[0]?.isBare === true };
}

const TWO_DIGITS = /^\d{2}/;

/** `1.30cm, 2.40cm, 3.50cm`: counted without a gap in front of numbers too long for decimals. */
function isClearAll(all: readonly Numbered[]): boolean {
  const distinct = [...new Set(all.map((found) => found.index))];
  if (distinct.length < 3 || !distinct.every((index, place) => index === place + 1)) return false;
  return (
    all.every((found) => TWO_DIGITS.test(found.rest) || /^\d[^\d.]+\D/.test(found.rest)) &&
    new Set(all.map((found) => found.rest)).size >= distinct.length
  );
}

function startsAndRises(indexes: readonly number[]): boolean {
  const seen = new Set<number>();
  let last = -1;
  for (const index of indexes) {
    if (seen.has(index)) continue;
    if (last === -1 && index > 1) return false;
    if (index < last) return false;
    seen.add(index);
    last = index;
  }
  return true;
}

const SIGN_KEY = /\s*[/_,|~:;★♥·ㆍ>→▶=+&*@#^([<{\])}-]\s*| x /;

/** A number repeats together with its value: number and first part belong one to one. */
function belongsToValues(all: readonly Numbered[]): boolean {
  const keys: readonly ((rest: string) => string)[] = [
    (rest) => rest.split(SIGN_KEY).find((part) => part !== '') ?? '',
    (rest) => rest.slice(0, rest.lastIndexOf(' ') === -1 ? rest.length : rest.lastIndexOf(' ')),
    (rest) => rest.split(' ')[0] ?? '',
  ];
  return keys.some((keyOf) => {
    const keyOfIndex = new Map<number, string>();
    const indexOfKey = new Map<string, number>();
    for (const { index, rest } of all) {
      const key = keyOf(rest);
      if (key === '') return false;
      if ((keyOfIndex.get(index) ?? key) !== key || (indexOfKey.get(key) ?? index) !== index)
        return false;
      keyOfIndex.set(index, key);
      indexOfKey.set(key, index);
    }
    return keyOfIndex.size > 1 || all.length === 1;
  });
}
