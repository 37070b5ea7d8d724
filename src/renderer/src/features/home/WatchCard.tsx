import type { RouteOutput } from '@shared/ipc/registry';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Eye, LoaderCircle, PauseCircle, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMetrics } from '../../ipc/metrics-queries';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { Badge } from '../../ui/Badge';
import { formatCount, formatSpan, formatTime } from '../../ui/format';
import { Meter } from '../../ui/Meter';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';

type WatchStatus = RouteOutput<'watch.getStatus'>;

const REFRESH_MS = 10_000;

/** Whether prices and stock are being watched, how old the oldest check is, and what it found today. */
export function WatchCard() {
  const { t } = useTranslation();
  const client = useClient();
  const status = useQuery({
    queryKey: queryKeys.homeWatch,
    queryFn: () => client.request('watch.getStatus', {}),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Card
      title={t('home.watchTitle')}
      aside={status.data === undefined ? null : <StateBadge status={status.data} />}
    >
      <QueryView query={status}>
        {(shown) => (shown.watched === 0 ? <NothingToWatch /> : <Figures status={shown} />)}
      </QueryView>
    </Card>
  );
}

function StateBadge({ status }: { readonly status: WatchStatus }) {
  const { t } = useTranslation();
  if (status.sweeping !== null) {
    return (
      <Badge tone="busy" Icon={LoaderCircle} isTurning>
        {t('home.watchSweeping', { done: status.sweeping.done, total: status.sweeping.total })}
      </Badge>
    );
  }
  if (status.halted === null) {
    return (
      <Badge tone="good" Icon={Eye}>
        {t('home.watchOn')}
      </Badge>
    );
  }
  const isFault = status.halted === 'fault' || status.halted === 'offline';
  return (
    <Badge tone={isFault ? 'bad' : 'quiet'} Icon={isFault ? TriangleAlert : PauseCircle}>
      {t(`home.watchHalted.${status.halted}`)}
    </Badge>
  );
}

function NothingToWatch() {
  const { t } = useTranslation();
  return <p className="text-quiet">{t('home.watchNothing')}</p>;
}

function Figures({ status }: { readonly status: WatchStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const metrics = useMetrics(1);
  const span = (durationMs: number): string => formatSpan(durationMs, language);
  const count = (value: number): string => formatCount(value, language);
  const changes = (metrics.data?.changes ?? []).reduce((sum, change) => sum + change.count, 0);
  const { detectionDelay, lagMs, lastSweep, budget } = status;
  const facts = [
    { label: t('home.watched'), value: count(status.watched), detail: null },
    {
      label: t('home.lag'),
      value: lagMs === null ? '–' : span(lagMs),
      detail: t('home.lagHint'),
    },
    {
      label: t('home.delay'),
      value: detectionDelay === null ? '–' : span(detectionDelay.medianMs),
      detail:
        detectionDelay === null ? null : t('home.delayP95', { span: span(detectionDelay.p95Ms) }),
    },
    {
      label: t('home.changesToday'),
      value: count(changes),
      detail:
        status.openApprovals === 0
          ? null
          : t('home.openApprovals', { number: count(status.openApprovals) }),
    },
  ];
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4">
        {facts.map(({ label, value, detail }) => (
          <div key={label}>
            <dt className="text-quiet text-sm">{label}</dt>
            <dd className="font-bold text-xl">{value}</dd>
            {detail === null ? null : <dd className="text-quiet text-xs">{detail}</dd>}
          </div>
        ))}
      </dl>
      <div className="mt-4">
        <Meter
          label={t('home.watchBudget')}
          value={budget.usedToday}
          max={budget.allowedToday}
          valueText={t('home.domeggookValue', {
            used: count(budget.usedToday),
            perDay: count(budget.allowedToday),
          })}
        />
      </div>
      <p className="mt-4 flex flex-wrap items-center justify-between gap-2 border-line border-t pt-3 text-quiet text-sm">
        <span>
          {lastSweep === null
            ? t('home.noSweep')
            : t('home.lastSweep', {
                time: formatTime(lastSweep.endedAtMs, Date.now(), language),
                checked: count(lastSweep.checked),
                changed: count(lastSweep.changed),
              })}
        </span>
        <Link
          to="/watch"
          className="inline-flex items-center font-medium text-accent-text hover:underline"
        >
          {t('home.toWatch')}
          <ChevronRight aria-hidden="true" size={15} />
        </Link>
      </p>
    </>
  );
}
