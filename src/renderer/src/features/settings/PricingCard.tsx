import type { PricingSettings } from '@shared/domain/settings';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { NumberBox } from '../../ui/fields';
import { formatCount } from '../../ui/format';
import { Card } from '../../ui/Page';
import { SwitchBox } from '../../ui/SwitchBox';
import { useLanguage } from '../../ui/use-language';
import type { SettingsPartProps } from './SettingsPage';

const ROUNDINGS = [10, 100, 1000] as const;
const DELIVERY_FEES = ['charge-buyer', 'include-in-price'] as const;

/** How a buyer's price follows from cost. */
export function PricingCard({ settings: { pricing }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const put = (part: Partial<PricingSettings>): void => onChange({ pricing: part });
  return (
    <Card title={t('settings.pricing')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('settings.pricingHint')}</p>
      <div className="mb-5 grid gap-4 @xl:grid-cols-3">
        <NumberBox
          label={t('settings.marginPercent')}
          value={pricing.marginPercent}
          min={0}
          max={90}
          onChange={(marginPercent) => put({ marginPercent })}
        />
        <NumberBox
          label={t('settings.minProfitKrw')}
          value={pricing.minProfitKrw}
          min={0}
          max={1_000_000}
          onChange={(minProfitKrw) => put({ minProfitKrw })}
        />
        <NumberBox
          label={t('settings.feePercent')}
          value={pricing.feePercent}
          min={0}
          max={30}
          step={0.1}
          onChange={(feePercent) => put({ feePercent })}
        />
      </div>
      <div className="flex flex-col gap-4">
        <ChoiceGroup
          label={t('settings.roundToKrw')}
          value={String(pricing.roundToKrw)}
          choices={ROUNDINGS.map((value) => ({
            value: String(value),
            text: t('settings.roundTo', { value: formatCount(value, language) }),
          }))}
          onChange={(chosen) => {
            const roundToKrw = ROUNDINGS.find((value) => String(value) === chosen);
            if (roundToKrw !== undefined) put({ roundToKrw });
          }}
        />
        <ChoiceGroup
          label={t('settings.deliveryFee')}
          value={pricing.deliveryFee}
          choices={DELIVERY_FEES.map((value) => ({
            value,
            text: t(`settings.deliveryFees.${value}`),
          }))}
          onChange={(deliveryFee) => put({ deliveryFee })}
        />
        <SwitchBox
          label={t('settings.allowsDiscountResplit')}
          isSelected={pricing.allowsDiscountResplit}
          onChange={(allowsDiscountResplit) => put({ allowsDiscountResplit })}
        />
      </div>
    </Card>
  );
}
