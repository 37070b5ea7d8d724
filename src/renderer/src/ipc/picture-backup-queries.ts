import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** How often the counts are read while the card is on screen. */
const REFRESH_MS = 5_000;

/** How far the copies of pictures in the seller's storage are. */
export function usePictureBackupStatus() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.pictureBackup,
    queryFn: () => client.request('pictures.backupStatus', {}),
    refetchInterval: REFRESH_MS,
  });
}

/** Writes and reads one object in the seller's storage. */
export function useTestPictureBackup() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.request('pictures.testBackup', {}),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.pictureBackup }),
  });
}
