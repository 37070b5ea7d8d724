import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** The settings, followed by `settings.changed`. */
export function useSettings() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.settings,
    queryFn: () => client.request('settings.get', {}),
  });
}

/** Version, mode and shell. */
export function useAppInfo() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.appInfo,
    queryFn: () => client.request('app.getInfo', {}),
  });
}

/** Saves a change; the answer is put into the cache, so that the screen follows at once. */
export function useUpdateSettings() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: RouteInput<'settings.update'>['change']) =>
      client.request('settings.update', { change }),
    onSuccess: (settings) => queries.setQueryData(queryKeys.settings, settings),
  });
}
