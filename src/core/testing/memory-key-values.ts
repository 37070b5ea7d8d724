import type { KeyValueStore } from '../storage/key-value';

/** Key values that live as long as the test; copies like the database does, through JSON. */
export function createMemoryKeyValueStore(): KeyValueStore {
  const rows = new Map<string, { readonly json: string; readonly writtenAtMs: number }>();
  return {
    find: (key) => {
      const row = rows.get(key);
      return row === undefined
        ? null
        : { value: JSON.parse(row.json), writtenAtMs: row.writtenAtMs };
    },
    save: (key, value, writtenAtMs) => {
      rows.set(key, { json: JSON.stringify(value), writtenAtMs });
    },
    remove: (key) => {
      rows.delete(key);
    },
  };
}
