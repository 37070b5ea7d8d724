import { GUIDE_STEPS, type GuideStep, type Settings } from '@shared/domain/settings';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useUpdateSettings } from '../../ipc/settings-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { Mark } from '../../ui/Mark';
import { DisplayCard } from '../settings/DisplayCard';
import { PricingCard } from '../settings/PricingCard';
import { StoreCard } from '../settings/StoreCard';
import { ConnectionStep } from './ConnectionStep';
import { DoneStep } from './DoneStep';

export interface FirstRunProps {
  readonly settings: Settings;
}

/** The guide for a new seller: five short steps, saved as they are made, to be left at any point. */
export function FirstRun({ settings }: FirstRunProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const update = useUpdateSettings();
  const { step } = settings.guide;
  const at = GUIDE_STEPS.indexOf(step);
  const go = (difference: number): void => {
    const next = GUIDE_STEPS[at + difference];
    if (next !== undefined) update.mutate({ guide: { step: next } });
  };
  const leaveFor = (address: string): void => {
    // Before the guide is gone, and with it who could still go anywhere.
    void navigate(address);
    update.mutate({ guide: { isDone: true } });
  };
  const part = { settings, onChange: update.mutate };
  const views: Readonly<Record<GuideStep, () => ReactNode>> = {
    language: () => <DisplayCard {...part} />,
    connection: () => <ConnectionStep />,
    store: () => <StoreCard {...part} />,
    pricing: () => <PricingCard {...part} />,
    done: () => <DoneStep />,
  };
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-6xl gap-8 px-8 py-10 max-md:px-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <nav aria-label={t('firstRun.progress')} className="lg:sticky lg:top-10 lg:self-start">
          <p className="mb-6 flex items-center gap-2.5 font-bold text-lg tracking-tight">
            <Mark />
            {t('appName')}
          </p>
          <ol className="flex flex-wrap gap-x-4 gap-y-1 lg:flex-col">
            {GUIDE_STEPS.map((name, index) => (
              <StepName key={name} at={index} current={at} text={t(`firstRun.steps.${name}`)} />
            ))}
          </ol>
        </nav>
        <main className="@container flex min-w-0 flex-col gap-5">
          <header>
            <p className="font-medium text-accent-text text-sm">
              {t('firstRun.stepOf', { at: at + 1, total: GUIDE_STEPS.length })}
            </p>
            <h1 className="font-bold text-2xl">
              {step === 'language' ? t('firstRun.title') : t(`firstRun.steps.${step}`)}
            </h1>
            <p className="mt-0.5 text-quiet">{t(`firstRun.hints.${step}`)}</p>
          </header>
          {update.isError ? <FaultNotice fault={update.error} /> : null}
          {views[step]()}
          <footer className="flex flex-wrap items-center gap-2">
            {at > 0 ? <Button onPress={() => go(-1)}>{t('firstRun.back')}</Button> : null}
            {step === 'done' ? (
              <>
                <Button onPress={() => leaveFor('/import')}>{t('firstRun.import')}</Button>
                <Button tone="primary" onPress={() => leaveFor('/')}>
                  {t('firstRun.start')}
                </Button>
              </>
            ) : (
              <>
                <Button tone="primary" onPress={() => go(1)}>
                  {t('firstRun.next')}
                </Button>
                <span className="ml-auto">
                  <Button tone="ghost" onPress={() => leaveFor('/')}>
                    {t('firstRun.skip')}
                  </Button>
                </span>
              </>
            )}
          </footer>
        </main>
      </div>
    </div>
  );
}

interface StepNameProps {
  readonly at: number;
  readonly current: number;
  readonly text: string;
}

function StepName({ at, current, text }: StepNameProps) {
  const isPast = at < current;
  const looks =
    at === current
      ? 'border-accent bg-accent text-on-accent'
      : isPast
        ? 'border-good bg-good-soft text-good'
        : 'border-line-strong text-quiet';
  return (
    <li
      aria-current={at === current ? 'step' : undefined}
      className={`flex items-center gap-3 py-1.5 ${at === current ? 'font-semibold' : 'text-quiet'}`}
    >
      <span
        aria-hidden="true"
        className={`flex size-6 shrink-0 items-center justify-center rounded-full border font-semibold text-xs ${looks}`}
      >
        {isPast ? <Check size={14} /> : at + 1}
      </span>
      {text}
    </li>
  );
}
