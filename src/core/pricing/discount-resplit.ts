import type { DraftPrice } from '@shared/domain/draft';
import { SALE_PRICE_MAX_KRW } from './price';
import { roundUpTo } from './round';

/** Naver's largest immediate discount in won (naver-commerce-api.md 5.8, 2026-09). */
export const DISCOUNT_MAX_KRW = 10_000_000;

/** Additions allowed at a sale price before discount (naver-commerce-api.md 5.5, 2026-09). */
export function extraPriceWindowKrw(salePriceKrw: number): {
  readonly minKrw: number;
  readonly maxKrw: number;
} {
  if (salePriceKrw < 2_000) return { minKrw: 0, maxKrw: salePriceKrw };
  if (salePriceKrw < 10_000) return { minKrw: -salePriceKrw / 2, maxKrw: salePriceKrw };
  return { minKrw: -salePriceKrw / 2, maxKrw: salePriceKrw / 2 };
}

/** True when every addition lies in the window of `salePriceKrw`. */
export function fitsExtraPriceWindow(
  salePriceKrw: number,
  additionsKrw: readonly number[],
): boolean {
  const { minKrw, maxKrw } = extraPriceWindowKrw(salePriceKrw);
  return additionsKrw.every((addition) => addition >= minKrw && addition <= maxKrw);
}

/**
 * The smallest higher sale price, with an immediate discount that keeps what a buyer pays, for which
 * all additions fit Naver's window; null when no allowed discount is enough. `price` itself when it
 * fits already.
 */
export function resplitForOptions(
  price: DraftPrice,
  additionsKrw: readonly number[],
  stepKrw: number,
): DraftPrice | null {
  if (fitsExtraPriceWindow(price.salePriceKrw, additionsKrw)) return price;
  const paidKrw = price.salePriceKrw - price.immediateDiscountKrw;
  const up = Math.max(0, ...additionsKrw);
  const down = Math.max(0, ...additionsKrw.map((addition) => -addition));
  // The window is a step function of the price: each band's own smallest price is tried in order.
  const candidates = [
    Math.max(up, down > 0 ? 2_000 : 0),
    Math.max(2_000, up, 2 * down),
    Math.max(10_000, 2 * up, 2 * down),
  ];
  for (const candidate of candidates) {
    const salePriceKrw = roundUpTo(Math.max(candidate, price.salePriceKrw), stepKrw);
    const immediateDiscountKrw = salePriceKrw - paidKrw;
    if (
      salePriceKrw <= SALE_PRICE_MAX_KRW &&
      immediateDiscountKrw <= DISCOUNT_MAX_KRW &&
      fitsExtraPriceWindow(salePriceKrw, additionsKrw)
    ) {
      return { ...price, salePriceKrw, immediateDiscountKrw };
    }
  }
  return null;
}
