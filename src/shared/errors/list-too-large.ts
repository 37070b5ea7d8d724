import { LIST_FILE_MAX_BYTES } from '../domain/intake';
import { AppError } from './app-error';

const MEGABYTE = 1024 * 1024;

/** INTAKE_TOO_LARGE when a list file of `sizeBytes` is over the limit, else null. The same words at every door. */
export function listTooLarge(fileName: string, sizeBytes: number): AppError | null {
  if (sizeBytes <= LIST_FILE_MAX_BYTES) return null;
  return new AppError('INTAKE_TOO_LARGE', {
    params: {
      file: fileName,
      // Rounded up: a file just over the limit must not be said to be within it.
      sizeMb: Math.ceil(sizeBytes / MEGABYTE),
      maxMb: LIST_FILE_MAX_BYTES / MEGABYTE,
    },
  });
}
