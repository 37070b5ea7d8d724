import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** Limits move with every call; this often is enough to follow them. */
const REFRESH_MS = 5000;

/** What is left of the marketplaces' allowances, and what keeps calls from going out. */
export function useLimits() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.limits,
    queryFn: () => client.request('limits.get', {}),
    refetchInterval: REFRESH_MS,
    staleTime: 0,
  });
}
