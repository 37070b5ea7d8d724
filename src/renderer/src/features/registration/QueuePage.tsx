import {
  Ban,
  ListChecks,
  Pause,
  Play,
  SlidersHorizontal,
  Upload,
  WandSparkles,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useQueueActions, useQueueStatus } from '../../ipc/queue-queries';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { BatchesView } from './BatchesView';
import { HoldNotice } from './HoldNotice';
import { JobsView } from './JobsView';
import { OrphansView } from './OrphansView';
import { PauseNotice } from './PauseNotice';
import { QueueControls } from './QueueControls';
import { countOf, isQueueView, QUEUE_VIEWS } from './queue-view';
import { RehearsalsView } from './RehearsalsView';
import { StatusCard } from './StatusCard';
import { useBulkAction } from './use-bulk-actions';

/** The queue live: how far it is, what each job and list does now, and what a person can do about it. */
export function QueuePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [isControlOpen, setIsControlOpen] = useState(false);
  const asked = search.get('view') ?? 'jobs';
  const view = isQueueView(asked) ? asked : 'jobs';
  const status = useQueueStatus();
  const { pause, resume } = useQueueActions();
  const cancelAll = useBulkAction('registration.cancel');
  const fault = pause.error ?? resume.error ?? cancelAll.error;
  const counts = status.data?.counts;
  return (
    <Page
      width="full"
      title={t('queue.title')}
      subtitle={t('queue.subtitle')}
      actions={
        <>
          {counts !== undefined && counts.queued > 0 ? (
            <Button tone="danger" onPress={() => cancelAll.mutate({ states: ['queued'] })}>
              <Ban aria-hidden="true" size={16} />
              {t('queue.cancelAll')}
            </Button>
          ) : null}
          <Button aria-expanded={isControlOpen} onPress={() => setIsControlOpen(!isControlOpen)}>
            <SlidersHorizontal aria-hidden="true" size={16} />
            {t('queue.control.open')}
          </Button>
          {status.data?.isPaused === true ? (
            <Button tone="primary" onPress={() => resume.mutate()}>
              <Play aria-hidden="true" size={16} />
              {t('queue.resume')}
            </Button>
          ) : (
            <Button onPress={() => pause.mutate()}>
              <Pause aria-hidden="true" size={16} />
              {t('queue.pause')}
            </Button>
          )}
        </>
      }
    >
      {fault === null ? null : <FaultNotice fault={fault} />}
      <QueryView query={status}>
        {(current) => (
          <>
            {current.isPaused ? (
              <PauseNotice pauseReason={current.pauseReason} onResume={() => resume.mutate()} />
            ) : null}
            <HoldNotice holds={current.holds} />
            {isControlOpen ? <QueueControls status={current} /> : null}
            <ChoiceGroup
              label={t('queue.view')}
              isLabelHidden
              value={view}
              choices={QUEUE_VIEWS.map((value) => ({ value, text: t(`queue.views.${value}`) }))}
              onChange={(chosen) => setSearch(chosen === 'jobs' ? {} : { view: chosen })}
            />
            {view === 'batches' ? <BatchesView /> : null}
            {view === 'rehearsals' ? <RehearsalsView /> : null}
            {view === 'orphans' ? <OrphansView /> : null}
            {view !== 'jobs' ? null : countOf(current.counts, 'all') === 0 ? (
              <EmptyState title={t('queue.empty')} hint={t('queue.emptyHint')} Icon={ListChecks}>
                <Button tone="primary" onPress={() => void navigate('/import')}>
                  <Upload aria-hidden="true" size={16} />
                  {t('home.start')}
                </Button>
              </EmptyState>
            ) : (
              <>
                <StatusCard status={current} />
                <JobsView
                  status={current}
                  reasonActionsOf={(code) => (
                    <Button
                      size="small"
                      onPress={() => void navigate(`/drafts/bulk?reason=${code}`)}
                    >
                      <WandSparkles aria-hidden="true" size={15} />
                      {t('review.fixAll')}
                    </Button>
                  )}
                />
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
