/** Words that a mark, price or note of a name holds; a text without one needs no look for them. */
const MARK_WORDS =
  /품절|매진|완판|단종|종료|중지|추가|원|재고|잔여|잔량|남은|남음|별|add|sold|won|krw|선택/i;
/** Words of the badges that are removed when they stand in brackets. */
const BADGE_WORDS = /best|hot|new|베스트|인기|추천|강추|신상|특가|발송|무료/i;

/** What a character may be in a plain text. */
const NEVER = 0;
const TEXT = 1;
/** Plain inside a text, a left-over at its ends. */
const SIGN = 2;
/** Text with which a mark's word may begin. */
const SUSPECT = 3;
const OPENER = 4;
const CLOSER = 5;
/** A sign that may begin an amount (`+1000`). */
const PLUS = 6;
/** A sign that may begin an entity (`&amp;`). */
const AMPERSAND = 7;

const BLANK = 32;
const HYPHEN = 45;
const MIDDLE_DOT = 0xb7;
const TIMES = 0xd7;
const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const ASCII_ROLES = asciiRoles();
/** Bits of the Hangul syllables with which a mark's word begins. */
const SUSPECT_HANGUL = suspects('품매완단종중추원재잔남별선');

function asciiRoles(): Uint8Array {
  const roles = new Uint8Array(128);
  for (let code = 48; code <= 57; code += 1) roles[code] = TEXT;
  for (let code = 65; code <= 90; code += 1) {
    roles[code] = TEXT;
    roles[code + 32] = TEXT;
  }
  const set = (letters: string, role: number): void => {
    for (const letter of letters) roles[letter.charCodeAt(0)] = role;
  };
  set('aswkASWK', SUSPECT);
  set('/_|~:;,.=*#!?%@^-', SIGN);
  set('([', OPENER);
  set(')]', CLOSER);
  set('+', PLUS);
  set('&', AMPERSAND);
  return roles;
}

function suspects(letters: string): Uint8Array {
  const known = new Uint8Array(HANGUL_LAST - HANGUL_FIRST + 1);
  for (const letter of letters) known[letter.charCodeAt(0) - HANGUL_FIRST] = 1;
  return known;
}

function roleOf(code: number): number {
  if (code < 128) return ASCII_ROLES[code] ?? NEVER;
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST)
    return SUSPECT_HANGUL[code - HANGUL_FIRST] === 1 ? SUSPECT : TEXT;
  return code === TIMES || code === MIDDLE_DOT ? SIGN : NEVER;
}

/**
 * True for a text in which no mark, price, note or decoration can be: letters, digits, brackets and
 * signs between them, single blanks. Most texts are plain; the look at every letter is cheaper than
 * the patterns it saves.
 */
export function isPlainRow(text: string): boolean {
  const { length } = text;
  if (length === 0) return false;
  let last = NEVER;
  let isSuspect = false;
  let hasBracket = false;
  let wasBlank = false;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === BLANK) {
      if (wasBlank || index === 0) return false;
      wasBlank = true;
      continue;
    }
    wasBlank = false;
    last = roleOf(code);
    if (last === TEXT) continue;
    if (last === NEVER) return false;
    if (last === SUSPECT) isSuspect = true;
    else if (last === OPENER || last === CLOSER) hasBracket = true;
    else if (index === 0) return false;
    if (last >= OPENER && !isPlainBefore(last, text.charCodeAt(index + 1))) return false;
  }
  if (wasBlank || last === SIGN || last === AMPERSAND) return false;
  if (isSuspect && MARK_WORDS.test(text)) return false;
  return !hasBracket || !BADGE_WORDS.test(text);
}

/** An amount may begin behind `(-` and `+`, an entity behind `&`. `next` is NaN at the end. */
function isPlainBefore(role: number, next: number): boolean {
  if (role === CLOSER) return true;
  if (role === OPENER) return next !== HYPHEN && next !== BLANK;
  const isDigit = next >= 48 && next <= 57;
  if (role === PLUS) return !isDigit && next !== BLANK;
  return roleOf(next) !== SIGN && !isLatinLetter(next);
}

function isLatinLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
