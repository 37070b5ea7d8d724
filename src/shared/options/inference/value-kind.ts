import {
  COLOUR_CODES,
  COLOUR_ENDINGS,
  COLOUR_MODIFIERS,
  COLOUR_WORDS,
  WEAK_COLOUR_WORDS,
} from '../vocabulary/colours';
import { KIND } from '../vocabulary/kinds';
import { LENGTH_WORDS, SIZE_LETTERS, SIZE_WORDS } from '../vocabulary/sizes';
import { UNIT_KINDS } from '../vocabulary/units';
import {
  CAR_WORDS,
  DESIGN_ENDINGS,
  DESIGN_WORDS,
  DEVICE_WORDS,
  DIRECTION_WORDS,
  FORM_ENDINGS,
  FORM_WORDS,
  GENDER_WORDS,
  MATERIAL_WORDS,
  ORIGIN_WORDS,
  PACKAGING_WORDS,
  POSITION_WORDS,
  SCENT_WORDS,
  SET_ENDINGS,
  SET_WORDS,
  TASTE_WORDS,
  TERMINAL_WORDS,
} from '../vocabulary/words';

const WORD_ROWS: readonly (readonly [kinds: number, words: readonly string[]])[] = [
  [KIND.colour, COLOUR_WORDS],
  [KIND.colour, WEAK_COLOUR_WORDS],
  [KIND.colour, COLOUR_CODES],
  [KIND.sizeLetter, SIZE_LETTERS],
  [KIND.sizeLetter, ['프리', '프리사이즈', 'onesize', '원사이즈', 'freesize']],
  [KIND.sizeWord, SIZE_WORDS],
  [KIND.lengthWord, LENGTH_WORDS],
  [KIND.set, SET_WORDS],
  [KIND.form, FORM_WORDS],
  [KIND.design, DESIGN_WORDS],
  [KIND.material, MATERIAL_WORDS],
  [KIND.taste, TASTE_WORDS],
  [KIND.scent, SCENT_WORDS],
  [KIND.gender, GENDER_WORDS],
  [KIND.direction, DIRECTION_WORDS],
  [KIND.position, POSITION_WORDS],
  [KIND.terminal, TERMINAL_WORDS],
  [KIND.packaging, PACKAGING_WORDS],
  [KIND.origin, ORIGIN_WORDS],
  [KIND.model, DEVICE_WORDS],
  [KIND.model, CAR_WORDS],
];

const WORD_KINDS: ReadonlyMap<string, number> = indexWords();

function indexWords(): Map<string, number> {
  const index = new Map<string, number>();
  for (const [kinds, words] of WORD_ROWS) {
    for (const word of words) index.set(word, (index.get(word) ?? 0) | kinds);
  }
  return index;
}

const STRONG_COLOURS: ReadonlySet<string> = new Set(COLOUR_WORDS);
const WEAK_COLOURS: ReadonlySet<string> = new Set(WEAK_COLOUR_WORDS);
const MODIFIERS: ReadonlySet<string> = new Set(COLOUR_MODIFIERS);
const ENDINGS_OF_COLOURS: ReadonlySet<string> = new Set(COLOUR_ENDINGS);
const MODEL_STARTS: ReadonlySet<string> = new Set([...DEVICE_WORDS, ...CAR_WORDS]);

const ENDING_ROWS: readonly (readonly [kinds: number, endings: readonly string[]])[] = [
  [KIND.taste, ['맛']],
  [KIND.scent, ['향']],
  [KIND.design, DESIGN_ENDINGS],
  [KIND.set, SET_ENDINGS],
  [KIND.form, FORM_ENDINGS],
  [KIND.packaging, ['포장']],
  [KIND.origin, ['국산', '중국산']],
];

