import type { DraftContent } from '@shared/domain/draft';
import type { PricingSettings } from '@shared/domain/settings';
import { type ChoiceProfitRow, PROFIT_ROWS_MAX } from '@shared/ipc/drafts';
import { computeChoiceProfit } from '../pricing/price';
import { includedDeliveryKrw } from './delivery';

const RATE_SCALE = 10_000;

/** What each sold combination costs, brings and leaves; one row for a product without options. */
export function choiceProfits(
  content: DraftContent,
  settings: PricingSettings,
): readonly ChoiceProfitRow[] {
  const deliveryKrw = includedDeliveryKrw(content.delivery);
  const terms = { unitQuantity: content.unitQuantity, includedDeliveryKrw: deliveryKrw, settings };
  const sold = content.options.combinations.filter(({ usable }) => usable);
  const choices = sold.length > 0 ? sold : [{ values: [], priceKrw: 0, usable: true }];
  return choices.slice(0, PROFIT_ROWS_MAX).map((choice) => {
    const profit = computeChoiceProfit(content.price, choice, terms);
    return {
      values: [...choice.values],
      paidKrw: profit.paidKrw,
      goodsKrw: profit.costKrw - deliveryKrw,
      deliveryKrw,
      feeKrw: profit.feeKrw,
      profitKrw: profit.profitKrw,
      marginRate:
        profit.paidKrw > 0
          ? Math.round((profit.profitKrw / profit.paidKrw) * RATE_SCALE) / RATE_SCALE
          : 0,
    };
  });
}
