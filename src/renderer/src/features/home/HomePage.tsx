import { JOB_STATES } from '@shared/domain/job';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../ipc/query-keys';
import { useQueueStatus } from '../../ipc/queue-queries';
import { useClient } from '../../ipc/use-client';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';

/** The day at a glance: where the jobs stand and what is left of the allowances. */
export function HomePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const status = useQueueStatus();
  const limits = useQuery({
    queryKey: queryKeys.limits,
    queryFn: () => client.request('limits.get', {}),
    refetchInterval: 10_000,
  });
  return (
    <Page
      title={t('home.title')}
      actions={
        <Button tone="primary" onPress={() => void navigate('/import')}>
          {t('home.start')}
        </Button>
      }
    >
      <Card title={t('home.queueTitle')}>
        <QueryView query={status}>
          {({ counts }) => (
            <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
              {JOB_STATES.filter((state) => counts[state] > 0 || state === 'done').map((state) => (
                <div key={state}>
                  <dt className="text-quiet">{t(`queue.states.${state}`)}</dt>
                  <dd className="font-semibold text-xl">{formatCount(counts[state], language)}</dd>
                </div>
              ))}
            </dl>
          )}
        </QueryView>
      </Card>
      <Card title={t('home.limitsTitle')}>
        <QueryView query={limits}>
          {({ domeggook, backend }) => (
            <dl className="grid gap-4 sm:grid-cols-2">
              <div>
                <dt className="text-quiet">{t('home.domeggook')}</dt>
                <dd className="font-semibold">
                  {t('home.domeggookValue', {
                    used: formatCount(domeggook.usedToday, language),
                    perDay: formatCount(domeggook.perDay, language),
                  })}
                </dd>
              </div>
              <div>
                <dt className="text-quiet">{t('home.backend')}</dt>
                <dd className="font-semibold">{t(`home.backends.${backend}`)}</dd>
              </div>
            </dl>
          )}
        </QueryView>
      </Card>
    </Page>
  );
}
