import type { Draft } from '@shared/domain/draft';

/** What changes together with the options and is taken back with them. Won; absolute, not steps. */
export interface Surroundings {
  readonly salePriceKrw: number;
  readonly discountKrw: number;
  /** Supplier's addition that the cost holds already; the model's additions count from it. */
  readonly baseAdditionKrw: number;
  /** Place of the reading that the options come from. */
  readonly reading: number;
}

/** The surroundings that the stored draft has. */
export function aroundOf(draft: Draft, reading: number): Surroundings {
  const { salePriceKrw, immediateDiscountKrw, baseAdditionKrw } = draft.content.price;
  return {
    salePriceKrw,
    discountKrw: immediateDiscountKrw,
    baseAdditionKrw: baseAdditionKrw ?? 0,
    reading,
  };
}

/** True when both say the same price, wherever their options were read. */
export function hasSamePrice(one: Surroundings, other: Surroundings): boolean {
  return (
    one.salePriceKrw === other.salePriceKrw &&
    one.discountKrw === other.discountKrw &&
    one.baseAdditionKrw === other.baseAdditionKrw
  );
}
