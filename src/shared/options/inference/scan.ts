import { KIND } from '../vocabulary/kinds';
import type { ValueKinds } from './value-kind';

/** Classes of separators. Look-alikes share a class; all kinds of brackets are one class. */
export const SIGN_CLASSES = [
  '-',
  '/',
  '_',
  ',',
  '|',
  '~',
  ':',
  ';',
  '★',
  '♥',
  '·',
  '>',
  '→',
  '▶',
  '=',
  '+',
  '&',
  '*',
  '@',
  '#',
  '^',
  'x',
  '()',
] as const;
export const BRACKET_BIT = 1 << SIGN_CLASSES.indexOf('()');
export const PLUS_BITS = (1 << SIGN_CLASSES.indexOf('+')) | (1 << SIGN_CLASSES.indexOf('&'));
const X_BIT = 1 << SIGN_CLASSES.indexOf('x');

const LOOK_ALIKES: readonly (readonly [sign: string, written: string])[] = [
  ['-', '-–—‐‑ㅡ'],
  ['/', '/⁄∕'],
  ['_', '_'],
  [',', ',、'],
  ['|', '|¦│┃ㅣ'],
  ['~', '~∼˜〜～'],
  [':', ':'],
  [';', ';'],
  ['★', '★☆'],
  ['♥', '♥♡'],
  ['·', '·ㆍ•∙・'],
  ['>', '>'],
  ['→', '→'],
  ['▶', '▶'],
  ['=', '='],
  ['+', '+'],
  ['&', '&'],
  ['*', '*'],
  ['@', '@'],
  ['#', '#'],
  ['^', '^'],
];
const BIT_OF_CHAR: ReadonlyMap<string, number> = new Map(
  LOOK_ALIKES.flatMap(([sign, written]) =>
    [...written].map(
      (letter) =>
        [letter, 1 << SIGN_CLASSES.indexOf(sign as (typeof SIGN_CLASSES)[number])] as const,
    ),
  ),
);
const CLOSER_OF: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '〈': '〉',
  '《': '》',
};

/** A piece of a text between signs. Positions are of the text; the outer ones include a bracket around. */
export interface Atom {
  start: number;
  end: number;
  outerStart: number;
  outerEnd: number;
  /** Bracket that the piece stands in, -1 outside. */
  bracket: number;
}

/** A text cut at every sign that may separate: `signs[i]` stands between `atoms[i]` and `atoms[i + 1]`. */
export interface Scan {
  readonly text: string;
  readonly atoms: readonly Atom[];
  /** Class bits; more than one where several kinds of signs meet. */
  readonly signs: readonly number[];
  /** All classes of the text. */
  readonly classes: number;
}

const MIGHT_SEPARATE = /[^0-9A-Za-z가-힣 .%"'!?]| [xX] /;

/** Cuts `text` at signs, except where the sign belongs to a value (ranges, codes, measures, packs). */
export function scanText(text: string, kinds: ValueKinds, isProtecting: boolean): Scan {
  if (!MIGHT_SEPARATE.test(text)) {
    const atom = { start: 0, end: text.length, outerStart: 0, outerEnd: text.length, bracket: -1 };
    return { text, atoms: [atom], signs: [], classes: 0 };
  }
  const atoms: Atom[] = [];
  const signs: number[] = [];
  const gaps: string[] = [];
  cut(text, atoms, signs, gaps);
  if (isProtecting) protect(text, atoms, signs, gaps, kinds);
  let classes = 0;
  for (const sign of signs) classes |= sign;
  return { text, atoms, signs, classes };
}

function cut(text: string, atoms: Atom[], signs: number[], gaps: string[]): void {
  let position = 0;
  let start = 0;
  let pending = 0;
  let bracket = -1;
  let bracketCount = 0;
  let bracketStart = -1;
  let closer = '';
  let gapStart = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && text[from] === ' ') from += 1;
    while (to > from && text[to - 1] === ' ') to -= 1;
    if (from === to) return;
    const last = atoms[atoms.length - 1];
    if (last !== undefined) {
      signs.push(pending);
      gaps.push(text.slice(gapStart, from));
    }
    const isFirstInBracket = bracket >= 0 && last?.bracket !== bracket;
    atoms.push({
      start: from,
      end: to,
      outerStart: isFirstInBracket ? bracketStart : from,
      outerEnd: to,
      bracket,
    });
    pending = 0;
    gapStart = to;
  };
  while (position < text.length) {
    const letter = text[position] ?? '';
    if (closer !== '' && letter === closer) {
      close(position);
      const last = atoms[atoms.length - 1];
      if (last !== undefined && last.bracket === bracket) last.outerEnd = position + 1;
      bracket = -1;
      closer = '';
      pending |= BRACKET_BIT;
      start = position + 1;
    } else if (
      closer === '' &&
      CLOSER_OF[letter] !== undefined &&
      text.includes(CLOSER_OF[letter] ?? '', position + 2)
    ) {
      close(position);
      closer = CLOSER_OF[letter] ?? '';
      bracket = bracketCount;
      bracketCount += 1;
      bracketStart = position;
      pending |= BRACKET_BIT;
      start = position + 1;
    } else {
      const bit = signBit(text, position, letter);
      if (bit !== 0) {
        close(position);
        pending |= bit;
        start = position + 1;
      }
    }
    position += 1;
  }
  close(text.length);
}

