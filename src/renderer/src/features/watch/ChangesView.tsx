import type { ChangeKind, WatchChange } from '@shared/domain/watch';
import { createColumnHelper } from '@tanstack/react-table';
import { History } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatTime } from '../../ui/format';
import { LoadingList } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { PAGE_ROWS, usePagedRows } from '../../ui/use-paged-rows';
import { VirtualTable } from '../../ui/VirtualTable';
import { ChangeStateBadge, KindBadge, OldNew } from './change-looks';

const GROUPS = {
  all: null,
  money: [
    'price-up',
    'price-down',
    'option-price',
    'floor-raised',
    'floor-lowered',
    'delivery-fee',
  ],
  stock: ['stock', 'low-stock', 'sold-out', 'option-gone', 'back-in-stock'],
  shelf: ['ended', 'licence-withdrawn', 'licence-granted'],
  other: ['option-added', 'title'],
} as const satisfies Readonly<Record<string, readonly ChangeKind[] | null>>;
type Group = keyof typeof GROUPS;

const ROW_PX = 58;

/** Everything that changed, newest first, with old and new and what became of it. */
export function ChangesView() {
  const { t } = useTranslation();
  const client = useClient();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('kind') ?? 'all';
  const group: Group = asked in GROUPS ? (asked as Group) : 'all';
  const kinds = GROUPS[group];
  const list = usePagedRows(
    (offset) => {
      const filter = {
        offset,
        limit: PAGE_ROWS,
        ...(kinds === null ? {} : { kinds: [...kinds] }),
      };
      return {
        queryKey: queryKeys.watch.changes(filter),
        queryFn: () => client.request('watch.listChanges', filter),
      };
    },
    ({ changes, total }) => ({ rows: changes, total }),
  );
  const columns = useMemo(() => changeColumns(t), [t]);
  return (
    <>
      <ChoiceGroup
        label={t('watch.columns.change')}
        isLabelHidden
        value={group}
        choices={(Object.keys(GROUPS) as Group[]).map((value) => ({
          value,
          text: t(`watch.groups.${value}`),
        }))}
        onChange={(chosen) => setSearch({ tab: 'changes', kind: chosen }, { replace: true })}
      />
      {list.fault === null ? null : <FaultNotice fault={list.fault} onRetry={list.retry} />}
      {list.total === null ? (
        <LoadingList />
      ) : list.total === 0 ? (
        <EmptyState title={t('watch.noChanges')} hint={t('watch.noChangesHint')} Icon={History} />
      ) : (
        <VirtualTable
          label={t('watch.changeTable')}
          listKey={group}
          total={list.total}
          rowAt={list.rowAt}
          keyOf={({ changeId }) => String(changeId)}
          columns={columns}
          rowPx={ROW_PX}
          showRange={list.showRange}
        />
      )}
    </>
  );
}

function changeColumns(t: ReturnType<typeof useTranslation>['t']) {
  const column = createColumnHelper<WatchChange>();
  return [
    column.display({
      id: 'product',
      header: t('watch.columns.product'),
      cell: ({ row: { original: change } }) => (
        <div className="min-w-0">
          <Link
            to={`/history/${change.itemNo}`}
            className="block truncate rounded font-medium hover:underline"
          >
            {change.productName}
          </Link>
          <p className="truncate text-quiet text-sm">
            {change.itemNo}
            {change.option === null ? null : ` · ${change.option.name}`}
          </p>
        </div>
      ),
    }),
    column.display({
      id: 'kind',
      header: t('watch.columns.change'),
      meta: { width: 'w-44' },
      cell: ({ row }) => <KindBadge kind={row.original.kind} />,
    }),
    column.display({
      id: 'value',
      header: t('watch.columns.oldNew'),
      meta: { width: 'w-56' },
      cell: ({ row }) => <OldNew change={row.original} />,
    }),
    column.display({
      id: 'state',
      header: t('watch.columns.state'),
      meta: { width: 'w-40' },
      cell: ({ row }) => <ChangeStateBadge state={row.original.state} />,
    }),
    column.display({
      id: 'time',
      header: t('watch.columns.time'),
      meta: { width: 'w-36', hiding: '@max-3xl:hidden' },
      cell: ({ row }) => <TimeCell atMs={row.original.detectedAtMs} />,
    }),
  ];
}

function TimeCell({ atMs }: { readonly atMs: number }) {
  const language = useLanguage();
  return (
    <span className="whitespace-nowrap text-quiet text-sm">
      {formatTime(atMs, Date.now(), language)}
    </span>
  );
}
