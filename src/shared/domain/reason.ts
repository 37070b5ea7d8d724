import type { MessageCode } from '../texts/catalogue';
import type { TextParams } from '../texts/types';

/**
 * How much a finding weighs: `block` must be solved before anything is sent, `ask` needs the
 * seller's decision, `warn` is shown and lets the item pass.
 */
export type Severity = 'block' | 'ask' | 'warn';

/**
 * One finding about a draft, job or line. Never a free text: people read the text of `code` in
 * their language, with `params` filled in. `field` is the draft field (or the marketplace's own
 * path) it is about. `verbatim` holds a foreign marketplace's own words, where there are any.
 */
export interface Reason {
  readonly code: MessageCode;
  readonly severity: Severity;
  readonly field?: string;
  readonly params?: TextParams;
  readonly verbatim?: string;
}

/** True when no reason stops the item. */
export function passes(reasons: readonly Reason[]): boolean {
  return reasons.every((reason) => reason.severity === 'warn');
}
