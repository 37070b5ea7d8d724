import { create } from 'zustand';

interface ShortcutList {
  readonly isOpen: boolean;
  show(isOpen: boolean): void;
}

/** Whether the list of keys is open; the menu, a key and screens open it. */
export const useShortcutList = create<ShortcutList>()((set) => ({
  isOpen: false,
  show: (isOpen) => set({ isOpen }),
}));
