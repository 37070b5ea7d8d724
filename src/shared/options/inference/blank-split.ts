import { KIND } from '../vocabulary/kinds';
import type { Part } from './parts';
import type { SplitContext } from './structure';
import type { ValueKinds } from './value-kind';

/**
 * Texts cut at one blank each. `rows` are the places of those that could be cut, `odd` of those
 * that could not.
 */
export interface BlankSplit {
  /** Parallel to `rows`. */
  readonly parts: readonly (readonly Part[])[];
  readonly rows: readonly number[];
  readonly odd: readonly number[];
}

/** Longest typed part in words (`가로30 x 세로45` is one word for us). */
const WORDS_MAX = 3;

/** Values of several words that are one value; a set, a form or a taste is often told by its last word alone. */
const WHOLE_KINDS = ~(
  KIND.set |
  KIND.form |
  KIND.design |
  KIND.taste |
  KIND.scent |
  KIND.packaging |
  KIND.origin |
  KIND.count |
  KIND.model
);

/**
 * Cuts at one blank per text: behind a first part or in front of a last part of a known kind that all
 * texts share, or in front of the last word.
 */
export function blankParts(texts: readonly string[], context: SplitContext): readonly BlankSplit[] {
  const withBlank = texts.filter((text) => text.includes(' ')).length;
  if (withBlank < 2 || withBlank < texts.length * 0.8) return [];
  const wholeKinds = texts.reduce((common, text) => common & context.kinds.of(text), -1);
  if (wholeKinds !== -1 && (wholeKinds & WHOLE_KINDS) !== 0) return [];
  const splits: BlankSplit[] = [];
  const typedEnd = typedSplit(texts, context.kinds, true);
  if (typedEnd !== null) splits.push(typedEnd);
  const typedStart = typedSplit(texts, context.kinds, false);
  if (typedStart !== null) splits.push(typedStart);
  if (splits.length === 0) {
    const lastWord = wordSplit(texts);
    if (lastWord !== null) splits.push(lastWord);
  }
  return splits;
}

interface Cut {
  readonly at: number;
  readonly kinds: number;
}

const SIGN_AT_CUT = /^[x×*+&/~-] | [x×*+&/~-]$/i;

/** The possible cuts of one text with the kinds of the part at the end (or in front), shortest part first. */
function cutsOf(text: string, kinds: ValueKinds, isEnd: boolean): readonly Cut[] {
  const cuts: Cut[] = [];
  let at = isEnd ? text.length : -1;
  for (let words = 0; words < WORDS_MAX; words += 1) {
    at = isEnd ? text.lastIndexOf(' ', at - 1) : text.indexOf(' ', at + 1);
    if (at <= 0) break;
    const part = isEnd ? text.slice(at + 1) : text.slice(0, at);
    // "70매 x | 10팩": a sign at the cut belongs to a longer value.
    if (SIGN_AT_CUT.test(isEnd ? text.slice(0, at) : text.slice(at + 1))) continue;
    const found = kinds.of(part) & ~KIND.model;
    if (found !== 0) cuts.push({ at, kinds: found });
  }
  return cuts;
}

function typedSplit(
  texts: readonly string[],
  kinds: ValueKinds,
  isEnd: boolean,
): BlankSplit | null {
  const cuts = texts.map((text) => cutsOf(text, kinds, isEnd));
  const shared = sharedKinds(cuts);
  if (shared === 0) return null;
  const rows: number[] = [];
  const odd: number[] = [];
  const parts: Part[][] = [];
  for (const [index, text] of texts.entries()) {
    let chosen: Cut | null = null;
    for (const cut of cuts[index] ?? []) if ((cut.kinds & shared) !== 0) chosen = cut;
    if (chosen === null) {
      odd.push(index);
      continue;
    }
    rows.push(index);
    parts.push(cutText(text, chosen.at));
  }
  return { parts, rows, odd };
}

/** Kinds that a part of every text (or of nearly every one) can be of. */
function sharedKinds(cuts: readonly (readonly Cut[])[]): number {
  let shared = -1;
  let missing = 0;
  for (const options of cuts) {
    let any = 0;
    for (const cut of options) any |= cut.kinds;
    if (any === 0) missing += 1;
    else shared &= any;
  }
  if (shared === -1 || missing > cuts.length * 0.2) return 0;
  return shared;
}

function wordSplit(texts: readonly string[]): BlankSplit | null {
  const rows: number[] = [];
  const odd: number[] = [];
  const parts: Part[][] = [];
  for (const [index, text] of texts.entries()) {
    const at = text.lastIndexOf(' ');
    if (at <= 0 || SIGN_AT_CUT.test(text.slice(0, at))) odd.push(index);
    else {
      rows.push(index);
      parts.push(cutText(text, at));
    }
  }
  return rows.length === 0 ? null : { parts, rows, odd };
}

function cutText(text: string, at: number): Part[] {
  return [
    { text: text.slice(0, at).trim(), from: 0, to: at, sign: 0 },
    { text: text.slice(at + 1).trim(), from: at + 1, to: text.length, sign: 0 },
  ];
}

const SCRIPT_CHANGE = /^(.*[가-힣])([A-Za-z0-9][^가-힣]*(?:[가-힣]{1,3})?)$/;

/** Cuts every text where Hangul ends and Latin letters or digits begin; null when a text has no such place. */
export function fusedParts(
  texts: readonly string[],
  kinds: ValueKinds,
): readonly (readonly Part[])[] | null {
  const parts: Part[][] = [];
  for (const text of texts) {
    const match = SCRIPT_CHANGE.exec(text);
    if (match === null) return null;
    const [, left = '', right = ''] = match;
    if (kinds.of(left) === 0 || kinds.of(right) === 0) return null;
    parts.push([
      { text: left.trim(), from: 0, to: left.length, sign: 0 },
      { text: right, from: left.length, to: text.length, sign: 0 },
    ]);
  }
  return parts;
}
