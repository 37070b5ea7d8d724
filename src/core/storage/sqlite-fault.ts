import { AppError } from '@shared/errors/app-error';

/** A full disk shows as a failed write, flush or growth of a file, depending on where it is met. */
const FULL: ReadonlySet<string> = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_TRUNCATE',
  'SQLITE_IOERR_SHMSIZE',
  'ENOSPC',
  'EDQUOT',
]);

/** What no other part of the system answers with. */
const DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/** The folder is protected, or is no folder at all. */
const UNWRITABLE: ReadonlySet<string> = new Set([
  'EACCES',
  'EROFS',
  'EPERM',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
]);

/**
 * SQLite's result codes as our errors (https://sqlite.org/rescode.html). The only place that reads
 * them; `path` is shown to the seller, who has to free or unlock it.
 */
export function mapSqliteFault(fault: unknown, path: string): AppError {
  const code = codeOf(fault);
  const params = { path };
  if (FULL.has(code)) {
    return new AppError('STORAGE_FULL', { params, cause: fault });
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    UNWRITABLE.has(code)
  ) {
    return new AppError('STORAGE_READ_ONLY', { params, cause: fault });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new AppError('STORAGE_DAMAGED', { params, cause: fault });
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError('STORAGE_BUSY', { params, retry: { kind: 'now' }, cause: fault });
  }
  return new AppError('STORAGE_FAULT', {
    params: { ...params, problem: fault instanceof Error ? fault.message : String(fault) },
    cause: fault,
  });
}

/** The fault as STORAGE_FULL or STORAGE_READ_ONLY when only a disk can have caused it; null for any other. */
export function diskFaultOf(fault: unknown, path: string): AppError | null {
  return DISK.has(codeOf(fault)) ? mapSqliteFault(fault, path) : null;
}

function codeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return '';
  return String(fault.code);
}

/** Runs `work` and gives what SQLite threw as our error; everything else passes unchanged. */
export function withSqliteFaults<Value>(path: string, work: () => Value): Value {
  try {
    return work();
  } catch (fault) {
    if (codeOf(fault).startsWith('SQLITE_')) throw mapSqliteFault(fault, path);
    throw fault;
  }
}
