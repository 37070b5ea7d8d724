import type { DraftListState, DraftState } from '@shared/domain/draft';
import type { StoreId } from '@shared/domain/ids';
import type { Database } from '../storage/database';

/** How many drafts a store has, by state and by reason. */
export interface DraftOverview {
  readonly byState: Readonly<Record<DraftListState, number>>;
  /** Reasons that keep drafts back, most frequent first; a draft counts once per reason. Notes are not counted. */
  readonly byReason: readonly { readonly code: string; readonly count: number }[];
}

/** Counted from indexes alone. */
export function readDraftOverview(database: Database, storeId: StoreId): DraftOverview {
  const states = database
    .prepare<[string], { state: DraftState; count: number }>(
      'SELECT state, count(*) AS count FROM draft_summaries WHERE store_id = ? GROUP BY state',
    )
    .all(storeId);
  const byReason = database
    .prepare<[string], { code: string; count: number }>(
      `SELECT code, count(*) AS count FROM draft_reason_codes
       WHERE store_id = ? AND severity <> 'warn' GROUP BY code ORDER BY count DESC, code`,
    )
    .all(storeId);
  const registered =
    database
      .prepare<[string], { count: number }>(
        `SELECT count(*) AS count FROM products JOIN draft_summaries USING (store_id, item_no)
         WHERE products.store_id = ? AND state = 'ready'`,
      )
      .get(storeId)?.count ?? 0;
  const countOf = (state: DraftState): number =>
    states.find((row) => row.state === state)?.count ?? 0;
  return {
    byState: {
      ready: countOf('ready') - registered,
      'needs-review': countOf('needs-review'),
      blocked: countOf('blocked'),
      registered,
    },
    byReason,
  };
}
