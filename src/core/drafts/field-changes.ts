import { isDeepStrictEqual } from 'node:util';
import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { FieldChange } from '@shared/domain/draft-bulk';

/** Fields too large to send with every row; that they changed is said. */
const LARGE_FIELDS: readonly DraftField[] = ['detailHtml', 'options', 'images'];

/** What differs between two images of a draft, field by field. */
export function fieldChanges(
  before: Partial<DraftContent>,
  after: Partial<DraftContent>,
): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as DraftField[];
  return fields
    .filter((field) => !isDeepStrictEqual(before[field] ?? null, after[field] ?? null))
    .map((field) => {
      const isLarge = LARGE_FIELDS.includes(field);
      return {
        field,
        isLarge,
        before: isLarge ? null : (before[field] ?? null),
        after: isLarge ? null : (after[field] ?? null),
      };
    });
}
