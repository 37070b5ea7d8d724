import type { DraftContent, DraftField, DraftPrice } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Settings } from '@shared/domain/settings';
import { carriedDeliveryKrw } from '../pricing/carried-delivery';
import { computePrice, withProfit } from '../pricing/price';
import { unitPriceAtKrw } from '../pricing/supply-cost';

/** Fields that a computed price follows from. */
export const PRICED_FROM: readonly DraftField[] = ['options', 'delivery', 'unitQuantity'];

/**
 * `content` with a price that fits the rest of it. What the item costs and the lowest price allowed
 * are always the supplier's. A price that the seller locked stays and only its profit is counted
 * again; a computed one is computed anew when `isPriceMoved`. Where no price exists the old one
 * stays, for the gates to judge.
 */
export function settlePrice(
  content: DraftContent,
  lockedFields: readonly DraftField[],
  isPriceMoved: boolean,
  item: WholesaleItem,
  settings: Settings,
): DraftContent {
  const terms = {
    tiers: item.supplyPriceTiers,
    unitQuantity: content.unitQuantity,
    resaleMinimumKrw: item.resaleMinimumKrw,
    deliveryKrwAt: (paidKrw: number) => carriedDeliveryKrw(content.delivery, paidKrw),
    baseAdditionKrw: content.price.baseAdditionKrw ?? 0,
    choices: content.options.combinations,
    settings: settings.pricing,
  };
  if (isPriceMoved && !lockedFields.includes('price')) {
    const outcome = computePrice(terms);
    if (outcome.kind === 'priced') return { ...content, price: outcome.price };
  }
  const unitPriceKrw = unitPriceAtKrw(terms.tiers, content.unitQuantity);
  const price: DraftPrice = {
    ...content.price,
    costKrw:
      unitPriceKrw === null
        ? content.price.costKrw
        : (unitPriceKrw + terms.baseAdditionKrw) * content.unitQuantity,
    resaleMinimumKrw: item.resaleMinimumKrw,
  };
  return { ...content, price: withProfit(price, terms) };
}

/** `price` counted from `baseAdditionKrw`; 0 is left out. */
export function withBase(price: DraftPrice, baseAdditionKrw: number): DraftPrice {
  const { baseAdditionKrw: _replaced, ...rest } = price;
  return baseAdditionKrw === 0 ? rest : { ...rest, baseAdditionKrw };
}
