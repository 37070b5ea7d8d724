import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';
import { mapSqliteFault } from '../storage/sqlite-fault';
import type { CacheEntry, CacheTier } from './port';

export interface SqliteTierOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Most entries kept; those that end first go first. Default 5,000. */
  readonly maxEntries?: number;
}

const DEFAULT_MAX_ENTRIES = 5_000;
/** Entries that end are cleared away once in so many writes. */
const CLEAR_EVERY_WRITES = 50;

interface EntryRow {
  readonly value_json: string;
  readonly fresh_until_ms: number;
  readonly keep_until_ms: number;
}

/** Entries in the data folder: they outlive a restart where there is no Redis. Throws STORAGE_*. */
export function createSqliteTier(options: SqliteTierOptions): CacheTier {
  const { database, clock, maxEntries = DEFAULT_MAX_ENTRIES } = options;
  const select = database.prepare<[string, number], EntryRow>(
    `SELECT value_json, fresh_until_ms, keep_until_ms FROM cache_entries
     WHERE cache_key = ? AND keep_until_ms > ?`,
  );
  const selectTags = database.prepare<[string], { tag: string }>(
    'SELECT tag FROM cache_tags WHERE cache_key = ?',
  );
  const remove = database.prepare('DELETE FROM cache_entries WHERE cache_key = ?');
  const insert = database.prepare(
    `INSERT INTO cache_entries (cache_key, value_json, fresh_until_ms, keep_until_ms)
     VALUES (?, ?, ?, ?)`,
  );
  const insertTag = database.prepare(
    'INSERT OR IGNORE INTO cache_tags (tag, cache_key) VALUES (?, ?)',
  );
  const removeTagged = database.prepare(
    'DELETE FROM cache_entries WHERE cache_key IN (SELECT cache_key FROM cache_tags WHERE tag = ?)',
  );
  const removeEnded = database.prepare('DELETE FROM cache_entries WHERE keep_until_ms <= ?');
  const removeSurplus = database.prepare(
    `DELETE FROM cache_entries WHERE cache_key IN (
       SELECT cache_key FROM cache_entries ORDER BY keep_until_ms DESC LIMIT -1 OFFSET ?)`,
  );
  let writes = 0;

  const guarded = async <T>(work: () => T): Promise<T> => {
    try {
      return database.transaction(work)();
    } catch (fault) {
      throw mapSqliteFault(fault, database.name);
    }
  };
  const entryOf = (key: string): CacheEntry | null => {
    const row = select.get(key, clock.nowMs());
    if (row === undefined) return null;
    try {
      return {
        value: JSON.parse(row.value_json),
        json: row.value_json,
        freshUntilMs: row.fresh_until_ms,
        keepUntilMs: row.keep_until_ms,
        tags: selectTags.all(key).map(({ tag }) => tag),
      };
    } catch {
      // What is kept here can be read again from its source.
      return null;
    }
  };
  return {
    find: (keys) => guarded(() => keys.map(entryOf)),
    save: (entries) =>
      guarded(() => {
        for (const [key, entry] of entries) {
          remove.run(key);
          insert.run(key, entry.json, entry.freshUntilMs, entry.keepUntilMs);
          for (const tag of entry.tags) insertTag.run(tag, key);
        }
        writes += 1;
        if (writes % CLEAR_EVERY_WRITES !== 1) return;
        removeEnded.run(clock.nowMs());
        removeSurplus.run(maxEntries);
      }),
    removeKeys: (keys) =>
      guarded(() => {
        for (const key of keys) remove.run(key);
      }),
    removeTags: (tags) =>
      guarded(() => {
        for (const tag of tags) removeTagged.run(tag);
      }),
  };
}
