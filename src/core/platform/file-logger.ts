import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/** One JSON line per event in `<folder>/logs/storebridge.log`. */
export function createFileLogger(folder: string): { readonly logger: Logger; close(): void } {
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });
  const path = join(logs, 'storebridge.log');
  if (existsSync(path) && statSync(path).size > MAX_LOG_BYTES) renameSync(path, `${path}.1`);
  const file = destination({ dest: path, sync: true });
  const paths = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]);
  return { logger: pino({ redact: paths }, file), close: () => file.end() };
}
