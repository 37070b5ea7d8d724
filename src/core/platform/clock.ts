/**
 * Time as a port: core never reads the system clock by itself, so that tests can hold it still.
 */
export interface Clock {
  /** Wall clock, epoch milliseconds. May jump when the user changes the clock. */
  nowMs(): number;
  /** Monotonic milliseconds from an arbitrary start; for durations. */
  monotonicMs(): number;
  /** Resolves after `delayMs`; rejects with the signal's reason when aborted. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The computer's own time; a sleep is no more exact than its timers, and stands still while it
 * sleeps.
 */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (delayMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, delayMs);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};
