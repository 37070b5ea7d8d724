import type { Market } from '@shared/ipc/connection';
import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** Whether a product is open, followed by `app.stateChanged`. */
export function useAppState() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.appState,
    queryFn: () => client.request('app.getState', {}),
  });
}

/** Practice or live; everything that was read is read anew afterwards. */
export function useSwitchMode() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mode: 'practice' | 'live') => client.request('app.switchMode', { mode }),
    onSuccess: (state) => {
      queries.setQueryData(queryKeys.appState, state);
      return queries.invalidateQueries();
    },
  });
}

/** Tries once more to open the product. */
export function useReopen() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.request('app.reopen', {}),
    onSuccess: (state) => {
      queries.setQueryData(queryKeys.appState, state);
      return queries.invalidateQueries();
    },
  });
}

/** Which keys are there and how they end; never the keys. */
export function useSecretsStatus() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.secrets,
    queryFn: () => client.request('secrets.status', {}),
  });
}

/** The answer tells only that a key is there now, never the key. */
export function useSetSecret() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: RouteInput<'secrets.set'>) => client.request('secrets.set', input),
    onSuccess: (status) => queries.setQueryData(queryKeys.secrets, status),
  });
}

export function useClearSecret() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: RouteInput<'secrets.clear'>) => client.request('secrets.clear', input),
    onSuccess: (status) => queries.setQueryData(queryKeys.secrets, status),
  });
}

/** Naver's application ID is a setting, saved beside the keys. */
export function useSaveClientId() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (naverClientId: string) =>
      client.request('settings.update', { change: { naverClientId } }),
    onSuccess: async (settings) => {
      queries.setQueryData(queryKeys.settings, settings);
      await queries.invalidateQueries({ queryKey: queryKeys.secrets });
    },
  });
}

/**
 * Sends one real call with the saved keys. Rejects only when the core cannot answer: what the
 * market says is the result.
 */
export function useConnectionTest() {
  const client = useClient();
  return useMutation({
    mutationFn: (market: Market) => client.request('connection.test', { market }),
  });
}

/** Writes the file that goes to whoever helps; answers where it is. */
export function useCreateDiagnostics() {
  const client = useClient();
  return useMutation({ mutationFn: () => client.request('diagnostics.create', {}) });
}
