import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that belongs into a backup, by its place in the data folder. */
export interface BackupItem {
  readonly path: string;
  readonly isDatabase: boolean;
}

/**
 * All that a seller could not have again: both modes' databases (jobs, drafts, products, the index of
 * uploaded pictures, history), what the practice market has registered, and the settings. Keys are
 * left out on purpose, prepared pictures because they are made again.
 */
const BACKUP_ITEMS: readonly BackupItem[] = [
  { path: 'live/storebridge.db', isDatabase: true },
  { path: 'practice/storebridge.db', isDatabase: true },
  { path: 'practice/practice-market.json', isDatabase: false },
  { path: 'settings.json', isDatabase: false },
];

/** The items that are there now. */
export function itemsIn(home: string): readonly BackupItem[] {
  return BACKUP_ITEMS.filter(({ path }) => existsSync(join(home, path)));
}

/** The item of a path that a manifest names; null for any other path, so that no manifest leads outside. */
export function itemOf(path: string): BackupItem | null {
  return BACKUP_ITEMS.find((item) => item.path === path) ?? null;
}

/** The databases of both modes, by their place in the data folder. */
export const DATABASE_PATHS: readonly string[] = BACKUP_ITEMS.filter(
  ({ isDatabase }) => isDatabase,
).map(({ path }) => path);
