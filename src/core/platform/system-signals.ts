/** What the computer does to the product, told by the shell it runs in. */
export interface SystemSignals {
  /** The computer is about to sleep: nothing is awaited, timers stand still until it wakes. */
  powerSuspended(): void;
  powerResumed(): void;
  /** Told again without a change it is heard once only. */
  networkChanged(isOnline: boolean): void;
}

/** What a shell told, in the order it told it. */
export type SystemSignal =
  | { readonly kind: 'power-suspended' }
  | { readonly kind: 'power-resumed' }
  | { readonly kind: 'network-changed'; readonly isOnline: boolean };

/** Where parts of the product hear of it. */
export interface SystemSignalSource {
  /** What was told last; true before anything was, because a shell may have no way to know. */
  isOnline(): boolean;
  /** Listeners must not throw. */
  subscribe(listener: (signal: SystemSignal) => void): () => void;
}

/** Both ends of the signals: the shell tells `signals`, the product listens at `source`. */
export function createSystemSignals(): {
  readonly signals: SystemSignals;
  readonly source: SystemSignalSource;
} {
  const listeners = new Set<(signal: SystemSignal) => void>();
  let isOnline = true;
  const tell = (signal: SystemSignal): void => {
    for (const listener of [...listeners]) listener(signal);
  };
  return {
    signals: {
      powerSuspended: () => tell({ kind: 'power-suspended' }),
      powerResumed: () => tell({ kind: 'power-resumed' }),
      networkChanged: (nowOnline) => {
        if (nowOnline === isOnline) return;
        isOnline = nowOnline;
        tell({ kind: 'network-changed', isOnline });
      },
    },
    source: {
      isOnline: () => isOnline,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
  };
}
