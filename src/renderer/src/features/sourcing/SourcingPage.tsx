import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import { isSearchable, type SourcingConditions } from '@shared/domain/sourcing';
import { PackageSearch } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLimits } from '../../ipc/limits-queries';
import { useSourcingSelection } from '../../state/item-selection';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount } from '../../ui/format';
import { Page } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { CollectBar, CollectResult } from './CollectBar';
import { addressOf, CONDITION_NAMES, conditionsOf } from './conditions';
import { FilterPanel } from './FilterPanel';
import { Hits } from './Hits';
import { ItemPanel } from './ItemPanel';
import { SavedSearches } from './SavedSearches';
import { useCollect } from './use-sourcing';

/** The wholesaler's catalogue: search, weigh, choose, take as drafts. Search, view and opened item are in the address. */
export function SourcingPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const address = search.toString();
  const conditions = useMemo(() => conditionsOf(new URLSearchParams(address)), [address]);
  const view = search.get('view') === 'table' ? 'table' : 'grid';
  const openItemNo = parseItemNo(search.get('item') ?? '');
  const choose = useSourcingSelection((selection) => selection.choose);
  const collecting = useCollect();
  const isAsked = isSearchable(conditions);

  const searchFor = (wanted: SourcingConditions): void => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const name of [...CONDITION_NAMES, 'item']) next.delete(name);
      for (const [name, value] of Object.entries(addressOf(wanted))) next.set(name, value);
      return next;
    });
  };
  const put = useCallback(
    (name: string, value: string | null): void => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  const open = useCallback((itemNo: ItemNo) => put('item', itemNo), [put]);
  const collectedAll = collecting.collected?.verdicts ?? null;
  useEffect(() => {
    if (collectedAll === null) return;
    choose(
      collectedAll.filter(({ kind }) => kind !== 'not-taken').map(({ itemNo }) => itemNo),
      false,
    );
  }, [collectedAll, choose]);

  return (
    <Page
      width="full"
      title={t('sourcing.title')}
      subtitle={t('sourcing.subtitle')}
      actions={
        <>
          <Budget />
          <SavedSearches conditions={conditions} onSearch={searchFor} />
        </>
      }
    >
      <div className="flex min-h-72 flex-1 gap-5 max-lg:flex-col">
        <FilterPanel conditions={conditions} onSearch={searchFor} />
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <CollectResult collecting={collecting} />
          {isAsked ? (
            <Hits
              conditions={conditions}
              view={view}
              openItemNo={openItemNo}
              onOpen={open}
              onSort={(sort) => searchFor({ ...conditions, sort })}
              onView={(value) => put('view', value === 'grid' ? null : value)}
            />
          ) : (
            <EmptyState
              title={t('sourcing.start')}
              hint={t('sourcing.startHint')}
              Icon={PackageSearch}
            />
          )}
          <CollectBar collecting={collecting} />
        </div>
        {openItemNo === null ? null : (
          <ItemPanel
            key={openItemNo}
            itemNo={openItemNo}
            isCollecting={collecting.isPending}
            onCollect={() => collecting.start([openItemNo])}
            onClose={() => put('item', null)}
          />
        )}
      </div>
    </Page>
  );
}

/** Calls of the wholesaler that today still has; searching spends them. */
function Budget() {
  const { t } = useTranslation();
  const language = useLanguage();
  const limits = useLimits();
  if (limits.data === undefined) return null;
  const { perDay, usedToday } = limits.data.domeggook;
  return (
    <p className="self-center rounded-full bg-sunken px-3 py-1 text-quiet text-sm">
      {t('sourcing.budget', { value: formatCount(Math.max(0, perDay - usedToday), language) })}
    </p>
  );
}
