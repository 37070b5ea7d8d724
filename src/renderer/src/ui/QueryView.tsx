import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from './FaultNotice';

export interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** In the place of what is on its way, of its size, so that nothing jumps. Default: a few lines. */
  readonly loading?: ReactNode;
}

/** Loading, fault with a way out, or the data. Data already shown stays while it is read again. */
export function QueryView<Data>({ query, children, loading = <Loading /> }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <FaultNotice fault={query.error} onRetry={() => void query.refetch()} />;
  }
  return loading;
}

/** Grey bars in the place of what is on its way; said in words to screen readers. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div role="status" className="flex animate-pulse flex-col gap-3 py-1">
      <span className="sr-only">{t('common.loading')}</span>
      <span className="h-4 w-1/3 rounded bg-sunken" />
      <span className="h-4 w-2/3 rounded bg-sunken" />
      <span className="h-4 w-1/2 rounded bg-sunken" />
    </div>
  );
}

/** Stands where a list that fills the screen will be: its frame and lines of grey. */
export function LoadingList() {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      className="flex min-h-72 flex-1 animate-pulse flex-col gap-9 overflow-hidden rounded-xl border border-line bg-surface px-4 py-3 shadow-card"
    >
      <span className="sr-only">{t('common.loading')}</span>
      {['w-1/4', 'w-2/5', 'w-1/2', 'w-1/3', 'w-2/5', 'w-1/2', 'w-1/3'].map((width, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of decoration never change places
        <span key={place} className={`h-4 shrink-0 rounded bg-sunken ${width}`} />
      ))}
    </div>
  );
}
