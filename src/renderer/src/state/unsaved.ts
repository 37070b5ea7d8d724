import type { UnsavedKind } from '@shared/ipc/shell';
import { useEffect, useId, useRef } from 'react';
import { create } from 'zustand';

/** Work of the page that would be lost with it. */
export interface UnsavedWork {
  readonly kind: UnsavedKind;
  /** Saves it without asking; null where only the seller can decide. */
  readonly save: (() => Promise<unknown>) | null;
}

interface UnsavedWorks {
  readonly works: ReadonlyMap<string, UnsavedWork>;
  hold(id: string, work: UnsavedWork): void;
  release(id: string): void;
}

/** What would be lost if the page went now. */
export const useUnsavedWorks = create<UnsavedWorks>()((set) => ({
  works: new Map(),
  hold: (id, work) => set(({ works }) => ({ works: new Map(works).set(id, work) })),
  release: (id) =>
    set(({ works }) => {
      const left = new Map(works);
      left.delete(id);
      return { works: left };
    }),
}));

/** Tells the shell while `isUnsaved` that this work would be lost; `save` is used when the window is about to close. */
export function useUnsaved(
  kind: UnsavedKind,
  isUnsaved: boolean,
  save: (() => Promise<unknown>) | null = null,
): void {
  const id = useId();
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const canSave = save !== null;
  useEffect(() => {
    if (!isUnsaved) return;
    const { hold, release } = useUnsavedWorks.getState();
    hold(id, { kind, save: canSave ? async () => latest.current?.() : null });
    return () => release(id);
  }, [id, kind, isUnsaved, canSave]);
}
