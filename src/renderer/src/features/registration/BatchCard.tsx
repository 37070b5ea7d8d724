import { BATCH_PRIORITIES } from '@shared/domain/batch';
import { isResting, JOB_STATES } from '@shared/domain/job';
import { Ban, CalendarClock, List, ListPlus, Pause, Play, RotateCcw, Undo2 } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { SelectBox } from '../../ui/fields';
import { formatCount, formatSpan, formatTime } from '../../ui/format';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import type { ShownBatch } from './BatchesView';
import { useQueueCommand } from './batch-queries';
import { ProgressParts } from './ProgressParts';
import { StartField } from './StartField';

export interface BatchCardProps {
  readonly batch: ShownBatch;
  readonly onUndo: () => void;
}

/** One list: how far it is, when it should be through, and everything that can be done with all of it. */
export function BatchCard({ batch, onUndo }: BatchCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const change = useQueueCommand('registration.changeBatch');
  const setHeld = useQueueCommand('registration.setHeld');
  const cancel = useQueueCommand('registration.cancelBatch');
  const retry = useQueueCommand('registration.retryBatch');
  const { batchId, counts, jobCount, startsAtMs, etaAtMs, donePerMinute } = batch;
  const nowMs = Date.now();
  const count = (value: number): string => formatCount(value, language);
  const ended = JOB_STATES.filter(isResting).reduce((sum, state) => sum + counts[state], 0);
  const left = jobCount - ended;
  const retryable = counts.failed + counts.rejected + counts['needs-review'] + counts.cancelled;
  const isScheduled = startsAtMs !== null && startsAtMs > nowMs && left > 0;
  const endedText = t('queue.ended', { total: count(jobCount), ended: count(ended) });
  const fault = change.error ?? setHeld.error ?? cancel.error ?? retry.error;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold text-[1.05rem]">
            <span className="truncate">{batch.name}</span>
            {isScheduled ? (
              <Badge tone="busy" Icon={CalendarClock}>
                {t('queue.batch.startsAt', { time: formatTime(startsAtMs, nowMs, language) })}
              </Badge>
            ) : null}
            {batch.untakenCount > 0 ? (
              <Badge tone="busy" Icon={ListPlus}>
                {t('queue.batch.takingIn', {
                  total: count(jobCount),
                  taken: count(jobCount - batch.untakenCount),
                })}
              </Badge>
            ) : null}
            {batch.isHeld && left > 0 ? (
              <Badge tone="warn" Icon={Pause}>
                {t('queue.batch.held')}
              </Badge>
            ) : null}
            {batch.isCancelled ? (
              <Badge tone="quiet" Icon={Ban}>
                {t('queue.states.cancelled')}
              </Badge>
            ) : null}
          </h2>
          <p className="text-quiet text-sm">
            {`${formatTime(batch.createdAtMs, nowMs, language)} · ${t(`queue.batch.lanes.${batch.lane}`)}`}
          </p>
        </div>
        <p className="text-right text-quiet text-sm">
          {donePerMinute >= 1 ? t('queue.speed', { count: donePerMinute }) : null}
          {etaAtMs === null ? null : (
            <span className="block">
              {t('queue.eta', {
                time: formatTime(etaAtMs, nowMs, language),
                span: formatSpan(etaAtMs - nowMs, language),
              })}
            </span>
          )}
        </p>
      </div>
      <ProgressBar
        value={ended}
        maxValue={Math.max(1, jobCount)}
        aria-label={t('queue.batch.progress', { name: batch.name })}
        valueLabel={endedText}
        className="mt-3"
      >
        <ProgressParts counts={counts} total={jobCount} />
      </ProgressBar>
      <p className="mt-1.5 text-quiet text-sm">
        {[
          endedText,
          ...(['done', 'needs-review', 'rejected', 'failed'] as const)
            .filter((state) => counts[state] > 0)
            .map((state) => `${t(`queue.states.${state}`)} ${count(counts[state])}`),
        ].join(' · ')}
      </p>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        {left === 0 ? null : (
          <>
            <div className="w-32">
              <SelectBox
                label={t('queue.batch.priority')}
                value={batch.priority}
                choices={BATCH_PRIORITIES.map((value) => ({
                  value,
                  text: t(`queue.batch.priorities.${value}`),
                }))}
                onChange={(priority) => change.mutate({ batchId, priority })}
              />
            </div>
            {isScheduled || counts.queued > 0 ? (
              <StartField
                startsAtMs={isScheduled ? startsAtMs : null}
                onChange={(next) => change.mutate({ batchId, startsAtMs: next })}
              />
            ) : null}
          </>
        )}
        <div className="ml-auto flex flex-wrap gap-2">
          <Button size="small" onPress={() => void navigate(`/queue?view=jobs&batch=${batchId}`)}>
            <List aria-hidden="true" size={15} />
            {t('queue.batch.show')}
          </Button>
          {left === 0 ? null : (
            <>
              <Button
                size="small"
                onPress={() =>
                  setHeld.mutate({ hold: { scope: 'batch', name: batchId }, isHeld: !batch.isHeld })
                }
              >
                {batch.isHeld ? (
                  <Play aria-hidden="true" size={15} />
                ) : (
                  <Pause aria-hidden="true" size={15} />
                )}
                {batch.isHeld ? t('queue.resume') : t('queue.pause')}
              </Button>
              <Button
                size="small"
                tone="danger"
                isDisabled={cancel.isPending}
                onPress={() => cancel.mutate({ batchId })}
              >
                <Ban aria-hidden="true" size={15} />
                {t('queue.batch.cancel')}
              </Button>
            </>
          )}
          {retryable === 0 ? null : (
            <Button
              size="small"
              isDisabled={retry.isPending}
              onPress={() => retry.mutate({ batchId })}
            >
              <RotateCcw aria-hidden="true" size={15} />
              {t('queue.batch.retry', { left: count(retryable) })}
            </Button>
          )}
          {counts.done === 0 ? null : (
            <Button size="small" tone="danger" onPress={onUndo}>
              <Undo2 aria-hidden="true" size={15} />
              {t('queue.undo.open')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
