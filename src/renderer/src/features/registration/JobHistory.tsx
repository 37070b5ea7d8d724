import type { JobId } from '@shared/domain/ids';
import { JOB_STEPS } from '@shared/domain/job';
import { isMessageCode, textOf } from '@shared/texts/catalogue';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../ipc/use-client';
import { formatTime } from '../../ui/format';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';

export interface JobHistoryProps {
  readonly jobId: JobId;
  /** Read anew when the job changes. */
  readonly updatedAtMs: number;
}

const FIELDS = [
  'name',
  'salePriceKrw',
  'stock',
  'category',
  'pictureCount',
  'picture',
  'delivery',
  'options',
] as const;
type Field = (typeof FIELDS)[number];

/** What is recorded of a job: where Naver keeps something else than was sent, and every step. */
export function JobHistory({ jobId, updatedAtMs }: JobHistoryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const history = useQuery({
    // Apart from the lists of jobs, which events patch.
    queryKey: ['queue', 'job-history', jobId, updatedAtMs],
    queryFn: () => client.request('registration.getJobHistory', { jobId }),
  });
  const nowMs = Date.now();
  const nameOf = (field: string): string => {
    const known = FIELDS.find((name): name is Field => name === field);
    return known === undefined ? field : t(`queue.history.fields.${known}`);
  };
  return (
    <QueryView query={history}>
      {({ differences, steps }) => (
        <>
          {differences.length === 0 ? null : (
            <section className="border-line border-t pt-4">
              <h3 className="mb-2 font-medium text-sm">{t('queue.history.differences')}</h3>
              <table className="w-full text-left text-sm">
                <thead className="text-quiet text-xs">
                  <tr>
                    <th className="py-1 font-medium">{t('queue.history.field')}</th>
                    <th className="py-1 font-medium">{t('queue.history.wanted')}</th>
                    <th className="py-1 font-medium">{t('queue.history.stored')}</th>
                  </tr>
                </thead>
                <tbody>
                  {differences.map((difference) => (
                    <tr
                      key={`${difference.field} ${difference.detail ?? ''}`}
                      className="border-line border-t align-top"
                    >
                      <th scope="row" className="py-1 pr-2 font-medium">
                        {nameOf(difference.field)}
                        {difference.detail === null ? null : (
                          <span className="block break-all text-quiet text-xs">
                            {difference.detail}
                          </span>
                        )}
                      </th>
                      <td className="break-all py-1 pr-2">{difference.wanted ?? '–'}</td>
                      <td className="break-all py-1 text-warn">
                        {difference.stored ?? t('queue.history.missing')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          {steps.length === 0 ? null : (
            <details className="border-line border-t pt-4">
              <summary className="cursor-pointer font-medium text-sm">
                {t('queue.history.steps')}
              </summary>
              <ol className="mt-2 flex flex-col gap-1 text-sm">
                {steps.map((step) => (
                  <li
                    key={`${step.startedAtMs} ${step.step}`}
                    className="flex justify-between gap-3"
                  >
                    <span>
                      {stepWord(step.step) === null
                        ? step.step
                        : t(`queue.states.${stepWord(step.step) ?? 'queued'}`)}
                      {step.code !== null && isMessageCode(step.code) ? (
                        <span className="block text-quiet text-xs">
                          {textOf(step.code, language, {}).message}
                        </span>
                      ) : null}
                    </span>
                    <span className="whitespace-nowrap text-quiet">
                      {formatTime(step.startedAtMs, nowMs, language)}
                    </span>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </>
      )}
    </QueryView>
  );
}

function stepWord(step: string): (typeof JOB_STEPS)[number] | null {
  return JOB_STEPS.find((known) => known === step) ?? null;
}
