import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** The store's backups, newest first, and why the last daily one failed. */
export function useBackups() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.backups,
    queryFn: () => client.request('backup.list', {}),
  });
}

/** Settles when the backup is complete; the app works meanwhile. */
export function useCreateBackup() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.request('backup.create', {}),
    onSuccess: (backups) => queries.setQueryData(queryKeys.backups, backups),
  });
}

export function useRemoveBackup() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.request('backup.remove', { id }),
    onSuccess: (backups) => queries.setQueryData(queryKeys.backups, backups),
  });
}

/** Restores a backup, or (null) sets the damaged file aside; everything is read anew afterwards. */
export function useRecover() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? client.request('backup.setAside', {})
        : client.request('backup.restore', { id }),
    onSuccess: (state) => {
      queries.setQueryData(queryKeys.appState, state);
      return queries.invalidateQueries();
    },
  });
}
