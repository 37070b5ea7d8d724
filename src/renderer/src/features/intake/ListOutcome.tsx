import type { ListReadingState } from '@shared/domain/intake';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useListActions } from '../../ipc/intake-queries';
import { useQueueActions } from '../../ipc/queue-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { useLanguage } from '../../ui/use-language';
import { ProgressLine } from './ProgressLine';

/** A list that takes longer than a moment to be taken in. */
const LONG_LIST_ITEMS = 2000;

export interface ListOutcomeProps {
  readonly readingId: string;
  readonly state: ListReadingState;
}

/** What becomes of a list's numbers once the seller has started it, with the way back. */
export function ListOutcome({ readingId, state }: ListOutcomeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { cancelBatch } = useQueueActions();
  const { cancel } = useListActions();
  const count = (value: number): string => formatCount(value, language);
  const toQueue = (
    <Button size="small" onPress={() => void navigate('/queue')}>
      {t('intake.toQueue')}
    </Button>
  );
  if (cancel.isError) return <FaultNotice fault={cancel.error} />;
  if (state.kind === 'taking-in') {
    if (state.itemCount <= LONG_LIST_ITEMS && !state.isCancelling) return null;
    return (
      <Notice
        tone="info"
        role="status"
        title={t(state.isCancelling ? 'intake.cancelling' : 'intake.takingIn', {
          items: count(state.itemCount),
        })}
        actions={
          <>
            <Button
              size="small"
              isDisabled={state.isCancelling}
              onPress={() => cancel.mutate(readingId)}
            >
              {t('intake.cancel')}
            </Button>
            {toQueue}
          </>
        }
      >
        <div className="mt-2 flex flex-col gap-2">
          <ProgressLine
            label={t('intake.takenIn')}
            value={state.takenCount}
            max={state.itemCount}
            valueText={t('intake.itemsOf', {
              items: count(state.takenCount),
              total: count(state.itemCount),
            })}
          />
          <p>{t('intake.takingInHint')}</p>
        </div>
      </Notice>
    );
  }
  if (state.kind === 'cancelled') {
    return (
      <Notice
        tone={state.keptCount === 0 ? 'info' : 'warn'}
        role="status"
        title={t('intake.cancelled')}
        {...(state.keptCount === 0 ? {} : { actions: toQueue })}
      >
        {state.keptCount === 0
          ? t('intake.cancelledHint')
          : t('intake.cancelledKept', { count: state.keptCount })}
      </Notice>
    );
  }
  if (state.kind !== 'taken-in') return null;
  return (
    <>
      {cancelBatch.isError ? <FaultNotice fault={cancelBatch.error} /> : null}
      <Notice
        tone="good"
        role="status"
        title={t('intake.enqueued', {
          queued: count(state.queued),
          existing: count(state.existing),
          registered: count(state.alreadyRegistered),
        })}
        actions={
          <>
            {state.queued > 0 && !cancelBatch.isSuccess ? (
              <Button
                size="small"
                isDisabled={cancelBatch.isPending}
                onPress={() => cancelBatch.mutate({ batchId: state.batchId })}
              >
                {t('common.undo')}
              </Button>
            ) : null}
            {toQueue}
          </>
        }
      >
        {cancelBatch.data === undefined
          ? null
          : t('intake.undone', { count: cancelBatch.data.jobCount })}
      </Notice>
    </>
  );
}
