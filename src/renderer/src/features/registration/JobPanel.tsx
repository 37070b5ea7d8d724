import type { Job } from '@shared/domain/job';
import { ChartLine, RotateCcw, SquarePen, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button';
import { formatTime } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { ReasonList } from '../../ui/ReasonList';
import { useLanguage } from '../../ui/use-language';
import { useSidePanel } from '../../ui/use-side-panel';
import { JobHistory } from './JobHistory';
import { RETRYABLE } from './job-columns';
import { JobStateBadge, StepBars } from './job-looks';

export interface JobPanelProps {
  readonly job: Job;
  readonly onRetry: (job: Job) => void;
  readonly onClose: () => void;
}

/** One job in full: where it is, why, and what can be done. */
export function JobPanel({ job, onRetry, onClose }: JobPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const panel = useSidePanel(job.jobId, onClose);
  const nowMs = Date.now();
  const time = (atMs: number): string => formatTime(atMs, nowMs, language);
  const facts: readonly (readonly [string, string])[] = [
    [t('common.itemNo'), job.itemNo],
    ...(job.channelProductNo === null
      ? []
      : [[t('queue.productNo'), job.channelProductNo] as const]),
    [t('queue.attempts'), String(job.attempts)],
    [t('queue.created'), time(job.createdAtMs)],
    [t('queue.changed'), time(job.updatedAtMs)],
    ...(job.notBeforeMs > nowMs ? [[t('queue.notBefore'), time(job.notBeforeMs)] as const] : []),
  ];
  return (
    <aside
      ref={panel.ref}
      tabIndex={-1}
      aria-label={t('queue.details')}
      className="flex w-96 shrink-0 flex-col gap-4 self-stretch overflow-y-auto rounded-xl border border-line bg-surface p-5 shadow-card outline-none max-lg:w-full max-2xl:w-84"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 className="font-semibold text-[1.05rem]">{job.title ?? t('queue.untitled')}</h2>
        <IconButton
          size="small"
          tone="ghost"
          label={t('common.close')}
          onPress={panel.close}
          Icon={X}
          iconPx={17}
        />
      </div>
      <div>
        <JobStateBadge word={t(`queue.states.${job.state}`)} state={job.state} />
        <StepBars state={job.state} />
      </div>
      {job.reasons.length === 0 && job.state === 'done' ? null : (
        <div className="border-line border-t pt-4">
          <h3 className="mb-2 font-medium text-sm">{t('queue.why')}</h3>
          {job.reasons.length === 0 ? (
            <p className="text-quiet text-sm">{t('queue.nothingToSay')}</p>
          ) : (
            <ReasonList reasons={job.reasons} />
          )}
        </div>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 border-line border-t pt-4 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <JobHistory jobId={job.jobId} updatedAtMs={job.updatedAtMs} />
      <div className="mt-auto flex flex-wrap gap-2 pt-2">
        {job.title === null ? null : (
          <Button
            tone={job.state === 'needs-review' ? 'primary' : 'plain'}
            onPress={() => void navigate(`/drafts/${job.itemNo}`)}
          >
            <SquarePen aria-hidden="true" size={16} />
            {t('queue.openDraft')}
          </Button>
        )}
        {job.state === 'done' ? (
          <Button onPress={() => void navigate(`/history/${job.itemNo}`)}>
            <ChartLine aria-hidden="true" size={16} />
            {t('queue.toHistory')}
          </Button>
        ) : null}
        {RETRYABLE.includes(job.state) ? (
          <Button onPress={() => onRetry(job)}>
            <RotateCcw aria-hidden="true" size={16} />
            {t('queue.retry')}
          </Button>
        ) : null}
      </div>
    </aside>
  );
}
