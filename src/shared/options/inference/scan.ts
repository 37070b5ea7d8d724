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

/** A text of more pieces is a sentence, not a combination. */
const ATOMS_MAX = 12;

const OPENER = -1;
/** Sign bit, or OPENER, of every character below 128; 0 for the others. */
const ASCII_ROLES = asciiRoles();

function asciiRoles(): Int32Array {
  const roles = new Int32Array(128);
  for (const [letter, bit] of BIT_OF_CHAR) {
    if (letter.charCodeAt(0) < 128) roles[letter.charCodeAt(0)] = bit;
  }
  for (const opener of Object.keys(CLOSER_OF)) {
    if (opener.charCodeAt(0) < 128) roles[opener.charCodeAt(0)] = OPENER;
  }
  return roles;
}

const BLANK = 32;
const UPPER_X = 88;
const LOWER_X = 120;
const TIMES = 0xd7;
const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;

/** What the character at `position` does: a class bit, OPENER, or 0 for a part of a value. */
function roleAt(text: string, position: number, code: number): number {
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) return 0;
  if (code === UPPER_X || code === LOWER_X || code === TIMES) {
    return text.charCodeAt(position - 1) === BLANK && text.charCodeAt(position + 1) === BLANK
      ? X_BIT
      : 0;
  }
  let role = 0;
  if (code < 128) role = ASCII_ROLES[code] ?? 0;
  else {
    const letter = text[position] ?? '';
    role = BIT_OF_CHAR.get(letter) ?? (CLOSER_OF[letter] === undefined ? 0 : OPENER);
  }
  if (role === PLUS) return isPlusOfWord(text, position) ? 0 : role;
  if (role === HASH) {
    const isAtWord = position === 0 || text.charCodeAt(position - 1) === BLANK;
    return isAtWord && text.charCodeAt(position + 1) !== BLANK ? 0 : role;
  }
  return role;
}

/** "S24+" and "SPF50+": a plus at the end of a word belongs to it. */
function isPlusOfWord(text: string, position: number): boolean {
  const next = text[position + 1];
  if (next === undefined) return true;
  if (next === ' ') return text[position - 1] !== ' ';
  return !/[0-9A-Za-z가-힣]/.test(next);
}

/** Cuts `text` at signs, except where the sign belongs to a value (ranges, codes, measures, packs). */
export function scanText(text: string, kinds: ValueKinds, isProtecting: boolean): Scan {
  const atoms: Atom[] = [];
  const signs: number[] = [];
  cut(text, atoms, signs);
  if (atoms.length === 0 || atoms.length > ATOMS_MAX) {
    const whole = { start: 0, end: text.length, outerStart: 0, outerEnd: text.length, bracket: -1 };
    return { text, atoms: [whole], signs: [], classes: 0 };
  }
  if (isProtecting && signs.length > 0) protect(text, atoms, signs, kinds);
  let classes = 0;
  for (const sign of signs) classes |= sign;
  return { text, atoms, signs, classes };
}

function cut(text: string, atoms: Atom[], signs: number[]): void {
  let start = 0;
  let pending = 0;
  let bracket = -1;
  let bracketCount = 0;
  let bracketStart = -1;
  let closer = '';
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (closer !== '' && text[position] === closer) {
      addAtom(text, atoms, signs, start, position, pending, bracket, bracketStart);
      const last = atoms[atoms.length - 1];
      if (last !== undefined && last.bracket === bracket) last.outerEnd = position + 1;
      bracket = -1;
      closer = '';
      pending = BRACKET_BIT;
      start = position + 1;
      continue;
    }
    const role = roleAt(text, position, code);
    if (role === 0) continue;
    if (role === OPENER) {
      const wanted = CLOSER_OF[text[position] ?? ''] ?? '';
      if (closer === '' && text.includes(wanted, position + 2)) {
        if (addAtom(text, atoms, signs, start, position, pending, bracket, bracketStart))
          pending = 0;
        closer = wanted;
        bracket = bracketCount;
        bracketCount += 1;
        bracketStart = position;
        pending |= BRACKET_BIT;
        start = position + 1;
        continue;
      }
      continue;
    }
    if (addAtom(text, atoms, signs, start, position, pending, bracket, bracketStart)) pending = 0;
    pending |= role;
    start = position + 1;
  }
  addAtom(text, atoms, signs, start, text.length, pending, bracket, bracketStart);
}

