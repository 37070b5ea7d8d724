/** Words that a mark, price or note of a name holds; a text without one needs no look for them. */
const MARK_WORDS =
  /품절|매진|완판|단종|종료|중지|추가|원|재고|잔여|잔량|남은|남음|별|add|sold|won|krw|선택/i;

/** What a character may be in a plain text. */
const NEVER = 0;
const TEXT = 1;
const SIGN = 2;
/** Text with which a mark's word may begin. */
const SUSPECT = 3;

const BLANK = 32;
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
  for (const letter of 'aswkASWK') roles[letter.charCodeAt(0)] = SUSPECT;
  for (const sign of '/_|~:;,.=-') roles[sign.charCodeAt(0)] = SIGN;
  return roles;
}

function suspects(letters: string): Uint8Array {
  const known = new Uint8Array(HANGUL_LAST - HANGUL_FIRST + 1);
  for (const letter of letters) known[letter.charCodeAt(0) - HANGUL_FIRST] = 1;
  return known;
}

/**
 * True for a text in which no mark, price, note or decoration can be: letters, digits and simple signs
 * between them, single blanks. Most texts are plain; the look at every letter is cheaper than a pattern.
 */
export function isPlainRow(text: string): boolean {
  const { length } = text;
  if (length === 0) return false;
  let last = NEVER;
  let isSuspect = false;
  let wasBlank = false;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === BLANK) {
      if (wasBlank || index === 0) return false;
      wasBlank = true;
      continue;
    }
    wasBlank = false;
    if (code < 128) last = ASCII_ROLES[code] ?? NEVER;
    else if (code >= HANGUL_FIRST && code <= HANGUL_LAST) {
      last = SUSPECT_HANGUL[code - HANGUL_FIRST] === 1 ? SUSPECT : TEXT;
    } else return false;
    if (last === NEVER || (index === 0 && last === SIGN)) return false;
    if (last === SUSPECT) isSuspect = true;
  }
  if (wasBlank || last === SIGN) return false;
  return !isSuspect || !MARK_WORDS.test(text);
}
