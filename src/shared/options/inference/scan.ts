import { type Atom, type Scan, scanOf } from './parts';
import { protect } from './protection';
import { BRACKET_BIT, bitOf, SIGN_CLASSES } from './signs';
import type { ValueKinds } from './value-kind';

const PLUS = bitOf('+');
const HYPHEN = bitOf('-');
const HASH = bitOf('#');
const X_BIT = bitOf('x');

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
  if ((role === PLUS || role === HYPHEN) && isSignOfNumber(text, position)) return 0;
  if (role === PLUS) return isPlusOfWord(text, position) ? 0 : role;
  if (role === HASH) {
    const isAtWord = position === 0 || text.charCodeAt(position - 1) === BLANK;
    return isAtWord && text.charCodeAt(position + 1) !== BLANK ? 0 : role;
  }
  return role;
}

/** `블랙/+1.50` and `-2.00`: in front of a decimal and behind no word, the sign is the number's own. */
function isSignOfNumber(text: string, position: number): boolean {
  const before = text[position - 1];
  if (before !== undefined && (before === text[position] || !/[/_,|:;([ ]/.test(before)))
    return false;
  return DECIMAL.test(text.slice(position + 1, position + 6));
}

const DECIMAL = /^\d{1,2}\.\d/;

/** "S24+" and "SPF50+": a plus at the end of a word belongs to it. */
function isPlusOfWord(text: string, position: number): boolean {
  const next = text[position + 1];
  if (next === undefined) return true;
  if (next === ' ') return text[position - 1] !== ' ';
  return !/[0-9A-Za-z가-힣]/.test(next);
}

/** Cuts `text` at signs, except where the sign belongs to a value (ranges, codes, measures, packs). */
export function scanText(text: string, kinds: ValueKinds, isProtecting: boolean): Scan {
  const first = firstSign(text);
  if (first === -1) return wholeScan(text);
  const atoms = cut(text, first);
  if (atoms.length === 0 || atoms.length > ATOMS_MAX) return wholeScan(text);
  if (isProtecting && atoms.length > 1) protect(text, atoms, kinds);
  return scanOf(text, atoms);
}

/** The first place where something may be cut, -1 without any. */
function firstSign(text: string): number {
  for (let position = 0; position < text.length; position += 1) {
    if (roleAt(text, position, text.charCodeAt(position)) !== 0) return position;
  }
  return -1;
}

function wholeScan(text: string): Scan {
  const { length } = text;
  const atom = {
    text: text.trim(),
    from: 0,
    to: length,
    sign: 0,
    start: 0,
    end: length,
    bracket: -1,
  };
  return { text, atoms: [atom], classes: 0, needed: 0 };
}

/** What stands between the signs of `text`, the first of which is at `from`. */
function cut(text: string, from: number): Atom[] {
  const atoms: Atom[] = [];
  let start = 0;
  let pending = 0;
  let bracket = -1;
  let bracketCount = 0;
  let bracketStart = -1;
  let closer = '';
  for (let position = from; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (closer !== '' && text[position] === closer) {
      addAtom(text, atoms, start, position, pending, bracket, bracketStart);
      const last = atoms[atoms.length - 1];
      if (last !== undefined && last.bracket === bracket) last.to = position + 1;
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
        if (addAtom(text, atoms, start, position, pending, bracket, bracketStart)) pending = 0;
        closer = wanted;
        bracket = bracketCount;
        bracketCount += 1;
        bracketStart = position;
        pending |= BRACKET_BIT;
        start = position + 1;
      }
      continue;
    }
    if (addAtom(text, atoms, start, position, pending, bracket, bracketStart)) pending = 0;
    pending |= role;
    start = position + 1;
  }
  addAtom(text, atoms, start, text.length, pending, bracket, bracketStart);
  return atoms;
}

/** Adds the trimmed piece; false when it is empty. */
function addAtom(
  text: string,
  atoms: Atom[],
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
  const isFirstInBracket = bracket >= 0 && last?.bracket !== bracket;
  atoms.push({
    text: '',
    from: isFirstInBracket ? bracketStart : from,
    to,
    sign: last === undefined ? 0 : sign,
    start: from,
    end: to,
    bracket,
  });
  return true;
}
