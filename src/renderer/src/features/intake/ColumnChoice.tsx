import { AppError } from '@shared/errors/app-error';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { Card } from '../../ui/Page';

/** The columns that a list leaves to choose from; none when the fault is another one. */
export function columnsOf(fault: unknown): readonly string[] {
  if (!(fault instanceof AppError) || fault.code !== 'INTAKE_COLUMN_UNCLEAR') return [];
  return String(fault.params.columns ?? '')
    .split(', ')
    .filter((column) => column !== '');
}

export interface ColumnChoiceProps {
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly onChoose: (column: string) => void;
  readonly onCancel: () => void;
}

/** Asks which column holds the item numbers when the list does not say. */
export function ColumnChoice({ fileName, columns, onChoose, onCancel }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const [column, setColumn] = useState(columns[0] ?? '');
  return (
    <Card title={t('intake.columnTitle')}>
      <p className="mb-4 text-quiet">{t('intake.columnHint', { file: fileName })}</p>
      <ChoiceGroup
        label={t('intake.columnChoice')}
        value={column}
        choices={columns.map((value) => ({ value, text: value }))}
        onChange={setColumn}
      />
      <div className="mt-5 flex gap-2">
        <Button tone="primary" onPress={() => onChoose(column)}>
          {t('intake.columnUse')}
        </Button>
        <Button onPress={onCancel}>{t('intake.clear')}</Button>
      </div>
    </Card>
  );
}
