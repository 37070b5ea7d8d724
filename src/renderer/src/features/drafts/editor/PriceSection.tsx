import { useTranslation } from 'react-i18next';
import { NumberBox } from '../../../ui/fields';
import { formatKrw, formatPercent } from '../../../ui/format';
import { useLanguage } from '../../../ui/use-language';
import { ProfitTable } from './ProfitTable';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

const PRICE_STEP_KRW = 10;

/** Price and discount, and what is left of one sale; the profit is the core's own figure. */
export function PriceSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { content, shown } = editing;
  if (content === null || shown === null) return null;
  const { price } = content;
  const result = shown.content.price;
  const profits = editing.advice.data?.profits ?? [];
  // The least profitable one: its amounts are the ones that add up to the profit shown.
  const [least] = profits;
  const profitKrw = least?.profitKrw ?? result.netProfitKrw;
  const krw = (amountKrw: number): string => formatKrw(amountKrw, language);
  const facts: readonly (readonly [string, string, string])[] = [
    [
      t('editor.buyerPays'),
      krw(least?.paidKrw ?? result.salePriceKrw - result.immediateDiscountKrw),
      '',
    ],
    [t('editor.cost'), krw(least?.goodsKrw ?? result.costKrw), ''],
    ...(least === undefined
      ? []
      : [
          [t('editor.profitFee'), krw(least.feeKrw), ''] as const,
          [t('editor.profitDelivery'), krw(least.deliveryKrw), ''] as const,
        ]),
    [t('editor.netProfit'), krw(profitKrw), profitKrw < 0 ? 'text-bad' : 'text-good'],
    [t('editor.margin'), formatPercent(least?.marginRate ?? result.marginRate, language), ''],
    ...(result.resaleMinimumKrw === null
      ? []
      : [[t('editor.resaleMinimum'), krw(result.resaleMinimumKrw), ''] as const]),
  ];
  return (
    <Section field="price" editing={editing}>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberBox
          label={t('editor.salePrice')}
          value={price.salePriceKrw}
          min={0}
          step={PRICE_STEP_KRW}
          onChange={(salePriceKrw) => editing.edit({ price: { ...price, salePriceKrw } })}
        />
        <NumberBox
          label={t('editor.discount')}
          value={price.immediateDiscountKrw}
          min={0}
          step={PRICE_STEP_KRW}
          onChange={(immediateDiscountKrw) =>
            editing.edit({ price: { ...price, immediateDiscountKrw } })
          }
        />
      </div>
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2 rounded-lg bg-page px-4 py-3">
        {facts.map(([name, value, colour]) => (
          <div key={name}>
            <dt className="text-quiet text-xs">{name}</dt>
            <dd className={`font-semibold ${colour}`}>{value}</dd>
          </div>
        ))}
      </dl>
      {least === undefined || profits.length === 1 ? null : (
        <p className="mt-1.5 text-quiet text-xs">{t('editor.leastProfitHint')}</p>
      )}
      {profits.length > 1 ? <ProfitTable profits={profits} /> : null}
    </Section>
  );
}
