import type { BatchId } from '@shared/domain/ids';
import type { Job } from '@shared/domain/job';
import { ListChecks } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useQueueActions } from '../../ipc/queue-queries';
import { useClient } from '../../ipc/use-client';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { LoadingList } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { PAGE_ROWS, usePagedRows, useReadyPages } from '../../ui/use-paged-rows';
import { VirtualTable } from '../../ui/VirtualTable';
import { JobPanel } from './JobPanel';
import { jobColumns } from './job-columns';
import { QUEUE_GROUPS, type QueueGroup, statesOf, useQueueView } from './queue-view';

const ROW_PX = 62;

export interface JobListProps {
  readonly group: QueueGroup;
  readonly batchId: string | null;
  readonly reasonCode: string | null;
  readonly typed: string;
}

/**
 * The jobs that a filter finds, with one of them in full beside. Apart from its screen, which need not
 * be drawn again for each hundred rows scrolled through, nor the rows for each change of a count.
 */
export const JobList = memo(({ group, batchId, reasonCode, typed }: JobListProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const { openJobId, open } = useQueueView();
  const { retry, cancel } = useQueueActions();
  const pageOf = (wanted: QueueGroup, offset: number) => {
    const filter = {
      offset,
      limit: PAGE_ROWS,
      ...(wanted === 'all' ? {} : { states: [...statesOf(wanted)] }),
      ...(batchId === null ? {} : { batchId: batchId as BatchId }),
      ...(reasonCode === null ? {} : { reasonCode }),
      ...(typed === '' ? {} : { text: typed }),
    };
    return {
      queryKey: queryKeys.queue.jobList(filter),
      queryFn: () => client.request('registration.listJobs', filter),
    };
  };
  const list = usePagedRows(
    (offset) => pageOf(group, offset),
    ({ jobs, total }) => ({ rows: jobs, total }),
  );
  // A choice of state leaves the reason behind, so only lists without one are made ready.
  const isPlain = typed === '' && reasonCode === null;
  useReadyPages(isPlain ? QUEUE_GROUPS.map((wanted) => pageOf(wanted, 0)) : []);
  const retryOne = retry.mutate;
  const cancelOne = cancel.mutate;
  const columns = useMemo(
    () =>
      jobColumns(
        { t, language },
        {
          onOpen: ({ jobId }) => open(jobId),
          onRetry: ({ jobId }) => retryOne({ jobIds: [jobId] }),
          onCancel: ({ jobId }) => cancelOne({ jobIds: [jobId] }),
        },
      ),
    [t, language, open, retryOne, cancelOne],
  );
  const openJob = findJob(list.rowAt, list.total ?? 0, openJobId);
  const fault = retry.error ?? cancel.error ?? list.fault;
  return (
    <>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={list.retry} />}
      <div className="flex min-h-72 flex-1 gap-4 max-lg:flex-col">
        {list.total === null ? (
          <LoadingList />
        ) : list.total === 0 ? (
          <EmptyState
            title={typed === '' ? t('queue.emptyFilter') : t('queue.emptySearch', { text: typed })}
            hint={typed === '' ? t('queue.emptyFilterHint') : t('queue.emptySearchHint')}
            Icon={ListChecks}
          />
        ) : (
          <VirtualTable
            label={t('queue.table')}
            listKey={`${group} ${batchId ?? ''} ${reasonCode ?? ''} ${typed}`}
            total={list.total}
            rowAt={list.rowAt}
            keyOf={keyOf}
            columns={columns}
            rowPx={ROW_PX}
            isEven
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
    </>
  );
});

const keyOf = ({ jobId }: Job): string => jobId;

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
