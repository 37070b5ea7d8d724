import { createHash } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Database } from './database';

/** One append-only step of the schema. Never edited once merged: add another. */
export interface Migration {
  /** `0001-drafts`: the number decides the order, the words say what changed. */
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings `database` to the newest of `steps`.
 *
 * Atomicity: all pending steps and their ledger rows commit in one immediate transaction.
 * Safety: with a `backupPath`, the file is copied there (SQLite's own backup) before the first
 * pending step. Applied steps must match their recorded checksum.
 * Throws STORAGE_NEWER when the ledger knows a step that this app does not, and
 * STORAGE_MIGRATION_CHANGED when a step's text is not what was applied. `steps` rise by name; a
 * TypeError says otherwise, because then the program itself is wrong.
 */
export async function migrate(
  database: Database,
  steps: readonly Migration[],
  clock: Clock,
  backupPath: string | null,
): Promise<void> {
  assertRising(steps);
  database.exec(
    `CREATE TABLE IF NOT EXISTS schema_migrations (
       name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at_ms INTEGER NOT NULL
     ) STRICT`,
  );
  const applied = new Map(
    database
      .prepare<[], { name: string; checksum: string }>(
        'SELECT name, checksum FROM schema_migrations',
      )
      .all()
      .map((row) => [row.name, row.checksum]),
  );
  const known = new Set(steps.map((step) => step.name));
  for (const name of applied.keys()) {
    if (!known.has(name)) throw new AppError('STORAGE_NEWER', { params: { step: name } });
  }
  const pending: Migration[] = [];
  for (const step of steps) {
    const checksum = applied.get(step.name);
    if (checksum === undefined) pending.push(step);
    else if (checksum !== checksumOf(step)) {
      throw new AppError('STORAGE_MIGRATION_CHANGED', { params: { step: step.name } });
    }
  }
  if (pending.length === 0) return;
  if (backupPath !== null && applied.size > 0) await database.backup(backupPath);
  const record = database.prepare(
    'INSERT INTO schema_migrations (name, checksum, applied_at_ms) VALUES (?, ?, ?)',
  );
  database
    .transaction(() => {
      for (const step of pending) {
        database.exec(step.sql);
        record.run(step.name, checksumOf(step), clock.nowMs());
      }
    })
    .immediate();
}

function assertRising(steps: readonly Migration[]): void {
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before !== undefined && before.name >= step.name) {
      throw new TypeError(`migration ${step.name} is not after ${before.name}`);
    }
  });
}

function checksumOf(step: Migration): string {
  return createHash('sha256').update(step.sql).digest('hex');
}
