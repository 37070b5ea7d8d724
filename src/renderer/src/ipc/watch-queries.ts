import type { WatchControls } from '@shared/domain/watch';
import type { RouteInput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { useClient } from './use-client';

/** Most approvals and findings that one screen shows; the rest follow when these are settled. */
const SHOWN = 200;
/** Figures like "checked 3 min ago" move without an event. */
const FIGURES_EVERY_MS = 15_000;

/** Where watching stands, followed by `watch.changed`. */
export function useWatchStatus() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.watch.status,
    queryFn: () => client.request('watch.getStatus', {}),
    refetchInterval: FIGURES_EVERY_MS,
  });
}

/** Open proposals, newest first, as many as a screen shows at once. */
export function useApprovals() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.watch.approvals,
    queryFn: () => client.request('watch.listApprovals', { limit: SHOWN }),
  });
}

/** What was done to listings outside, newest first, as many as a screen shows at once. */
export function useFindings() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.watch.findings,
    queryFn: () => client.request('watch.listFindings', { limit: SHOWN }),
  });
}

/** The seller's own policies with the defaults behind them. */
export function usePolicies() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.watch.policies,
    queryFn: () => client.request('watch.listPolicies', {}),
  });
}

/** What the seller decides; every decision refreshes the whole screen. */
export function useWatchActions() {
  const client = useClient();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: queryKeys.watch.all });
  return {
    sweepNow: useMutation({ mutationFn: () => client.request('watch.sweepNow', {}), onSettled }),
    auditNow: useMutation({ mutationFn: () => client.request('watch.auditNow', {}), onSettled }),
    pause: useMutation({ mutationFn: () => client.request('watch.pause', {}), onSettled }),
    resume: useMutation({ mutationFn: () => client.request('watch.resume', {}), onSettled }),
    approve: useMutation({
      mutationFn: (approvalIds: number[]) => client.request('watch.approve', { approvalIds }),
      onSettled,
    }),
    dismiss: useMutation({
      mutationFn: (approvalIds: number[]) => client.request('watch.dismiss', { approvalIds }),
      onSettled,
    }),
    settleFindings: useMutation({
      mutationFn: (input: RouteInput<'watch.settleFindings'>) =>
        client.request('watch.settleFindings', input),
      onSettled,
    }),
    setPinned: useMutation({
      mutationFn: (input: RouteInput<'watch.setPinned'>) =>
        client.request('watch.setPinned', input),
      onSettled,
    }),
    setLocks: useMutation({
      mutationFn: (input: RouteInput<'watch.setLocks'>) => client.request('watch.setLocks', input),
      onSettled,
    }),
    saveControls: useMutation({
      mutationFn: (controls: WatchControls) => client.request('watch.saveControls', { controls }),
      onSettled,
    }),
    savePolicy: useMutation({
      mutationFn: (input: RouteInput<'watch.savePolicy'>) =>
        client.request('watch.savePolicy', input),
      onSettled,
    }),
    removePolicy: useMutation({
      mutationFn: (input: RouteInput<'watch.removePolicy'>) =>
        client.request('watch.removePolicy', input),
      onSettled,
    }),
  };
}
