import type { Clock } from '@core/platform/clock';
import type { SystemSignals } from '@core/platform/system-signals';
import type { Net, PowerMonitor } from 'electron';

/** How often the network is looked at: Electron tells the main process of no change by itself. */
const NETWORK_CHECK_MS = 5_000;

/** Where the signals come from and who is told. */
export interface SystemWatchDependencies {
  readonly powerMonitor: Pick<PowerMonitor, 'on' | 'off'>;
  readonly net: Pick<Net, 'isOnline'>;
  readonly clock: Clock;
  /** Told at once of the network as it is, then of every change. */
  readonly signals: SystemSignals;
}

/** Tells `signals` when the computer sleeps, wakes, and whether it has a network. Returns how to stop. */
export function watchSystem({
  powerMonitor,
  net,
  clock,
  signals,
}: SystemWatchDependencies): () => void {
  const stopping = new AbortController();
  const onSuspend = (): void => signals.powerSuspended();
  const onResume = (): void => {
    signals.networkChanged(net.isOnline());
    signals.powerResumed();
  };
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  const look = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      signals.networkChanged(net.isOnline());
      await clock.sleep(NETWORK_CHECK_MS, stopping.signal);
    }
  };
  look().catch((reason: unknown) => {
    if (!stopping.signal.aborted) throw reason;
  });
  return () => {
    stopping.abort();
    powerMonitor.off('suspend', onSuspend);
    powerMonitor.off('resume', onResume);
  };
}
