import type { Mutex } from './port';

/** One holder at a time per name inside this process, first come first served. Nothing can be lost here. */
export function createEmbeddedMutex(): Mutex {
  const tails = new Map<string, Promise<void>>();
  return {
    runExclusive: async (name, task, signal) => {
      signal?.throwIfAborted();
      const before = tails.get(name) ?? Promise.resolve();
      let release: () => void = () => undefined;
      const mine = new Promise<void>((resolve) => {
        release = resolve;
      });
      // Whoever gives up waiting hands its place on only after those before it are done.
      const tail = before.then(() => mine);
      tails.set(name, tail);
      try {
        await orAborted(before, signal);
        return await task(new AbortController().signal);
      } finally {
        release();
        if (tails.get(name) === tail) {
          tail.then(
            () => {
              if (tails.get(name) === tail) tails.delete(name);
            },
            // `before` and `mine` never reject.
            () => undefined,
          );
        }
      }
    },
  };
}

function orAborted(wait: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return wait;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const done = (): void => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    };
    wait.then(done, reject);
  });
}
