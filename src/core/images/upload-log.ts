import type { StoreId } from '@shared/domain/ids';
import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';

/** Which content a store already has, and under which address. Survives restarts. */
export interface UploadLog {
  /** The address of a content that was uploaded not longer ago than `maxAgeMs`; null when there is none. */
  find(storeId: StoreId, sha256: string, maxAgeMs: number): string | null;
  /** Records one answered call as a whole. */
  record(
    storeId: StoreId,
    uploaded: readonly { readonly sha256: string; readonly url: string }[],
  ): void;
  forget(storeId: StoreId, urls: readonly string[]): void;
}

/** The log in the data folder; joins the caller's transaction. */
export function createSqliteUploadLog(database: Database, clock: Clock): UploadLog {
  const select = database.prepare<[string, string, number], { url: string }>(
    'SELECT url FROM uploaded_pictures WHERE store_id = ? AND sha256 = ? AND uploaded_at_ms >= ?',
  );
  const upsert = database.prepare(
    `INSERT INTO uploaded_pictures (store_id, sha256, url, uploaded_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (store_id, sha256) DO UPDATE SET url = excluded.url, uploaded_at_ms = excluded.uploaded_at_ms`,
  );
  const drop = database.prepare('DELETE FROM uploaded_pictures WHERE store_id = ? AND url = ?');
  return {
    find: (storeId, sha256, maxAgeMs) =>
      select.get(storeId, sha256, clock.nowMs() - maxAgeMs)?.url ?? null,
    record: database.transaction((storeId, uploaded) => {
      for (const { sha256, url } of uploaded) upsert.run(storeId, sha256, url, clock.nowMs());
    }),
    forget: database.transaction((storeId, urls) => {
      for (const url of urls) drop.run(storeId, url);
    }),
  };
}
