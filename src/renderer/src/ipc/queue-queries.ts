import { isResting, JOB_STATES, type JobCounts } from '@shared/domain/job';
import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** Counts and pause of the queue, followed by `registration.statusChanged`. */
export function useQueueStatus() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.queue.status,
    queryFn: () => client.request('registration.getStatus', {}),
  });
}

/** Jobs that are neither at rest nor ended. */
export function activeCount(counts: JobCounts): number {
  return JOB_STATES.reduce((sum, state) => (isResting(state) ? sum : sum + counts[state]), 0);
}

/** What a person may do to the queue. Each action refreshes what it touches. */
export function useQueueActions() {
  const client = useClient();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: ['queue'] });
  return {
    pause: useMutation({ mutationFn: () => client.request('registration.pause', {}), onSettled }),
    resume: useMutation({ mutationFn: () => client.request('registration.resume', {}), onSettled }),
    retry: useMutation({
      mutationFn: (input: RouteInput<'registration.retry'>) =>
        client.request('registration.retry', input),
      onSettled,
    }),
    cancel: useMutation({
      mutationFn: (input: RouteInput<'registration.cancel'>) =>
        client.request('registration.cancel', input),
      onSettled,
    }),
    cancelBatch: useMutation({
      mutationFn: (input: RouteInput<'registration.cancelBatch'>) =>
        client.request('registration.cancelBatch', input),
      onSettled,
    }),
  };
}
