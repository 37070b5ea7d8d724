/**
 * Prices that suppliers write into the name. A signed amount, or one next to 추가, is an addition; an
 * unsigned amount states a total, which is removed without touching the price.
 */
export interface PriceText {
  readonly text: string;
  /** Sum of the additions in the text, 0 when there are none. */
  readonly additionKrw: number;
  readonly hasAddition: boolean;
  /** An amount without a sign was removed. */
  readonly hasTotal: boolean;
}

const NUMBER = '\\d{1,3}(?:,\\d{3})+|\\d+';
const WORD_AMOUNT = `\\d+(?:\\.\\d+)?\\s?만(?:\\s?\\d+\\s?천|\\s?(?:${NUMBER}))?|\\d+\\s?천`;
const AMOUNT = `(?:${WORD_AMOUNT}|\\d{1,3}(?:,\\d{3})+|\\d{3,})`;
/** Behind an amount: 원 unless it begins another word, then an end, a bracket, a blank or a separator. */
const WON = '\\s?(?:원|won|krw)(?![a-z])';
const EDGE = '(?=$|[\\s()\\[\\]{}<>/_,|:;~*★☆!-])';
const ADD_WORD = '추가\\s?(?:금액|금|비용|요금)?';

const SIGNED = `(?<![\\d.])[+＋]\\s?₩?\\s?(?:${AMOUNT}|0(?=원|\\)|\\]))(?:${WON}|${EDGE})(?:\\s?(?:${ADD_WORD}|할증|up))?${EDGE}`;
const MINUS_WON = `(?:[-–—]\\s?₩?\\s?${AMOUNT}${WON}|[-–—]\\s?₩\\s?${AMOUNT}|−\\s?₩?\\s?${AMOUNT}(?:${WON}|${EDGE}))(?:\\s?(?:할인|차감))?${EDGE}`;
const MINUS_ENCLOSED = `(?<=[(\\[{<]\\s?)-\\s?${AMOUNT}(?=\\s?[)\\]}>])`;
const WORD_BEHIND = `₩?\\s?${AMOUNT}(?:${WON})?\\s?${ADD_WORD}${EDGE}`;
const WORD_BEFORE = `${ADD_WORD}\\s?[:=]?\\s?[+]?\\s?₩?\\s?${AMOUNT}(?:${WON}|${EDGE})${EDGE}`;
const ADDITION = new RegExp(
  [WORD_BEFORE, SIGNED, MINUS_WON, MINUS_ENCLOSED, `(?<![\\d.+a-z])${WORD_BEHIND}`].join('|'),
  'gi',
);
const TOTAL = new RegExp(
  `(?<![\\d.,a-z])(?:₩\\s?${AMOUNT}(?:${WON})?|${AMOUNT}\\s?(?:원|won|krw)(?!\\s?(?:권|짜리))(?![가-힣a-z]))${EDGE}`,
  'gi',
);
const MIGHT_BE_MONEY = /[+₩−]|원|추가|won|krw|[([{<]\s?-/i;
const MIGHT_HOLD = /\d{3}|\d\s?[만천]|[+]0/;
/** `+100` without a currency: an amount, unless the list has `+95`, too. */
const BARE_PLUS = /^\s*\+\s?\d+\s*$/;
const EMPTY_BRACKET = /[[({<]\s*(?:[:/,+-]|할인|추가금?|차감)?\s*[\])}>]/g;

/** Takes price texts out of `text`. Never leaves an empty value: then the text stays as it is. `isBareAmountTaken`: `+500` counts. */
export function removePriceText(text: string, isBareAmountTaken = true): PriceText {
  if (!MIGHT_HOLD.test(text) || !MIGHT_BE_MONEY.test(text))
    return { text, additionKrw: 0, hasAddition: false, hasTotal: false };
  let additionKrw = 0;
  let hasAddition = false;
  let hasTotal = false;
  let rest = text.replace(ADDITION, (found, offset: number) => {
    const isEnclosed = /[([{<]/.test(text[offset - 1] ?? '');
    if (!isBareAmountTaken && !isEnclosed && BARE_PLUS.test(found)) return found;
    hasAddition = true;
    additionKrw += signedAmount(found);
    return ' ';
  });
  rest = rest.replace(TOTAL, () => {
    hasTotal = true;
    return ' ';
  });
  if (!hasAddition && !hasTotal) return { text, additionKrw: 0, hasAddition, hasTotal };
  rest = rest
    .replace(EMPTY_BRACKET, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[)\]}>])/g, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(rest))
    return { text, additionKrw: 0, hasAddition: false, hasTotal: false };
  return { text: rest, additionKrw, hasAddition, hasTotal };
}

function signedAmount(found: string): number {
  const amount = amountOf(found);
  return /^[\s([{<]*[-–—−]/.test(found) ? -amount : amount;
}

/** Won of an amount with thousands signs and the number words 만 and 천. */
function amountOf(found: string): number {
  const digits = found.replaceAll(',', '');
  const tenThousands = /(\d+(?:\.\d+)?)\s?만(?:\s?(\d+)\s?(천)?)?/.exec(digits);
  if (tenThousands !== null) {
    const rest = Number(tenThousands[2] ?? 0) * (tenThousands[3] === undefined ? 1 : 1000);
    return Math.round(Number(tenThousands[1]) * 10_000) + rest;
  }
  const thousands = /(\d+)\s?천/.exec(digits);
  if (thousands !== null) return Number(thousands[1]) * 1000;
  return Number(/\d+/.exec(digits)?.[0] ?? 0);
}
