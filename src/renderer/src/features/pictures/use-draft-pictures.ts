import type { Draft, DraftImages } from '@shared/domain/draft';
import type { ItemNo } from '@shared/domain/ids';
import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { useUnsaved } from '../../state/unsaved';

/** More steps back than anybody remembers. */
const UNDO_MAX_STEPS = 50;

const keyOf = (itemNo: ItemNo) => [...queryKeys.drafts.one(itemNo), 'pictures'] as const;

/** The draft whose pictures are shown; null when there is none. */
export function usePicturesDraft(itemNo: ItemNo) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(itemNo),
    queryFn: async () => (await client.request('drafts.get', { itemNo })).draft,
  });
}

/** The arrangement of one draft's pictures and its changes. */
export interface PictureEdits {
  /** As the seller has arranged them, saved or on their way to be. */
  readonly images: DraftImages;
  /** Shows the change at once and saves it; changes are saved one after the other. */
  change(images: DraftImages): void;
  /** Takes the last change back; null when there is none. */
  readonly undo: (() => void) | null;
  /** Gives the pictures back to the supplier's data; null when the seller has changed nothing. */
  readonly giveBack: (() => void) | null;
  readonly state: 'untouched' | 'saving' | 'saved';
  /** Why the last change is not saved; the pictures are shown as they are stored. */
  readonly fault: unknown;
  /** Reads the draft again and forgets the fault. */
  reload(): void;
}

/** Edits of the draft's pictures, each saved when it is made: there is nothing to lose by leaving. */
export function usePictureEdits(draft: Draft): PictureEdits {
  const client = useClient();
  const queries = useQueryClient();
  const { itemNo } = draft;
  const key = keyOf(itemNo);
  const [unsaved, setUnsaved] = useState<DraftImages | null>(null);
  const [past, setPast] = useState<readonly DraftImages[]>([]);
  const images = unsaved ?? draft.content.images;
  const save = useMutation({
    mutationKey: key,
    // Another change waits for this one: it is based on the version this one makes.
    scope: { id: key.join(' ') },
    mutationFn: async (next: DraftImages | 'supplier') => {
      const basedOnVersion = queries.getQueryData<Draft>(key)?.version ?? draft.version;
      const answer =
        next === 'supplier'
          ? await client.request('drafts.unlock', { itemNo, fields: ['images'], basedOnVersion })
          : await client.request('drafts.edit', {
              itemNo,
              change: { images: mutable(next) },
              basedOnVersion,
            });
      return answer.draft;
    },
    onSuccess: (saved) => {
      queries.setQueryData(key, saved);
      void queries.invalidateQueries({
        queryKey: queryKeys.drafts.all,
        predicate: ({ queryKey }) => queryKey.join() !== key.join(),
      });
    },
    onError: () => setPast([]),
    onSettled: () => {
      if (queries.isMutating({ mutationKey: key }) === 1) setUnsaved(null);
    },
  });
  const isSaving = useIsMutating({ mutationKey: key }) > 0;
  useUnsaved('pictures', isSaving);

  const show = (next: DraftImages): void => {
    setUnsaved(next);
    save.mutate(next);
  };
  const last = past.at(-1);
  return {
    images,
    change: (next) => {
      if (next === images) return;
      setPast([...past.slice(1 - UNDO_MAX_STEPS), images]);
      show(next);
    },
    undo:
      last === undefined
        ? null
        : () => {
            setPast(past.slice(0, -1));
            show(last);
          },
    giveBack: draft.lockedFields.includes('images')
      ? () => {
          setPast([...past.slice(1 - UNDO_MAX_STEPS), images]);
          save.mutate('supplier');
        }
      : null,
    state: isSaving ? 'saving' : save.isSuccess ? 'saved' : 'untouched',
    fault: save.error,
    reload: () => {
      save.reset();
      void queries.invalidateQueries({ queryKey: key });
    },
  };
}

function mutable({ product, detail, excluded }: DraftImages) {
  return { product: [...product], detail: [...detail], excluded: [...excluded] };
}
