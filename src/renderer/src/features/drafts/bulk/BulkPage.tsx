import type { BulkAnswer } from '@shared/domain/draft-bulk';
import { isMessageCode } from '@shared/texts/catalogue';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ListChecks, Undo2, WandSparkles } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { queryKeys } from '../../../ipc/query-keys';
import { useClient } from '../../../ipc/use-client';
import { useDraftSelection } from '../../../state/item-selection';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatCount } from '../../../ui/format';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { reasonHeadline } from '../../../ui/reason-headline';
import { TickBox } from '../../../ui/TickBox';
import { useLanguage } from '../../../ui/use-language';
import { AnswerForm } from './AnswerForm';
import { type AnswerKind, kindsFor } from './answer-kinds';
import { BulkPreviewTable } from './BulkPreviewTable';
import { onWire, useBulkChange } from './use-bulk-change';

/** One answer for all drafts with one reason, or for those that were selected: shown first, then applied, and undone with one press. */
export function BulkPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const [search] = useSearchParams();
  const reasonCode = search.get('reason');
  const chosen = useDraftSelection((selection) => selection.chosen);
  const kinds = kindsFor(reasonCode);
  const [kind, setKind] = useState<AnswerKind>(kinds[0] ?? 'confirm');
  const [answer, setAnswer] = useState<BulkAnswer | null>(null);
  const [retriesJobs, setRetriesJobs] = useState(true);
  const change = useBulkChange();
  const target = reasonCode === null ? { itemNos: [...chosen] } : { filter: { reasonCode } };
  const filter = { offset: 0, limit: 1, ...(reasonCode === null ? {} : { reasonCode }) };
  const counted = useQuery({
    queryKey: queryKeys.drafts.list(filter),
    queryFn: () => client.request('drafts.list', filter),
    enabled: reasonCode !== null && change.applied === null,
  });
  const total = reasonCode === null ? chosen.size : (counted.data?.total ?? 0);
  const settled = useDeferredValue(answer);
  const preview = useQuery({
    queryKey: ['drafts', 'bulk-preview', target, settled],
    queryFn: () => {
      if (settled === null) throw new TypeError('no answer yet');
      return client.request('drafts.bulkPreview', { target, answer: onWire(settled) });
    },
    enabled: settled !== null && total > 0 && change.applied === null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const count = (value: number): string => formatCount(value, language);
  const subtitle =
    reasonCode !== null && isMessageCode(reasonCode)
      ? t('review.bulk.subtitleReason', {
          reason: reasonHeadline(reasonCode, language),
          value: count(total),
        })
      : t('review.bulk.subtitleSelection', { value: count(total) });
  const rows = answer === null ? [] : (preview.data?.rows ?? []);
  const changing = rows.filter(({ skipped }) => skipped === null);

  return (
    <Page
      width="wide"
      title={t('review.bulk.title')}
      back={{ to: '/drafts', text: t('review.bulk.back') }}
      subtitle={change.applied === null && total > 0 ? subtitle : undefined}
    >
      {change.fault === null ? null : <FaultNotice fault={change.fault} />}
      {change.applied !== null ? (
        <div className="flex flex-col gap-4" role="status">
          <Notice
            tone={change.applied.operation.state === 'undone' ? 'info' : 'good'}
            title={
              change.applied.operation.state === 'undone'
                ? t('review.bulk.undone')
                : t('review.bulk.done', { value: count(change.applied.operation.changedCount) })
            }
            actions={
              <>
                {change.applied.operation.state === 'done' ? (
                  <Button
                    size="small"
                    isDisabled={change.isPending}
                    onPress={() => change.undo(change.applied?.operation.operationId ?? '')}
                  >
                    <Undo2 aria-hidden="true" size={15} />
                    {t('review.bulk.undo')}
                  </Button>
                ) : null}
                <Button size="small" tone="primary" onPress={() => void navigate('/drafts')}>
                  {t('review.bulk.toDrafts')}
                </Button>
              </>
            }
          >
            {[
              ...(change.applied.operation.skippedCount === 0
                ? []
                : [
                    t('review.bulk.doneSkipped', {
                      value: count(change.applied.operation.skippedCount),
                    }),
                  ]),
              ...(change.applied.retriedJobs === 0
                ? []
                : [t('review.bulk.doneRetried', { value: count(change.applied.retriedJobs) })]),
              ...(change.applied.operation.keptCount === 0
                ? []
                : [
                    t('review.bulk.undoneKept', {
                      value: count(change.applied.operation.keptCount),
                    }),
                  ]),
            ].join(' ')}
          </Notice>
        </div>
      ) : total === 0 && (reasonCode === null || !counted.isPending) ? (
        <EmptyState
          title={t('review.bulk.nothing')}
          hint={t('review.bulk.nothingHint')}
          Icon={ListChecks}
        >
          <Button tone="primary" onPress={() => void navigate('/drafts')}>
            {t('review.bulk.toDrafts')}
          </Button>
        </EmptyState>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <Card>
            <AnswerForm
              kinds={kinds}
              kind={kind}
              onKind={setKind}
              reasonCode={reasonCode}
              onAnswer={setAnswer}
            />
            <div className="mt-5 flex flex-col gap-3 border-line border-t pt-4">
              <TickBox
                label={t('review.bulk.retries')}
                isTicked={retriesJobs}
                onChange={setRetriesJobs}
              />
              <Button
                tone="primary"
                isDisabled={
                  answer === null ||
                  change.isPending ||
                  preview.isPlaceholderData ||
                  changing.length === 0
                }
                onPress={() => {
                  if (answer !== null) change.apply({ target, answer, reasonCode, retriesJobs });
                }}
              >
                <WandSparkles aria-hidden="true" size={16} />
                {change.isPending
                  ? t('review.bulk.applying')
                  : t('review.bulk.apply', {
                      value: count(
                        rows.length === (preview.data?.total ?? 0) ? changing.length : total,
                      ),
                    })}
              </Button>
            </div>
          </Card>
          <Card title={t('review.bulk.preview')}>
            {preview.error === null ? null : <FaultNotice fault={preview.error} />}
            {rows.length === 0 ? (
              <p className="py-10 text-center text-quiet">{t('review.bulk.previewWaiting')}</p>
            ) : (
              <BulkPreviewTable rows={rows} total={preview.data?.total ?? rows.length} />
            )}
          </Card>
        </div>
      )}
    </Page>
  );
}
