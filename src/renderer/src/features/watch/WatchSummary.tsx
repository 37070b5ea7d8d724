import type { WatchStatus } from '@shared/domain/watch';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatSpan, formatTime } from '../../ui/format';
import { Meter } from '../../ui/Meter';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';

type LastSweep = NonNullable<WatchStatus['lastSweep']>;

/** Lag, speed and budget at a glance: whether the seller may rely on what the store shows. */
export function WatchSummary({ status }: { readonly status: WatchStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = (value: number): string => formatCount(value, language);
  const sweepWords = ({ checked, calls, changed }: LastSweep): string =>
    t('watch.lastSweepMore', {
      products: t('watch.productCount', { count: checked, value: count(checked) }),
      calls: t('watch.callCount', { count: calls, value: count(calls) }),
      changed: count(changed),
    });
  const { lagMs, detectionDelay, lastSweep, sweeping, budget, byTemperature } = status;
  return (
    <Card>
      <div className="grid grid-cols-4 gap-6 max-xl:grid-cols-2 max-sm:grid-cols-1">
        <Figure
          label={t('watch.watched')}
          value={count(status.watched)}
          more={t('watch.watchedMore', {
            hot: count(byTemperature.hot),
            warm: count(byTemperature.warm),
            cold: count(byTemperature.cold),
          })}
        />
        <Figure
          label={t('watch.lag')}
          value={
            lagMs === null
              ? t('watch.never')
              : t('watch.lagValue', { span: formatSpan(lagMs, language) })
          }
          more={
            sweeping !== null
              ? t('watch.sweeping', { done: count(sweeping.done), total: count(sweeping.total) })
              : lastSweep === null
                ? null
                : `${t('watch.lastSweep')} ${formatTime(lastSweep.endedAtMs, Date.now(), language)} · ${sweepWords(lastSweep)}`
          }
        />
        <Figure
          label={t('watch.delay')}
          value={
            detectionDelay === null
              ? t('watch.noDelay')
              : t('watch.delayValue', { median: formatSpan(detectionDelay.medianMs, language) })
          }
          more={
            detectionDelay === null
              ? null
              : t('watch.delayMore', { p95: formatSpan(detectionDelay.p95Ms, language) })
          }
        />
        <div>
          <Meter
            label={t('watch.budget')}
            value={budget.usedToday}
            max={budget.allowedToday}
            valueText={t('watch.budgetValue', {
              used: count(budget.usedToday),
              allowed: count(budget.allowedToday),
            })}
          />
          {status.pendingWrites === 0 ? null : (
            <p role="status" className="mt-2 text-accent-text text-sm">
              {t('watch.writes', {
                count: status.pendingWrites,
                value: count(status.pendingWrites),
              })}
            </p>
          )}
        </div>
      </div>
    </Card>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly more: ReactNode;
}

function Figure({ label, value, more }: FigureProps) {
  return (
    <dl>
      <dt className="text-quiet text-sm">{label}</dt>
      <dd className="mt-0.5 font-bold text-xl tabular-nums">{value}</dd>
      {more === null ? null : <dd className="mt-0.5 text-quiet text-xs">{more}</dd>}
    </dl>
  );
}
