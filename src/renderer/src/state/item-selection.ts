import type { ItemNo } from '@shared/domain/ids';
import { create } from 'zustand';

interface ItemSelection {
  /** In the order of choosing. */
  readonly chosen: ReadonlySet<ItemNo>;
  choose(itemNos: readonly ItemNo[], isChosen: boolean): void;
  clear(): void;
}

const createItemSelection = () =>
  create<ItemSelection>((set) => ({
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

/** Drafts ticked in their list; kept while they are edited together or taken into a table. */
export const useDraftSelection = createItemSelection();

/** Items ticked in the wholesaler's catalogue; kept while the seller searches on or looks elsewhere. */
export const useSourcingSelection = createItemSelection();
