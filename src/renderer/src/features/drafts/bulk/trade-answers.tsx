import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../ipc/settings-queries';
import { NumberBox, SelectBox } from '../../../ui/fields';
import type { AnswerProps } from './AnswerForm';

const FEE_TYPES = ['FREE', 'PAID'] as const;
const ROUNDINGS = [10, 100, 1000] as const;

/** Prices by a rule that begins as that of the settings. */
export function PriceAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const settings = useSettings();
  const [typed, setTyped] = useState<{
    readonly marginPercent?: number;
    readonly minProfitKrw?: number;
    readonly roundToKrw?: 10 | 100 | 1000;
  }>({});
  const pricing = settings.data?.pricing;
  if (pricing === undefined) return null;
  const rule = {
    marginPercent: pricing.marginPercent,
    minProfitKrw: pricing.minProfitKrw,
    roundToKrw: pricing.roundToKrw,
    ...typed,
  };
  const put = (part: typeof typed): void => {
    setTyped({ ...typed, ...part });
    onAnswer({ kind: 'price', rule: { ...rule, ...part } });
  };
  return (
    <>
      <NumberBox
        label={t('review.bulk.marginPercent')}
        value={rule.marginPercent}
        min={0}
        max={90}
        onChange={(marginPercent) => put({ marginPercent })}
      />
      <NumberBox
        label={t('review.bulk.minProfit')}
        value={rule.minProfitKrw}
        min={0}
        onChange={(minProfitKrw) => put({ minProfitKrw })}
      />
      <SelectBox
        label={t('review.bulk.roundTo')}
        value={String(rule.roundToKrw)}
        choices={ROUNDINGS.map((value) => ({ value: String(value), text: String(value) }))}
        onChange={(chosen) => {
          const roundToKrw = ROUNDINGS.find((value) => String(value) === chosen);
          if (roundToKrw !== undefined) put({ roundToKrw });
        }}
      />
    </>
  );
}

/** Sets the parts of the delivery terms that are typed and leaves the others. */
export function DeliveryAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [change, setChange] = useState<{
    readonly feeType?: 'FREE' | 'PAID';
    readonly baseFeeKrw?: number;
    readonly returnFeeKrw?: number;
    readonly exchangeFeeKrw?: number;
  }>({});
  const put = (part: typeof change): void => {
    const next = { ...change, ...part, ...(part.feeType === 'FREE' ? { baseFeeKrw: 0 } : {}) };
    setChange(next);
    onAnswer({ kind: 'delivery', change: next });
  };
  return (
    <>
      <SelectBox
        label={t('editor.feeType')}
        value={change.feeType ?? null}
        placeholder={t('review.bulk.same')}
        choices={FEE_TYPES.map((value) => ({ value, text: t(`editor.feeTypes.${value}`) }))}
        onChange={(feeType) => put({ feeType })}
      />
      {(['baseFeeKrw', 'returnFeeKrw', 'exchangeFeeKrw'] as const).map((field) => (
        <NumberBox
          key={field}
          label={t(`editor.${FEE_WORDS[field]}`)}
          value={change[field] ?? Number.NaN}
          min={0}
          onChange={(amountKrw) => put({ [field]: amountKrw })}
        />
      ))}
    </>
  );
}

const FEE_WORDS = {
  baseFeeKrw: 'baseFee',
  returnFeeKrw: 'returnFee',
  exchangeFeeKrw: 'exchangeFee',
} as const;
