import type { Draft, DraftContent, DraftField } from '@shared/domain/draft';
import type { DraftBench } from './draft-bench';
import type { StoredDraft } from './draft-rows';

/** A finding that goes when the seller confirms a field as it is. */
export interface ConfirmableFinding {
  readonly code: string;
  readonly field: DraftField;
}

/** `field` as it stands, as the seller's own word: a category that was only likely is chosen by it. */
export function confirmedField(content: DraftContent, field: DraftField): Partial<DraftContent> {
  if (field === 'category' && content.category !== null) {
    return { category: { ...content.category, confidence: 1, decidedBy: 'seller' } };
  }
  return { [field]: content[field] ?? null };
}

/** Which questions of a draft a confirmation answers; tried out on the gates, nothing is saved. */
export function confirmableFindings(
  bench: Pick<DraftBench, 'withChange' | 'judged'>,
  stored: StoredDraft,
): readonly ConfirmableFinding[] {
  const { content, lockedFields } = stored.draft;
  // Judged anew: what was found last may be older than the store's other drafts.
  const { reasons } = bench.judged(stored, content, lockedFields);
  const asked = reasons.flatMap(({ code, field, severity }) =>
    severity === 'ask' && field !== undefined && isFieldOf(content, field) ? [{ code, field }] : [],
  );
  const stopsBefore = stopsOf({ reasons }).length;
  return [...new Set(asked.map(({ field }) => field))].flatMap((field) => {
    const worked = bench.withChange(stored, confirmedField(content, field));
    const left = stopsOf(bench.judged(stored, worked.content, worked.locked));
    if (left.length >= stopsBefore) return [];
    const codes = new Set(left.map(({ code }) => code));
    return asked.filter((each) => each.field === field && !codes.has(each.code));
  });
}

function isFieldOf(content: DraftContent, field: string): field is DraftField {
  return Object.hasOwn(content, field);
}

function stopsOf({ reasons }: Pick<Draft, 'reasons'>): Draft['reasons'] {
  return reasons.filter(({ severity }) => severity !== 'warn');
}
