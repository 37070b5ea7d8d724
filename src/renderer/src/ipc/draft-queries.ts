import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** How many drafts there are by state and by reason. */
export function useDraftOverview() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.drafts.overview,
    queryFn: () => client.request('drafts.overview', {}),
  });
}
