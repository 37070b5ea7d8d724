import type { OptionCombination, OptionReading } from '@shared/options/model';
import { additionWindowKrw } from '@shared/options/naver/limits';

/**
 * The supplier's addition that becomes the base, so that one combination that can be bought has no
 * addition, as Naver demands (naver-commerce-api.md 5.5, 2026-09): 0 when there is one already, else
 * the cheapest, or the one nearest to it whose neighbours fit the window. Buyers pay the same. The
 * addition of an only option is always the base.
 */
export function chooseBaseAdditionKrw(
  combinations: readonly OptionCombination[],
  unitPriceKrw: number,
): number {
  const additions = combinations
    .filter((combination) => combination.usable && combination.stock > 0)
    .map((combination) => combination.priceKrw)
    .sort((a, b) => a - b);
  // Without a choice there is no place for an addition at Naver: it belongs into the price.
  const [only, ...others] = combinations;
  if (only !== undefined && others.length === 0) return only.priceKrw;
  const [cheapest] = additions;
  if (cheapest === undefined || additions.includes(0)) return 0;
  // Supplier prices stand in for sale prices: margin and fee scale both sides of the window alike.
  const fitting = additions.find((base) => {
    const { minKrw, maxKrw } = additionWindowKrw(unitPriceKrw + base);
    return additions.every((addition) => addition - base >= minKrw && addition - base <= maxKrw);
  });
  return fitting ?? cheapest;
}

/** `reading` with every addition counted from the new base. */
export function rebased(reading: OptionReading, baseAdditionKrw: number): OptionReading {
  if (baseAdditionKrw === 0) return reading;
  const shift = <Row extends { readonly priceKrw: number }>(row: Row): Row => ({
    ...row,
    priceKrw: row.priceKrw - baseAdditionKrw,
  });
  return {
    ...reading,
    combinations: reading.combinations.map(shift),
    addOns: reading.addOns.map(shift),
    alternatives: reading.alternatives.map((alternative) => ({
      ...alternative,
      combinations: alternative.combinations.map(shift),
      addOns: alternative.addOns.map(shift),
    })),
  };
}
