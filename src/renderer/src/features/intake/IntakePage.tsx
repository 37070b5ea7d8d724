import { FileSpreadsheet } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DropZone, FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useListActions, useListReadings } from '../../ipc/intake-queries';
import { useListUploads } from '../../state/list-uploads';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { Card, Page } from '../../ui/Page';
import { ListEntry } from './ListEntry';
import { WaitingFiles } from './WaitingFiles';

const ACCEPTED = ['.txt', '.csv', '.tsv', '.xlsx', 'text/plain', 'text/csv'];

/** Lists go in by drop, choice or paste; each comes out with a verdict per line; one press starts its work. */
export function IntakePage() {
  const { t } = useTranslation();
  const readings = useListReadings();
  const { add, refused, dismiss } = useListUploads();
  const [pastedText, setPastedText] = useState('');
  const lists = readings.data ?? [];
  useForgetEnded();

  const readPasted = (): void => {
    add([new File([pastedText], `${t('intake.pasted')}.txt`, { type: 'text/plain' })]);
    setPastedText('');
  };
  return (
    <Page title={t('intake.title')} subtitle={t('intake.subtitle')}>
      {readings.isError ? (
        <FaultNotice fault={readings.error} onRetry={() => void readings.refetch()} />
      ) : null}
      {refused.map(({ id, fault }) => (
        <FaultNotice
          key={id}
          fault={fault}
          actions={
            <Button size="small" onPress={() => dismiss([id])}>
              {t('intake.clear')}
            </Button>
          }
        />
      ))}
      {lists.map((reading) => (
        <ListEntry key={reading.readingId} reading={reading} isOnly={lists.length === 1} />
      ))}
      <WaitingFiles isReading={lists.some(({ state }) => state.kind === 'reading')} />
      {lists.length === 0 ? null : (
        <h2 className="mt-2 font-semibold text-lg">{t('intake.addMore')}</h2>
      )}
      <div className="grid gap-5 lg:grid-cols-2">
        <DropZone
          aria-label={t('intake.drop')}
          className="flex flex-col items-center justify-center gap-2 rounded-xl border-2 border-line-strong/60 border-dashed bg-surface px-6 py-10 text-center data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft"
        >
          <span className="mb-2 flex size-14 items-center justify-center rounded-2xl bg-accent-soft text-accent-text">
            <FileSpreadsheet aria-hidden="true" size={28} />
          </span>
          <p className="font-semibold text-lg">{t('intake.drop')}</p>
          <p className="text-quiet text-sm">{t('intake.dropHint')}</p>
          <div className="mt-3">
            <FileTrigger
              acceptedFileTypes={ACCEPTED}
              allowsMultiple
              onSelect={(files) => add([...(files ?? [])])}
            >
              <Button tone="primary">{t('intake.choose')}</Button>
            </FileTrigger>
          </div>
        </DropZone>
        <Card>
          <TextField
            value={pastedText}
            onChange={setPastedText}
            className="flex h-full flex-col gap-2"
          >
            <Label className="font-medium">{t('intake.paste')}</Label>
            <TextArea
              rows={7}
              placeholder={t('intake.pastePlaceholder')}
              className="min-h-40 flex-1 resize-y rounded-lg border border-line-strong/70 bg-page p-3 leading-relaxed placeholder:text-quiet"
            />
            <div>
              <Button onPress={readPasted} isDisabled={pastedText.trim() === ''}>
                {t('intake.read')}
              </Button>
            </div>
          </TextField>
        </Card>
      </div>
    </Page>
  );
}

/** Lists that are through are let go when the seller leaves; what is still to be decided or under way stays. */
function useForgetEnded(): void {
  const { forget } = useListActions();
  const readings = useListReadings();
  const latest = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = () => {
      const ended = (readings.data ?? [])
        .filter(({ state }) => ['taken-in', 'cancelled', 'refused'].includes(state.kind))
        .map(({ readingId }) => readingId);
      const { refused, dismiss } = useListUploads.getState();
      dismiss([...ended, ...refused.map(({ id }) => id)]);
      if (ended.length > 0) forget.mutate(ended);
    };
  });
  useEffect(() => () => latest.current?.(), []);
}
