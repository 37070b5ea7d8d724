import { KIND } from '../vocabulary/kinds';
import type { Atom } from './parts';
import { BRACKET_BIT, bitOf } from './signs';
import type { ValueKinds } from './value-kind';

const HYPHEN = bitOf('-');
const HYPHEN_BITS = HYPHEN | bitOf('~');
const SLASH = bitOf('/');
const COMMA = bitOf(',');
const COLON = bitOf(':');
const PLUS = bitOf('+');
const STAR = bitOf('*');
const X_BIT = bitOf('x');
const ENDS_WITH_NUMBER = /(?:^|[^0-9.])(\d+(?:\.\d+)?)(?:mm|cm|m|g|kg|ml|l|호|세|개월|개)?$/i;
const STARTS_WITH_NUMBER = /^(\d+(?:\.\d+)?)/;
const THREAD = /^m\d+(?:\.\d+)?$/i;
const CODE_PART = /^[A-Za-z0-9.]+\+?$/;

/** Joins atoms again whose sign is part of one value. */
export function protect(text: string, atoms: Atom[], kinds: ValueKinds): void {
  let kept = 0;
  for (let place = 1; place < atoms.length; place += 1) {
    const left = atoms[kept];
    const right = atoms[place];
    if (left === undefined || right === undefined) continue;
    if (
      left.bracket === right.bracket &&
      (right.sign & BRACKET_BIT) === 0 &&
      belongsTogether(text, left, right, kinds)
    ) {
      left.end = right.end;
      left.to = right.to;
    } else {
      kept += 1;
      atoms[kept] = right;
    }
  }
  if (kept + 1 < atoms.length) atoms.length = kept + 1;
}

function belongsTogether(text: string, left: Atom, right: Atom, kinds: ValueKinds): boolean {
  const { sign } = right;
  const isX = (sign & X_BIT) !== 0;
  if (!isX) {
    if (right.start - left.end !== 1) return false;
    if (!mightBelong(text.charCodeAt(left.end - 1), text.charCodeAt(right.start), sign))
      return false;
  }
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
      return isOneUnit || (THREAD.test(before) && /^\d+(?:\.\d+)?$/.test(after));
    }
  }
  if (sign === HYPHEN) {
    if (isWordWithHyphen(before, after, kinds)) return true;
    return isCode(before, after, kinds);
  }
  return false;
}

/** Last syllables of the units behind which a range may go on: 호, 세, 개월, 개. */
const UNIT_ENDS: ReadonlySet<number> = new Set([...'호세월개'].map((end) => end.charCodeAt(0)));

/**
 * Only between a Latin letter, a digit or a unit and what can go on from it can a sign be a part of a
 * value: numbers go on with a digit, words and codes behind a hyphen with anything.
 */
function mightBelong(before: number, after: number, sign: number): boolean {
  const isDigitNext = after >= 48 && after <= 57;
  if (before >= 128) return isDigitNext && UNIT_ENDS.has(before);
  return isDigitNext || sign === HYPHEN;
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
