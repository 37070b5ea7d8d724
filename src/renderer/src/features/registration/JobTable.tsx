import type { JobId } from '@shared/domain/ids';
import { isResting, type Job, type JobState } from '@shared/domain/job';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { ReasonList } from '../../ui/ReasonList';

const RETRYABLE: readonly JobState[] = ['failed', 'rejected', 'needs-review', 'cancelled'];

function toneOf(state: JobState): BadgeTone {
  switch (state) {
    case 'done':
      return 'good';
    case 'needs-review':
      return 'warn';
    case 'rejected':
    case 'failed':
    case 'unreadable':
      return 'bad';
    case 'queued':
    case 'cancelled':
      return 'quiet';
    default:
      return 'busy';
  }
}

export interface JobTableProps {
  readonly jobs: readonly Job[];
  readonly onRetry: (jobId: JobId) => void;
  readonly onCancel: (jobId: JobId) => void;
}

/** One row per job: item, step, product number, reasons, and what can be done. */
export function JobTable({ jobs, onRetry, onCancel }: JobTableProps) {
  const { t } = useTranslation();
  return (
    <table className="w-full rounded-xl bg-surface text-left">
      <thead className="text-quiet text-sm">
        <tr>
          <th className="p-3">{t('common.itemNo')}</th>
          <th className="p-3">{t('common.name')}</th>
          <th className="p-3">{t('common.state')}</th>
          <th className="p-3">{t('queue.productNo')}</th>
          <th className="p-3">{t('queue.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.jobId} className="border-line border-t align-top">
            <td className="p-3">{job.itemNo}</td>
            <td className="p-3">
              {job.title}
              <ReasonList reasons={job.reasons} />
            </td>
            <td className="p-3">
              <Badge tone={toneOf(job.state)}>{t(`queue.states.${job.state}`)}</Badge>
            </td>
            <td className="p-3">{job.channelProductNo}</td>
            <td className="p-3">
              {RETRYABLE.includes(job.state) ? (
                <Button
                  size="small"
                  aria-label={`${t('queue.retry')} ${job.itemNo}`}
                  onPress={() => onRetry(job.jobId)}
                >
                  {t('queue.retry')}
                </Button>
              ) : null}
              {isResting(job.state) ? null : (
                <Button
                  size="small"
                  tone="danger"
                  aria-label={`${t('queue.cancel')} ${job.itemNo}`}
                  onPress={() => onCancel(job.jobId)}
                >
                  {t('queue.cancel')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
