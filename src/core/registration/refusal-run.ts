import type { Reason } from '@shared/domain/reason';
import { AppError } from '@shared/errors/app-error';

/** Products in a row that the market refuses for one and the same reason before the queue stops asking. */
const REFUSALS_TO_STOP = 25;

/**
 * Notices when everything is refused alike: then it is not the items, and going on would only send a
 * mass of failing calls (naver-commerce-api.md 2.6: a circuit breaker on refusals; 2026-09).
 */
export interface RefusalRun {
  refused(reasons: readonly Reason[]): void;
  /** Something was taken: the run is over. A reason to stop that was given stays. */
  accepted(): void;
  /** Why the queue should stop; null while it need not. Stays until `forget`. */
  stopReason(): AppError | null;
  forget(): void;
}

/**
 * Counts in memory alone: each start of the program gives the market 25 new refusals. The reason to
 * stop is REGISTRATION_ALL_REFUSED with the market's own words.
 */
export function createRefusalRun(): RefusalRun {
  let alike = '';
  let count = 0;
  let stop: AppError | null = null;
  return {
    refused: (reasons) => {
      const key = reasons
        .map((reason) => `${reason.code} ${reason.field ?? ''}`)
        .toSorted()
        .join(', ');
      count = key === alike ? count + 1 : 1;
      alike = key;
      if (count < REFUSALS_TO_STOP || stop !== null) return;
      const says = reasons[0]?.verbatim ?? reasons[0]?.code ?? '-';
      stop = new AppError('REGISTRATION_ALL_REFUSED', { params: { count, says } });
    },
    accepted: () => {
      count = 0;
    },
    stopReason: () => stop,
    forget: () => {
      count = 0;
      stop = null;
    },
  };
}
