import type { OptionModel } from '../model';
import type { mapToNaver } from './map';
import type { NaverTerms } from './terms';

/** A product of 20,000 won that no exception concerns. */
export const TERMS: NaverTerms = {
  salePriceKrw: 20_000,
  discountKrw: 0,
  optionFactor: 1,
  maxCombinations: 500,
  isPriceWindowExempt: false,
  isBook: false,
};

/** A combination in short. */
export interface Row {
  readonly values: readonly string[];
  readonly priceKrw?: number;
  readonly stock?: number;
  readonly usable?: boolean;
}

/** A model with one row per combination. */
export function model(
  names: readonly string[],
  rows: readonly Row[],
  overrides: Partial<OptionModel> = {},
): OptionModel {
  return {
    type: names.length > 1 ? 'COMBINATION' : names.length === 1 ? 'SIMPLE' : 'NONE',
    dimensions: names.map((name, axis) => ({
      name,
      values: [...new Set(rows.map((row) => row.values[axis] ?? ''))],
    })),
    combinations: rows.map(({ values, priceKrw = 0, stock = 10, usable = true }, place) => ({
      values,
      priceKrw,
      stock,
      usable,
      sourceKey: String(place).padStart(2, '0'),
    })),
    addOns: [],
    ...overrides,
  };
}

/** One dimension with a value per addition. */
export function sizes(...additions: readonly number[]): OptionModel {
  return model(
    ['사이즈'],
    additions.map((priceKrw, place) => ({ values: [`${place}호`], priceKrw })),
  );
}

/** What is wrong with it, each code once. */
export const codes = (mapped: ReturnType<typeof mapToNaver>): readonly string[] => [
  ...new Set(mapped.problems.map((problem) => problem.code)),
];
