import type { BulkAnswer } from '@shared/domain/draft-bulk';
import type { RouteInput, RouteOutput } from '@shared/ipc/registry';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../../ipc/use-client';
import { useDraftSelection } from '../../../state/item-selection';

type Applied = RouteOutput<'drafts.bulkApply'>;
/** The answer in the form the contract takes. */
export type WireAnswer = RouteInput<'drafts.bulkApply'>['answer'];

/** The contract carries the same shapes with mutable lists; nothing here changes them. */
export const onWire = (answer: BulkAnswer): WireAnswer => answer as WireAnswer;

/**
 * A change to many drafts before it is sent; `retriesJobs` asks for their jobs again afterwards.
 */
export interface BulkWish {
  readonly target: RouteInput<'drafts.bulkApply'>['target'];
  readonly answer: BulkAnswer;
  readonly reasonCode: string | null;
  readonly retriesJobs: boolean;
}

/** Applies a change to many drafts and takes it back. */
export function useBulkChange() {
  const client = useClient();
  const queries = useQueryClient();
  const clear = useDraftSelection((selection) => selection.clear);
  const [applied, setApplied] = useState<Applied | null>(null);
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['drafts'] });
    void queries.invalidateQueries({ queryKey: ['queue'] });
  };
  const apply = useMutation({
    mutationFn: (wish: BulkWish) =>
      client.request('drafts.bulkApply', { ...wish, answer: onWire(wish.answer) }),
    onSuccess: (done) => {
      clear();
      setApplied(done);
    },
    onSettled: refresh,
  });
  const undo = useMutation({
    mutationFn: (operationId: string) => client.request('drafts.bulkUndo', { operationId }),
    onSuccess: ({ operation }) => setApplied({ operation, retriedJobs: 0 }),
    onSettled: refresh,
  });
  return {
    applied,
    apply: apply.mutate,
    undo: undo.mutate,
    isPending: apply.isPending || undo.isPending,
    fault: apply.error ?? undo.error,
  };
}
