import { isResting, JOB_STATES, type JobState } from '@shared/domain/job';
import type { RouteOutput } from '@shared/ipc/registry';
import { textOf } from '@shared/texts/catalogue';
import { useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useJobs, useQueueActions, useQueueStatus } from '../../ipc/queue-queries';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount, formatTime } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { JobTable } from './JobTable';

const PAGE_ROWS = 50;

const GROUPS: Readonly<Record<'all' | 'active' | 'attention' | 'done', readonly JobState[]>> = {
  all: JOB_STATES,
  active: JOB_STATES.filter((state) => !isResting(state)),
  attention: ['needs-review', 'rejected', 'failed', 'unreadable'],
  done: ['done', 'cancelled'],
};
type Group = keyof typeof GROUPS;
const GROUP_NAMES: readonly Group[] = ['all', 'active', 'attention', 'done'];

/** The queue live: how far it is, what each job does now, and what a person can do about it. */
export function QueuePage() {
  const { t } = useTranslation();
  const [group, setGroup] = useState<Group>('all');
  const [offset, setOffset] = useState(0);
  const status = useQueueStatus();
  const jobs = useJobs({
    offset,
    limit: PAGE_ROWS,
    ...(group === 'all' ? {} : { states: [...GROUPS[group]] }),
  });
  const { pause, resume, retry, cancel } = useQueueActions();
  const fault = pause.error ?? resume.error ?? retry.error ?? cancel.error;
  const isPaused = status.data?.isPaused ?? false;
  return (
    <Page
      title={t('queue.title')}
      actions={
        isPaused ? (
          <Button tone="primary" onPress={() => resume.mutate()}>
            {t('queue.resume')}
          </Button>
        ) : (
          <Button onPress={() => pause.mutate()}>{t('queue.pause')}</Button>
        )
      }
    >
      {fault === null ? null : <FaultNotice fault={fault} />}
      <QueryView query={status}>{(current) => <StatusCard status={current} />}</QueryView>
      <ChoiceGroup
        label={t('queue.filter')}
        isLabelHidden
        value={group}
        choices={GROUP_NAMES.map((value) => ({ value, text: t(`queue.groups.${value}`) }))}
        onChange={(chosen) => {
          setGroup(chosen);
          setOffset(0);
        }}
      />
      <QueryView query={jobs}>
        {(page) =>
          page.total === 0 ? (
            <EmptyState title={t('queue.empty')} hint={t('queue.emptyHint')} />
          ) : (
            <>
              <JobTable
                jobs={page.jobs}
                onRetry={(jobId) => retry.mutate({ jobIds: [jobId] })}
                onCancel={(jobId) => cancel.mutate({ jobIds: [jobId] })}
              />
              <Pager offset={offset} limit={PAGE_ROWS} total={page.total} onMove={setOffset} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

interface StatusCardProps {
  readonly status: RouteOutput<'registration.getStatus'>;
}

function StatusCard({ status }: StatusCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const total = JOB_STATES.reduce((sum, state) => sum + status.counts[state], 0);
  const resting = JOB_STATES.filter(isResting).reduce(
    (sum, state) => sum + status.counts[state],
    0,
  );
  const reason =
    status.pauseReason === null
      ? null
      : textOf(status.pauseReason.code, language, status.pauseReason.params);
  return (
    <Card>
      {status.isPaused ? (
        <p className="mb-3 rounded-lg bg-warn-soft p-3 text-warn" role="status">
          {t('queue.paused')} {reason === null ? null : `${reason.message} ${reason.fix}`}
        </p>
      ) : null}
      <ProgressBar value={resting} maxValue={Math.max(1, total)} aria-label={t('queue.progress')}>
        {({ percentage = 0 }) => (
          <div className="h-3 overflow-hidden rounded-full bg-page">
            <div className="h-full bg-accent" style={{ width: `${percentage}%` }} />
          </div>
        )}
      </ProgressBar>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
        {JOB_STATES.filter((state) => status.counts[state] > 0).map((state) => (
          <li key={state}>
            <span className="text-quiet">{t(`queue.states.${state}`)}</span>{' '}
            <span className="font-semibold">{formatCount(status.counts[state], language)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-quiet text-sm">
        {t('queue.speed', { count: Math.round(status.donePerMinute) })}
        {status.etaAtMs === null
          ? null
          : ` · ${t('queue.eta', { time: formatTime(status.etaAtMs, Date.now(), language) })}`}
      </p>
    </Card>
  );
}
