import type { DraftContent } from '@shared/domain/draft';
import type { PricingSettings } from '@shared/domain/settings';
import { type ChoiceProfitRow, PROFIT_ROWS_MAX } from '@shared/ipc/drafts';
import { carriedDeliveryKrw } from '../pricing/carried-delivery';
import { computeChoiceProfit } from '../pricing/price';

const RATE_SCALE = 10_000;

/** What each sold combination costs, brings and leaves, the least profitable first; one row for a product without options. */
export function choiceProfits(
  content: DraftContent,
  settings: PricingSettings,
): readonly ChoiceProfitRow[] {
  const terms = {
    unitQuantity: content.unitQuantity,
    deliveryKrwAt: (paidKrw: number) => carriedDeliveryKrw(content.delivery, paidKrw),
    settings,
  };
  const sold = content.options.combinations.filter(({ usable }) => usable);
  const choices = sold.length > 0 ? sold : [{ values: [], priceKrw: 0, usable: true }];
  const rows = choices.map((choice) => {
    const profit = computeChoiceProfit(content.price, choice, terms);
    return {
      values: [...choice.values],
      paidKrw: profit.paidKrw,
      goodsKrw: profit.costKrw - profit.deliveryKrw,
      deliveryKrw: profit.deliveryKrw,
      feeKrw: profit.feeKrw,
      profitKrw: profit.profitKrw,
      marginRate:
        profit.paidKrw > 0
          ? Math.round((profit.profitKrw / profit.paidKrw) * RATE_SCALE) / RATE_SCALE
          : 0,
    };
  });
  return rows.sort((a, b) => a.profitKrw - b.profitKrw).slice(0, PROFIT_ROWS_MAX);
}
