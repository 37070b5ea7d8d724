import { isResting, JOB_STATES } from '@shared/domain/job';
import type { RouteOutput } from '@shared/ipc/registry';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatCount, formatSpan, formatTime } from '../../ui/format';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { ProgressParts } from './ProgressParts';
import { countOf } from './queue-view';

export interface StatusCardProps {
  readonly status: RouteOutput<'registration.getStatus'>;
}

/** How far the whole queue is: one bar of how jobs ended, what is under way, pace and end. */
export function StatusCard({ status }: StatusCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { counts, etaAtMs, donePerMinute } = status;
  const count = (value: number): string => formatCount(value, language);
  const total = countOf(counts, 'all');
  const ended = JOB_STATES.filter(isResting).reduce((sum, state) => sum + counts[state], 0);
  const nowMs = Date.now();
  return (
    <Card>
      <ProgressBar
        value={ended}
        maxValue={Math.max(1, total)}
        aria-label={t('queue.progress')}
        valueLabel={t('queue.ended', { total: count(total), ended: count(ended) })}
      >
        {({ percentage = 0 }) => (
          <>
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <p className="flex items-baseline gap-2.5">
                <span className="font-bold text-3xl tracking-tight">{Math.floor(percentage)}%</span>
                <span className="text-quiet">
                  {t('queue.ended', { total: count(total), ended: count(ended) })}
                </span>
              </p>
              <p className="text-quiet text-sm">
                {donePerMinute >= 1
                  ? `${t('queue.speed', { count: Math.round(donePerMinute) })} · `
                  : null}
                {etaAtMs === null
                  ? ended === total
                    ? counts['needs-review'] === 0
                      ? t('queue.etaIdle')
                      : t('queue.etaIdleWaiting', { value: count(counts['needs-review']) })
                    : null
                  : t('queue.eta', {
                      time: formatTime(etaAtMs, nowMs, language),
                      span: formatSpan(etaAtMs - nowMs, language),
                    })}
              </p>
            </div>
            <div className="mt-3">
              <ProgressParts counts={counts} />
            </div>
          </>
        )}
      </ProgressBar>
    </Card>
  );
}