const NUMBER_UNIT =
  /^(?:약 ?|ø|φ|총 ?|길이 ?|폭 ?|두께 ?|지름 ?|높이 ?)?(\d+(?:[.,]\d+)*)(?:([가-힣a-z"]*) ?[-~∼] ?(\d+(?:\.\d+)?))? ?([가-힣]+|[a-z]+(?:[가-힣]+)?|")?(?: ?(이상|이하|미만|이내|내외|까지|용))?$/;
const FRACTION = /^(?:\d+[ -])?\d{1,2}\/\d{1,2} ?(인치|inch|마|컵|"|in|t|hp|마력)?$/;
const AREA =
  /^(?:가로|세로|폭|높이|길이|약)? ?\d+(?:\.\d+)? ?(?:cm|mm|m)? ?[x×*] ?(?:세로|가로|높이|폭|길이)? ?\d+(?:\.\d+)? ?(?:cm|mm|m)?(?: ?[x×*] ?(?:높이)? ?\d+(?:\.\d+)? ?(?:cm|mm|m|t)?)?$/;
const THREAD =
  /^(?:m|pt|pf|npt|w|uno)\d+(?:\.\d+)?(?:\/\d+)?(?: ?[x×*] ?\d+(?:\.\d+)?(?:mm|l|cm)?)?$/;
const PACK = /^\d{1,2}\+\d{1,2}(?:\+\d{1,2})? ?(?:개|세트|팩|박스|병|봉|매|장)?$/;
const BAND_CUP = /^(?:65|70|75|80|85|90|95|100|105)[a-hＡ-Ｈ](?:컵)?$/;
const PAPER = /^[ab][0-9]$/;
const FOREIGN_SIZE = /^(?:eu|us|uk|eur|jp|kr) ?\d{1,3}(?:\.5)?$/;
const CODE = /^(?=.*\d)(?=.*[a-z])[a-z0-9]+(?:[-.][a-z0-9]+)*\+?$/;
const LETTER_CODE = /^[a-z]{1,5}-?\d{1,5}[a-z]{0,3}(?:-?\d{0,5})?\+?$/;
const CUP_SIZE_RANGE = /^(\d*x*[sml]|free|f)[-~/(]/;

/** Sizes that stand as bare numbers: clothes, waist, shoes, children (table of docs/options.md). */
export function isSizeNumber(value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (value >= 22 && value <= 46) return value % 0.5 === 0;
  if (value === 55 || value === 66 || value === 77 || value === 88 || value === 99) return true;
  if (value === 44) return true;
  if (value >= 50 && value <= 300) return value % 5 === 0;
  return false;
}

/** A longer value is a sentence, of no kind. */
const KNOWN_MAX = 60;

/** Most values remembered; then the memory starts anew. About 5 MB. */
const REMEMBERED_MAX = 40_000;

/**
 * Possible kinds of single values. Keeps what it has seen, so that a repeated value costs a lookup.
 * One instance may serve many readings: what a value can be depends on the value alone.
 */
export class ValueKinds {
  readonly #seen = new Map<string, number>();

  /** The set of kinds `value` can be of, 0 when nothing is known. */
  of(value: string): number {
    if (value.length > KNOWN_MAX) return 0;
    const known = this.#seen.get(value);
    if (known !== undefined) return known;
    const kinds = this.#classify(value.toLowerCase());
    if (this.#seen.size >= REMEMBERED_MAX) this.#seen.clear();
    this.#seen.set(value, kinds);
    return kinds;
  }

  #classify(value: string): number {
    const direct = WORD_KINDS.get(value);
    if (direct !== undefined) return direct;
    const first = value.charCodeAt(0);
    const startsWithDigit = first >= 48 && first <= 57;
    const hasBlank = value.includes(' ');
    if (hasBlank) {
      const fused = WORD_KINDS.get(value.replaceAll(' ', ''));
      if (fused !== undefined) return fused;
    }
    const bracket = value.search(/[([{<]/);
    if (bracket > 0) {
      const head = value.slice(0, bracket).trimEnd();
      if (/[)\]}>]$/.test(value)) return this.of(head);
    } else if (bracket === 0) {
      const close = value.search(/[)\]}>]/);
      const rest = close > 0 ? value.slice(close + 1).trim() : '';
      return rest === '' ? 0 : this.of(rest);
    }
    if (startsWithDigit || NUMBER_LEAD.test(value)) {
      const kinds = numeric(value);
      if (kinds !== 0) return kinds;
    }
    const compound = this.#compound(value);
    if (compound !== 0) return compound;
    if (hasBlank) return this.#phrase(value);
    return this.#word(value);
  }

  /** Two parts of one kind joined by a sign are one compound value; `+` between words is a set. */
  #compound(value: string): number {
    const parts = value.split(/ ?[/&+,·-] ?/);
    if (parts.length < 2 || parts.length > 5) return 0;
    let common = -1;
    for (const part of parts) {
      if (part === '') return 0;
      common &= this.of(part) & ~KIND.model;
    }
    if (common !== 0 && common !== -1) {
      return value.includes('+') && (common & KIND.colour) === 0 ? common | KIND.set : common;
    }
    if (CUP_SIZE_RANGE.test(value) && parts.length === 2) {
      const [left, right] = parts;
      const sizes = KIND.sizeLetter | KIND.sizeNumber;
      if ((this.of(left ?? '') & sizes) !== 0 && (this.of(right ?? '') & sizes) !== 0) {
        return KIND.sizeLetter;
      }
    }
    if (/[가-힣)]\d{0,2} ?\+ ?[가-힣0-9(]/.test(value)) return KIND.set;
    return 0;
  }

  /** A value of several words: colours with modifiers, counted phrases, devices, or what its last word is. */
  #phrase(value: string): number {
    const tokens = value.split(' ');
    if (isColourPhrase(tokens)) return KIND.colour;
    const firstToken = tokens[0] ?? '';
    if (
      MODEL_STARTS.has(firstToken) ||
      tokens.some((token) => token.length >= 3 && MODEL_STARTS.has(token))
    ) {
      const last = tokens[tokens.length - 1] ?? '';
      const tail = this.of(last);
      return tail === 0 ||
        (tail & (KIND.sizeLetter | KIND.form | KIND.model | KIND.sizeWord | KIND.sizeNumber)) !== 0
        ? KIND.model
        : 0;
    }
    let everyKind = -1;
    for (const token of tokens) everyKind &= this.of(token);
    if (everyKind !== -1 && everyKind !== 0) return everyKind;
    const last = tokens[tokens.length - 1] ?? '';
    if (WORD_KINDS.get(last) === KIND.set) return KIND.set;
    const ending = kindOfEnding(last, true);
    if (ending !== 0) return ending;
    return 0;
  }

  #word(value: string): number {
    if (isLatin(value)) {
      if (THREAD.test(value)) return KIND.spec | KIND.model;
      if (PAPER.test(value)) return KIND.sizeWord | KIND.model;
      if (FOREIGN_SIZE.test(value)) return KIND.sizeNumber;
      if (LETTER_CODE.test(value) || CODE.test(value)) return KIND.model;
      return isFusedColour(value) ? KIND.colour : 0;
    }
    const kinds = kindOfEnding(value, false);
    if (kinds !== 0) return kinds;
    if (isFusedColour(value)) return KIND.colour;
    for (const device of MODEL_STARTS) {
      if (device.length > 1 && value.startsWith(device)) {
        const rest = value.slice(device.length);
        if (
          /^[0-9a-z+]|^(프로|플러스|미니|맥스|울트라|에어|플립|폴드|노트|탭|버즈|워치|하이브리드)/.test(
            rest,
          )
        )
          return KIND.model;
      }
    }
    return 0;
  }
}

