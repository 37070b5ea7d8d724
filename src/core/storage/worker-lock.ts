import { AppError } from '@shared/errors/app-error';
import SqliteDatabase from 'better-sqlite3';
import { mapSqliteFault } from './sqlite-fault';

/** The folder's one worker, until `release` or the end of the process. */
export interface WorkerLock {
  release(): void;
}

/**
 * Makes this process the only worker of a data folder. The lock is an exclusive SQLite transaction on
 * a file of its own, held by the operating system: it ends with the process, however that ends, so a
 * crash never leaves a stale lock behind, and it works the same on every platform.
 * Throws REGISTRATION_OTHER_WORKER when another process works, STORAGE_* when the folder is unusable.
 */
export function acquireWorkerLock(path: string): WorkerLock {
  let lock: SqliteDatabase.Database | undefined;
  try {
    lock = new SqliteDatabase(path, { timeout: 0 });
    // Nothing is ever written to it, so no journal has to survive.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (fault) {
    lock?.close();
    const mapped = mapSqliteFault(fault, path);
    if (mapped.code !== 'STORAGE_BUSY') throw mapped;
    throw new AppError('REGISTRATION_OTHER_WORKER', { params: { path }, cause: fault });
  }
  const held = lock;
  return {
    release: () => {
      held.close();
    },
  };
}
