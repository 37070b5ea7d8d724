import { existsSync, statSync } from 'node:fs';
import { AppError } from '@shared/errors/app-error';
import SqliteDatabase from 'better-sqlite3';
import { migrations } from './migrations';
import { mapSqliteFault } from './sqlite-fault';

/** Files that belong to a database and mean nothing without it, or harm beside another one. */
export const DATABASE_SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

/**
 * Copies the database at `from` to `to` while others use it: SQLite's own backup over one read
 * snapshot, in small steps, so that neither writers nor the rest of the program wait. The copy is one
 * file, complete and checked. Throws STORAGE_DAMAGED (naming `from`) and STORAGE_*.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  try {
    const source = new SqliteDatabase(from, { fileMustExist: true });
    try {
      // Holds the snapshot: without it every commit of the app would make the copy begin anew.
      source.exec('BEGIN');
      source.prepare('SELECT count(*) FROM sqlite_schema').get();
      await source.backup(to);
    } finally {
      source.close();
    }
    const copy = new SqliteDatabase(to);
    try {
      // A copy is kept as one file: no log beside it that could be lost or mixed up.
      copy.pragma('journal_mode = DELETE');
    } finally {
      copy.close();
    }
  } catch (fault) {
    throw mapSqliteFault(fault, from);
  }
  assertSound(to, from);
}

/**
 * Throws STORAGE_DAMAGED when the file at `path` is no sound database, STORAGE_NEWER when a newer
 * program wrote it. `shownPath` is named in the fault.
 */
export function assertSound(path: string, shownPath = path): void {
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    if (!isSound(database)) throw new AppError('STORAGE_DAMAGED', { params: { path: shownPath } });
    const known = new Set(migrations.map(({ name }) => name));
    const applied = database
      .prepare<[], string>('SELECT name FROM schema_migrations')
      .pluck()
      .all();
    const newer = applied.find((name) => !known.has(name));
    if (newer !== undefined) throw new AppError('STORAGE_NEWER', { params: { step: newer } });
  } catch (fault) {
    if (fault instanceof AppError) throw fault;
    throw mapSqliteFault(fault, shownPath);
  } finally {
    database?.close();
  }
}

/** Changes a database file that nobody has open, as it is: no migration is run. Throws STORAGE_*. */
export function changeFile(path: string, work: (database: SqliteDatabase.Database) => void): void {
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(path, { fileMustExist: true });
    work(database);
  } catch (fault) {
    throw mapSqliteFault(fault, path);
  } finally {
    database?.close();
  }
}

/** SQLite's quick check: every page readable and in its place; reads the whole file. */
export function isSound(database: SqliteDatabase.Database): boolean {
  return database.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** Up to this size the whole file is read at each start; that takes some tens of milliseconds. */
const CHECKED_AT_START_MAX_BYTES = 32 * 1024 * 1024;

/**
 * Whether opening should read all of the file: small files always, large ones after an end that was
 * not clean, which leaves a log behind. Large files are read whole by the daily backup anyway.
 */
export function isCheckDue(path: string): boolean {
  if (!existsSync(path)) return false;
  const log = `${path}-wal`;
  const hasLog = existsSync(log) && statSync(log).size > 0;
  return hasLog || statSync(path).size <= CHECKED_AT_START_MAX_BYTES;
}
