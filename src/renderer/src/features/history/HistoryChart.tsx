import type { HistoryPoint } from '@shared/domain/watch';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../ui/charts/ChartFrame';
import { useLanguage } from '../../ui/use-language';

/** The chart library is large and used on few screens. */
const StepLines = lazy(async () => ({
  default: (await import('../../ui/charts/StepLines')).StepLines,
}));

const CHART_HEIGHT_PX = 232;
const COLOURS = { accent: 'var(--accent)', good: 'var(--good-fill)' } as const;
const SWATCHES = { accent: 'bg-accent', good: 'bg-good-fill' } as const;

export interface HistoryChartProps {
  readonly label: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly formatValue: (value: number) => string;
  readonly isFromZero?: boolean;
  readonly lines: readonly {
    readonly name: string;
    readonly colour: keyof typeof COLOURS;
    readonly points: readonly HistoryPoint[];
    readonly pick: (point: HistoryPoint) => number | null;
  }[];
}

/** One figure of a product over time: what it is now, how far it moved, the line, and a table of the same. */
export function HistoryChart(props: HistoryChartProps) {
  const { label, fromMs, toMs, formatValue, isFromZero = false } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const locale = language === 'ko' ? 'ko-KR' : 'en-US';
  const day = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric' });
  const moment = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const isShort = toMs - fromMs < 3 * 86_400_000;
  const series = props.lines
    .map(({ name, colour, points, pick }) => ({
      name,
      colour: COLOURS[colour],
      swatch: SWATCHES[colour],
      points: points.map((point) => ({ atMs: point.atMs, value: pick(point) })),
    }))
    .filter(({ points }) => points.some(({ value }) => value !== null));
  if (series.length === 0) return <p className="text-quiet">{t('history.noPoints')}</p>;
  const rows = series
    .flatMap(({ name, points }) =>
      points.map(({ atMs, value }) => ({
        atMs,
        cells: [moment.format(atMs), name, value === null ? t('history.none') : formatValue(value)],
      })),
    )
    .toSorted((a, b) => b.atMs - a.atMs);
  return (
    <>
      <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-2">
        {series.map(({ name, swatch, points }) => {
          const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
          const now = points.at(-1)?.value ?? null;
          const moved = now === null ? 0 : now - (values[0] ?? now);
          return (
            <div key={name}>
              <dt className="flex items-center gap-1.5 text-quiet text-sm">
                <span aria-hidden="true" className={`size-2.5 rounded-sm ${swatch}`} />
                {name}
              </dt>
              <dd className="font-bold text-xl">
                {now === null ? t('history.none') : formatValue(now)}
                {moved === 0 ? null : (
                  <span className="ml-2 font-medium text-quiet text-sm">
                    {moved > 0 ? '▲' : '▼'} {formatValue(Math.abs(moved))}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <ChartFrame
        label={label}
        columns={[t('history.when'), label, t('history.now')]}
        rows={rows.map(({ cells }) => cells)}
        heightPx={CHART_HEIGHT_PX}
      >
        <Suspense fallback={null}>
          <StepLines
            series={series}
            fromMs={fromMs}
            toMs={toMs}
            formatValue={formatValue}
            formatTime={(atMs) => (isShort ? moment.format(atMs) : day.format(atMs))}
            isFromZero={isFromZero}
          />
        </Suspense>
      </ChartFrame>
    </>
  );
}