/** Adds the trimmed piece; false when it is empty. */
function addAtom(
  text: string,
  atoms: Atom[],
  signs: number[],
  start: number,
  end: number,
  sign: number,
  bracket: number,
  bracketStart: number,
): boolean {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) === BLANK) from += 1;
  while (to > from && text.charCodeAt(to - 1) === BLANK) to -= 1;
  if (from === to) return false;
  const last = atoms[atoms.length - 1];
  if (last !== undefined) signs.push(sign);
  const isFirstInBracket = bracket >= 0 && last?.bracket !== bracket;
  atoms.push({
    start: from,
    end: to,
    outerStart: isFirstInBracket ? bracketStart : from,
    outerEnd: to,
    bracket,
  });
  return true;
}

const HYPHEN_BITS = (1 << SIGN_CLASSES.indexOf('-')) | (1 << SIGN_CLASSES.indexOf('~'));
const HYPHEN = 1 << SIGN_CLASSES.indexOf('-');
const SLASH = 1 << SIGN_CLASSES.indexOf('/');
const COMMA = 1 << SIGN_CLASSES.indexOf(',');
const COLON = 1 << SIGN_CLASSES.indexOf(':');
const PLUS = 1 << SIGN_CLASSES.indexOf('+');
const STAR = 1 << SIGN_CLASSES.indexOf('*');
const HASH = 1 << SIGN_CLASSES.indexOf('#');
const ENDS_WITH_NUMBER = /(?:^|[^0-9.])(\d+(?:\.\d+)?)(?:mm|cm|m|g|kg|ml|l|호|세|개월|개)?$/i;
const STARTS_WITH_NUMBER = /^(\d+(?:\.\d+)?)/;
const CODE_PART = /^[A-Za-z0-9.]+\+?$/;

/** Joins atoms again whose sign is part of one value. */
function protect(text: string, atoms: Atom[], signs: number[], kinds: ValueKinds): void {
  for (let place = 0; place < signs.length; ) {
    const left = atoms[place];
    const right = atoms[place + 1];
    const sign = signs[place] ?? 0;
    if (
      left !== undefined &&
      right !== undefined &&
      left.bracket === right.bracket &&
      (sign & BRACKET_BIT) === 0 &&
      belongsTogether(text, left, right, sign, kinds)
    ) {
      left.end = right.end;
      left.outerEnd = right.outerEnd;
      atoms.splice(place + 1, 1);
      signs.splice(place, 1);
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
  kinds: ValueKinds,
): boolean {
  const isTight = right.start - left.end === 1;
  const isX = (sign & X_BIT) !== 0;
  if (!isX && (!isTight || !mightBelong(text, left, right))) return false;
  const before = lastToken(text, left);
  const after = firstToken(text, right);
  if (isX)
    return (
      /\d\s?(?:cm|mm|m)?$/i.test(before) && /^\d/.test(after) && sameKind(before, after, kinds)
    );
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

/** Only next to a Latin letter or a digit can a sign be a part of a value. */
function mightBelong(text: string, left: Atom, right: Atom): boolean {
  return text.charCodeAt(right.start) < 128 || text.charCodeAt(left.end - 1) < 128;
}

function lastToken(text: string, atom: Atom): string {
  const blank = text.lastIndexOf(' ', atom.end - 1);
  return text.slice(Math.max(atom.start, blank + 1), atom.end);
}

function firstToken(text: string, atom: Atom): string {
  const blank = text.indexOf(' ', atom.start);
  return text.slice(atom.start, blank === -1 ? atom.end : Math.min(atom.end, blank));
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
