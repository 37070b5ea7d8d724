import type { Database } from '../storage/database';
import { createSqliteKeyValueStore } from '../storage/key-value';

/** Whether the queue comes from a backup and nobody has looked at it since. */
export interface RestoredHold {
  isHeld(): boolean;
  /** The seller has looked and lets it go on. */
  release(): void;
}

const KEY = 'registration:restored';
const UNFINISHED = [
  {
    table: 'jobs',
    sql: `SELECT EXISTS (SELECT 1 FROM jobs WHERE state IN
      ('queued', 'fetching', 'preparing', 'uploading', 'registering', 'verifying'))`,
  },
  { table: 'undo_runs', sql: 'SELECT EXISTS (SELECT 1 FROM undo_runs WHERE ended_at_ms IS NULL)' },
  {
    table: 'list_pieces',
    sql: `SELECT EXISTS (SELECT 1 FROM list_pieces
      WHERE list_id IN (SELECT batch_id FROM batches))`,
  },
] as const;

/**
 * Pauses the queue of a database that a backup is about to bring back, when something in it is unfinished.
 * It knows nothing of what was cancelled, registered or taken back since it was made: nothing may be sent
 * or deleted by it before a person has looked. `database` may be of an older version of the app.
 */
export function holdRestoredQueue(database: Database, atMs: number): void {
  const hasTable = database
    .prepare<[string], number>(
      "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?)",
    )
    .pluck();
  if (hasTable.get('queue_control') !== 1) return;
  const isUnfinished = UNFINISHED.some(
    ({ table, sql }) => hasTable.get(table) === 1 && database.prepare(sql).pluck().get() === 1,
  );
  if (!isUnfinished) return;
  database
    .transaction(() => {
      database.prepare('UPDATE queue_control SET is_paused = 1 WHERE only_row = 1').run();
      createSqliteKeyValueStore(database).save(KEY, true, atMs);
    })
    .immediate();
}

/** Reads the mark that `holdRestoredQueue` left in this database. */
export function createRestoredHold(database: Database): RestoredHold {
  const kept = createSqliteKeyValueStore(database);
  let isHeld = kept.find(KEY) !== null;
  return {
    isHeld: () => isHeld,
    release: () => {
      if (isHeld) kept.remove(KEY);
      isHeld = false;
    },
  };
}
