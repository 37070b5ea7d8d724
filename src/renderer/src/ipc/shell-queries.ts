import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** What the program around the page has to say, followed by `shell.stateChanged`. */
export function useShellState() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.shellState,
    queryFn: () => client.request('shell.getState', {}),
  });
}

function useShellAction(
  route: 'shell.dismissCrash' | 'shell.checkForUpdate' | 'shell.downloadUpdate',
) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.request(route, {}),
    onSuccess: (state) => queries.setQueryData(queryKeys.shellState, state),
  });
}

export const useDismissCrash = () => useShellAction('shell.dismissCrash');
export const useCheckForUpdate = () => useShellAction('shell.checkForUpdate');
export const useDownloadUpdate = () => useShellAction('shell.downloadUpdate');

/** Restarts into the downloaded version; refused while jobs run. */
export function useInstallUpdate() {
  const client = useClient();
  return useMutation({ mutationFn: () => client.request('shell.installUpdate', {}) });
}

/** Shows the data folder in the system's file manager. */
export function useOpenFolder() {
  const client = useClient();
  return useMutation({ mutationFn: () => client.request('shell.openFolder', {}) });
}

/** Versions of the program and of what it runs on. */
export function useAbout() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.about,
    queryFn: () => client.request('shell.getAbout', {}),
  });
}

/** Packages the program is made of; read when they are asked for. */
export function useLicences(isEnabled: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.licences,
    queryFn: async () => (await client.request('shell.getLicences', {})).licences,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isEnabled,
  });
}
