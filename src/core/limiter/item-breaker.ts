/**
 * Stops calls for an item that the marketplace keeps refusing: a program that re-sent refused calls
 * endlessly made 25,000 calls a day (naver-commerce-api.md 2.6, 2026-09).
 */
export interface ItemBreaker {
  /** Refusals in a row when the item is stopped, else null. */
  stoppedAfter(item: string): number | null;
  /** Takes the status of an answer about `item`. */
  observe(item: string, status: number): void;
  /** The seller corrected the item: it may be sent again. */
  reset(item: string): void;
}

const REFUSALS_ALLOWED = 3;
const ITEMS_MAX = 10_000;

/** Opens after `refusalsAllowed` (default 3) answers 4xx in a row, not counting 401, 408 and 429. */
export function createItemBreaker(refusalsAllowed: number = REFUSALS_ALLOWED): ItemBreaker {
  const refusals = new Map<string, number>();
  return {
    stoppedAfter: (item) => {
      const count = refusals.get(item) ?? 0;
      return count >= refusalsAllowed ? count : null;
    },
    observe: (item, status) => {
      if (status >= 200 && status < 300) {
        refusals.delete(item);
        return;
      }
      if (status < 400 || status >= 500 || status === 401 || status === 408 || status === 429)
        return;
      const count = (refusals.get(item) ?? 0) + 1;
      // Re-inserting keeps the newest last, so that the oldest is forgotten first.
      refusals.delete(item);
      refusals.set(item, count);
      const oldest = refusals.keys().next();
      if (refusals.size > ITEMS_MAX && !oldest.done) refusals.delete(oldest.value);
    },
    reset: (item) => {
      refusals.delete(item);
    },
  };
}
