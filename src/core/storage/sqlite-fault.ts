import { AppError } from '@shared/errors/app-error';

/**
 * SQLite's result codes as our errors (https://sqlite.org/rescode.html). The only place that reads
 * them; `path` is shown to the seller, who has to free or unlock it.
 */
export function mapSqliteFault(fault: unknown, path: string): AppError {
  const code = codeOf(fault);
  const params = { path };
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code.startsWith('SQLITE_IOERR')) {
    return new AppError('STORAGE_FULL', { params, cause: fault });
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'EACCES' ||
    code === 'EROFS' ||
    code === 'EPERM'
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

function codeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return '';
  return String(fault.code);
}
