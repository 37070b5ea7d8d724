import { type AppError, toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import {
  afterFailedProbe,
  afterFault,
  afterSuccess,
  type Breaker,
  type CallKind,
  CLOSED_BREAKER,
  onTrial,
} from './breaker';

/** The marketplace that a call goes to. */
export type Side = 'domeggook' | 'naver';

/** A cheap call that shows whether a side answers; null where only the work itself can show it. */
export type Probes = Readonly<Record<Side, ((signal: AbortSignal) => Promise<unknown>) | null>>;

export interface MarketHealthDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly probes: Probes;
  /** Aborts when the queue stops; nothing is probed after that. */
  readonly stopSignal: AbortSignal;
  /** Takes note of work under way, so that a stop can wait for it. */
  track(work: Promise<void>): void;
  /** A side was closed off or opened again. */
  changed(): void;
}

/** Knows of both marketplaces whether work may be sent there, and finds out when it may again. */
export interface MarketHealth {
  isOpen(side: Side): boolean;
  /** Rises with everything that worked there. */
  successes(side: Side): number;
  succeeded(side: Side, kind: CallKind): void;
  failed(side: Side, kind: CallKind, fault: AppError): void;
  /** Probes at once what rests. */
  probeNow(): void;
  /** Why a side rests; null when none does. */
  fault(): AppError | null;
}

/**
 * Begins with both sides open. A side that rests is probed when its pause is over and comes back on
 * trial; one without a probe comes back unprobed, on trial as well.
 */
export function createMarketHealth(deps: MarketHealthDeps): MarketHealth {
  const { clock, logger, randomness, stopSignal } = deps;
  const breakers: Record<Side, Breaker> = { domeggook: CLOSED_BREAKER, naver: CLOSED_BREAKER };

  const set = (side: Side, next: Breaker): void => {
    const before = breakers[side];
    breakers[side] = next;
    if (before.openSince === next.openSince) return;
    if (next.openSince !== null) {
      const { fault, untilMs } = next.openSince;
      const restMs = Math.max(0, untilMs - clock.monotonicMs());
      logger.warn({ side, code: fault.code, restMs }, 'the queue rests until the market answers');
      const { openings } = next;
      clock.sleep(restMs, stopSignal).then(
        () => {
          // Another opening since then has a timer of its own.
          if (breakers[side].openings === openings) deps.track(probe(side));
        },
        () => undefined,
      );
    }
    deps.changed();
  };

  const probe = async (side: Side): Promise<void> => {
    try {
      await deps.probes[side]?.(stopSignal);
    } catch (thrown) {
      const breaker = breakers[side];
      if (stopSignal.aborted || breaker.openSince === null) return;
      const nowMs = clock.monotonicMs();
      set(side, afterFailedProbe(breaker, toAppError(thrown), nowMs, randomness.fraction()));
      return;
    }
    if (breakers[side].openSince !== null) set(side, onTrial(breakers[side]));
  };

  return {
    isOpen: (side) => breakers[side].openSince === null,
    successes: (side) => breakers[side].successes,
    succeeded: (side, kind) => {
      set(side, afterSuccess(breakers[side], kind));
    },
    failed: (side, kind, fault) => {
      const nowMs = clock.monotonicMs();
      set(side, afterFault(breakers[side], kind, fault, nowMs, randomness.fraction()));
    },
    probeNow: () => {
      for (const side of ['domeggook', 'naver'] as const) {
        if (breakers[side].openSince !== null) deps.track(probe(side));
      }
    },
    fault: () => breakers.naver.openSince?.fault ?? breakers.domeggook.openSince?.fault ?? null,
  };
}
