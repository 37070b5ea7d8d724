import type { RouteInput } from '@shared/ipc/registry';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** One page of jobs; rows follow `registration.jobChanged`. */
export function useJobs(filter: RouteInput<'registration.listJobs'>) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.queue.jobList(filter),
    queryFn: () => client.request('registration.listJobs', filter),
    placeholderData: keepPreviousData,
  });
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
    enqueue: useMutation({
      mutationFn: (input: RouteInput<'registration.enqueue'>) =>
        client.request('registration.enqueue', input),
      onSettled,
    }),
  };
}
