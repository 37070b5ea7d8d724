import type { Draft } from '@shared/domain/draft';
import { useCallback, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../ipc/settings-queries';
import { Page } from '../../ui/Page';
import { useSaveKey } from '../../ui/use-save-key';
import { VirtualTable } from '../../ui/VirtualTable';
import { AddOnList } from './AddOnList';
import { BulkBar } from './BulkBar';
import { CorrectionNotice } from './CorrectionNotice';
import { EditorActions } from './EditorActions';
import { EditorNotices } from './EditorNotices';
import { DispatchContext, SessionContext, ShownContext } from './editor-context';
import { nextState, shownModel, startEditor } from './editor-state';
import { FindingsPanel } from './FindingsPanel';
import { LeaveGuard } from './LeaveGuard';
import { optionColumns } from './option-columns';
import { type OptionRow, termsOf, viewOfOptions } from './option-view';
import { ReadingPanel } from './ReadingPanel';
import { SimilarDrafts } from './SimilarDrafts';
import { isDirty } from './session';
import { useCategoryExceptions, useSaveOptions } from './use-draft';
import { useHistoryKeys } from './use-history-keys';
import { useWarmUp } from './use-warm-up';

const ROW_PX = 49;
/** Naver publishes no maximum; until the settings are read, theirs is the default. */
const COMBINATIONS_MAX = 500;

export interface OptionEditorProps {
  readonly draft: Draft;
}

/** Edits a draft's options. What is shown is computed here, with every keystroke; only saving asks the core. */
export function OptionEditor({ draft }: OptionEditorProps) {
  const { t } = useTranslation();
  const [{ session, typing }, dispatch] = useReducer(nextState, draft, startEditor);
  const [filter, setFilter] = useState('');
  const settings = useSettings();
  const exceptions = useCategoryExceptions(draft.content.category?.id ?? null);
  const maxCombinations = settings.data?.registration.maxCombinations ?? COMBINATIONS_MAX;
  const save = useSaveOptions((saved, { editing }) =>
    dispatch({ kind: 'saved', draft: saved, model: editing.present }),
  );
  useHistoryKeys(dispatch);

  const { editing } = session;
  const model = useMemo(() => shownModel(editing, typing), [editing, typing]);
  const { content } = session.draft;
  const sourceTexts = useMemo(() => sourceTextsOf(session.draft), [session.draft]);
  const terms = useMemo(
    () => termsOf(session.draft, session.around, { maxCombinations, exceptions }),
    [session.draft, session.around, maxCombinations, exceptions],
  );
  const view = useMemo(
    () => viewOfOptions(model, terms, content.unitQuantity, sourceTexts),
    [model, terms, content.unitQuantity, sourceTexts],
  );
  useWarmUp(model, terms, content.unitQuantity);
  const shownRows = useMemo(() => filtered(view.rows, filter), [view.rows, filter]);
  const axes = model.dimensions.length;
  const columns = useMemo(() => optionColumns(t, axes), [t, axes]);
  const shown = useMemo(() => ({ view, shownRows }), [view, shownRows]);
  const dirty = isDirty(session);
  const { mutate } = save;
  const onSave = useCallback(() => mutate(session), [mutate, session]);
  useSaveKey(() => {
    if (dirty && !save.isPending) onSave();
  });

  return (
    <DispatchContext value={dispatch}>
      <SessionContext value={session}>
        <ShownContext value={shown}>
          <Page
            width="full"
            back={{ to: `/drafts/${session.draft.itemNo}`, text: t('optionEditor.back') }}
            title={t('optionEditor.title')}
            subtitle={`${content.name} · ${session.draft.itemNo}`}
            actions={<EditorActions isDirty={dirty} isSaving={save.isPending} onSave={onSave} />}
          >
            <LeaveGuard isDirty={dirty} />
            <EditorNotices newest={draft} isDirty={dirty} save={save} />
            <CorrectionNotice />
            <SimilarDrafts isDirty={dirty} />
            <div
              className={`grid gap-4 max-lg:grid-cols-1 ${view.problems.length === 0 ? 'grid-cols-1' : 'grid-cols-2'}`}
            >
              <FindingsPanel />
              <ReadingPanel />
            </div>
            {view.rows.length === 0 ? null : (
              <>
                <BulkBar filter={filter} onFilter={setFilter} shownCount={shownRows.length} />
                <div className="flex min-h-96 flex-1 flex-col">
                  <VirtualTable
                    label={t('optionEditor.table')}
                    listKey={filter}
                    total={shownRows.length}
                    rowAt={(index) => shownRows[index]}
                    keyOf={keyOf}
                    columns={columns}
                    rowPx={ROW_PX}
                  />
                </div>
              </>
            )}
            <AddOnList />
          </Page>
        </ShownContext>
      </SessionContext>
    </DispatchContext>
  );
}

const keyOf = ({ place }: OptionRow): string => String(place);

function filtered(rows: readonly OptionRow[], filter: string): readonly OptionRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ values, sourceText }) => {
    const text = `${values.join(' ')} ${sourceText ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The supplier's own words by key. */
function sourceTextsOf({ content }: Draft): ReadonlyMap<string, string> {
  return new Map(Object.entries(content.options.sourceTexts ?? {}));
}
