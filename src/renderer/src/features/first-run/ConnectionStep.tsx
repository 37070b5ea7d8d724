import { FlaskConical, Store } from 'lucide-react';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppInfo } from '../../ipc/settings-queries';
import { KeysSection } from '../settings/keys/KeysSection';

const WAYS = ['practice', 'own'] as const;
type Way = (typeof WAYS)[number];
const ICONS = { practice: FlaskConical, own: Store } as const;

/** Practice without keys, or the seller's own, with the test that proves them. */
export function ConnectionStep() {
  const { t } = useTranslation();
  const info = useAppInfo();
  const [chosen, setChosen] = useState<Way | null>(null);
  const way = chosen ?? (info.data?.mode === 'live' ? 'own' : 'practice');
  return (
    <>
      <RadioGroup
        aria-label={t('firstRun.steps.connection')}
        value={way}
        onChange={(value) => setChosen(WAYS.find((each) => each === value) ?? null)}
        className="grid gap-3 @xl:grid-cols-2"
      >
        {WAYS.map((value) => {
          const Icon = ICONS[value];
          return (
            <Radio
              key={value}
              value={value}
              className="flex cursor-pointer flex-col gap-2 rounded-xl border-2 border-line bg-surface p-5 shadow-card data-[selected]:border-accent data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[focus-visible]:outline-offset-2"
            >
              <Icon aria-hidden="true" size={24} className="text-accent-text" />
              <span className="font-semibold text-lg">{t(`firstRun.${value}`)}</span>
              <span className="text-quiet text-sm">{t(`firstRun.${value}Hint`)}</span>
            </Radio>
          );
        })}
      </RadioGroup>
      {way === 'own' ? <KeysSection /> : null}
    </>
  );
}
