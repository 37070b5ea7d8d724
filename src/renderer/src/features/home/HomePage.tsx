import { FlaskConical, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDraftOverview } from '../../ipc/draft-queries';
import { activeCount, useQueueStatus } from '../../ipc/queue-queries';
import { useAppInfo } from '../../ipc/settings-queries';
import { Button } from '../../ui/Button';
import { formatCount, formatDay } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { AlertsCard } from './AlertsCard';
import { CallsCard } from './CallsCard';
import { LimitsCard } from './LimitsCard';
import { RegistrationCard } from './RegistrationCard';
import { Tile } from './Tile';
import { ToDoCard } from './ToDoCard';
import { useDoneToday } from './use-done-today';
import { WatchCard } from './WatchCard';

/** The day at a glance: what was done, what waits for the seller, what is left of the allowances. */
export function HomePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const info = useAppInfo();
  const status = useQueueStatus();
  const overview = useDraftOverview();
  const count = (value: number): string => formatCount(value, language);
  return (
    <Page
      title={t('home.title')}
      subtitle={formatDay(Date.now(), language)}
      width="wide"
      actions={
        <Button tone="primary" onPress={() => void navigate('/import')}>
          <Upload aria-hidden="true" size={17} />
          {t('home.start')}
        </Button>
      }
    >
      {info.data?.mode === 'practice' ? (
        <Notice tone="info" title={t('home.practiceTitle')} Icon={FlaskConical}>
          {t('home.practiceText')}
        </Notice>
      ) : null}
      <QueryView query={status} loading={<TilesLoading />}>
        {({ counts, donePerMinute }) => {
          const active = activeCount(counts);
          const { byState } = overview.data ?? { byState: { 'needs-review': 0, blocked: 0 } };
          return (
            <dl className="grid grid-cols-2 gap-4 xl:grid-cols-4">
              <DoneTile total={counts.done} />
              <Tile
                label={t('home.active')}
                value={count(active)}
                detail={
                  active === 0
                    ? t('home.activeIdle')
                    : t('home.perMinute', { count: Math.round(donePerMinute) })
                }
                tone={active > 0 ? 'busy' : 'quiet'}
                to="/queue?state=active"
              />
              <Tile
                label={t('home.attention')}
                value={count(byState['needs-review'] + byState.blocked)}
                detail={t('home.attentionDetail', {
                  review: count(byState['needs-review']),
                  blocked: count(byState.blocked),
                })}
                tone={byState['needs-review'] + byState.blocked > 0 ? 'warn' : 'quiet'}
                to={byState['needs-review'] > 0 ? '/drafts?state=needs-review' : '/drafts'}
              />
              <Tile
                label={t('home.failed')}
                value={count(counts.rejected + counts.failed)}
                detail={t('home.failedDetail', {
                  rejected: count(counts.rejected),
                  failed: count(counts.failed),
                })}
                tone={counts.rejected + counts.failed > 0 ? 'bad' : 'quiet'}
                to={counts.rejected > 0 ? '/queue?state=rejected' : '/queue?state=failed'}
              />
            </dl>
          );
        }}
      </QueryView>
      <div className="grid items-start gap-5 xl:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-5">
          <ToDoCard />
          <RegistrationCard />
          <CallsCard />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <WatchCard />
          <AlertsCard />
          <LimitsCard />
        </div>
      </div>
    </Page>
  );
}

/** Four frames of the size of the tiles. */
function TilesLoading() {
  const { t } = useTranslation();
  return (
    <div role="status" className="grid animate-pulse grid-cols-2 gap-4 xl:grid-cols-4">
      <span className="sr-only">{t('common.loading')}</span>
      {['done', 'active', 'attention', 'failed'].map((name) => (
        <span key={name} className="h-29.5 rounded-xl border border-line bg-surface" />
      ))}
    </div>
  );
}

function DoneTile({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useDoneToday(total);
  return (
    <Tile
      label={t('home.doneToday')}
      value={
        today.data === undefined
          ? '…'
          : `${formatCount(today.data.count, language)}${today.data.isMore ? '+' : ''}`
      }
      detail={t('home.doneTotal', { count: total })}
      tone="good"
      to="/queue?state=done"
    />
  );
}