function signBit(text: string, position: number, letter: string): number {
  if (letter === 'x' || letter === 'X' || letter === '×') {
    return text[position - 1] === ' ' && text[position + 1] === ' ' ? X_BIT : 0;
  }
  const bit = BIT_OF_CHAR.get(letter) ?? 0;
  if (bit === 0) return 0;
  const next = text[position + 1];
  if (letter === '+') {
    // "S24+" and "SPF50+": a plus at the end of a word belongs to it.
    if (next === undefined || (next === ' ' && text[position - 1] !== ' ')) return 0;
    if (next !== ' ' && !/[0-9A-Za-z가-힣]/.test(next)) return 0;
  }
  if (letter === '#' && (position === 0 || text[position - 1] === ' ') && next !== ' ') return 0;
  return bit;
}

const LAST_TOKEN = /[^\s]+$/;
const FIRST_TOKEN = /^[^\s]+/;
const HYPHEN_BITS = (1 << SIGN_CLASSES.indexOf('-')) | (1 << SIGN_CLASSES.indexOf('~'));
const HYPHEN = 1 << SIGN_CLASSES.indexOf('-');
const SLASH = 1 << SIGN_CLASSES.indexOf('/');
const COMMA = 1 << SIGN_CLASSES.indexOf(',');
const COLON = 1 << SIGN_CLASSES.indexOf(':');
const PLUS = 1 << SIGN_CLASSES.indexOf('+');
const STAR = 1 << SIGN_CLASSES.indexOf('*');
const ENDS_WITH_NUMBER = /(?:^|[^0-9.])(\d+(?:\.\d+)?)(?:mm|cm|m|g|kg|ml|l|호|세|개월|개)?$/i;
const STARTS_WITH_NUMBER = /^(\d+(?:\.\d+)?)/;
const CODE_PART = /^[A-Za-z0-9.]+\+?$/;

/** Joins atoms again whose sign is part of one value. */
function protect(
  text: string,
  atoms: Atom[],
  signs: number[],
  gaps: string[],
  kinds: ValueKinds,
): void {
  for (let place = 0; place < signs.length; ) {
    const left = atoms[place];
    const right = atoms[place + 1];
    const sign = signs[place] ?? 0;
    if (
      left !== undefined &&
      right !== undefined &&
      left.bracket === right.bracket &&
      (sign & BRACKET_BIT) === 0 &&
      belongsTogether(text, left, right, sign, gaps[place] ?? '', kinds)
    ) {
      left.end = right.end;
      left.outerEnd = right.outerEnd;
      atoms.splice(place + 1, 1);
      signs.splice(place, 1);
      gaps.splice(place, 1);
    } else {
      place += 1;
    }
  }
}

function belongsTogether(
  text: string,
  left: Atom,
  right: Atom,
  sign: number,
  gap: string,
  kinds: ValueKinds,
): boolean {
  const isTight = !gap.includes(' ');
  const before = LAST_TOKEN.exec(text.slice(left.start, left.end))?.[0] ?? '';
  const after = FIRST_TOKEN.exec(text.slice(right.start, right.end))?.[0] ?? '';
  if ((sign & X_BIT) !== 0)
    return (
      /\d\s?(?:cm|mm|m)?$/i.test(before) && /^\d/.test(after) && sameKind(before, after, kinds)
    );
  if (!isTight) return false;
  const leftNumber = ENDS_WITH_NUMBER.exec(before);
  const rightNumber = STARTS_WITH_NUMBER.exec(after);
  if (leftNumber !== null && rightNumber !== null) {
    const low = Number(leftNumber[1]);
    const high = Number(rightNumber[1]);
    const isBareLeft = /^\d+(?:\.\d+)?$/.test(before);
    const isOneUnit = isBareLeft || hasSameUnit(before, after);
    if ((sign & HYPHEN_BITS) !== 0) {
      if (isOneUnit && low < high && high <= low * 12) return true;
    } else if (sign === SLASH) {
      return isBareLeft && isFraction(low, high);
    } else if (sign === COMMA) {
      return /^\d{3}(?!\d)/.test(after) && /(?:^|\D)\d{1,3}$/.test(before);
    } else if (sign === COLON || sign === PLUS) {
      return isBareLeft;
    } else if (sign === STAR) {
      return isOneUnit;
    }
  }
  if (sign === HYPHEN) {
    if (isWordWithHyphen(before, after, kinds)) return true;
    return isCode(before, after, kinds);
  }
  return false;
}

