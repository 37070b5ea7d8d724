/**
 * What Naver accepts of options.
 * Source: naver-commerce-api.md 5.5 and 5.6, 2026-09 (windows: seller notices 100001516 and 2283;
 * floor: cac/33997, in force since 2026-09-16).
 */
export const AXES_MAX = 3;
export const TEXT_MAX_LENGTH = 25;
export const STOCK_MAX = 99_999_999;
export const PRICE_MAX_KRW = 999_999_990;
export const DISCOUNT_MAX_KRW = 10_000_000;
/** Least that a combination may cost, sale price and addition together. */
export const FLOOR_KRW = 10;
/** Additions are sent as multiples of this, like sale prices. */
export const PRICE_STEP_KRW = 10;
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

export function lengthOf(text: string): number {
  return [...text].length;
}

/** Rounds an addition up to Naver's step, so that rounding never sells below the rule. */
export function roundUpToStep(krw: number): number {
  const rounded = Math.ceil(krw / PRICE_STEP_KRW) * PRICE_STEP_KRW;
  return rounded === 0 ? 0 : rounded;
}
