import type { IntakeResult } from '@shared/domain/intake';
import { AppError } from '@shared/errors/app-error';
import { LIST_FILE_MAX_BYTES } from '@shared/ipc/intake';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { DropZone, FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { ImportState } from '../../app/use-opened-file';
import { useQueueActions } from '../../ipc/queue-queries';
import { useClient } from '../../ipc/use-client';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { VerdictTable } from './VerdictTable';

const ACCEPTED = ['.txt', '.csv', '.tsv', '.xlsx', 'text/plain', 'text/csv'];

/** A list goes in by drop, choice or paste; a verdict per line comes out; one press starts the work. */
export function IntakePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const { enqueue } = useQueueActions();
  const [pastedText, setPastedText] = useState('');
  const read = useMutation({
    mutationFn: async (file: File): Promise<{ name: string; result: IntakeResult }> => {
      if (file.size > LIST_FILE_MAX_BYTES) {
        throw new AppError('IPC_FILE_TOO_LARGE', {
          params: { limitMb: LIST_FILE_MAX_BYTES / 1024 / 1024 },
        });
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const result = await client.request('intake.readList', { fileName: file.name, bytes });
      return { name: file.name, result };
    },
    onMutate: () => enqueue.reset(),
  });
  const { file: openedFile, fault: openingFault } = (useLocation().state ?? {}) as ImportState;
  const { mutate: readFile } = read;
  useEffect(() => {
    if (openedFile) readFile(openedFile);
  }, [openedFile, readFile]);
  const readPasted = (): void => {
    read.mutate(new File([pastedText], `${t('intake.pasted')}.txt`, { type: 'text/plain' }));
  };
  const list = read.data;

  return (
    <Page title={t('intake.title')}>
      <DropZone
        aria-label={t('intake.drop')}
        onDrop={async ({ items }) => {
          const dropped = items.find((item) => item.kind === 'file');
          if (dropped) read.mutate(await dropped.getFile());
        }}
        className="flex flex-col items-center gap-3 rounded-xl border-2 border-line border-dashed bg-surface p-8 data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft"
      >
        <p className="text-lg">{t('intake.drop')}</p>
        <FileTrigger
          acceptedFileTypes={ACCEPTED}
          onSelect={(files) => {
            const chosen = files?.[0];
            if (chosen) read.mutate(chosen);
          }}
        >
          <Button>{t('intake.choose')}</Button>
        </FileTrigger>
      </DropZone>
      <Card>
        <TextField value={pastedText} onChange={setPastedText} className="flex flex-col gap-2">
          <Label className="font-medium">{t('intake.paste')}</Label>
          <TextArea
            rows={5}
            className="rounded-lg border border-line bg-page p-3 font-mono text-sm"
          />
        </TextField>
        <div className="mt-3">
          <Button onPress={readPasted} isDisabled={pastedText.trim() === '' || read.isPending}>
            {t('intake.read')}
          </Button>
        </div>
      </Card>
      <div aria-live="polite">{read.isPending ? <p>{t('intake.reading')}</p> : null}</div>
      {openingFault === undefined ? null : <FaultNotice fault={openingFault} />}
      {read.isError ? <FaultNotice fault={read.error} /> : null}
      {list === undefined ? null : (
        <Card title={list.name}>
          <p>
            {t('intake.result', {
              lines: formatCount(list.result.lines.length, language),
              items: formatCount(list.result.itemNos.length, language),
            })}
          </p>
          {list.result.column === null ? null : (
            <p className="text-quiet">{t('intake.column', { column: list.result.column })}</p>
          )}
          <div className="my-4 flex flex-wrap gap-2">
            <Button
              tone="primary"
              isDisabled={
                list.result.itemNos.length === 0 || enqueue.isPending || enqueue.isSuccess
              }
              onPress={() =>
                enqueue.mutate({ itemNos: [...list.result.itemNos], batchName: list.name })
              }
            >
              {t('intake.enqueue', { count: list.result.itemNos.length })}
            </Button>
            <Button onPress={() => read.reset()}>{t('intake.clear')}</Button>
          </div>
          {enqueue.isError ? <FaultNotice fault={enqueue.error} /> : null}
          {enqueue.data === undefined ? null : (
            <div role="status" className="mb-4 flex flex-wrap items-center gap-3">
              <p>
                {t('intake.enqueued', {
                  queued: enqueue.data.queued,
                  existing: enqueue.data.existing,
                  registered: enqueue.data.alreadyRegistered,
                })}
              </p>
              <Button size="small" onPress={() => void navigate('/queue')}>
                {t('intake.toQueue')}
              </Button>
            </div>
          )}
          <VerdictTable lines={list.result.lines} />
        </Card>
      )}
    </Page>
  );
}
