import { listTooLarge } from '@shared/errors/list-too-large';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Undo2, Upload } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDraftOverview } from '../../../ipc/draft-queries';
import { useClient } from '../../../ipc/use-client';
import { useDraftSelection } from '../../../state/item-selection';
import { Button } from '../../../ui/Button';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatCount } from '../../../ui/format';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { useLanguage } from '../../../ui/use-language';
import { LIST_STATES } from '../draft-looks';
import { saveFile } from './save-file';
import { TableDiffView } from './TableDiffView';

interface OpenedTable {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Drafts out into a spreadsheet and back: nothing is applied before the differences were seen. */
export function TablePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const queries = useQueryClient();
  const overview = useDraftOverview();
  const chosen = useDraftSelection((selection) => selection.chosen);
  const [opened, setOpened] = useState<OpenedTable | null>(null);
  const count = (value: number): string => formatCount(value, language);
  const byState = overview.data?.byState;
  const total =
    byState === undefined ? 0 : LIST_STATES.reduce((sum, state) => sum + byState[state], 0);
  const target = chosen.size > 0 ? { itemNos: [...chosen] } : { filter: {} };

  const download = useMutation({
    mutationFn: async (form: 'csv' | 'xlsx') => {
      const made = await client.request('drafts.exportTable', { target, form, language });
      saveFile(made.base64, form);
      return made.draftCount;
    },
  });
  const read = useMutation({
    mutationFn: async (file: File) => {
      const tooLarge = listTooLarge(file.name, file.size);
      if (tooLarge !== null) throw tooLarge;
      const table = { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const diff = await client.request('drafts.readTable', table);
      setOpened(table);
      return diff;
    },
  });
  const apply = useMutation({
    mutationFn: async (print: string) => {
      if (opened === null) throw new TypeError('no table');
      return (await client.request('drafts.applyTable', { ...opened, print })).operation;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
  const undo = useMutation({
    mutationFn: (operationId: string) => client.request('drafts.bulkUndo', { operationId }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
  const open = (file: File | undefined): void => {
    if (file === undefined) return;
    apply.reset();
    undo.reset();
    read.mutate(file);
  };
  const fault = download.error ?? read.error ?? apply.error ?? undo.error;
  const operation = undo.data?.operation ?? apply.data;

  return (
    <Page
      width="wide"
      title={t('review.table.title')}
      back={{ to: '/drafts', text: t('review.bulk.back') }}
      subtitle={t('review.table.subtitle')}
    >
      {fault === null ? null : <FaultNotice fault={fault} />}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={t('review.table.exportTitle')}>
          <p className="mb-1 font-medium">
            {chosen.size > 0
              ? t('review.table.exportSelected', { value: count(chosen.size) })
              : t('review.table.exportFiltered', { value: count(total) })}
          </p>
          <p className="mb-4 text-quiet text-sm">{t('review.table.exportHint')}</p>
          <div className="flex flex-wrap gap-2">
            {(['xlsx', 'csv'] as const).map((form) => (
              <Button
                key={form}
                tone={form === 'xlsx' ? 'primary' : 'plain'}
                isDisabled={download.isPending || total === 0}
                onPress={() => download.mutate(form)}
              >
                <Download aria-hidden="true" size={16} />
                {t(form === 'xlsx' ? 'review.table.exportXlsx' : 'review.table.exportCsv')}
              </Button>
            ))}
          </div>
          <p role="status" className="mt-3 text-good text-sm">
            {download.isSuccess
              ? t('review.table.exported', { value: count(download.data) })
              : null}
          </p>
        </Card>
        <Card title={t('review.table.importTitle')}>
          <DropZone
            getDropOperation={() => 'copy'}
            onDrop={async ({ items }) => {
              const [file] = items.filter((item) => item.kind === 'file');
              if (file?.kind === 'file') open(await file.getFile());
            }}
            className="flex flex-col items-center gap-3 rounded-xl border-2 border-line-strong border-dashed px-6 py-8 text-center data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft"
          >
            <Upload aria-hidden="true" size={26} className="text-quiet" />
            <p className="text-quiet text-sm">
              {read.isPending ? t('review.table.reading') : t('review.table.drop')}
            </p>
            <FileTrigger
              acceptedFileTypes={['.xlsx', '.csv', '.tsv', '.txt']}
              onSelect={(files) => open(files?.[0])}
            >
              <Button isDisabled={read.isPending}>{t('review.table.choose')}</Button>
            </FileTrigger>
          </DropZone>
        </Card>
      </div>
      <div role="status" className="empty:-mt-5">
        {operation === undefined ? null : (
          <Notice
            tone={operation.state === 'undone' ? 'info' : 'good'}
            title={
              operation.state === 'undone'
                ? t('review.bulk.undone')
                : t('review.table.done', { value: count(operation.changedCount) })
            }
            actions={
              operation.state === 'done' ? (
                <Button
                  size="small"
                  isDisabled={undo.isPending}
                  onPress={() => undo.mutate(operation.operationId)}
                >
                  <Undo2 aria-hidden="true" size={15} />
                  {t('review.bulk.undo')}
                </Button>
              ) : null
            }
          />
        )}
      </div>
      {read.data === undefined || operation !== undefined ? null : (
        <TableDiffView
          diff={read.data}
          isBusy={apply.isPending}
          onApply={() => apply.mutate(read.data.print)}
        />
      )}
    </Page>
  );
}
