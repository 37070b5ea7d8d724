import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';

/** Progress is read this often while the screen is in view: batches have no event of their own. */
const PROGRESS_REFRESH_MS = 2000;
const BATCHES_SHOWN = 30;

/** The newest lists, read anew every few seconds. */
export function useBatches() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.queue.batches,
    queryFn: () => client.request('registration.listBatches', { limit: BATCHES_SHOWN }),
    refetchInterval: PROGRESS_REFRESH_MS,
  });
}

/** How many jobs wait for a person for each reason, of one list or all. */
export function useReasons(batchId: string | null) {
  const client = useClient();
  const filter = batchId === null ? {} : { batchId: batchId as never };
  return useQuery({
    queryKey: [...queryKeys.queue.reasons, batchId],
    queryFn: () => client.request('registration.listReasons', filter),
    refetchInterval: PROGRESS_REFRESH_MS,
  });
}

/** Takings back of the store, newest first, read anew every few seconds. */
export function useUndos() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.queue.undos,
    queryFn: () => client.request('registration.listUndos', {}),
    refetchInterval: PROGRESS_REFRESH_MS,
  });
}

/** Rehearsals of the store, newest first, read anew every few seconds. */
export function useRehearsals() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.queue.rehearsals,
    queryFn: () => client.request('registration.listRehearsals', {}),
    refetchInterval: PROGRESS_REFRESH_MS,
  });
}

type QueueRoute = Extract<
  Parameters<ReturnType<typeof useClient>['request']>[0],
  `registration.${string}`
>;

/** One command to the queue; what the screen shows of it is read anew afterwards. */
export function useQueueCommand<Route extends QueueRoute>(route: Route) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: RouteInput<Route>) => client.request(route, input),
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue'] }),
  });
}
