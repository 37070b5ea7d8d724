import type { OptionModel } from '../model';
import { roundUpToStep, STOCK_MAX } from './limits';

/** What the mapping needs to know of the product. Won including VAT. */
export interface NaverTerms {
  /** Price before the discount; windows are computed on it. */
  readonly salePriceKrw: number;
  /** Immediate discount, 0 for none. */
  readonly discountKrw: number;
  /** Multiplies the supplier's additions into buyer's additions. */
  readonly optionFactor: number;
  /** Naver publishes no maximum; above this the item goes to review. */
  readonly maxCombinations: number;
  /** The category is exempt from the window (flag `OPTION_PRICE`). */
  readonly isPriceWindowExempt: boolean;
  /** Books take no negative additions. */
  readonly isBook: boolean;
}

/** A combination as the buyer sees it. */
export interface BuyerCombination {
  readonly values: readonly string[];
  readonly additionKrw: number;
  readonly stock: number;
  readonly usable: boolean;
  readonly sourceKey: string | null;
}

/** The options in buyer's terms, once per check, so that rules need not compute them again. */
export interface NaverView {
  readonly model: OptionModel;
  readonly terms: NaverTerms;
  /** Parallel to the model's combinations. */
  readonly combinations: readonly BuyerCombination[];
}

/** What a buyer pays on top of the sale price for a supplier's addition, rounded up to 10 won. */
export function buyerAdditionKrw(supplierAdditionKrw: number, optionFactor: number): number {
  // Rounding to a thousandth first: 1500 * 1.4 is not exactly 2100 in floating point.
  return roundUpToStep(Math.round(supplierAdditionKrw * optionFactor * 1000) / 1000);
}

/**
 * A combination that cannot be ordered stays listed, switched off and with stock 0: it then cannot be
 * bought, and the narrow update of price and stock can bring it back without a new registration.
 * Stock is capped so that the sum stays within what a product may have.
 */
export function viewOf(model: OptionModel, terms: NaverTerms): NaverView {
  const shareMax = Math.floor(STOCK_MAX / Math.max(1, model.combinations.length));
  return {
    model,
    terms,
    combinations: model.combinations.map((combination) => ({
      values: combination.values,
      additionKrw: buyerAdditionKrw(combination.priceKrw, terms.optionFactor),
      stock: combination.usable ? Math.min(combination.stock, shareMax) : 0,
      usable: combination.usable,
      sourceKey: combination.sourceKey,
    })),
  };
}

/** Orderable by a buyer now. */
export function isSellable(combination: BuyerCombination): boolean {
  return combination.usable && combination.stock > 0;
}

/** What the buyer pays for a combination. */
export function paidKrw(combination: BuyerCombination, terms: NaverTerms): number {
  return terms.salePriceKrw - terms.discountKrw + combination.additionKrw;
}

/** An add-on's own price: add-ons are listed relative to the item's price after discount. */
export function addOnPriceKrw(supplierAdditionKrw: number, terms: NaverTerms): number {
  return (
    terms.salePriceKrw -
    terms.discountKrw +
    buyerAdditionKrw(supplierAdditionKrw, terms.optionFactor)
  );
}
