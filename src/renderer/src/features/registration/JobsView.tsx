import type { BatchId } from '@shared/domain/ids';
import type { Job } from '@shared/domain/job';
import type { RouteOutput } from '@shared/ipc/registry';
import { isMessageCode } from '@shared/texts/catalogue';
import { ListChecks, RotateCcw, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { queryKeys } from '../../ipc/query-keys';
import { useQueueActions } from '../../ipc/queue-queries';
import { useClient } from '../../ipc/use-client';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { LoadingList } from '../../ui/QueryView';
import { SearchBox } from '../../ui/SearchBox';
import { useLanguage } from '../../ui/use-language';
import { PAGE_ROWS, usePagedRows, useReadyPages } from '../../ui/use-paged-rows';
import { VirtualTable } from '../../ui/VirtualTable';
import { useBatches, useReasons } from './batch-queries';
import { JobPanel } from './JobPanel';
import { jobColumns } from './job-columns';
import {
  countOf,
  isQueueGroup,
  QUEUE_GROUPS,
  type QueueGroup,
  statesOf,
  useQueueView,
} from './queue-view';
import { ReasonBar, type ReasonBarProps } from './ReasonBar';
import { useBulkAction } from './use-bulk-actions';

export interface JobsViewProps {
  readonly status: RouteOutput<'registration.getStatus'>;
  /** What can be done to all jobs with one reason at once. */
  readonly reasonActionsOf?: NonNullable<ReasonBarProps['actionsOf']>;
}

const ROW_PX = 62;
const ATTENTION = ['needs-review', 'rejected', 'failed'] as const;

/** The jobs, live: by state, by list and by reason, with one of them in full beside. */
export function JobsView({ status, reasonActionsOf }: JobsViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state') ?? 'all';
  const group = isQueueGroup(asked) ? asked : 'all';
  const batchId = search.get('batch');
  const reasonCode = search.get('reason');
  const text = search.get('q') ?? '';
  const typed = text.trim();
  const batches = useBatches();
  const batch = batches.data?.batches.find((other) => other.batchId === batchId);
  const reasons = useReasons(batchId);
  const { openJobId, open } = useQueueView();
  const { retry, cancel } = useQueueActions();
  const retryAll = useBulkAction('registration.retry');
  const counts = batch?.counts ?? status.counts;

  const change = (next: Readonly<Record<string, string | null>>): void => {
    open(null);
    const params = new URLSearchParams(search);
    for (const [key, value] of Object.entries(next)) {
      if (value === null) params.delete(key);
      else params.set(key, value);
    }
    setSearch(params, { replace: true, flushSync: true });
  };
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
  const fault = retry.error ?? cancel.error ?? retryAll.error ?? list.fault;
  const isAttention = ATTENTION.some((state) => state === group);
  return (
    <>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={list.retry} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ChoiceGroup
          label={t('queue.filter')}
          isLabelHidden
          value={group}
          choices={QUEUE_GROUPS.map((value) => ({
            value,
            text: t(`queue.groups.${value}`),
            count: formatCount(countOf(counts, value), language),
          }))}
          onChange={(chosen) => change({ state: chosen === 'all' ? null : chosen, reason: null })}
        />
        <span className="flex flex-wrap items-center gap-2">
          <SearchBox
            label={t('queue.search')}
            value={text}
            onChange={(value) => change({ q: value === '' ? null : value })}
          />
          {batchId === null ? null : (
            <Button size="small" onPress={() => change({ batch: null, reason: null })}>
              {batch?.name ?? t('queue.batch.one')}
              <X aria-hidden="true" size={14} />
              <span className="sr-only">{t('queue.batch.showAll')}</span>
            </Button>
          )}
          {isAttention && countOf(counts, group) > 0 ? (
            <Button
              size="small"
              isDisabled={retryAll.isPending}
              onPress={() =>
                retryAll.mutate({
                  states: [...statesOf(group)],
                  ...(batchId === null ? {} : { batchId: batchId as BatchId }),
                  ...(reasonCode === null ? {} : { reasonCode }),
                  ...(typed === '' ? {} : { text: typed }),
                })
              }
            >
              <RotateCcw aria-hidden="true" size={15} />
              {t('queue.retryAll')}
            </Button>
          ) : null}
        </span>
      </div>
      <ReasonBar
        reasons={isAttention || group === 'all' ? (reasons.data?.reasons ?? []) : []}
        chosen={reasonCode !== null && isMessageCode(reasonCode) ? reasonCode : null}
        onChoose={(code) => change({ reason: code })}
        {...(reasonActionsOf === undefined ? {} : { actionsOf: reasonActionsOf })}
      />
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
            keyOf={(job) => job.jobId}
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
