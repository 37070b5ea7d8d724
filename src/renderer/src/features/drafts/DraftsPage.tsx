import { LayoutList, Upload } from 'lucide-react';
import { useCallback, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useDraftOverview } from '../../ipc/draft-queries';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount } from '../../ui/format';
import { Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { SearchBox } from '../../ui/SearchBox';
import { useLanguage } from '../../ui/use-language';
import { DraftList } from './DraftList';
import { isListState, LIST_STATES } from './draft-looks';
import { ListActions } from './ListActions';
import { SavedViews } from './SavedViews';

/** All drafts with their state and, in words, what each waits for. The filter is in the address. */
export function DraftsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const overview = useDraftOverview();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('state');
  const state = isListState(asked) ? asked : null;
  const reasonCode = search.get('reason');
  const text = search.get('text') ?? '';
  const typed = useDeferredValue(text.trim());

  const narrow = useCallback(
    (change: Readonly<Record<string, string | null>>): void => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        // Drawn at once: a press is answered before anything else.
        { replace: true, flushSync: true },
      );
    },
    [setSearch],
  );
  const clear = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  const isEmpty =
    overview.data !== undefined && LIST_STATES.every((each) => overview.data.byState[each] === 0);
  return (
    <Page
      width="full"
      title={t('drafts.title')}
      subtitle={t('drafts.subtitle')}
      actions={isEmpty ? null : <ListActions search={search} />}
    >
      <QueryView query={overview}>
        {({ byState }) => {
          const total = LIST_STATES.reduce((sum, each) => sum + byState[each], 0);
          if (total === 0) {
            return (
              <EmptyState title={t('drafts.empty')} hint={t('drafts.emptyHint')} Icon={LayoutList}>
                <Button tone="primary" onPress={() => void navigate('/import')}>
                  <Upload aria-hidden="true" size={16} />
                  {t('home.start')}
                </Button>
              </EmptyState>
            );
          }
          const count = (value: number): string => formatCount(value, language);
          return (
            <>
              <div className="flex flex-wrap items-center justify-between gap-3">
                <ChoiceGroup
                  label={t('common.state')}
                  isLabelHidden
                  value={state ?? 'all'}
                  choices={[
                    { value: 'all', text: t('common.all'), count: count(total) },
                    ...LIST_STATES.map((value) => ({
                      value,
                      text: t(`drafts.states.${value}`),
                      count: count(byState[value]),
                    })),
                  ]}
                  onChange={(chosen) => narrow({ state: chosen === 'all' ? null : chosen })}
                />
                <SearchBox
                  label={t('drafts.search')}
                  value={text}
                  onChange={(value) => narrow({ text: value })}
                />
              </div>
              <SavedViews search={search} onOpen={(next) => setSearch(next, { replace: true })} />
              <DraftList
                state={state}
                reasonCode={reasonCode}
                typed={typed}
                onNarrow={narrow}
                onClear={clear}
              />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
