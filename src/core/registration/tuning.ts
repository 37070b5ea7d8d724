import { DEFAULT_SETTLE_MS } from './reconciliation';

/** How much is done at once. The defaults keep Naver's two creates a second busy within 200 MB. */
export interface RegistrationTuning {
  /** Jobs between the queue and Naver at once. */
  readonly lookAhead: number;
  readonly preparingAtOnce: number;
  readonly uploadingAtOnce: number;
  readonly registeringAtOnce: number;
  /** Create calls under way at once; the limiter spaces them. */
  readonly creatingAtOnce: number;
  readonly verifyingAtOnce: number;
  /** How long after a lost answer a product may still turn up. */
  readonly settleMs: number;
  /** How long what the wholesaler said may be relied on before a product is made of it. */
  readonly freshForMs: number;
  /** What Naver allows, for the estimate only. */
  readonly createsPerSecond: number;
}

/** What the app runs with; tests and benches override single numbers. */
export const DEFAULT_TUNING: RegistrationTuning = {
  lookAhead: 120,
  preparingAtOnce: 4,
  uploadingAtOnce: 10,
  registeringAtOnce: 6,
  creatingAtOnce: 2,
  verifyingAtOnce: 3,
  settleMs: DEFAULT_SETTLE_MS,
  freshForMs: 3_600_000,
  createsPerSecond: 2,
};
