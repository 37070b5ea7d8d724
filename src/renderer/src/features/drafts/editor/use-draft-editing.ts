import type { Draft, DraftContent, DraftField } from '@shared/domain/draft';
import { parseItemNo } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { AppError } from '@shared/errors/app-error';
import type { RouteInput } from '@shared/ipc/registry';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { queryKeys } from '../../../ipc/query-keys';
import { useClient } from '../../../ipc/use-client';

/** How long after the last keystroke a change is saved by itself. */
const AUTOSAVE_MS = 2500;

type DraftChange = Partial<DraftContent>;
type WireChange = RouteInput<'drafts.edit'>['change'];

/** The contract carries the same shapes with mutable lists; nothing here changes them. */
const onWire = (change: DraftChange): WireChange => change as WireChange;

/** Reads one draft and keeps what the seller has changed but not saved. */
export function useDraftEditing(itemNoText: string) {
  const client = useClient();
  const queries = useQueryClient();
  const itemNo = parseItemNo(itemNoText);
  const mustItemNo = () => {
    if (itemNo === null) throw new AppError('DRAFT_NOT_FOUND', { params: { itemNo: itemNoText } });
    return itemNo;
  };
  const [change, setChange] = useState<DraftChange>({});
  const draft = useQuery({
    queryKey: queryKeys.drafts.one(itemNoText),
    queryFn: async () => (await client.request('drafts.get', { itemNo: mustItemNo() })).draft,
  });
  const settledChange = useDeferredValue(change);
  const hasChange = Object.keys(settledChange).length > 0;
  const advice = useQuery({
    queryKey: [
      ...queryKeys.drafts.advice(itemNoText),
      draft.data?.version ?? 0,
      hasChange ? settledChange : null,
    ],
    queryFn: () =>
      client.request('drafts.advice', {
        itemNo: mustItemNo(),
        ...(hasChange ? { change: onWire(settledChange) } : {}),
      }),
    enabled: draft.data !== undefined && draft.data !== null,
    placeholderData: keepPreviousData,
  });
  const changedFields = Object.keys(change) as DraftField[];
  const preview = useQuery({
    queryKey: ['drafts', 'preview', itemNoText, draft.data?.version ?? 0, settledChange],
    queryFn: async () =>
      (
        await client.request('drafts.preview', {
          itemNo: mustItemNo(),
          change: onWire(settledChange),
        })
      ).draft,
    enabled: hasChange,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  const show = (saved: Draft, savedChange: DraftChange = {}): Draft => {
    queries.setQueryData(queryKeys.drafts.one(itemNoText), saved);
    void queries.invalidateQueries({ queryKey: ['drafts'] });
    // What was typed while the save was on its way stays unsaved.
    setChange((now) =>
      Object.fromEntries(
        Object.entries(now).filter(([field, value]) => savedChange[field as DraftField] !== value),
      ),
    );
    return saved;
  };
  const saveNow = async (wanted: DraftChange): Promise<Draft> => {
    const current = draft.data;
    if (current === undefined || current === null) throw new AppError('DRAFT_NOT_FOUND');
    if (Object.keys(wanted).length === 0) return current;
    const { draft: saved } = await client.request('drafts.edit', {
      itemNo: mustItemNo(),
      change: onWire(wanted),
      basedOnVersion: current.version,
    });
    return show(saved, wanted);
  };
  const save = useMutation({ mutationFn: (wanted: DraftChange) => saveNow(wanted) });
  const unlock = useMutation({
    mutationFn: async (field: DraftField) => {
      const { draft: given } = await client.request('drafts.unlock', {
        itemNo: mustItemNo(),
        fields: [field],
        basedOnVersion: draft.data?.version ?? 0,
      });
      return show(given);
    },
  });
  const undoLast = useMutation({
    mutationFn: async () => {
      const { draft: before } = await client.request('drafts.undoLast', {
        itemNo: mustItemNo(),
        basedOnVersion: draft.data?.version ?? 0,
      });
      return show(before);
    },
  });
  const override = useMutation({
    mutationFn: async ({ code, note }: { readonly code: string; readonly note: string }) => {
      const current = await saveNow(change);
      const { draft: passed } = await client.request('drafts.override', {
        itemNo: mustItemNo(),
        code,
        note,
        basedOnVersion: current.version,
      });
      return show(passed);
    },
  });
  /** Saves, then puts the item back to work: its resting job again, or a new one. Says what came of it. */
  const register = useMutation({
    mutationFn: async () => {
      await saveNow(change);
      const { verdicts } = await client.request('registration.enqueue', {
        itemNos: [mustItemNo()],
        lane: 'normal',
        batchName: itemNoText,
      });
      const [verdict] = verdicts;
      if (verdict === undefined || verdict.kind === 'queued') return 'queued';
      if (verdict.kind === 'already-registered' || verdict.state === 'done') return 'registered';
      if (!isResting(verdict.state)) return 'queued';
      await client.request('registration.retry', { jobIds: [verdict.jobId] });
      return 'queued';
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue'] }),
  });

  const saveLater = useRef(save.mutate);
  useEffect(() => {
    saveLater.current = save.mutate;
  });
  const isBusy = save.isPending || unlock.isPending || undoLast.isPending || override.isPending;
  const isSaveRefused = save.isError;
  useEffect(() => {
    // After a refused save the seller decides; the same is not sent again and again.
    if (Object.keys(change).length === 0 || isBusy || isSaveRefused) return;
    const timer = setTimeout(() => saveLater.current(change), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [change, isBusy, isSaveRefused]);

  const shown = changedFields.length > 0 ? (preview.data ?? draft.data) : draft.data;
  return {
    draft,
    advice,
    preview,
    /** Prices and reasons as they would be with the unsaved changes. */
    shown: shown ?? null,
    /** What the fields hold: the unsaved changes over the draft. */
    content:
      draft.data === undefined || draft.data === null ? null : { ...draft.data.content, ...change },
    changedFields,
    edit: (part: DraftChange) => {
      save.reset();
      setChange((before) => ({ ...before, ...part }));
    },
    discard: () => {
      save.reset();
      setChange({});
    },
    save,
    saveChanges: () => save.mutate(change),
    /** Saves what is unsaved; resolves when nothing can be lost any more. */
    settle: () => saveNow(change),
    unlock,
    undoLast,
    override,
    register,
  };
}

/** One draft under edit, with what saves and undoes. */
export type DraftEditing = ReturnType<typeof useDraftEditing>;
