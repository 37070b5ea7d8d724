import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** The lists that the core holds, followed by `intake.readingsChanged`. */
export function useListReadings() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.intake.readings,
    queryFn: async () => (await client.request('intake.listReadings', {})).readings,
  });
}

/** What a person may do to a list that the core holds. */
export function useListActions() {
  const client = useClient();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: queryKeys.intake.readings });
  const settleQueue = () => queries.invalidateQueries({ queryKey: ['queue'] });
  return {
    takeIn: useMutation({
      mutationFn: (readingId: string) => client.request('intake.takeIn', { readingId }),
      onSettled: () => Promise.all([onSettled(), settleQueue()]),
    }),
    cancel: useMutation({
      mutationFn: (readingId: string) => client.request('intake.cancelReading', { readingId }),
      onSettled: () => Promise.all([onSettled(), settleQueue()]),
    }),
    forget: useMutation({
      mutationFn: (readingIds: readonly string[]) =>
        client.request('intake.forgetReadings', { readingIds: [...readingIds] }),
      onSettled,
    }),
  };
}
