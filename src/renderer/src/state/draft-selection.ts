import type { ItemNo } from '@shared/domain/ids';
import { create } from 'zustand';

interface DraftSelection {
  /** In the order of choosing. */
  readonly chosen: ReadonlySet<ItemNo>;
  choose(itemNos: readonly ItemNo[], isChosen: boolean): void;
  clear(): void;
}

/** Drafts ticked in their list; kept while they are edited together or taken into a table. */
export const useDraftSelection = create<DraftSelection>((set) => ({
  chosen: new Set(),
  choose: (itemNos, isChosen) =>
    set(({ chosen }) => {
      const next = new Set(chosen);
      for (const itemNo of itemNos) {
        if (isChosen) next.add(itemNo);
        else next.delete(itemNo);
      }
      return { chosen: next };
    }),
  clear: () => set({ chosen: new Set() }),
}));
