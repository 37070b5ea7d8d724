/**
 * What Naver accepts of options.
 * Source: naver-commerce-api.md 5.5 and 5.6, 2026-09 (windows: seller notices 100001516 and 2283;
 * floor: cac/33997, in force since 2026-09-16).
 */
export const AXES_MAX = 3;
/** Of an axis name and of a value alike, counted by `lengthOf`. */
export const TEXT_MAX_LENGTH = 25;
/** Of one combination; `viewOf` keeps the sum of a product below it too. */
export const STOCK_MAX = 99_999_999;
export const PRICE_MAX_KRW = 999_999_990;
/** The largest immediate discount a repair may propose. */
export const DISCOUNT_MAX_KRW = 10_000_000;
/** Least that a combination may cost, sale price and addition together. */
export const FLOOR_KRW = 10;
/** Additions are sent as multiples of this, like sale prices. */
export const PRICE_STEP_KRW = 10;
/** Refused in values; held for names too, as the cautious reading. */
export const FORBIDDEN_CHARACTERS = /[\\*?"<>]/;

/** Additions that are allowed at a sale price before discount. */
export function additionWindowKrw(salePriceKrw: number): {
  readonly minKrw: number;
  readonly maxKrw: number;
} {
  if (salePriceKrw < 2_000) return { minKrw: 0, maxKrw: salePriceKrw };
  const half = Math.floor(salePriceKrw / 2);
  return { minKrw: -half, maxKrw: salePriceKrw < 10_000 ? salePriceKrw : half };
}

/** Characters as people count them: a sign outside the basic plane is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Rounds an addition up to Naver's step, so that rounding never sells below the rule. */
export function roundUpToStep(krw: number): number {
  const rounded = Math.ceil(krw / PRICE_STEP_KRW) * PRICE_STEP_KRW;
  return rounded === 0 ? 0 : rounded;
}
