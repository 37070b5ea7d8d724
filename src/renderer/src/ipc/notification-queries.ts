import type { RouteInput } from '@shared/ipc/registry';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** How much is unread, followed by `notifications.changed`. */
export function useUnread() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.notifications.unread,
    queryFn: () => client.request('notifications.getUnread', {}),
  });
}

/** One page of the centre's lines. */
export function useNotificationLines(filter: RouteInput<'notifications.listLines'>) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.notifications.lines(filter),
    queryFn: () => client.request('notifications.listLines', filter),
    placeholderData: keepPreviousData,
  });
}

/** Reading marks; the answer is the new number of unread ones. */
export function useMarkNotifications() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: RouteInput<'notifications.mark'>) =>
      client.request('notifications.mark', input),
    onSuccess: (unread) => {
      queries.setQueryData(queryKeys.notifications.unread, unread);
      void queries.invalidateQueries({ queryKey: queryKeys.notifications.all });
    },
  });
}
