import type { PriceTier } from '@shared/domain/item';
import type { PricingSettings } from '@shared/domain/settings';
import type { ProfitEstimate } from '@shared/domain/sourcing';
import { computePrice, type PricedChoice } from '../pricing/price';

/** What an estimate knows of an item; a row of a search knows less than the item in full. */
export interface EstimateTerms {
  readonly tiers: readonly PriceTier[];
  readonly unitQuantity: number;
  readonly resaleMinimumKrw: number | null;
  readonly payer: 'free' | 'prepaid' | 'collect' | 'buyer-choice' | 'unknown';
  /** What sending one unit costs; null when it is not known. */
  readonly deliveryFeeKrw: number | null;
  readonly choices: readonly PricedChoice[];
}

/** The price the seller's rule would give and what it would leave; null when the rule gives none. */
export function estimateProfit(
  terms: EstimateTerms,
  settings: PricingSettings,
): ProfitEstimate | null {
  const isInPrice =
    settings.deliveryFee === 'include-in-price' &&
    terms.payer !== 'free' &&
    terms.payer !== 'collect';
  const outcome = computePrice({
    tiers: terms.tiers,
    unitQuantity: terms.unitQuantity,
    resaleMinimumKrw: terms.resaleMinimumKrw,
    deliveryKrwAt: () => (isInPrice ? (terms.deliveryFeeKrw ?? 0) : 0),
    baseAdditionKrw: 0,
    choices: terms.choices,
    settings,
  });
  if (outcome.kind === 'unpriceable') return null;
  const { salePriceKrw, netProfitKrw, marginRate } = outcome.price;
  return { salePriceKrw, netProfitKrw, marginRate };
}
