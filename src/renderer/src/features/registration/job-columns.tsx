import { isResting, type Job, type JobState } from '@shared/domain/job';
import { textOf } from '@shared/texts/catalogue';
import { type ColumnDef, createColumnHelper } from '@tanstack/react-table';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { JobStateBadge, StepBars } from './job-looks';

export const RETRYABLE: readonly JobState[] = ['failed', 'rejected', 'needs-review', 'cancelled'];

export interface JobActions {
  readonly onOpen: (job: Job) => void;
  readonly onRetry: (job: Job) => void;
  readonly onCancel: (job: Job) => void;
}

/** The columns of the queue. `t` is that of the language shown. */
export function jobColumns(
  t: ReturnType<typeof useTranslation>['t'],
  actions: JobActions,
): ColumnDef<Job, unknown>[] {
  const column = createColumnHelper<Job>();
  return [
    column.display({
      id: 'product',
      header: t('queue.product'),
      cell: ({ row }) => <ProductCell job={row.original} onOpen={actions.onOpen} />,
    }),
    column.display({
      id: 'state',
      header: t('queue.stage'),
      meta: { width: 'w-40' },
      cell: ({ row }) => (
        <>
          <JobStateBadge state={row.original.state} />
          <StepBars state={row.original.state} />
        </>
      ),
    }),
    column.display({
      id: 'productNo',
      header: t('queue.productNo'),
      meta: { width: 'w-40', hiding: '@max-4xl:hidden' },
      cell: ({ row }) => <span className="text-sm">{row.original.channelProductNo ?? '–'}</span>,
    }),
    column.display({
      id: 'changed',
      header: t('queue.changed'),
      meta: { width: 'w-32', hiding: '@max-2xl:hidden' },
      cell: ({ row }) => <TimeCell atMs={row.original.updatedAtMs} />,
    }),
    column.display({
      id: 'actions',
      header: t('queue.actions'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row }) => <ActionCell job={row.original} actions={actions} />,
    }),
  ];
}

function ProductCell({ job, onOpen }: { readonly job: Job; readonly onOpen: (job: Job) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first] = job.reasons;
  return (
    <div className="min-w-0">
      <AriaButton
        onPress={() => onOpen(job)}
        className="block max-w-full cursor-pointer truncate rounded text-left font-medium after:absolute after:inset-0"
      >
        {job.title ?? t('queue.untitled')}
      </AriaButton>
      <p className="truncate text-quiet text-sm">
        {job.itemNo}
        {first === undefined ? null : (
          <span className={first.severity === 'warn' ? '' : 'text-warn'}>
            {' · '}
            {textOf(first.code, language, first.params).message}
            {job.reasons.length > 1
              ? ` (${t('queue.moreReasons', { count: job.reasons.length - 1 })})`
              : null}
          </span>
        )}
      </p>
    </div>
  );
}

function TimeCell({ atMs }: { readonly atMs: number }) {
  const language = useLanguage();
  return (
    <span className="whitespace-nowrap text-quiet text-sm">
      {formatTime(atMs, Date.now(), language)}
    </span>
  );
}

function ActionCell({ job, actions }: { readonly job: Job; readonly actions: JobActions }) {
  const { t } = useTranslation();
  if (RETRYABLE.includes(job.state)) {
    return (
      <span className="relative">
        <Button
          size="small"
          aria-label={`${t('queue.retry')} ${job.itemNo}`}
          onPress={() => actions.onRetry(job)}
        >
          {t('queue.retry')}
        </Button>
      </span>
    );
  }
  if (isResting(job.state)) return null;
  return (
    <span className="relative">
      <Button
        size="small"
        aria-label={`${t('queue.cancel')} ${job.itemNo}`}
        onPress={() => actions.onCancel(job)}
      >
        {t('queue.cancel')}
      </Button>
    </span>
  );
}
