import type { DraftListState } from '@shared/domain/draft';
import { LayoutList } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { LoadingList } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { PAGE_ROWS, usePagedRows, useReadyPages } from '../../ui/use-paged-rows';
import { VirtualTable } from '../../ui/VirtualTable';
import { BulkBar } from './BulkBar';
import { draftColumns } from './draft-columns';
import { filterOf } from './draft-filter';
import { LIST_STATES } from './draft-looks';
import { ReasonFilter } from './ReasonFilter';

const ROW_PX = 82;

export interface DraftListProps {
  /** Null for drafts of any state. */
  readonly state: DraftListState | null;
  readonly reasonCode: string | null;
  readonly typed: string;
  readonly onNarrow: (change: Readonly<Record<string, string | null>>) => void;
  readonly onClear: () => void;
}

/** The drafts that a filter finds. Apart from its page, which need not be drawn again for each hundred rows scrolled through. */
export function DraftList({ state, reasonCode, typed, onNarrow, onClear }: DraftListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const pageOf = (wanted: DraftListState | null, offset: number) => {
    const filter = { offset, limit: PAGE_ROWS, ...filterOf(wanted, reasonCode, typed) };
    return {
      queryKey: queryKeys.drafts.list(filter),
      queryFn: () => client.request('drafts.list', filter),
    };
  };
  const list = usePagedRows(
    (offset) => pageOf(state, offset),
    ({ drafts, total }) => ({ rows: drafts, total }),
  );
  useReadyPages(typed === '' ? [null, ...LIST_STATES].map((wanted) => pageOf(wanted, 0)) : []);
  const columns = useMemo(() => draftColumns({ t, language }), [t, language]);
  const filter = useMemo(() => filterOf(state, reasonCode, typed), [state, reasonCode, typed]);
  const narrowByReason = useCallback(
    (code: string | null) => onNarrow({ reason: code }),
    [onNarrow],
  );
  return (
    <>
      <BulkBar filter={filter} total={list.total} />
      {list.fault === null ? null : <FaultNotice fault={list.fault} onRetry={list.retry} />}
      <div className="flex min-h-72 flex-1 gap-5 max-xl:flex-col">
        <ReasonFilter value={reasonCode} onChange={narrowByReason} />
        {list.total === null ? (
          <LoadingList />
        ) : list.total === 0 ? (
          <EmptyState
            title={t('drafts.emptyFilter')}
            hint={t('drafts.emptyFilterHint')}
            Icon={LayoutList}
          >
            <Button onPress={onClear}>{t('drafts.clearFilter')}</Button>
          </EmptyState>
        ) : (
          <VirtualTable
            label={t('drafts.table')}
            listKey={`${state} ${reasonCode} ${typed}`}
            total={list.total}
            rowAt={list.rowAt}
            keyOf={keyOf}
            columns={columns}
            rowPx={ROW_PX}
            isEven
            showRange={list.showRange}
          />
        )}
      </div>
    </>
  );
}

const keyOf = ({ itemNo }: { readonly itemNo: string }): string => itemNo;
