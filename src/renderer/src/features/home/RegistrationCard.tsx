import type { RouteOutput } from '@shared/ipc/registry';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMetrics } from '../../ipc/metrics-queries';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { whenIdle } from '../../ui/charts/when-idle';
import { formatCount, formatPercent } from '../../ui/format';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { reasonHeadline } from '../../ui/reason-headline';
import { useLanguage } from '../../ui/use-language';

/** The chart library is large: everything that can be used is there before it is. */
const StackedBars = lazy(async () => {
  await whenIdle(window);
  return { default: (await import('../../ui/charts/StackedBars')).StackedBars };
});

const CHART_HEIGHT_PX = 216;
const SHOWN_REASONS = 4;
type Days = '1' | '7';

/** Registrations over today or the week, how many succeeded, and why the rest did not. */
export function RegistrationCard() {
  const { t } = useTranslation();
  const [days, setDays] = useState<Days>('1');
  const overview = useMetrics(days === '1' ? 1 : 7);
  return (
    <Card
      title={t('home.registrations')}
      aside={
        <ChoiceGroup
          label={t('home.span')}
          isLabelHidden
          value={days}
          choices={[
            { value: '1', text: t('home.today') },
            { value: '7', text: t('home.week') },
          ]}
          onChange={setDays}
        />
      }
    >
      <QueryView query={overview}>
        {(figures) => (
          <>
            <Sums figures={figures} />
            <Bars figures={figures} days={days} />
            <Rejections figures={figures} />
          </>
        )}
      </QueryView>
    </Card>
  );
}

type Figures = RouteOutput<'metrics.getOverview'>;

function Sums({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const success = figures.registered.reduce((sum, step) => sum + step.success, 0);
  const failed = figures.registered.reduce((sum, step) => sum + step.failed, 0);
  const facts = [
    { label: t('home.success'), value: formatCount(success, language), dot: 'bg-accent' },
    { label: t('home.notRegistered'), value: formatCount(failed, language), dot: 'bg-bad-fill' },
    {
      label: t('home.successRate'),
      value: success + failed === 0 ? '–' : formatPercent(success / (success + failed), language),
      dot: null,
    },
  ];
  return (
    <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-2">
      {facts.map(({ label, value, dot }) => (
        <div key={label}>
          <dt className="flex items-center gap-1.5 text-quiet text-sm">
            {dot === null ? null : (
              <span aria-hidden="true" className={`size-2.5 rounded-sm ${dot}`} />
            )}
            {label}
          </dt>
          <dd className="font-bold text-xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Bars({ figures, days }: { readonly figures: Figures; readonly days: Days }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
    timeZone: 'Asia/Seoul',
    ...(days === '1'
      ? { hour: 'numeric' }
      : { month: 'numeric', day: 'numeric', weekday: 'short' }),
  });
  const count = (value: number): string => formatCount(value, language);
  if (figures.registered.every(({ success, failed }) => success + failed === 0)) {
    return (
      <p
        style={{ height: CHART_HEIGHT_PX / 2 }}
        className="flex items-center justify-center rounded-lg bg-page text-quiet text-sm"
      >
        {t('home.noRegistrations')}
      </p>
    );
  }
  const steps = figures.registered.map(({ atMs, success, failed }) => ({
    name: names.format(atMs),
    values: [success, failed],
  }));
  return (
    <ChartFrame
      label={t('home.registrations')}
      columns={[t('home.time'), t('home.success'), t('home.notRegistered')]}
      rows={steps
        .filter(({ values }) => values.some((value) => value > 0))
        .map(({ name, values }) => [name, ...values.map(count)])}
      heightPx={CHART_HEIGHT_PX}
    >
      <Suspense fallback={null}>
        <StackedBars
          steps={steps}
          parts={[
            { name: t('home.success'), colour: 'var(--accent)' },
            { name: t('home.notRegistered'), colour: 'var(--bad-fill)' },
          ]}
          formatValue={count}
        />
      </Suspense>
    </ChartFrame>
  );
}

function Rejections({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = figures.rejections.slice(0, SHOWN_REASONS);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0) return null;
  return (
    <div className="mt-4 border-line border-t pt-4">
      <h3 className="mb-2 font-medium text-quiet text-sm">{t('home.rejections')}</h3>
      <ul className="flex flex-col gap-2">
        {rows.map(({ code, count }) => (
          <li key={code}>
            <div className="flex justify-between gap-3 text-sm">
              <span className="min-w-0 truncate">{reasonHeadline(code, language)}</span>
              <span className="font-medium">{formatCount(count, language)}</span>
            </div>
            <div aria-hidden="true" className="mt-1 h-1.5 rounded-full bg-sunken">
              <div
                className="h-full rounded-full bg-bad-fill"
                style={{ width: `${(count / most) * 100}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
