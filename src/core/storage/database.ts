import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import SqliteDatabase, { type Database as Sqlite } from 'better-sqlite3';
import type { Clock } from '../platform/clock';
import { isCheckDue, isSound } from './database-file';
import { type Migration, migrate } from './migrate';
import { migrations } from './migrations';
import { mapSqliteFault } from './sqlite-fault';

/** The data folder's one SQLite file. Prepared statements and transactions come from better-sqlite3 itself. */
export type Database = Sqlite;

/**
 * Opens (or creates) the database at `path`, brings its schema up to date and returns it.
 * WAL with `synchronous=FULL`: a committed row survives power loss. Looks for damage first, and backs
 * the file up beside itself before the first pending migration.
 * Throws STORAGE_READ_ONLY, STORAGE_FULL, STORAGE_DAMAGED, STORAGE_NEWER or STORAGE_MIGRATION_CHANGED.
 */
export async function openDatabase(
  path: string,
  clock: Clock,
  steps: readonly Migration[] = migrations,
): Promise<Database> {
  const isNew = path === ':memory:' || !existsSync(path);
  const isChecked = !isNew && isCheckDue(path);
  let database: Database | undefined;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    database = new SqliteDatabase(path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 5000');
    if (isChecked && !isSound(database)) {
      throw new AppError('STORAGE_DAMAGED', { params: { path } });
    }
    await migrate(database, steps, clock, isNew ? null : `${path}.before-migration`);
    return database;
  } catch (fault) {
    database?.close();
    if (fault instanceof AppError || fault instanceof TypeError) throw fault;
    throw mapSqliteFault(fault, path);
  }
}
