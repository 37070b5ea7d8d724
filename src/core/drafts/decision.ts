import type { DraftField } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import type { ExplanationStep } from '@shared/options/model';

/** One part of a draft as it was decided: the value, what the seller should know, and why. */
export interface Decision<Value> {
  readonly value: Value;
  readonly reasons: readonly Reason[];
  readonly steps: readonly ExplanationStep[];
}

/** Why a field of a draft is as it is. */
export interface Explanation {
  readonly field: DraftField;
  readonly steps: readonly ExplanationStep[];
}

/** One step of an explanation, in both languages. */
export function step(ko: string, en: string): ExplanationStep {
  return { ko, en };
}
