import type { IntakeLine, IntakeResult } from '@shared/domain/intake';
import { FileText, ListPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQueueActions } from '../../ipc/queue-queries';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { VirtualTable } from '../../ui/VirtualTable';
import { verdictColumns } from './verdict-columns';

/** A list that was read, with the name it goes by. */
export interface ReadList {
  readonly name: string;
  readonly result: IntakeResult;
}

const VERDICTS = ['all', 'taken', 'duplicate', 'malformed'] as const;
type Verdict = (typeof VERDICTS)[number];
const ROW_PX = 45;
/** A list that takes longer than a moment to be taken in. */
const LONG_LIST_ITEMS = 2000;

export interface ListResultProps {
  readonly list: ReadList;
  readonly enqueue: ReturnType<typeof useQueueActions>['enqueue'];
  readonly onClear: () => void;
}

/** What was understood of a list, line by line, and the press that starts the work. */
export function ListResult({ list, enqueue, onClear }: ListResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { cancelBatch } = useQueueActions();
  const [shown, setShown] = useState<Verdict>('all');
  const { lines, itemNos, column, encoding } = list.result;
  const byVerdict = useMemo(() => groupLines(lines), [lines]);
  const columns = useMemo(() => verdictColumns(t), [t]);
  const rows = byVerdict[shown];
  const count = (value: number): string => formatCount(value, language);
  return (
    <>
      <Card>
        <div className="flex flex-wrap items-start gap-4">
          <span className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
            <FileText aria-hidden="true" size={22} />
          </span>
          <div className="min-w-0 flex-1 basis-72">
            <h2 className="truncate font-semibold text-[1.05rem]">{list.name}</h2>
            <p>
              {t('intake.result', { lines: count(lines.length), items: count(itemNos.length) })}
            </p>
            <p className="text-quiet text-sm">
              {[
                ...(column === null ? [] : [t('intake.column', { column })]),
                t('intake.encoding', { encoding: encoding.toUpperCase() }),
              ].join(' · ')}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button onPress={onClear}>{t('intake.clear')}</Button>
            <Button
              tone="primary"
              isDisabled={itemNos.length === 0 || enqueue.isPending || enqueue.isSuccess}
              onPress={() => {
                cancelBatch.reset();
                enqueue.mutate({ itemNos: [...itemNos], batchName: list.name });
              }}
            >
              <ListPlus aria-hidden="true" size={17} />
              {t('intake.enqueue', { count: itemNos.length })}
            </Button>
          </div>
        </div>
        {enqueue.data === undefined ? (
          <p className="mt-3 text-quiet text-sm">{t('intake.enqueueHint')}</p>
        ) : null}
      </Card>
      {enqueue.isError ? <FaultNotice fault={enqueue.error} /> : null}
      {cancelBatch.isError ? <FaultNotice fault={cancelBatch.error} /> : null}
      {enqueue.isPending && itemNos.length > LONG_LIST_ITEMS ? (
        <Notice
          tone="info"
          role="status"
          title={t('intake.takingIn', { items: count(itemNos.length) })}
          actions={
            <Button size="small" onPress={() => void navigate('/queue?view=batches')}>
              {t('intake.toQueue')}
            </Button>
          }
        >
          {t('intake.takingInHint')}
        </Notice>
      ) : null}
      {enqueue.data === undefined ? null : (
        <Notice
          tone="good"
          role="status"
          title={t('intake.enqueued', {
            queued: enqueue.data.queued,
            existing: enqueue.data.existing,
            registered: enqueue.data.alreadyRegistered,
          })}
          actions={
            <>
              {enqueue.data.queued > 0 && !cancelBatch.isSuccess ? (
                <Button
                  size="small"
                  isDisabled={cancelBatch.isPending}
                  onPress={() => cancelBatch.mutate({ batchId: enqueue.data.batchId })}
                >
                  {t('common.undo')}
                </Button>
              ) : null}
              <Button size="small" tone="primary" onPress={() => void navigate('/queue')}>
                {t('intake.toQueue')}
              </Button>
            </>
          }
        >
          {cancelBatch.data === undefined
            ? null
            : t('intake.undone', { count: cancelBatch.data.jobCount })}
        </Notice>
      )}
      <ChoiceGroup
        label={t('intake.filterLabel')}
        isLabelHidden
        value={shown}
        choices={VERDICTS.map((value) => ({
          value,
          text: t(`intake.groups.${value}`),
          count: count(byVerdict[value].length),
        }))}
        onChange={setShown}
      />
      <div className="flex h-[30rem] flex-col">
        <VirtualTable
          label={t('intake.table')}
          listKey={shown}
          total={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={({ line, text }) => `${line} ${text}`}
          columns={columns}
          rowPx={ROW_PX}
        />
      </div>
    </>
  );
}

/** Lines by what came of them; in `all`, lines with a problem come first. */
function groupLines(
  lines: readonly IntakeLine[],
): Readonly<Record<Verdict, readonly IntakeLine[]>> {
  const taken = lines.filter(({ itemNo, reason }) => itemNo !== null && reason === null);
  const duplicate = lines.filter(({ reason }) => reason?.code === 'INTAKE_DUPLICATE');
  const malformed = lines.filter(
    ({ itemNo, reason }) =>
      reason?.code !== 'INTAKE_DUPLICATE' && (itemNo === null || reason !== null),
  );
  return { all: [...malformed, ...duplicate, ...taken], taken, duplicate, malformed };
}
