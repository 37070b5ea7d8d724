import type { TableDiff } from '@shared/domain/draft-table';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { formatCount } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { ReasonList } from '../../../ui/ReasonList';
import { useLanguage } from '../../../ui/use-language';
import { FieldChanges } from '../FieldChanges';

export interface TableDiffViewProps {
  readonly diff: TableDiff;
  readonly isBusy: boolean;
  readonly onApply: () => void;
}

/** What an imported table would change, cell by cell, with what cannot be used. */
export function TableDiffView({ diff, isBusy, onApply }: TableDiffViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = (value: number): string => formatCount(value, language);
  return (
    <Card
      title={t('review.table.diff')}
      aside={
        <Button tone="primary" isDisabled={isBusy || diff.changedCount === 0} onPress={onApply}>
          <Check aria-hidden="true" size={16} />
          {t('review.table.apply', { value: count(diff.changedCount) })}
        </Button>
      }
    >
      <p className="mb-3 flex flex-wrap gap-x-4 text-sm">
        <span className="font-semibold text-accent-text">
          {t('review.table.changed', { value: count(diff.changedCount) })}
        </span>
        <span className="text-quiet">
          {t('review.table.unchanged', { value: count(diff.unchangedCount) })}
        </span>
        {diff.problemCount === 0 ? null : (
          <span className="text-bad">
            {t('review.table.problems', { value: count(diff.problemCount) })}
          </span>
        )}
      </p>
      {diff.lines.length === 0 ? (
        <p className="py-6 text-center text-quiet">{t('review.table.nothing')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {diff.lines.map((line) => (
            <li key={line.line} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[14rem_1fr]">
              <div className="min-w-0">
                <p className="truncate font-medium">{line.name ?? line.text}</p>
                <p className="text-quiet text-xs">
                  {[line.itemNo, t('review.table.line', { line: line.line })]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <div className="flex flex-col gap-2">
                <FieldChanges changes={line.changes} />
                <ReasonList reasons={line.problems} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
