/** A door that holds callers until a test opens it; instead of sleeping in tests. */
export interface Gate {
  /** Resolves when the gate is open. */
  pass(): Promise<void>;
  open(): void;
  close(): void;
  /** How many are held now. */
  waiting(): number;
}

export function createGate(isOpenAtFirst = false): Gate {
  let isOpen = isOpenAtFirst;
  let held: (() => void)[] = [];
  return {
    pass: () =>
      isOpen
        ? Promise.resolve()
        : new Promise((resolve) => {
            held.push(resolve);
          }),
    open: () => {
      isOpen = true;
      const released = held;
      held = [];
      for (const release of released) release();
    },
    close: () => {
      isOpen = false;
    },
    waiting: () => held.length,
  };
}
