import type { Database } from '../storage/database';
import type { HistoryStore } from './history-store';

/** Forgets what is older than the seller wants to keep. */
export interface Retention {
  /**
   * Drops points, and changes, approvals, findings and writes that are settled, from before `beforeMs`.
   * What is still open stays whatever its age, and so does the newest point of every series and the
   * last write of every product, whose refused body must not be sent again. One transaction.
   */
  forget(beforeMs: number): void;
}

export function createRetention(database: Database, history: HistoryStore): Retention {
  const deletes = [
    `DELETE FROM watch_changes WHERE settled_at_ms IS NOT NULL AND detected_at_ms < @beforeMs
       AND settled_at_ms < @beforeMs`,
    `DELETE FROM watch_approvals WHERE state <> 'open' AND settled_at_ms < @beforeMs`,
    `DELETE FROM watch_findings WHERE state <> 'open' AND settled_at_ms < @beforeMs`,
    `DELETE FROM watch_writes WHERE state IN ('done', 'failed', 'withdrawn')
       AND settled_at_ms < @beforeMs AND EXISTS (SELECT 1 FROM watch_writes n
         WHERE n.store_id = watch_writes.store_id AND n.item_no = watch_writes.item_no
           AND n.write_id > watch_writes.write_id AND n.state IN ('done', 'failed'))`,
  ].map((sql) => database.prepare<[{ beforeMs: number }]>(sql));
  const forget = database.transaction((beforeMs: number) => {
    for (const statement of deletes) statement.run({ beforeMs });
    history.prune(beforeMs);
  });
  return { forget: (beforeMs) => forget.immediate(beforeMs) };
}
