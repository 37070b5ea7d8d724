import type { Database } from './database';
import { mapSqliteFault } from './sqlite-fault';

/**
 * Small JSON values that may be lost without harm: read caches and learned preferences. Writing
 * throws STORAGE_*.
 */
export interface KeyValueStore {
  /** The value and when it was written; null when there is none or it cannot be understood any more. */
  find(key: string): { readonly value: unknown; readonly writtenAtMs: number } | null;
  save(key: string, value: unknown, writtenAtMs: number): void;
  remove(key: string): void;
}

/**
 * The values in the table `key_values` of the data folder; joins the transaction of the caller when
 * one is open.
 */
export function createSqliteKeyValueStore(database: Database): KeyValueStore {
  const select = database.prepare<[string], { value_json: string; written_at_ms: number }>(
    'SELECT value_json, written_at_ms FROM key_values WHERE key = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO key_values (key, value_json, written_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json, written_at_ms = excluded.written_at_ms`,
  );
  const drop = database.prepare('DELETE FROM key_values WHERE key = ?');
  return {
    find: (key) => {
      const row = select.get(key);
      if (row === undefined) return null;
      try {
        return { value: JSON.parse(row.value_json), writtenAtMs: row.written_at_ms };
      } catch {
        // What is kept here can be read again from its source.
        return null;
      }
    },
    save: (key, value, writtenAtMs) => {
      write(() => upsert.run(key, JSON.stringify(value), writtenAtMs));
    },
    remove: (key) => {
      write(() => drop.run(key));
    },
  };

  function write(statement: () => unknown): void {
    try {
      statement();
    } catch (fault) {
      throw mapSqliteFault(fault, database.name);
    }
  }
}

/** A view of `store` whose keys begin with `prefix`, so that two owners never read each other's. */
export function withKeyPrefix(store: KeyValueStore, prefix: string): KeyValueStore {
  return {
    find: (key) => store.find(prefix + key),
    save: (key, value, writtenAtMs) => store.save(prefix + key, value, writtenAtMs),
    remove: (key) => store.remove(prefix + key),
  };
}
