import { listTooLarge } from '@shared/errors/list-too-large';
import { useMutation } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { DropZone, FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useQueueActions } from '../../ipc/queue-queries';
import { useClient } from '../../ipc/use-client';
import { useListOffer } from '../../state/list-offer';
import { useUnsaved } from '../../state/unsaved';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { Card, Page } from '../../ui/Page';
import { Loading } from '../../ui/QueryView';
import { ColumnChoice, columnsOf } from './ColumnChoice';
import { ListResult, type ReadList } from './ListResult';

const ACCEPTED = ['.txt', '.csv', '.tsv', '.xlsx', 'text/plain', 'text/csv'];

interface ReadRequest {
  readonly file: File;
  readonly column: string | null;
}

/** A list goes in by drop, choice or paste; a verdict per line comes out; one press starts the work. */
export function IntakePage() {
  const { t } = useTranslation();
  const client = useClient();
  const { enqueue } = useQueueActions();
  const [pastedText, setPastedText] = useState('');
  const { file: offered, clear: clearOffer } = useListOffer();
  const read = useMutation({
    mutationFn: async ({ file, column }: ReadRequest): Promise<ReadList> => {
      const tooLarge = listTooLarge(file.name, file.size);
      if (tooLarge !== null) throw tooLarge;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const result = await client.request('intake.readList', {
        fileName: file.name,
        bytes,
        column,
      });
      return { name: file.name, result };
    },
  });
  const readList = read.mutate;
  const forgetEnqueued = enqueue.reset;
  const begin = useCallback(
    (file: File) => {
      forgetEnqueued();
      readList({ file, column: null });
    },
    [forgetEnqueued, readList],
  );

  useEffect(() => {
    if (offered === null) return;
    clearOffer();
    begin(offered);
  }, [offered, clearOffer, begin]);

  const readPasted = (text: string): void => {
    begin(new File([text], `${t('intake.pasted')}.txt`, { type: 'text/plain' }));
  };
  const columns = columnsOf(read.error);
  useUnsaved('import', read.isPending || enqueue.isPending);

  return (
    <Page title={t('intake.title')} subtitle={t('intake.subtitle')}>
      {read.data === undefined ? (
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
                onSelect={(files) => {
                  const chosen = files?.[0];
                  if (chosen) begin(chosen);
                }}
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
                <Button
                  onPress={() => readPasted(pastedText)}
                  isDisabled={pastedText.trim() === '' || read.isPending}
                >
                  {t('intake.read')}
                </Button>
              </div>
            </TextField>
          </Card>
        </div>
      ) : null}
      <div aria-live="polite" className="empty:-mt-5">
        {read.isPending ? (
          <Card title={t('intake.reading')}>
            <Loading />
          </Card>
        ) : null}
      </div>
      {read.isError && columns.length === 0 ? <FaultNotice fault={read.error} /> : null}
      {columns.length > 0 && read.variables !== undefined ? (
        <ColumnChoice
          fileName={read.variables.file.name}
          columns={columns}
          onChoose={(column) => read.mutate({ file: read.variables.file, column })}
          onCancel={read.reset}
        />
      ) : null}
      {read.data === undefined ? null : (
        <ListResult
          list={read.data}
          enqueue={enqueue}
          onClear={() => {
            read.reset();
            enqueue.reset();
            setPastedText('');
          }}
        />
      )}
    </Page>
  );
}
