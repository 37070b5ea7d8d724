import type { Net, PowerMonitor } from 'electron';

export type SystemSignal = 'suspend' | 'resume' | 'shutdown';

/** What the computer tells about itself: it sleeps, wakes, ends, and whether it has a network. */
export interface SystemSignals {
  isOnline(): boolean;
  subscribe(listener: (signal: SystemSignal) => void): () => void;
}

export function createSystemSignals(
  powerMonitor: PowerMonitor,
  net: Pick<Net, 'isOnline'>,
): SystemSignals {
  return {
    isOnline: () => net.isOnline(),
    subscribe: (listener) => {
      const onSuspend = (): void => listener('suspend');
      const onResume = (): void => listener('resume');
      const onShutdown = (): void => listener('shutdown');
      powerMonitor.on('suspend', onSuspend);
      powerMonitor.on('resume', onResume);
      powerMonitor.on('shutdown', onShutdown);
      return () => {
        powerMonitor.off('suspend', onSuspend);
        powerMonitor.off('resume', onResume);
        powerMonitor.off('shutdown', onShutdown);
      };
    },
  };
}
