import type { AppError } from '@shared/errors/app-error';
import { classifyFault } from './fault-class';

/** One marketplace as the queue sees it: work flows, or rests until a moment. */
export interface Breaker {
  /** Null while work may be sent. */
  readonly openSince: { readonly fault: AppError; readonly untilMs: number } | null;
  /** Faults in a row, without anything that worked in between. */
  readonly faultsInRow: number;
  /** How often it opened in a row; the pause grows with it. */
  readonly openings: number;
  /** Rises with everything that worked: lets an item's repeated fault be told from an outage. */
  readonly successes: number;
}

export const CLOSED_BREAKER: Breaker = {
  openSince: null,
  faultsInRow: 0,
  openings: 0,
  successes: 0,
};

/** One lost answer is chance, this many in a row are an outage. */
export const FAULTS_TO_OPEN = 3;

const UNAVAILABLE_PAUSE = { firstMs: 2000, longestMs: 300_000 };
/** Keys, addresses and allowances change slowly; asking often can itself be punished. */
const ACCESS_PAUSE = { firstMs: 60_000, longestMs: 600_000 };
const MOST_DOUBLINGS = 20;

/** The breaker after something worked. */
export function afterSuccess(breaker: Breaker): Breaker {
  if (breaker.openSince !== null) return { ...breaker, successes: breaker.successes + 1 };
  return { ...CLOSED_BREAKER, successes: breaker.successes + 1 };
}

/**
 * The breaker after a fault that is not the item's own. `fraction` in [0, 1) spreads the pauses.
 * A fault of work that was begun before it opened changes nothing.
 */
export function afterFault(
  breaker: Breaker,
  fault: AppError,
  nowMs: number,
  fraction: number,
): Breaker {
  if (breaker.openSince !== null) return breaker;
  const isAccess = classifyFault(fault) === 'access';
  const faultsInRow = breaker.faultsInRow + 1;
  if (!isAccess && faultsInRow < FAULTS_TO_OPEN) return { ...breaker, faultsInRow };
  return opened({ ...breaker, faultsInRow }, fault, nowMs, fraction);
}

/** The breaker after its own probe failed. */
export function afterFailedProbe(
  breaker: Breaker,
  fault: AppError,
  nowMs: number,
  fraction: number,
): Breaker {
  return opened(breaker, fault, nowMs, fraction);
}

/** The breaker on trial: work flows again, and a single fault opens it with a longer pause. */
export function onTrial(breaker: Breaker): Breaker {
  return { ...breaker, openSince: null, faultsInRow: FAULTS_TO_OPEN - 1 };
}

function opened(breaker: Breaker, fault: AppError, nowMs: number, fraction: number): Breaker {
  const pause = classifyFault(fault) === 'access' ? ACCESS_PAUSE : UNAVAILABLE_PAUSE;
  const grownMs = Math.min(
    pause.longestMs,
    pause.firstMs * 2 ** Math.min(breaker.openings, MOST_DOUBLINGS),
  );
  const advisedMs = fault.retry.kind === 'after' ? fault.retry.delayMs : 0;
  const pauseMs = Math.max(grownMs * (0.75 + fraction / 2), advisedMs);
  return {
    ...breaker,
    openSince: { fault, untilMs: nowMs + pauseMs },
    openings: breaker.openings + 1,
  };
}
