import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { destination, pino } from 'pino';
import type { Logger } from './logger';

/** A log above this size is set aside at the next start; one older file is kept. */
const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** Names whose values are never written, wherever they occur. */
const SECRET_FIELDS = [
  'aid',
  'authorization',
  'client_secret_sign',
  'access_token',
  'secret',
  'key',
];

/**
 * One JSON line per event in `<folder>/logs/storebridge.log`.
 * Throws STORAGE_READ_ONLY when the folder cannot be made or written.
 */
export function createFileLogger(folder: string): { readonly logger: Logger; close(): void } {
  const path = prepareLogFile(folder);
  const file = destination({ dest: path, sync: true });
  const paths = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]);
  return { logger: pino({ redact: paths }, file), close: () => file.end() };
}

function prepareLogFile(folder: string): string {
  const logs = join(folder, 'logs');
  const path = join(logs, 'storebridge.log');
  try {
    mkdirSync(logs, { recursive: true });
    if (existsSync(path) && statSync(path).size > MAX_LOG_BYTES) renameSync(path, `${path}.1`);
    return path;
  } catch (fault) {
    throw new AppError('STORAGE_READ_ONLY', { params: { path: folder }, cause: fault });
  }
}
