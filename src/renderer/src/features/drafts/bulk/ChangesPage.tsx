import type { DraftOperation } from '@shared/domain/draft-bulk';
import { isMessageCode } from '@shared/texts/catalogue';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { History, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../ipc/use-client';
import { Badge } from '../../../ui/Badge';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatCount, formatTime } from '../../../ui/format';
import { Card, Page } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { reasonHeadline } from '../../../ui/reason-headline';
import { useLanguage } from '../../../ui/use-language';
import { OverrideLog } from './OverrideLog';

const TONES = { running: 'busy', done: 'good', undoing: 'busy', undone: 'quiet' } as const;

/** What was done to many drafts at once, each with the way back, and the decisions on record. */
export function ChangesPage() {
  const { t } = useTranslation();
  const client = useClient();
  const queries = useQueryClient();
  const history = useQuery({
    queryKey: ['drafts', 'bulk-history'],
    queryFn: () => client.request('drafts.bulkHistory', {}),
  });
  const undo = useMutation({
    mutationFn: (operationId: string) => client.request('drafts.bulkUndo', { operationId }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
  return (
    <Page
      width="wide"
      title={t('review.history.title')}
      back={{ to: '/drafts', text: t('review.bulk.back') }}
      subtitle={t('review.history.subtitle')}
    >
      {undo.error === null ? null : <FaultNotice fault={undo.error} />}
      <QueryView query={history}>
        {({ operations }) =>
          operations.length === 0 ? (
            <EmptyState
              title={t('review.history.empty')}
              hint={t('review.history.emptyHint')}
              Icon={History}
            />
          ) : (
            <Card>
              <ul className="-my-3 divide-y divide-line">
                {operations.map((operation) => (
                  <OperationRow
                    key={operation.operationId}
                    operation={operation}
                    isBusy={undo.isPending}
                    onUndo={() => undo.mutate(operation.operationId)}
                  />
                ))}
              </ul>
            </Card>
          )
        }
      </QueryView>
      <OverrideLog />
    </Page>
  );
}

interface OperationRowProps {
  readonly operation: DraftOperation;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}

function OperationRow({ operation, isBusy, onUndo }: OperationRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answer, reasonCode, state } = operation;
  const count = (value: number): string => formatCount(value, language);
  const what =
    answer.kind === 'own'
      ? t('review.history.own', { file: answer.source })
      : answer.kind === 'set'
        ? Object.keys(answer.change)
            .map((field) => t(`editor.fields.${field as keyof typeof answer.change}`))
            .join(', ')
        : t(`review.bulk.kinds.${answer.kind === 'replace-word' ? 'word' : answer.kind}`);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {what}
          <Badge tone={TONES[state]}>{t(`review.history.states.${state}`)}</Badge>
        </p>
        <p className="text-quiet text-sm">
          {[
            ...(reasonCode !== null && isMessageCode(reasonCode)
              ? [reasonHeadline(reasonCode, language)]
              : []),
            t('review.history.changed', { value: count(operation.changedCount) }),
            ...(operation.skippedCount === 0
              ? []
              : [t('review.history.skipped', { value: count(operation.skippedCount) })]),
            operation.madeBy,
            formatTime(operation.createdAtMs, Date.now(), language),
          ].join(' · ')}
        </p>
      </div>
      {state === 'done' && operation.changedCount > 0 ? (
        <Button size="small" isDisabled={isBusy} onPress={onUndo}>
          <Undo2 aria-hidden="true" size={15} />
          {t('review.bulk.undo')}
        </Button>
      ) : null}
    </li>
  );
}
