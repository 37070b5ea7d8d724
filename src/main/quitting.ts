import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import type { App } from 'electron';

/** The product's own deadline for steps, plus closing files and processes. */
const STOP_BOUND_MS = 15_000;
/** A system that shuts down ends us soon after it said so. */
const SESSION_END_BOUND_MS = 3_000;

/** What must be asked, stopped and written down before the program ends. */
export interface QuittingDependencies {
  readonly app: Pick<App, 'on' | 'exit'>;
  readonly platform: NodeJS.Platform;
  /** Saved, or the seller lets it go. */
  readonly mayPageGo: () => Promise<boolean>;
  /** Closes everything, giving steps under way at most `deadlineMs`. */
  readonly stop: (deadlineMs: number) => Promise<void>;
  /** Written down as a good end, just before it. */
  readonly onEnd: () => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The one way out of the program: asked, then stopped within bounds, then ended. */
export interface Quitting {
  /** True once it is decided: windows may close without asking. */
  isLeaving(): boolean;
  /** Asks where something is unsaved, then stops and ends. */
  request(): void;
  /** As `request`, with `last` in the place of the usual exit. */
  requestThen(last: () => void): Promise<void>;
  /** The system ends the session: no questions, and little time. */
  endSession(): void;
  /** After a fault that nobody caught; the run counts as broken. */
  endAfterFault(): Promise<void>;
}

/** How long current steps may take to finish. */
const STEP_DEADLINE_MS = 5_000;
const SHORT_STEP_DEADLINE_MS = 1_500;

/**
 * Asks once about unsaved work, then stops within a bound, whatever does not answer. `endSession`
 * and `endAfterFault` ask nothing and take the short bound.
 */
export function createQuitting(dependencies: QuittingDependencies): Quitting {
  const { app, mayPageGo, stop, onEnd, clock, logger } = dependencies;
  let phase: 'running' | 'asking' | 'leaving' | 'stopped' = 'running';

  const stopWithin = async (stepMs: number, boundMs: number): Promise<void> => {
    phase = 'leaving';
    const bound = new AbortController();
    const stopping = stop(stepMs).catch((fault: unknown) => {
      logger.error({ err: fault }, 'the product did not stop cleanly');
    });
    const late = clock.sleep(boundMs, bound.signal).then(
      () => logger.error({ boundMs }, 'the product did not stop in time'),
      () => undefined,
    );
    await Promise.race([stopping, late]);
    bound.abort();
    phase = 'stopped';
  };
  const leave = async (last: () => void): Promise<void> => {
    if (phase !== 'running') return;
    phase = 'asking';
    try {
      if (!(await mayPageGo())) {
        phase = 'running';
        return;
      }
    } catch (fault) {
      // Asking failed, not the answer: a program that cannot be ended is worse.
      logger.error({ err: fault }, 'it could not be asked about unsaved work');
    }
    await stopWithin(STEP_DEADLINE_MS, STOP_BOUND_MS);
    onEnd();
    last();
  };
  const request = (): void => {
    leave(() => app.exit(0)).catch((fault: unknown) => {
      logger.error({ err: fault }, 'the program could not be ended in good order');
      app.exit(1);
    });
  };
  app.on('window-all-closed', () => {
    // On a Mac an app lives on without windows until it is told to quit.
    if (dependencies.platform !== 'darwin') request();
  });
  app.on('before-quit', (event) => {
    if (phase === 'stopped') return;
    event.preventDefault();
    request();
  });
  return {
    isLeaving: () => phase === 'leaving' || phase === 'stopped',
    request,
    requestThen: leave,
    endSession: () => {
      if (phase === 'leaving' || phase === 'stopped') return;
      stopWithin(SHORT_STEP_DEADLINE_MS, SESSION_END_BOUND_MS)
        .then(() => {
          onEnd();
          app.exit(0);
        })
        .catch((fault: unknown) => logger.error({ err: fault }, 'the session ended first'));
    },
    endAfterFault: async () => {
      await stopWithin(SHORT_STEP_DEADLINE_MS, SESSION_END_BOUND_MS);
      app.exit(1);
    },
  };
}
