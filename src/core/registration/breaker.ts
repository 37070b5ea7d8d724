import type { AppError } from '@shared/errors/app-error';
import { classifyFault } from './fault-class';

/** Calls that fail and recover apart from each other. */
export type CallKind = 'fetch' | 'prepare' | 'upload' | 'look-up' | 'create' | 'read-back';

/** One marketplace as the queue sees it: work flows, or rests until a moment. */
export interface Breaker {
  /** Null while work may be sent. */
  readonly openSince: { readonly fault: AppError; readonly untilMs: number } | null;
  /** Faults in a row by kind of call: a search that works says nothing about creating. */
  readonly faultsInRow: Readonly<Partial<Record<CallKind, number>>>;
  /** How often it opened in a row; the pause grows with it. */
  readonly openings: number;
  /** Rises with everything that worked: lets an item's repeated fault be told from an outage. */
  readonly successes: number;
}

/** Work flows and nothing has happened yet: where every run of the program begins. */
export const CLOSED_BREAKER: Breaker = {
  openSince: null,
  faultsInRow: {},
  openings: 0,
  successes: 0,
};

/** One lost answer is chance, this many in a row are an outage. */
export const FAULTS_TO_OPEN = 3;

const UNAVAILABLE_PAUSE = { firstMs: 2000, longestMs: 300_000 };
/** Keys, addresses and allowances change slowly; asking often can itself be punished. */
const ACCESS_PAUSE = { firstMs: 60_000, longestMs: 600_000 };
const MOST_DOUBLINGS = 20;

/** The breaker after a call of `kind` worked. The pauses start small again once nothing is failing. */
export function afterSuccess(breaker: Breaker, kind: CallKind): Breaker {
  const successes = breaker.successes + 1;
  if (breaker.openSince !== null) return { ...breaker, successes };
  const { [kind]: _over, ...faultsInRow } = breaker.faultsInRow;
  const openings = Object.keys(faultsInRow).length === 0 ? 0 : breaker.openings;
  return { openSince: null, faultsInRow, openings, successes };
}

/**
 * The breaker after a call of `kind` met a fault that is not the item's own. `fraction` in [0, 1)
 * spreads the pauses. A fault of work that was begun before it opened changes nothing.
 */
export function afterFault(
  breaker: Breaker,
  kind: CallKind,
  fault: AppError,
  nowMs: number,
  fraction: number,
): Breaker {
  if (breaker.openSince !== null) return breaker;
  const count = (breaker.faultsInRow[kind] ?? 0) + 1;
  const counted = { ...breaker, faultsInRow: { ...breaker.faultsInRow, [kind]: count } };
  if (classifyFault(fault) !== 'access' && count < FAULTS_TO_OPEN) return counted;
  return opened(counted, fault, nowMs, fraction);
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

/** The breaker on trial: work flows again, and a single fault of the same kind opens it for longer. */
export function onTrial(breaker: Breaker): Breaker {
  const kinds = Object.keys(breaker.faultsInRow);
  const faultsInRow = Object.fromEntries(kinds.map((kind) => [kind, FAULTS_TO_OPEN - 1]));
  return { ...breaker, openSince: null, faultsInRow };
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
