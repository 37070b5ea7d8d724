import type { ItemNo } from '@shared/domain/ids';
import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';

type Batch = RouteInput<'options.applyCorrection'>['drafts'];

/** What is remembered for items like this one; null when there is nothing to offer. */
export function useCorrectionOffer(itemNo: ItemNo, version: number) {
  const client = useClient();
  return useQuery({
    queryKey: [...queryKeys.drafts.all, 'correction-offer', itemNo, version],
    queryFn: async () => (await client.request('options.offer', { itemNo })).offer,
  });
}

/** Other drafts of the supplier that the saved correction would change, too. */
export function useSimilarDrafts(itemNo: ItemNo, version: number, isEnabled: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: [...queryKeys.drafts.all, 'similar-options', itemNo, version],
    queryFn: async () => (await client.request('options.similar', { itemNo })).drafts,
    enabled: isEnabled,
  });
}

/** Applies the correction to chosen drafts, takes a batch back, and forgets what is remembered. */
export function useCorrectionBatch(itemNo: ItemNo) {
  const client = useClient();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: queryKeys.drafts.all });
  return {
    apply: useMutation({
      mutationFn: (drafts: Batch) => client.request('options.applyCorrection', { itemNo, drafts }),
      onSettled,
    }),
    takeBack: useMutation({
      mutationFn: (drafts: Batch) => client.request('options.undoCorrection', { drafts }),
      onSettled,
    }),
    forget: useMutation({
      mutationFn: () => client.request('options.forgetCorrection', { itemNo }),
      onSettled,
    }),
  };
}
