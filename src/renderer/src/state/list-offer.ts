import { create } from 'zustand';

/** A list that was dropped, opened or pasted anywhere and waits for the import screen. */
interface ListOffer {
  readonly file: File | null;
  offer(file: File): void;
  clear(): void;
}

/** A list that was opened elsewhere and waits for the import screen. */
export const useListOffer = create<ListOffer>()((set) => ({
  file: null,
  offer: (file) => set({ file }),
  clear: () => set({ file: null }),
}));
