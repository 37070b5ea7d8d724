import type { WatchedProduct } from '@shared/domain/watch';
import { textOf } from '@shared/texts/catalogue';
import { createColumnHelper } from '@tanstack/react-table';
import { ChartLine, LockOpen, Pin, PinOff, Radar, SlidersHorizontal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { useWatchActions } from '../../ipc/watch-queries';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount, formatKrw, formatTime } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { IconLink } from '../../ui/IconLink';
import { LoadingList } from '../../ui/QueryView';
import { SearchBox } from '../../ui/SearchBox';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { PAGE_ROWS, usePagedRows } from '../../ui/use-paged-rows';
import { VirtualTable } from '../../ui/VirtualTable';
import { ListingBadge } from './change-looks';
import { policyPath } from './use-policy-scope';

const ROW_PX = 62;

/** The products under watch: both sides, when they were looked at, and what the seller may set. */
export function ProductsView() {
  const { t } = useTranslation();
  const client = useClient();
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const setText = (q: string): void =>
    setSearch(q === '' ? { tab: 'products' } : { tab: 'products', q }, { replace: true });
  const [needsAttention, setNeedsAttention] = useState(false);
  const typed = text.trim();
  const list = usePagedRows(
    (offset) => {
      const filter = {
        offset,
        limit: PAGE_ROWS,
        ...(typed === '' ? {} : { text: typed }),
        ...(needsAttention ? { needsAttention } : {}),
      };
      return {
        queryKey: queryKeys.watch.products(filter),
        queryFn: () => client.request('watch.listProducts', filter),
      };
    },
    ({ products, total }) => ({ rows: products, total }),
  );
  const columns = useMemo(() => productColumns(t), [t]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <TickBox
          label={t('watch.attention')}
          isTicked={needsAttention}
          onChange={setNeedsAttention}
        />
        <SearchBox label={t('watch.search')} value={text} onChange={setText} />
      </div>
      {list.fault === null ? null : <FaultNotice fault={list.fault} onRetry={list.retry} />}
      {list.total === null ? (
        <LoadingList />
      ) : list.total === 0 ? (
        <EmptyState title={t('watch.noProducts')} hint={t('watch.noProductsHint')} Icon={Radar} />
      ) : (
        <VirtualTable
          label={t('watch.productTable')}
          listKey={`${typed} ${needsAttention}`}
          total={list.total}
          rowAt={list.rowAt}
          keyOf={({ itemNo }) => itemNo}
          columns={columns}
          rowPx={ROW_PX}
          showRange={list.showRange}
        />
      )}
    </>
  );
}

function productColumns(t: ReturnType<typeof useTranslation>['t']) {
  const column = createColumnHelper<WatchedProduct>();
  return [
    column.display({
      id: 'product',
      header: t('watch.columns.product'),
      cell: ({ row }) => <ProductCell product={row.original} />,
    }),
    column.display({
      id: 'source',
      header: t('watch.columns.source'),
      meta: { width: 'w-32', align: 'right' },
      cell: ({ row: { original: product } }) => (
        <Amounts
          priceKrw={product.source?.priceKrw ?? null}
          stock={product.source?.stock ?? null}
        />
      ),
    }),
    column.display({
      id: 'store',
      header: t('watch.columns.listing'),
      meta: { width: 'w-44', align: 'right' },
      cell: ({ row: { original: product } }) => (
        <span className="inline-flex items-center gap-2">
          <ListingBadge state={product.listing} />
          <Amounts priceKrw={product.salePriceKrw} stock={product.stock} />
        </span>
      ),
    }),
    column.display({
      id: 'checked',
      header: t('watch.columns.checked'),
      meta: { width: 'w-28', hiding: '@max-4xl:hidden' },
      cell: ({ row }) => <TimeCell atMs={row.original.lastCheckedAtMs} />,
    }),
    column.display({
      id: 'next',
      header: t('watch.columns.next'),
      meta: { width: 'w-32', hiding: '@max-4xl:hidden' },
      cell: ({ row: { original: product } }) => (
        <>
          <TimeCell atMs={product.nextCheckAtMs} />
          <span className="block text-quiet text-xs">
            {t(`watch.temperature.${product.temperature}`)}
          </span>
        </>
      ),
    }),
    column.display({
      id: 'actions',
      header: t('watch.columns.actions'),
      meta: { width: 'w-40', align: 'right' },
      cell: ({ row }) => <ActionCell product={row.original} />,
    }),
  ];
}

function ProductCell({ product }: { readonly product: WatchedProduct }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { problem, locks } = product;
  return (
    <div className="min-w-0">
      <Link
        to={`/history/${product.itemNo}`}
        className="block truncate rounded font-medium hover:underline"
      >
        {product.name}
      </Link>
      <p className="truncate text-quiet text-sm">
        {product.itemNo}
        {locks.map((lock) => (
          <span key={lock} className="text-warn">
            {' · '}
            {t('watch.lock', { aspect: t(`watch.aspects.${lock}`) })}
          </span>
        ))}
        {product.openApprovals === 0 ? null : (
          <span className="text-warn">
            {' · '}
            {t('watch.states.awaiting-approval')}
          </span>
        )}
        {problem === null ? null : (
          <span className="text-bad">
            {' · '}
            {textOf(problem.code, language, problem.params).message}
          </span>
        )}
      </p>
    </div>
  );
}

function Amounts({
  priceKrw,
  stock,
}: {
  readonly priceKrw: number | null;
  readonly stock: number | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className="inline-block text-right tabular-nums">
      <span className="block">{priceKrw === null ? '–' : formatKrw(priceKrw, language)}</span>
      <span className="block text-quiet text-xs">
        {stock === null
          ? '–'
          : t('watch.pieces', { count: stock, value: formatCount(stock, language) })}
      </span>
    </span>
  );
}

function TimeCell({ atMs }: { readonly atMs: number | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className="whitespace-nowrap text-quiet text-sm">
      {atMs === null ? t('watch.never') : formatTime(atMs, Date.now(), language)}
    </span>
  );
}

function ActionCell({ product }: { readonly product: WatchedProduct }) {
  const { t } = useTranslation();
  const { setPinned, setLocks } = useWatchActions();
  const { itemNo, isPinned, locks } = product;
  const PinIcon = isPinned ? PinOff : Pin;
  return (
    <span className="inline-flex gap-1">
      {locks.length === 0 ? null : (
        <IconButton
          size="small"
          tone="ghost"
          label={`${t('watch.useDefault')} ${itemNo}`}
          hint={t('watch.useDefault')}
          onPress={() => setLocks.mutate({ itemNo, locks: [] })}
          Icon={LockOpen}
        />
      )}
      <IconButton
        size="small"
        tone="ghost"
        label={`${t(isPinned ? 'watch.unpin' : 'watch.pin')} ${itemNo}`}
        hint={t(isPinned ? 'watch.unpin' : 'watch.pin')}
        onPress={() => setPinned.mutate({ itemNos: [itemNo], isPinned: !isPinned })}
        Icon={PinIcon}
      />
      <IconLink
        to={policyPath('item', itemNo)}
        label={`${t('watch.openPolicy')} ${itemNo}`}
        hint={t('watch.openPolicy')}
        Icon={SlidersHorizontal}
      />
      <IconLink
        to={`/history/${itemNo}`}
        label={`${t('watch.openHistory')} ${itemNo}`}
        hint={t('watch.openHistory')}
        Icon={ChartLine}
      />
    </span>
  );
}
