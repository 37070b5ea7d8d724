import { trimSeparators } from './clean-text';
import { isSizeNumber } from './value-kind';

const SIZE_OR_COLOUR_ENDING = /[\s/_,|~:;·-]*(?:색상|컬러|칼라|사이즈|싸이즈|colou?r|size)$/i;
/** Free-size words only end like a size word. */
const FREE_SIZE_AT_END = /(?:프리|원|one|free)[\s-]?(?:사이즈|size)$/i;
const WORD_IN_FRONT =
  /^(?:[[({<]([^[\](){}<>]+)[\])}>]|([^\s[\](){}<>/_,|~:;·=+&*-]+))(?:[\s/_,|~:;·=-]+|(?=[[({<]))/;
const WORD_AT_END =
  /(?:[\s/_,|~:;·=-]+|(?<=[\])}>]))(?:[[({<]([^[\](){}<>]+)[\])}>]|([^\s[\](){}<>/_,|~:;·=+&*-]+))$/;
const BRACKET_AT_END = /[[({<]([^[\](){}<>]+)[\])}>]$/;
const HAS_TEXT = /[\p{L}\p{N}]/u;
const BARE_PART = /^(?:\d+|[A-Za-z])$/;

const BETWEEN_WORDS = /[\s[\](){}<>/_,|~:;·=+&*-]/;

/** Words of an item title for the question whether a repeated word only repeats the title. */
export class TitleWords {
  readonly #title: string;
  #lower: string | null = null;

  constructor(title: string) {
    this.#title = title;
  }

  /** True for a word of the title, or one that begins or ends a compound word of it. */
  has(word: string): boolean {
    const wanted = word.toLowerCase();
    if (wanted === '' || BETWEEN_WORDS.test(wanted)) return false;
    this.#lower ??= this.#title.toLowerCase();
    const title = this.#lower;
    for (let at = title.indexOf(wanted); at !== -1; at = title.indexOf(wanted, at + 1)) {
      const begins = at === 0 || BETWEEN_WORDS.test(title.charAt(at - 1));
      const end = at + wanted.length;
      const ends = end === title.length || BETWEEN_WORDS.test(title.charAt(end));
      if (wanted.length === 1 ? begins && ends : begins || ends) return true;
    }
    return false;
  }

  /** True when `text` is the title; badges in brackets and blanks do not matter. */
  isTitle(text: string): boolean {
    const wanted = compact(text.replace(/[[(<{【][^\])}>】]*[\])}>】]/g, ' '));
    const whole = compact(this.#title.replace(/[[(<{【][^\])}>】]*[\])}>】]/g, ' '));
    return wanted !== '' && wanted === whole;
  }
}

function compact(text: string): string {
  return text.replace(/[\s]+/g, '').toLowerCase();
}

/** The texts without the words that all of them share, which say nothing about a choice. */
export interface RepeatedWordsRemoval {
  readonly texts: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Takes off words that are the same in front or at the end of all texts: words of the title, and
 * colour or size words as endings. Nothing is taken when a text would become empty or a bare number.
 */
export function removeRepeatedWords(
  texts: readonly string[],
  title: TitleWords,
): RepeatedWordsRemoval | null {
  if (texts.length < 2) return null;
  const removed: string[] = [];
  let current = texts;
  for (let round = 0; round < 8; round += 1) {
    const edges = sharedEdges(current);
    if (edges === NEITHER) break;
    const next =
      (edges === FRONT ? null : withoutEnding(current, removed)) ??
      withoutTitleWord(current, PATTERNS[edges] ?? [], title, removed);
    if (next === null) break;
    current = next;
  }
  return removed.length === 0 ? null : { texts: current, removed };
}

const NEITHER = 0;
const FRONT = 1;
const END = 2;
/** Where a repeated word can stand, by the edges whose letter all texts share. */
const PATTERNS: Readonly<Record<number, readonly RegExp[]>> = {
  [FRONT]: [WORD_IN_FRONT],
  [END]: [WORD_AT_END, BRACKET_AT_END],
  [FRONT | END]: [WORD_IN_FRONT, WORD_AT_END, BRACKET_AT_END],
};

/** The edges at which a word may repeat: all texts share the first letter, or the last one. */
function sharedEdges(texts: readonly string[]): number {
  const first = texts[0] ?? '';
  const front = first.charCodeAt(0);
  const end = lowerLetter(first.charCodeAt(first.length - 1));
  let shared = FRONT | END;
  for (const text of texts) {
    if (text.charCodeAt(0) !== front) shared &= ~FRONT;
    if (lowerLetter(text.charCodeAt(text.length - 1)) !== end) shared &= ~END;
    if (shared === NEITHER) return NEITHER;
  }
  return shared;
}

/** Capital ASCII letters as small ones. */
function lowerLetter(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** Sizes are whole values although they are bare numbers or letters. */
function isBareSize(text: string): boolean {
  return /^[smlfqkd]$/i.test(text) || isSizeNumber(Number(text));
}

function withoutEnding(texts: readonly string[], removed: string[]): readonly string[] | null {
  const first = texts[0] ?? '';
  const found = SIZE_OR_COLOUR_ENDING.exec(first);
  if (found === null) return null;
  const rests: string[] = [];
  for (const text of texts) {
    const match = SIZE_OR_COLOUR_ENDING.exec(text);
    if (match === null || FREE_SIZE_AT_END.test(text)) return null;
    const rest = text.slice(0, match.index).trim();
    if (!HAS_TEXT.test(rest)) return null;
    rests.push(rest);
  }
  removed.push(found[0].trim());
  return rests;
}

function withoutTitleWord(
  texts: readonly string[],
  patterns: readonly RegExp[],
  title: TitleWords,
  removed: string[],
): readonly string[] | null {
  for (const pattern of patterns) {
    const found = pattern.exec(texts[0] ?? '');
    const word = found?.[1] ?? found?.[2];
    if (word === undefined || !title.has(word)) continue;
    const rests: string[] = [];
    for (const text of texts) {
      const match = pattern.exec(text);
      if (match === null || (match[1] ?? match[2]) !== word) break;
      const rest = trimSeparators(
        pattern === WORD_IN_FRONT ? text.slice(match[0].length) : text.slice(0, match.index),
      );
      if (!HAS_TEXT.test(rest) || (BARE_PART.test(rest) && !isBareSize(rest))) break;
      rests.push(rest);
    }
    if (rests.length === texts.length) {
      removed.push(word);
      return rests;
    }
  }
  return null;
}
