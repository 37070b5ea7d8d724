import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** The seller's stores and which of them is open. */
export function useStores() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.stores,
    queryFn: () => client.request('stores.list', {}),
  });
}

/** Makes a store beside this one; does not switch to it. */
export function useCreateStore() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => client.request('stores.create', { name }),
    onSuccess: (stores) => queries.setQueryData(queryKeys.stores, stores),
  });
}

export function useRenameStore() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: RouteInput<'stores.rename'>) => client.request('stores.rename', input),
    onSuccess: (stores) => queries.setQueryData(queryKeys.stores, stores),
  });
}

/** Opens another store; everything that was read is read anew. */
export function useSwitchStore() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.request('stores.switch', { id }),
    onSuccess: (state) => {
      queries.setQueryData(queryKeys.appState, state);
      return queries.invalidateQueries();
    },
  });
}