/** `95호` is a size of clothes, `21호` a shade. */
function isClothesNumber(value: number): boolean {
  return value >= 44 && value <= 170 && isSizeNumber(value);
}

const NUMBER_LEAD = /^(?:약|총|ø|φ|가로|세로|길이|폭|두께|지름|높이|eu|us|m|pt)? ?\d/;

function numeric(value: string): number {
  const match = NUMBER_UNIT.exec(value);
  if (match !== null) {
    const unit = match[4];
    if (unit === undefined) {
      if (match[3] !== undefined) {
        return isSizeNumber(Number(match[1])) && isSizeNumber(Number(match[3]))
          ? KIND.sizeNumber
          : 0;
      }
      return isSizeNumber(Number(match[1])) ? KIND.sizeNumber : 0;
    }
    const kinds = UNIT_KINDS.get(unit);
    if (unit === '호' && isClothesNumber(Number(match[1]))) return KIND.sizeNumber;
    if (kinds !== undefined) return kinds;
    const word = WORD_KINDS.get(value);
    if (word !== undefined) return word;
    if (BAND_CUP.test(value)) return KIND.sizeLetter;
    const ending = kindOfEnding(value, false);
    if (ending !== 0) return ending;
    if (/^[a-z]+$/.test(unit) && CODE.test(value)) return KIND.model;
    return 0;
  }
  if (FOREIGN_SIZE.test(value)) return KIND.sizeNumber;
  if (FRACTION.test(value)) return KIND.measure | KIND.spec;
  if (AREA.test(value)) return KIND.sizeWord | KIND.spec;
  if (PACK.test(value)) return KIND.set;
  if (THREAD.test(value)) return KIND.spec;
  if (CODE.test(value)) return KIND.model;
  return countedPhrase(value);
}

