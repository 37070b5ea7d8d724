import type { Job } from '@shared/domain/job';
import { Ban, ListChecks, Pause, Play, RotateCcw, Upload } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { queryKeys } from '../../ipc/query-keys';
import { useQueueActions, useQueueStatus } from '../../ipc/queue-queries';
import { useClient } from '../../ipc/use-client';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Loading, QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { PAGE_ROWS, usePagedRows } from '../../ui/use-paged-rows';
import { VirtualTable } from '../../ui/VirtualTable';
import { JobPanel } from './JobPanel';
import { jobColumns } from './job-columns';
import { PauseNotice } from './PauseNotice';
import { countOf, isQueueGroup, QUEUE_GROUPS, statesOf, useQueueView } from './queue-view';
import { StatusCard } from './StatusCard';
import { useBulkAction } from './use-bulk-actions';

const ROW_PX = 62;

/** The queue live: how far it is, what each job does now, and what a person can do about it. */
export function QueuePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state') ?? 'all';
  const group = isQueueGroup(asked) ? asked : 'all';
  const { openJobId, open } = useQueueView();
  const status = useQueueStatus();
  const { pause, resume, retry, cancel } = useQueueActions();
  const retryAll = useBulkAction('registration.retry');
  const cancelAll = useBulkAction('registration.cancel');

  const list = usePagedRows(
    (offset) => {
      const filter = {
        offset,
        limit: PAGE_ROWS,
        ...(group === 'all' ? {} : { states: [...statesOf(group)] }),
      };
      return {
        queryKey: queryKeys.queue.jobList(filter),
        queryFn: () => client.request('registration.listJobs', filter),
      };
    },
    ({ jobs, total }) => ({ rows: jobs, total }),
  );
  const retryOne = retry.mutate;
  const cancelOne = cancel.mutate;
  const columns = useMemo(
    () =>
      jobColumns(t, {
        onOpen: ({ jobId }) => open(jobId),
        onRetry: ({ jobId }) => retryOne({ jobIds: [jobId] }),
        onCancel: ({ jobId }) => cancelOne({ jobIds: [jobId] }),
      }),
    [t, open, retryOne, cancelOne],
  );
  const openJob = findJob(list.rowAt, list.total ?? 0, openJobId);
  const fault =
    pause.error ??
    resume.error ??
    retry.error ??
    cancel.error ??
    retryAll.error ??
    cancelAll.error ??
    list.fault;
  const counts = status.data?.counts;
  const isAnything = counts !== undefined && countOf(counts, 'all') > 0;

  return (
    <Page
      width="full"
      title={t('queue.title')}
      subtitle={t('queue.subtitle')}
      actions={
        <>
          {counts !== undefined && counts.queued > 0 ? (
            <Button tone="danger" onPress={() => cancelAll.mutate(['queued'])}>
              <Ban aria-hidden="true" size={16} />
              {t('queue.cancelAll')}
            </Button>
          ) : null}
          {status.data?.isPaused === true ? (
            <Button tone="primary" onPress={() => resume.mutate()}>
              <Play aria-hidden="true" size={16} />
              {t('queue.resume')}
            </Button>
          ) : (
            <Button onPress={() => pause.mutate()}>
              <Pause aria-hidden="true" size={16} />
              {t('queue.pause')}
            </Button>
          )}
        </>
      }
    >
      {fault === null ? null : <FaultNotice fault={fault} onRetry={list.retry} />}
      <QueryView query={status}>
        {(current) => (
          <>
            {current.isPaused ? (
              <PauseNotice pauseReason={current.pauseReason} onResume={() => resume.mutate()} />
            ) : null}
            {countOf(current.counts, 'all') === 0 ? (
              <EmptyState title={t('queue.empty')} hint={t('queue.emptyHint')} Icon={ListChecks}>
                <Button tone="primary" onPress={() => void navigate('/import')}>
                  <Upload aria-hidden="true" size={16} />
                  {t('home.start')}
                </Button>
              </EmptyState>
            ) : (
              <>
                <StatusCard status={current} />
                <div className="flex flex-wrap items-center justify-between gap-3">
                  <ChoiceGroup
                    label={t('queue.filter')}
                    isLabelHidden
                    value={group}
                    choices={QUEUE_GROUPS.map((value) => ({
                      value,
                      text: t(`queue.groups.${value}`),
                      count: formatCount(countOf(current.counts, value), language),
                    }))}
                    onChange={(chosen) => {
                      open(null);
                      setSearch(chosen === 'all' ? {} : { state: chosen }, { replace: true });
                    }}
                  />
                  {(group === 'failed' || group === 'rejected' || group === 'needs-review') &&
                  countOf(current.counts, group) > 0 ? (
                    <Button
                      size="small"
                      isDisabled={retryAll.isPending}
                      onPress={() => retryAll.mutate(statesOf(group))}
                    >
                      <RotateCcw aria-hidden="true" size={15} />
                      {t('queue.retryAll')}
                    </Button>
                  ) : null}
                </div>
              </>
            )}
          </>
        )}
      </QueryView>
      {isAnything ? (
        <div className="flex min-h-72 flex-1 gap-4 max-lg:flex-col">
          {list.total === null ? (
            <Loading />
          ) : list.total === 0 ? (
            <EmptyState
              title={t('queue.emptyFilter')}
              hint={t('queue.emptyFilterHint')}
              Icon={ListChecks}
            />
          ) : (
            <VirtualTable
              label={t('queue.table')}
              listKey={group}
              total={list.total}
              rowAt={list.rowAt}
              keyOf={(job) => job.jobId}
              columns={columns}
              rowPx={ROW_PX}
              showRange={list.showRange}
              selectedKey={openJobId}
            />
          )}
          {openJob === undefined ? null : (
            <JobPanel
              job={openJob}
              onRetry={({ jobId }) => retry.mutate({ jobIds: [jobId] })}
              onClose={() => open(null)}
            />
          )}
        </div>
      ) : null}
    </Page>
  );
}

/** The opened job among the rows that are read; nothing when it is on a page out of view. */
function findJob(
  rowAt: (index: number) => Job | undefined,
  total: number,
  jobId: string | null,
): Job | undefined {
  if (jobId === null) return undefined;
  for (let index = 0; index < total; index += 1) {
    const job = rowAt(index);
    if (job?.jobId === jobId) return job;
  }
  return undefined;
}
