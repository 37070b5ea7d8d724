import type { Draft } from '@shared/domain/draft';
import { toAppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import type { UseMutationResult } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { Notice } from '../../ui/Notice';
import { useLanguage } from '../../ui/use-language';
import { useDispatch, useSession } from './editor-context';
import type { OptionSession } from './session';
import { useDraft } from './use-draft';

export interface EditorNoticesProps {
  /** The draft as it is stored now, as far as this page knows. */
  readonly newest: Draft;
  readonly isDirty: boolean;
  readonly save: UseMutationResult<{ draft: Draft }, Error, OptionSession>;
}

/** What the seller has to know before going on: a refused edit, a failed save, a draft that changed meanwhile. */
export const EditorNotices = memo(({ newest, isDirty, save }: EditorNoticesProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useDispatch();
  const session = useSession();
  const stored = useDraft(session.draft.itemNo);
  const fault = save.error === null ? null : toAppError(save.error);
  const isConflict = fault?.code === 'DRAFT_CHANGED_MEANWHILE';
  const isOutdated = newest.version > session.draft.version;
  const takeNewest = async (kind: 'restart' | 'carry-over'): Promise<void> => {
    const { data: draft } = await stored.refetch();
    if (draft === undefined || draft === null) return;
    save.reset();
    dispatch({ kind, draft });
  };
  return (
    <>
      {session.refused === null ? null : (
        <Notice
          tone="warn"
          role="alert"
          title={textOf(session.refused.code, language, session.refused.params).message}
          actions={
            <Button size="small" onPress={() => dispatch({ kind: 'forget-refusal' })}>
              {t('common.close')}
            </Button>
          }
        >
          <p>{textOf(session.refused.code, language, session.refused.params).fix}</p>
        </Notice>
      )}
      {isConflict || isOutdated ? (
        <Notice
          tone="warn"
          role="alert"
          title={t('optionEditor.changedMeanwhile')}
          actions={
            <>
              {isDirty ? (
                <Button size="small" tone="primary" onPress={() => void takeNewest('carry-over')}>
                  {t('optionEditor.carryOver')}
                </Button>
              ) : null}
              <Button size="small" onPress={() => void takeNewest('restart')}>
                {t(isDirty ? 'optionEditor.discard' : 'optionEditor.showNewest')}
              </Button>
            </>
          }
        >
          <p>{t('optionEditor.changedMeanwhileHint')}</p>
        </Notice>
      ) : null}
      {fault !== null && !isConflict ? (
        <FaultNotice fault={fault} onRetry={() => save.mutate(session)} />
      ) : null}
      {session.differences.length === 0 ? null : (
        <Notice
          tone="info"
          role="status"
          title={t('optionEditor.differences')}
          actions={
            isDirty ? undefined : (
              <Button size="small" onPress={() => save.mutate(session)}>
                {t('optionEditor.differencesSeen')}
              </Button>
            )
          }
        >
          <ul className="list-disc pl-5">
            {session.differences.map(({ kind, sourceKey, name, before, after }) => (
              <li key={`${sourceKey} ${kind}`}>
                {t(`optionEditor.differenceKinds.${kind}`)}: {name}
                {kind === 'added' || kind === 'removed' || kind === 'usable'
                  ? ''
                  : ` (${before} → ${after})`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p role="status" className="sr-only">
        {save.isSuccess && !isDirty ? t('common.saved') : ''}
      </p>
    </>
  );
});
