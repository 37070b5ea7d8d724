import type { Reason } from '../../domain/reason';
import type { RawOption } from '../model';
import { cleanText, trimDecoration } from './clean-text';
import { removeBadges, removeSoldOut, removeStockNote } from './marks';
import { isPlainRow } from './plain-row';
import { removePriceText } from './price-text';
import { addOnName, isPlaceholderText } from './rows-out';
import { strangenessOf } from './strange-text';

const HOT = /hot/i;
/** Next to these HOT is a value, not a badge. */
const COLD = /(?:^|[^a-z])(?:ice|iced|cold)(?![a-z])|아이스|콜드/i;

/** `블랙+95`, `블랙+105`: no amounts of won, so that `블랙+100` beside them is none either. */
const SHORT_PLUS = /[\p{L})]\s?\+\s?(?:\d{1,2}|\d*[1-9])$/u;

/** What the whole list says about signs that can be read in two ways. */
interface ListHints {
  readonly isHotValue: boolean;
  readonly isBareAmountTaken: boolean;
}

/** A longer text is no option name; it is kept whole and put to the seller. */
export const NAME_LENGTH_MAX = 300;

/** A text beyond this is not even cleaned: it could be megabytes. */
const CLEANED_MAX = 2000;

/** One raw option after the cleaning of its own text (before numbering and repeated words). */
export interface CleanRow {
  /** Place in the input. */
  readonly index: number;
  readonly text: string;
  /** The text with an unsigned amount that it states, where there is one. */
  readonly textWithTotal: string;
  readonly priceKrw: number;
  readonly stock: number;
  readonly usable: boolean;
  readonly sourceKey: string | null;
}

/** The supplier's rows sorted into what a buyer chooses and what is sold beside it. */
export interface CleanRows {
  readonly choices: readonly CleanRow[];
  readonly addOns: readonly CleanRow[];
  /** Places of rows that only ask to choose or draw a line. */
  readonly placeholders: readonly number[];
  readonly notes: readonly Reason[];
}

/** Cleans every option by itself and tells choices, add-on components and placeholder rows apart. */
export function cleanRows(options: readonly RawOption[]): CleanRows {
  const choices: CleanRow[] = [];
  const addOns: CleanRow[] = [];
  const placeholders: number[] = [];
  const notes: Reason[] = [];
  const texts: string[] = [];
  const marked: string[] = [];
  const plain: boolean[] = [];
  for (const { name } of options) {
    if (name.length > CLEANED_MAX || isPlainRow(name)) {
      texts.push(name);
      plain.push(true);
      continue;
    }
    const text = cleanText(name);
    if (strangenessOf(name, text) !== null) {
      notes.push(note('OPTIONS_STRANGE_NAME', texts.length, text));
    }
    texts.push(text);
    marked.push(text);
    plain.push(isPlainRow(text));
  }
  const hints: ListHints = {
    isHotValue: marked.some((text) => HOT.test(text)) && texts.some((text) => COLD.test(text)),
    isBareAmountTaken: !marked.some((text) => SHORT_PLUS.test(text)),
  };
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index];
    const raw = texts[index];
    if (option === undefined || raw === undefined) continue;
    if (raw.length > NAME_LENGTH_MAX) {
      notes.push(note('OPTIONS_NAME_VERY_LONG', index, raw));
      choices.push(rowAsItIs(option, index, raw));
      continue;
    }
    if ((!option.sold || option.stock <= 0) && options.length > 1 && isPlaceholderText(raw)) {
      placeholders.push(index);
      notes.push(note('OPTIONS_PLACEHOLDER_LEFT_OUT', index, raw));
      continue;
    }
    if (plain[index] === true) {
      choices.push(rowAsItIs(option, index, raw));
      continue;
    }
    const undecorated = trimDecoration(removeBadges(raw, hints.isHotValue));
    const marker = addOnName(undecorated);
    if (marker === null) choices.push(cleanRow(option, index, raw, undecorated, hints, notes));
    else {
      const name = trimDecoration(removeBadges(marker, hints.isHotValue));
      addOns.push(cleanRow(option, index, marker, name, hints, notes));
    }
  }
  return { choices: withTotalsWhereNeeded(choices), addOns, placeholders, notes };
}

function rowAsItIs(option: RawOption, index: number, text: string): CleanRow {
  return {
    index,
    text,
    textWithTotal: text,
    priceKrw: option.priceKrw,
    stock: option.stock,
    usable: option.sold && option.stock > 0,
    sourceKey: option.sourceKey,
  };
}

/** Totals that alone tell values apart (`1만원 세트`, `2만원 세트`) are the values. */
function withTotalsWhereNeeded(rows: readonly CleanRow[]): readonly CleanRow[] {
  if (rows.every((row) => row.textWithTotal === row.text)) return rows;
  const totalOf = new Map<string, string>();
  const isNeeded = rows.some((row) => {
    const known = totalOf.get(row.text) ?? row.textWithTotal;
    totalOf.set(row.text, known);
    return known !== row.textWithTotal;
  });
  return isNeeded ? rows.map((row) => ({ ...row, text: row.textWithTotal })) : rows;
}

function cleanRow(
  option: RawOption,
  index: number,
  raw: string,
  undecorated: string,
  hints: ListHints,
  notes: Reason[],
): CleanRow {
  const { text: unmarked, isMarked } = removeSoldOut(undecorated);
  const priced = removePriceText(unmarked, hints.isBareAmountTaken);
  const text = trimDecoration(removeStockNote(priced.text));
  if (isMarked && option.sold && option.stock > 0)
    notes.push(note('OPTIONS_SOLD_OUT_MARK', index, raw));
  let priceKrw = option.priceKrw;
  if (priced.hasAddition) {
    if (priceKrw === 0 && priced.additionKrw !== 0) {
      priceKrw = priced.additionKrw;
      notes.push(note('OPTIONS_PRICE_FROM_TEXT', index, raw, priceKrw));
    } else if (priceKrw !== priced.additionKrw) {
      notes.push(note('OPTIONS_PRICE_TEXT_DIFFERS', index, raw, priceKrw));
    }
  }
  if (priced.hasTotal) notes.push(note('OPTIONS_TOTAL_PRICE_TEXT', index, raw, priceKrw));
  return {
    index,
    text: text === '' ? raw : text,
    textWithTotal: priced.hasTotal ? unmarked : text === '' ? raw : text,
    priceKrw,
    stock: option.stock,
    usable: option.sold && option.stock > 0 && !isMarked,
    sourceKey: option.sourceKey,
  };
}

type RowNote =
  | 'OPTIONS_PLACEHOLDER_LEFT_OUT'
  | 'OPTIONS_SOLD_OUT_MARK'
  | 'OPTIONS_PRICE_FROM_TEXT'
  | 'OPTIONS_PRICE_TEXT_DIFFERS'
  | 'OPTIONS_TOTAL_PRICE_TEXT'
  | 'OPTIONS_DUPLICATE_LEFT_OUT'
  | 'OPTIONS_STRANGE_NAME'
  | 'OPTIONS_NAME_VERY_LONG';

/** A note about one row of the input; rows count from 1 for people. */
export function note(code: RowNote, index: number, name: string, priceKrw?: number): Reason {
  const params = { row: index + 1, name: name.slice(0, 60) };
  return {
    code,
    severity: code === 'OPTIONS_NAME_VERY_LONG' || code === 'OPTIONS_STRANGE_NAME' ? 'ask' : 'warn',
    field: 'options',
    params: priceKrw === undefined ? params : { ...params, priceKrw },
  };
}
