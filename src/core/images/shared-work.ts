/** Work that several callers want: done once at a time per key, its result kept for a while. */
export interface SharedWork<T> {
  /**
   * The kept or running result of `key`, else that of `work`. A caller that aborts leaves; the work
   * itself is aborted when nobody waits for it any more.
   */
  get(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  forget(key: string): void;
}

interface Entry<T> {
  readonly result: Promise<T>;
  readonly ending: AbortController;
  waiters: number;
  isSettled: boolean;
  keptUntilMs: number;
}

/**
 * `keepMs` says how long a result serves later callers (0: only those that wait already); `capacity`
 * is the number of kept results, the longest kept go first. A failed work is never kept.
 */
export function createSharedWork<T>(options: {
  readonly nowMs: () => number;
  readonly keepMs: (result: T) => number;
  readonly capacity: number;
}): SharedWork<T> {
  const entries = new Map<string, Entry<T>>();

  const begin = (key: string, work: (signal: AbortSignal) => Promise<T>): Entry<T> => {
    const ending = new AbortController();
    const entry: Entry<T> = {
      result: work(ending.signal).then(
        (result) => {
          entry.isSettled = true;
          entry.keptUntilMs = options.nowMs() + options.keepMs(result);
          trim();
          return result;
        },
        (fault: unknown) => {
          entry.isSettled = true;
          if (entries.get(key) === entry) entries.delete(key);
          throw fault;
        },
      ),
      ending,
      waiters: 0,
      isSettled: false,
      keptUntilMs: Number.POSITIVE_INFINITY,
    };
    // Every waiter handles the failure itself; when all have left, nobody is to be told.
    entry.result.catch(() => undefined);
    entries.set(key, entry);
    return entry;
  };
  const trim = (): void => {
    for (const [key, entry] of entries) {
      if (entries.size <= options.capacity) return;
      if (entry.isSettled) entries.delete(key);
    }
  };
  const leave = (key: string, entry: Entry<T>, reason: unknown): void => {
    entry.waiters -= 1;
    if (entry.waiters > 0 || entry.isSettled) return;
    if (entries.get(key) === entry) entries.delete(key);
    entry.ending.abort(reason);
  };

  return {
    get: async (key, work, signal) => {
      signal?.throwIfAborted();
      let entry = entries.get(key);
      if (entry === undefined || (entry.isSettled && entry.keptUntilMs <= options.nowMs())) {
        entries.delete(key);
        entry = begin(key, work);
      }
      const joined = entry;
      joined.waiters += 1;
      if (signal === undefined) {
        try {
          return await joined.result;
        } finally {
          leave(key, joined, undefined);
        }
      }
      return new Promise<T>((resolve, reject) => {
        const onAbort = (): void => {
          leave(key, joined, signal.reason);
          reject(signal.reason);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        const settle = (finish: () => void): void => {
          if (signal.aborted) return;
          signal.removeEventListener('abort', onAbort);
          leave(key, joined, undefined);
          finish();
        };
        joined.result.then(
          (result) => settle(() => resolve(result)),
          (fault: unknown) => settle(() => reject(fault)),
        );
      });
    },
    forget: (key) => {
      entries.delete(key);
    },
  };
}
