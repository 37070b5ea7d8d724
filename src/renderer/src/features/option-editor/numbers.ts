/** Additions that one field takes; the marketplace's own window is narrower and checked live. */
const WON_MAX = 999_999_990;
const STOCK_MAX = 99_999_999;

/** Whole won of `1,200`, `-500원` or `₩300`; null when it is none or beyond what can be stored. */
export function readWon(text: string): number | null {
  const cleaned = text.replace(/[\s,원₩+]/g, '').replace('−', '-');
  if (!/^-?\d{1,9}$/.test(cleaned)) return null;
  const krw = Number(cleaned);
  return Math.abs(krw) > WON_MAX ? null : krw;
}

/** Pieces of `1,200` or `30개`; null when it is no number of pieces. */
export function readStock(text: string): number | null {
  const cleaned = text.replace(/[\s,개]/g, '');
  if (!/^\d{1,8}$/.test(cleaned)) return null;
  const stock = Number(cleaned);
  return stock > STOCK_MAX ? null : stock;
}
