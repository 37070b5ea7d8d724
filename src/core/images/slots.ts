/** A number of places; takers wait in the order they came. */
export interface Slots {
  /** Runs `task` in a place of its own; rejects with the signal's reason when aborted while waiting. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/**
 * Weighted places: a task takes `weight` of `capacity` (a heavier one takes all of it). First come,
 * first served, so that a heavy task is not overtaken for ever.
 */
export interface WeightedSlots {
  run<T>(weight: number, task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Waiter {
  readonly weight: number;
  readonly enter: () => void;
}

/** `capacity` is in the unit of the weights. */
export function createWeightedSlots(capacity: number): WeightedSlots {
  let free = capacity;
  const waiting: Waiter[] = [];
  const admit = (): void => {
    for (;;) {
      const first = waiting[0];
      if (first === undefined || first.weight > free) return;
      waiting.shift();
      free -= first.weight;
      first.enter();
    }
  };
  const take = (weight: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = (): void => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(signal?.reason);
        admit();
      };
      const waiter: Waiter = {
        weight,
        enter: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(waiter);
      admit();
    });
  return {
    run: async (weight, task, signal) => {
      const taken = Math.min(capacity, Math.max(0, weight));
      await take(taken, signal);
      try {
        return await task();
      } finally {
        free += taken;
        admit();
      }
    },
  };
}

/** Places of weight one. */
export function createSlots(count: number): Slots {
  const slots = createWeightedSlots(count);
  return { run: (task, signal) => slots.run(1, task, signal) };
}
