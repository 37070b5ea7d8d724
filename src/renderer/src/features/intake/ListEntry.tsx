import type { ListReading } from '@shared/domain/intake';
import { AppError } from '@shared/errors/app-error';
import { useTranslation } from 'react-i18next';
import { useListActions } from '../../ipc/intake-queries';
import { useListUploads } from '../../state/list-uploads';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { Notice } from '../../ui/Notice';
import { ColumnChoice, columnsOf } from './ColumnChoice';
import { ListCard } from './ListCard';
import { ReadingProgressCard } from './ReadingProgressCard';

export interface ListEntryProps {
  readonly reading: ListReading;
  readonly isOnly: boolean;
}

/** One list as it is now: being read, refused, cancelled, or with its lines. */
export function ListEntry({ reading, isOnly }: ListEntryProps) {
  const { t } = useTranslation();
  const { cancel, forget } = useListActions();
  const { add, dismiss, unclear } = useListUploads();
  const { readingId, fileName, state, summary } = reading;
  const clear = (): void => {
    dismiss([readingId]);
    forget.mutate([readingId]);
  };
  const clearButton = (
    <Button size="small" onPress={clear}>
      {t('intake.clear')}
    </Button>
  );
  if (state.kind === 'reading') {
    return (
      <ReadingProgressCard
        fileName={fileName}
        progress={state.progress}
        isCancelling={cancel.isPending}
        onCancel={() => cancel.mutate(readingId)}
      />
    );
  }
  if (state.kind === 'refused') {
    const fault = new AppError(state.code, { params: state.params });
    const file = unclear.get(readingId);
    const columns = file === undefined ? [] : columnsOf(fault);
    if (file === undefined || columns.length === 0) {
      return <FaultNotice fault={fault} actions={clearButton} />;
    }
    return (
      <ColumnChoice
        fileName={fileName}
        columns={columns}
        onChoose={(column) => {
          add([file], column);
          clear();
        }}
        onCancel={clear}
      />
    );
  }
  if (summary !== null) {
    return <ListCard reading={reading} summary={summary} isOnly={isOnly} onClear={clear} />;
  }
  return (
    <Notice
      tone="info"
      role="status"
      title={t('intake.readingCancelled', { file: fileName })}
      actions={clearButton}
    >
      {t('intake.cancelledHint')}
    </Notice>
  );
}
