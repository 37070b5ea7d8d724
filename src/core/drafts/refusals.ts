import { createHash } from 'node:crypto';
import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';

/** One refusal of the marketplace and a print of what it refused. */
export interface StoredRefusal {
  readonly reason: Reason;
  /** The draft's field it is about; null = nobody knows, so it is about all of it. */
  readonly field: DraftField | null;
  readonly print: string;
}

/** `reasons` of a refusal, each tied to what `content` holds now. */
export function refusalsOf(
  reasons: readonly Reason[],
  content: DraftContent,
): readonly StoredRefusal[] {
  return reasons.map((reason) => {
    const field = fieldOf(reason, content);
    return { reason, field, print: printOf(content, field) };
  });
}

/** What of `refusals` still stands: the refused value is still there. Undoing an edit brings it back. */
export function standingRefusals(
  refusals: readonly StoredRefusal[],
  content: DraftContent,
): readonly Reason[] {
  return refusals
    .filter(({ field, print }) => printOf(content, field) === print)
    .map(({ reason }) => reason);
}

function fieldOf(reason: Reason, content: DraftContent): DraftField | null {
  const field = reason.field;
  return field !== undefined && Object.hasOwn(content, field) ? (field as DraftField) : null;
}

function printOf(content: DraftContent, field: DraftField | null): string {
  const value = field === null ? content : content[field];
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16);
}
