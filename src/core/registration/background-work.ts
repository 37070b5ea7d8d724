import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';

/** The work itself and what it is asked by; a fault is logged under `name`. */
export interface BackgroundWorkDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  /** For the log. */
  readonly name: string;
  hasWork(): boolean;
  /** Does all there is; may throw, and is then called again after a pause. */
  work(): Promise<void>;
}

/** Work that is written down first and done one piece after another, over restarts. */
export interface BackgroundWork {
  /** Aborts when the program stops. */
  readonly stopSignal: AbortSignal;
  start(): void;
  /** Looks for work; does nothing before `start`. */
  wake(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

const PAUSE_AFTER_FAULT_MS = 5000;

/**
 * Runs `work` whenever there is some, one run at a time. A run that throws is logged and begun
 * again after 5 s; a wake during a run is answered by another run after it. Cannot be started again
 * once stopped.
 */
export function createBackgroundWork(deps: BackgroundWorkDeps): BackgroundWork {
  const stopping = new AbortController();
  let isStarted = false;
  let isWanted = false;
  let working: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false;
      try {
        if (deps.hasWork()) await deps.work();
      } catch (fault) {
        if (stopping.signal.aborted) return;
        deps.logger.error({ err: fault, work: deps.name }, 'background work stopped for a while');
        isWanted = true;
        await deps.clock.sleep(PAUSE_AFTER_FAULT_MS, stopping.signal).catch(() => undefined);
      }
    }
  };
  const wake = (): void => {
    isWanted = true;
    if (!isStarted || working !== null || stopping.signal.aborted) return;
    working = run().finally(() => {
      working = null;
      if (isWanted) wake();
    });
  };

  return {
    stopSignal: stopping.signal,
    start: () => {
      isStarted = true;
      wake();
    },
    wake,
    stop: async () => {
      stopping.abort();
      await working;
    },
  };
}
