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
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <FaultNotice fault={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <p role="status" className="p-6 text-quiet">
      {t('common.loading')}
    </p>
  );
}
