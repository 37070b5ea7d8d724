import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from './FaultNotice';

export interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Loading, fault with a way out, or the data. Data already shown stays while it is read again. */
export function QueryView<Data>({ query, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <FaultNotice fault={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Loading />;
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
