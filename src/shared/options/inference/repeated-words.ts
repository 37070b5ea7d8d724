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

/** Words of an item title for the question whether a repeated word only repeats the title. */
export class TitleWords {
  readonly #title: string;
  #words: readonly string[] | null = null;

  constructor(title: string) {
    this.#title = title;
  }

  /** True for a word of the title, or one that begins or ends a compound word of it. */
  has(word: string): boolean {
    const wanted = word.toLowerCase();
    this.#words ??= this.#title
      .toLowerCase()
      .split(/[\s[\](){}<>/_,|~:;·=+&*-]+/)
      .filter((part) => part !== '');
    return this.#words.some(
      (known) =>
        known === wanted ||
        (wanted.length >= 2 && (known.startsWith(wanted) || known.endsWith(wanted))),
    );
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
  if (texts.length < 2 || !mightRepeat(texts)) return null;
  const removed: string[] = [];
  let current = texts;
  for (let round = 0; round < 8; round += 1) {
    const next = withoutEnding(current, removed) ?? withoutTitleWord(current, title, removed);
    if (next === null) break;
    current = next;
  }
  return removed.length === 0 ? null : { texts: current, removed };
}

/** Texts that share neither their first nor their last letter repeat no word there. */
function mightRepeat(texts: readonly string[]): boolean {
  const first = texts[0] ?? '';
  const front = first.charCodeAt(0);
  const end = lowerLetter(first.charCodeAt(first.length - 1));
  let isFrontShared = true;
  let isEndShared = true;
  for (const text of texts) {
    if (text.charCodeAt(0) !== front) isFrontShared = false;
    if (lowerLetter(text.charCodeAt(text.length - 1)) !== end) isEndShared = false;
    if (!isFrontShared && !isEndShared) return false;
  }
  return true;
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
  title: TitleWords,
  removed: string[],
): readonly string[] | null {
  for (const pattern of [WORD_IN_FRONT, WORD_AT_END, BRACKET_AT_END]) {
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
