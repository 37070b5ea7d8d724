import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useListUploads } from '../../state/list-uploads';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Page';

export interface WaitingFilesProps {
  /** True when the core shows the file that is under way. */
  readonly isReading: boolean;
}

/** Files whose turn is still to come; each can be taken out. */
export function WaitingFiles({ isReading }: WaitingFilesProps) {
  const { t } = useTranslation();
  const { waiting, isBusy, remove } = useListUploads();
  const shown = isBusy && isReading ? waiting.slice(1) : waiting;
  if (shown.length === 0) return null;
  return (
    <Card title={t('intake.waitingTitle')}>
      <ul className="flex flex-col divide-y divide-line">
        {shown.map(({ id, file }) => (
          <li key={id} className="flex items-center gap-3 py-2 first:pt-0 last:pb-0">
            <Clock aria-hidden="true" size={17} className="shrink-0 text-quiet" />
            <span className="min-w-0 flex-1 truncate">{file.name}</span>
            {isBusy && id === waiting[0]?.id ? (
              <span className="text-quiet text-sm">{t('intake.reading')}</span>
            ) : (
              <Button
                size="small"
                aria-label={t('intake.takeOut', { file: file.name })}
                onPress={() => remove(id)}
              >
                {t('intake.takeOutShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
