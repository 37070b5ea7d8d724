import { useTranslation } from 'react-i18next';
import { NumberBox } from '../../ui/fields';
import { Card } from '../../ui/Page';
import type { SettingsPartProps } from './SettingsPage';

const PERCENT = 100;

/** Below which certainty the seller is asked instead of a guess being made. */
export function ReviewCard({ settings: { registration }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.review')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('settings.reviewHint')}</p>
      <div className="grid gap-4 @xl:grid-cols-3">
        <NumberBox
          label={t('settings.minCategoryConfidence')}
          value={Math.round(registration.minCategoryConfidence * PERCENT)}
          min={0}
          max={100}
          onChange={(value) =>
            onChange({ registration: { minCategoryConfidence: value / PERCENT } })
          }
        />
        <NumberBox
          label={t('settings.minOptionConfidence')}
          value={Math.round(registration.minOptionConfidence * PERCENT)}
          min={0}
          max={100}
          onChange={(value) => onChange({ registration: { minOptionConfidence: value / PERCENT } })}
        />
        <NumberBox
          label={t('settings.maxCombinations')}
          value={registration.maxCombinations}
          min={1}
          max={10_000}
          onChange={(maxCombinations) => onChange({ registration: { maxCombinations } })}
        />
      </div>
    </Card>
  );
}
