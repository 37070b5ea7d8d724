import type { DraftListState } from '@shared/domain/draft';
import type { BulkTarget } from '@shared/ipc/draft-review';

/** A filter of the list of drafts as requests carry it; what is not asked for is left out. */
export type ListFilter = Extract<BulkTarget, { filter: unknown }>['filter'];

/** The filter of the list's address. */
export function filterOf(
  state: DraftListState | null,
  reasonCode: string | null,
  text: string,
): ListFilter {
  return {
    ...(state === null ? {} : { state }),
    ...(reasonCode === null ? {} : { reasonCode }),
    ...(text === '' ? {} : { text }),
  };
}
