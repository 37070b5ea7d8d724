import type { SystemSignals } from '@core/platform/system-signals';
import type { Workspace } from '@core/workspace/port';

/** Passes the signals on to whichever product is open; one that is opened later asks by itself. */
export function signalsTo(workspace: Workspace): SystemSignals {
  const tell = (say: (signals: SystemSignals) => void): void => {
    const state = workspace.state();
    if (state.kind === 'open') say(state.storebridge.signals);
  };
  return {
    powerSuspended: () => tell((signals) => signals.powerSuspended()),
    powerResumed: () => tell((signals) => signals.powerResumed()),
    networkChanged: (isOnline) => tell((signals) => signals.networkChanged(isOnline)),
  };
}