/** `10개 1박스`, `3개 묶음`, `500ml x 2개`, `2+1 세트`. */
function countedPhrase(value: string): number {
  const tokens = value.split(/ ?[x×*/] ?| /);
  if (tokens.length < 2 || tokens.length > 5) return 0;
  let kinds = 0;
  for (const token of tokens) {
    if (/^(묶음|세트|셋트|박스|팩|구성|기획|개입|매입|입|증정|낱개)$/.test(token)) {
      kinds |= KIND.count | KIND.set;
      continue;
    }
    if (PACK.test(token)) {
      kinds |= KIND.set;
      continue;
    }
    const match = NUMBER_UNIT.exec(token);
    const unit = match?.[4];
    const unitKinds = unit === undefined ? undefined : UNIT_KINDS.get(unit);
    if (unitKinds === undefined || (unitKinds & (KIND.count | KIND.capacity)) === 0) return 0;
    kinds |= unitKinds;
  }
  if ((kinds & KIND.count) !== 0) return KIND.count | KIND.set;
  return kinds;
}

function kindOfEnding(word: string, isWholeAllowed: boolean): number {
  for (const [kinds, endings] of ENDING_ROWS) {
    for (const ending of endings) {
      if (!word.endsWith(ending) || (!isWholeAllowed && word.length <= ending.length)) continue;
      if (isOtherWord(word)) return 0;
      return kinds;
    }
  }
  return 0;
}

/** Nouns that only end like a form or a scent. */
function isOtherWord(word: string): boolean {
  return /(?:인형|취향|영향|공식|양식|곡식|음식|간식|한식|중식|일식|분식)$/.test(word);
}

function isLatin(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    if (value.charCodeAt(index) > 0x7f) return false;
  }
  return true;
}

function isColourPhrase(tokens: readonly string[]): boolean {
  let hasColour = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    if (STRONG_COLOURS.has(token)) hasColour = true;
    else if (isFusedColour(token)) hasColour = true;
    else if (WEAK_COLOURS.has(token)) hasColour ||= index === tokens.length - 1 && index > 0;
    else if (!MODIFIERS.has(token) && !(index > 0 && ENDINGS_OF_COLOURS.has(token))) return false;
  }
  const last = tokens[tokens.length - 1] ?? '';
  const endsAsColour =
    STRONG_COLOURS.has(last) ||
    WEAK_COLOURS.has(last) ||
    ENDINGS_OF_COLOURS.has(last) ||
    isFusedColour(last);
  return hasColour && endsAsColour;
}

const LONGEST_PIECE = 9;

/** True when `word` consists of colour words, modifiers and colour endings only, and ends in a colour. */
function isFusedColour(word: string): boolean {
  if (word.length < 2 || word.length > 16) return false;
  return endsColour(word, 0, false);
}

function endsColour(word: string, from: number, hasColour: boolean): boolean {
  const rest = word.length - from;
  for (let length = Math.min(rest, LONGEST_PIECE); length >= 1; length -= 1) {
    const piece = word.slice(from, from + length);
    const isLast = length === rest;
    const isColour = STRONG_COLOURS.has(piece) && (length > 1 || isLast === false);
    if (isLast) {
      if (isColour && (hasColour || from > 0)) return true;
      if (hasColour && ENDINGS_OF_COLOURS.has(piece)) return true;
      continue;
    }
    if (isColour || MODIFIERS.has(piece)) {
      if (endsColour(word, from + length, hasColour || (isColour && length > 1))) return true;
    }
  }
  return false;
}