/** `30cm-40cm`: the same unit on both sides. */
function hasSameUnit(before: string, after: string): boolean {
  const unit = /^\d+(?:\.\d+)?(\D+)$/.exec(before)?.[1];
  return unit !== undefined && after.endsWith(unit);
}

function sameKind(before: string, after: string, kinds: ValueKinds): boolean {
  const common = kinds.of(before) & kinds.of(after);
  return common !== 0 || /^\d+(\.\d+)?$/.test(before);
}

function isFraction(numerator: number, denominator: number): boolean {
  if (numerator >= denominator || denominator > 64 || numerator === 0) return false;
  if (![2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64].includes(denominator)) return false;
  let [a, b] = [numerator, denominator];
  while (b !== 0) [a, b] = [b, a % b];
  return a === 1;
}

/** Hyphenated words: one Latin letter and a Hangul ending (`V-넥`), or a known word (`USB-C`). */
function isWordWithHyphen(before: string, after: string, kinds: ValueKinds): boolean {
  if (!/[A-Za-z]$/.test(before)) return false;
  if (
    /^[A-Za-z]$/.test(before) &&
    /^(?:넥|라인|자|자형|형|타입|밴드|셔츠|존|팬츠|컷|링|볼트|핏|스트랩)/.test(after)
  )
    return true;
  const whole = kinds.of(`${before}-${after}`);
  return (whole & KIND.terminal) !== 0 && (kinds.of(after) & KIND.colour) === 0;
}

/** Model codes of Latin letters and digits, unless a side is a known colour, size or measured value. */
function isCode(before: string, after: string, kinds: ValueKinds): boolean {
  if (!CODE_PART.test(before) || !CODE_PART.test(after)) return false;
  const whole = before + after;
  if (!/\d/.test(whole) || !/[A-Za-z]/.test(whole)) return false;
  const typed = ~(KIND.model | KIND.design | KIND.form);
  const leftKinds = kinds.of(before) & typed;
  const rightKinds = kinds.of(after) & typed;
  if ((leftKinds & KIND.colour) !== 0) return false;
  if ((leftKinds & KIND.sizeLetter) !== 0 && rightKinds !== 0) return false;
  if ((rightKinds & ~KIND.sizeNumber) !== 0 && /\d[a-z]|^[a-z]+$/i.test(after)) return false;
  return true;
}

/** One part of a text; the positions include a bracket around it, so that neighbours can be joined again. */
export interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Classes of the sign in front of it; 0 for the first part and for parts without a sign. */
  readonly sign: number;
}

/** The parts of a scan when only the classes in `mask` separate. Signs inside brackets need the brackets, too. */
export function partsOf(scan: Scan, mask: number): Part[] {
  const parts: Part[] = [];
  let first = 0;
  let sign = 0;
  for (let place = 0; place <= scan.signs.length; place += 1) {
    if (place < scan.signs.length && !separates(scan, place, mask)) continue;
    parts.push(partOfAtoms(scan, first, place, sign));
    first = place + 1;
    sign = scan.signs[place] ?? 0;
  }
  return parts;
}

function separates(scan: Scan, place: number, mask: number): boolean {
  const sign = scan.signs[place] ?? 0;
  if ((sign & mask) === 0) return false;
  const bracket = scan.atoms[place]?.bracket ?? -1;
  const isInside = bracket >= 0 && bracket === scan.atoms[place + 1]?.bracket;
  return !isInside || (mask & BRACKET_BIT) !== 0;
}

/** The part of the atoms `first` to `last`, without the brackets when exactly their content is taken. */
function partOfAtoms(scan: Scan, first: number, last: number, sign: number): Part {
  const start = scan.atoms[first];
  const end = scan.atoms[last];
  if (start === undefined || end === undefined) return { text: '', from: 0, to: 0, sign };
  const from = first === 0 ? 0 : start.outerStart;
  const to = last === scan.atoms.length - 1 ? scan.text.length : end.outerEnd;
  const isBracketContent =
    start.bracket >= 0 &&
    start.bracket === end.bracket &&
    scan.atoms[first - 1]?.bracket !== start.bracket &&
    scan.atoms[last + 1]?.bracket !== end.bracket;
  const text = isBracketContent ? scan.text.slice(start.start, end.end) : scan.text.slice(from, to);
  return { text: text.trim(), from, to, sign };
}

/** The separator in words of the answer format: the sign, `()` for brackets, `mixed` for several. */
export function separatorName(bits: number): string {
  const names = SIGN_CLASSES.filter((_, place) => (bits & (1 << place)) !== 0);
  return names.length === 1 ? (names[0] ?? 'mixed') : 'mixed';
}
