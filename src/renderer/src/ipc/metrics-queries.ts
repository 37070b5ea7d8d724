import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** Figures move with every job and call; this often is enough to follow them. */
const REFRESH_MS = 10_000;

/** The figures of today or of the last seven days. */
export function useMetrics(days: 1 | 7) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.metrics(days),
    queryFn: () => client.request('metrics.getOverview', { days }),
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
