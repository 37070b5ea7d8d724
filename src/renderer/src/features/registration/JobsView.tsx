import type { BatchId } from '@shared/domain/ids';
import type { RouteOutput } from '@shared/ipc/registry';
import { isMessageCode } from '@shared/texts/catalogue';
import { RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { SearchBox } from '../../ui/SearchBox';
import { useLanguage } from '../../ui/use-language';
import { useBatches, useReasons } from './batch-queries';
import { JobList } from './JobList';
import { countOf, isQueueGroup, QUEUE_GROUPS, statesOf, useQueueView } from './queue-view';
import { ReasonBar, type ReasonBarProps } from './ReasonBar';
import { useBulkAction } from './use-bulk-actions';

export interface JobsViewProps {
  readonly status: RouteOutput<'registration.getStatus'>;
  /** What can be done to all jobs with one reason at once. */
  readonly reasonActionsOf?: NonNullable<ReasonBarProps['actionsOf']>;
}

const ATTENTION = ['needs-review', 'rejected', 'failed'] as const;

/** The jobs, live: by state, by list and by reason, with one of them in full beside. */
export function JobsView({ status, reasonActionsOf }: JobsViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
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
  const open = useQueueView((view) => view.open);
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
  const isAttention = ATTENTION.some((state) => state === group);
  return (
    <>
      {retryAll.error === null ? null : <FaultNotice fault={retryAll.error} />}
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
      <JobList group={group} batchId={batchId} reasonCode={reasonCode} typed={typed} />
    </>
  );
}
