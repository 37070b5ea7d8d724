import { toAppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import { CopyCheck } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { DialogBox } from '../../ui/DialogBox';
import { FaultNotice } from '../../ui/FaultNotice';
import { Notice } from '../../ui/Notice';
import { useLanguage } from '../../ui/use-language';
import { useSession } from './editor-context';
import { shapeOf } from './shape';
import { useCorrectionBatch, useSimilarDrafts } from './use-correction';

export interface SimilarDraftsProps {
  readonly isDirty: boolean;
}

/** The saved correction for other drafts of the supplier: which ones, on request, and back again. */
export const SimilarDrafts = memo(({ isDirty }: SimilarDraftsProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { draft } = useSession();
  const isOwn = draft.lockedFields.includes('options') && !isDirty;
  const similar = useSimilarDrafts(draft.itemNo, draft.version, isOwn).data ?? [];
  const { apply, takeBack } = useCorrectionBatch(draft.itemNo);
  const [isOpen, setOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = similar.filter(({ itemNo }) => !left.has(itemNo));
  const shape = (model: Parameters<typeof shapeOf>[0]): string =>
    shapeOf(model) || t('optionEditor.noDimensions');
  const fault = apply.error ?? takeBack.error;
  const applied = apply.data?.done ?? [];
  const skipped = apply.data?.skipped ?? [];
  return (
    <>
      {fault === null ? null : <FaultNotice fault={toAppError(fault)} />}
      {apply.data === undefined ? null : (
        <Notice
          tone={skipped.length > 0 ? 'warn' : 'good'}
          role="status"
          title={
            takeBack.data === undefined
              ? t('optionEditor.batchDone', { count: applied.length })
              : t('optionEditor.batchBack', { count: takeBack.data.done.length })
          }
          actions={
            takeBack.data === undefined && applied.length > 0 ? (
              <Button
                size="small"
                isDisabled={takeBack.isPending}
                onPress={() => takeBack.mutate([...applied])}
              >
                {t('optionEditor.batchUndo')}
              </Button>
            ) : undefined
          }
        >
          {[...skipped, ...(takeBack.data?.skipped ?? [])].map(({ itemNo, code }) => (
            <p key={itemNo}>
              {itemNo}: {textOf(code, language, { itemNo }).message}
            </p>
          ))}
        </Notice>
      )}
      {!isOwn || similar.length === 0 ? null : (
        <Notice
          tone="info"
          role="status"
          Icon={CopyCheck}
          title={t('optionEditor.similar', { count: similar.length })}
          actions={
            <Button size="small" onPress={() => setOpen(true)}>
              {t('optionEditor.similarChoose')}
            </Button>
          }
        />
      )}
      <DialogBox
        title={t('optionEditor.similarTitle')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <p className="text-quiet text-sm">{t('optionEditor.similarHint')}</p>
        <ul className="min-h-0 flex-1 overflow-y-auto">
          {similar.map(({ itemNo, name, before, after }) => (
            <li key={itemNo} className="border-line border-b py-2">
              <label className="flex cursor-pointer items-start gap-2.5">
                <input
                  type="checkbox"
                  className="mt-0.5 size-4.5 shrink-0 accent-accent"
                  checked={!left.has(itemNo)}
                  onChange={(event) => {
                    const next = new Set(left);
                    if (event.currentTarget.checked) next.delete(itemNo);
                    else next.add(itemNo);
                    setLeft(next);
                  }}
                />
                <span className="min-w-0">
                  <span className="block truncate font-medium text-sm">{name}</span>
                  <span className="block text-quiet text-sm">
                    {itemNo} · {shape(before)} → {shape(after)}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div className="flex justify-end gap-2">
          <Button onPress={() => setOpen(false)}>{t('common.close')}</Button>
          <Button
            tone="primary"
            isDisabled={chosen.length === 0 || apply.isPending}
            onPress={() => {
              takeBack.reset();
              apply.mutate(chosen.map(({ itemNo, version }) => ({ itemNo, version })));
              setOpen(false);
            }}
          >
            {t('optionEditor.similarApply', { count: chosen.length })}
          </Button>
        </div>
      </DialogBox>
    </>
  );
});
