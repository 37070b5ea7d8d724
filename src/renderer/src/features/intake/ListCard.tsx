import type { ListReading, ListSummary } from '@shared/domain/intake';
import { ChevronDown, ChevronUp, FileText, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListActions } from '../../ipc/intake-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { ListLines } from './ListLines';
import { ListOutcome } from './ListOutcome';

export interface ListCardProps {
  readonly reading: ListReading;
  readonly summary: ListSummary;
  /** The only list is shown with its lines at once. */
  readonly isOnly: boolean;
  readonly onClear: () => void;
}

/** A list that was read: what was understood, the press that starts the work, and what came of it. */
export function ListCard({ reading, summary, isOnly, onClear }: ListCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { takeIn } = useListActions();
  const [isOpenChosen, setIsOpenChosen] = useState<boolean | null>(null);
  const isOpen = isOpenChosen ?? isOnly;
  const { readingId, fileName, state } = reading;
  const { verdicts, column, encoding } = summary;
  const count = (value: number): string => formatCount(value, language);
  const lineCount = verdicts.taken + verdicts.duplicate + verdicts.malformed;
  const Fold = isOpen ? ChevronUp : ChevronDown;
  return (
    <section aria-label={fileName} className="flex flex-col gap-4">
      <Card>
        <div className="flex flex-wrap items-start gap-4">
          <span className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
            <FileText aria-hidden="true" size={22} />
          </span>
          <div className="min-w-0 flex-1 basis-72">
            <h2 className="truncate font-semibold text-[1.05rem]">{fileName}</h2>
            <p>{t('intake.result', { lines: count(lineCount), items: count(verdicts.taken) })}</p>
            <p className="text-quiet text-sm">
              {[
                ...(column === null ? [] : [t('intake.column', { column })]),
                t('intake.encoding', { encoding: encoding.toUpperCase() }),
                ...(['duplicate', 'malformed'] as const)
                  .filter((verdict) => verdicts[verdict] > 0)
                  .map((verdict) => `${t(`intake.groups.${verdict}`)} ${count(verdicts[verdict])}`),
              ].join(' · ')}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {isOnly ? null : (
              <Button tone="ghost" aria-expanded={isOpen} onPress={() => setIsOpenChosen(!isOpen)}>
                {t('intake.showLines')}
                <Fold aria-hidden="true" size={16} />
              </Button>
            )}
            {state.kind === 'taking-in' ? null : (
              <Button onPress={onClear}>{t('intake.clear')}</Button>
            )}
            {state.kind === 'read' ? (
              <Button
                tone="primary"
                isDisabled={takeIn.isPending}
                onPress={() => takeIn.mutate(readingId)}
              >
                <ListPlus aria-hidden="true" size={17} />
                {t('intake.enqueue', { items: count(verdicts.taken) })}
              </Button>
            ) : null}
          </div>
        </div>
        {state.kind === 'read' ? (
          <p className="mt-3 text-quiet text-sm">{t('intake.enqueueHint')}</p>
        ) : null}
      </Card>
      {takeIn.isError ? <FaultNotice fault={takeIn.error} /> : null}
      <ListOutcome readingId={readingId} state={state} />
      {isOpen ? <ListLines readingId={readingId} verdicts={verdicts} /> : null}
    </section>
  );
}
