import type { Reason } from '@shared/domain/reason';
import type { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';

const FIRST_MS = 30_000;
const MAX_MS = 10 * 60_000;

/** How long one marketplace is left alone after its faults in a row. */
export interface Backoff {
  failed(fault: AppError): void;
  worked(): void;
  /** Forgets the pause, not the fault. */
  reset(): void;
  isOver(): boolean;
  /** The last fault; null when things go well. */
  reason(): Reason | null;
}

/** Pauses of half a minute, doubling up to ten, or for as long as the fault advises. */
export function createBackoff(clock: Clock): Backoff {
  let faults = 0;
  let reason: Reason | null = null;
  let notBeforeMs = 0;
  return {
    failed: (fault) => {
      const advisedMs = fault.retry.kind === 'after' ? fault.retry.delayMs : 0;
      const backoffMs = Math.min(MAX_MS, FIRST_MS * 2 ** Math.min(10, faults));
      faults += 1;
      reason = { code: fault.code, severity: 'warn', params: fault.params };
      notBeforeMs = clock.monotonicMs() + Math.max(advisedMs, backoffMs);
    },
    worked: () => {
      faults = 0;
      reason = null;
    },
    reset: () => {
      notBeforeMs = 0;
    },
    isOver: () => clock.monotonicMs() >= notBeforeMs,
    reason: () => reason,
  };
}
