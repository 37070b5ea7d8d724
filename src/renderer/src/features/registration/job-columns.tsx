import { isResting, type Job, type JobState } from '@shared/domain/job';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { type ColumnDef, createColumnHelper } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { buttonLooks } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { JobStateBadge, StepBars } from './job-looks';

/** States in which a person may ask for the job again. */
export const RETRYABLE: readonly JobState[] = ['failed', 'rejected', 'needs-review', 'cancelled'];

/** What a row of the queue can do. */
export interface JobActions {
  readonly onOpen: (job: Job) => void;
  readonly onRetry: (job: Job) => void;
  readonly onCancel: (job: Job) => void;
}

/** What cells write with; handed in, so that the hundreds of cells in view need not each listen for it. */
interface Words {
  readonly t: TFunction;
  readonly language: Language;
}

/** The columns of the queue, in the language shown. */
export function jobColumns(words: Words, actions: JobActions): ColumnDef<Job, unknown>[] {
  const { t, language } = words;
  const column = createColumnHelper<Job>();
  return [
    column.display({
      id: 'product',
      header: t('queue.product'),
      cell: ({ row }) => <ProductCell {...words} job={row.original} onOpen={actions.onOpen} />,
    }),
    column.display({
      id: 'state',
      header: t('queue.stage'),
      meta: { width: 'w-40' },
      cell: ({ row }) => (
        <>
          <JobStateBadge
            word={t(`queue.states.${row.original.state}`)}
            state={row.original.state}
          />
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
      cell: ({ row }) => <TimeCell language={language} atMs={row.original.updatedAtMs} />,
    }),
    column.display({
      id: 'actions',
      header: t('queue.actions'),
      meta: { width: 'w-28', align: 'right' },
      cell: ({ row }) => <ActionCell t={t} job={row.original} actions={actions} />,
    }),
  ];
}

interface ProductCellProps extends Words {
  readonly job: Job;
  readonly onOpen: (job: Job) => void;
}

function ProductCell({ t, language, job, onOpen }: ProductCellProps) {
  const [first] = job.reasons;
  return (
    <div className="min-w-0">
      <button
        type="button"
        onClick={() => onOpen(job)}
        className="block max-w-full cursor-pointer truncate-row rounded text-left font-medium after:absolute after:inset-0"
      >
        {job.title ?? t('queue.untitled')}
      </button>
      <p className="truncate-row text-quiet text-sm">
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

interface TimeCellProps extends Pick<Words, 'language'> {
  readonly atMs: number;
}

function TimeCell({ language, atMs }: TimeCellProps) {
  return (
    <span className="whitespace-nowrap text-quiet text-sm">
      {formatTime(atMs, Date.now(), language)}
    </span>
  );
}

interface ActionCellProps extends Pick<Words, 't'> {
  readonly job: Job;
  readonly actions: JobActions;
}

function ActionCell({ t, job, actions }: ActionCellProps) {
  const isRetryable = RETRYABLE.includes(job.state);
  if (job.state === 'needs-review' && job.title !== null) {
    // Trying again changes nothing before something was decided.
    return (
      <a
        href={`#/drafts/${job.itemNo}`}
        aria-label={`${t('queue.openDraft')} ${job.itemNo}`}
        className={`relative ${buttonLooks('plain', 'small')}`}
      >
        {t('queue.openDraft')}
      </a>
    );
  }
  if (!isRetryable && isResting(job.state)) return null;
  const word = t(isRetryable ? 'queue.retry' : 'queue.cancel');
  return (
    // Above the button that covers the row.
    <button
      type="button"
      aria-label={`${word} ${job.itemNo}`}
      onClick={() => (isRetryable ? actions.onRetry : actions.onCancel)(job)}
      className={`relative ${buttonLooks('plain', 'small')}`}
    >
      {word}
    </button>
  );
}
