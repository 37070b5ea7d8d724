import type { Database } from '../storage/database';

/**
 * Makes the watcher look at every item anew, for a database that a backup is about to bring back. What it
 * last saw is as old as the backup, and was followed by changes that it knows nothing of: until an item
 * has been read again, nothing is written to its listings (`WriteStore.due`). `database` may be of an
 * older version of the app.
 */
export function forgetWhatWasSeen(database: Database): void {
  const isWatching = database
    .prepare<[], number>(
      "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'watch_items')",
    )
    .pluck()
    .get();
  if (isWatching !== 1) return;
  database.prepare('UPDATE watch_items SET hash = NULL, failures = 0').run();
}
