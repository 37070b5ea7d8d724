import { PAGE_MAX_ROWS } from '@shared/ipc/bounds';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';

/**
 * How many of the `total` finished jobs ended since midnight here. Looks at the newest page of them;
 * `isMore` when all of that page are of today.
 */
export function useDoneToday(total: number) {
  const client = useClient();
  const filter = {
    states: ['done' as const],
    offset: Math.max(0, total - PAGE_MAX_ROWS),
    limit: PAGE_MAX_ROWS,
  };
  return useQuery({
    queryKey: queryKeys.queue.jobList(filter),
    queryFn: () => client.request('registration.listJobs', filter),
    placeholderData: keepPreviousData,
    select: ({ jobs }) => {
      const midnightMs = new Date().setHours(0, 0, 0, 0);
      const count = jobs.filter(({ updatedAtMs }) => updatedAtMs >= midnightMs).length;
      return { count, isMore: count === PAGE_MAX_ROWS };
    },
  });
}
