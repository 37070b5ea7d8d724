import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock';
import { type Database, openDatabase } from './database';
import type { Migration } from './migrate';
import { migrations } from './migrations';
import { mapSqliteFault } from './sqlite-fault';

const clock = createFakeClock();
const FIRST: Migration = { name: '0001-a', sql: 'CREATE TABLE a (x INTEGER) STRICT;' };
const SECOND: Migration = { name: '0002-b', sql: 'CREATE TABLE b (y INTEGER) STRICT;' };
const BROKEN: Migration = { name: '0003-c', sql: 'CREATE TABLE c (z INTEGER) STRICT; NONSENSE;' };

let folder = '';
let path = '';
const opened: Database[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-storage-'));
  path = join(folder, 'data', 'storebridge.sqlite');
});
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(steps?: readonly Migration[]): Promise<Database> {
  const database = await openDatabase(path, clock, steps);
  opened.push(database);
  return database;
}

async function codeOf(opening: Promise<unknown>): Promise<string> {
  const fault = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  return fault instanceof AppError ? fault.code : String(fault);
}

function tablesOf(database: Database): readonly string[] {
  return database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    )
    .all()
    .map((row) => row.name);
}

describe('opening a data folder', () => {
  it('creates the folder and the whole schema, and finds it complete the next time', async () => {
    const first = await open();
    const tables = tablesOf(first);
    expect(tables).toEqual(expect.arrayContaining(['jobs', 'products', 'registration_intents']));
    first.close();
    const second = await open();
    expect(tablesOf(second)).toEqual(tables);
    expect(
      second.prepare('SELECT name FROM schema_migrations ORDER BY name').pluck().all(),
    ).toEqual(migrations.map((step) => step.name));
  });

  it('keeps committed rows through the end of the process and the power', async () => {
    const database = await open();
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('has strict tables throughout, so that no column holds what it is not for', async () => {
    const database = await open();
    const loose = database
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(loose).toEqual([]);
  });

  it('says that the file is damaged when it is no database', async () => {
    path = join(folder, 'broken.sqlite');
    writeFileSync(path, 'not a database at all, but long enough to look like a file'.repeat(50));
    expect(await codeOf(openDatabase(path, clock))).toBe('STORAGE_DAMAGED');
  });

  it('says that it cannot write when the folder is a file', async () => {
    writeFileSync(join(folder, 'data'), '');
    expect(await codeOf(openDatabase(path, clock))).toBe('STORAGE_READ_ONLY');
  });
});

describe('migrations', () => {
  it('backs the file up before the first pending step, and only then', async () => {
    const backup = `${path}.before-migration`;
    const first = await open([FIRST]);
    first.exec('INSERT INTO a VALUES (7)');
    first.close();
    expect(existsSync(backup)).toBe(false);
    (await open([FIRST])).close();
    expect(existsSync(backup)).toBe(false);
    const migrated = await open([FIRST, SECOND]);
    expect(migrated.prepare('SELECT x FROM a').pluck().get()).toBe(7);
    const kept = new SqliteDatabase(backup, { readonly: true });
    expect(kept.prepare('SELECT x FROM a').pluck().get()).toBe(7);
    expect(tablesOf(kept)).not.toContain('b');
    kept.close();
  });

  it('leaves the old version as it was when a step fails', async () => {
    (await open([FIRST])).close();
    expect(await codeOf(openDatabase(path, clock, [FIRST, SECOND, BROKEN]))).toBe('STORAGE_FAULT');
    const database = await open([FIRST]);
    expect(tablesOf(database)).toEqual(['a', 'schema_migrations']);
  });

  it('refuses data of a newer program politely', async () => {
    (await open([FIRST, SECOND])).close();
    expect(await codeOf(openDatabase(path, clock, [FIRST]))).toBe('STORAGE_NEWER');
  });

  it('refuses a step whose text is not what was applied', async () => {
    (await open([FIRST])).close();
    const changed = { ...FIRST, sql: `${FIRST.sql} -- later` };
    expect(await codeOf(openDatabase(path, clock, [changed]))).toBe('STORAGE_MIGRATION_CHANGED');
  });

  it('refuses steps that do not rise', async () => {
    await expect(openDatabase(path, clock, [SECOND, FIRST])).rejects.toThrow('is not after');
  });
});

describe('two connections', () => {
  it('say that another program holds the database instead of waiting for ever', async () => {
    const holder = await open([FIRST]);
    const other = await open([FIRST]);
    other.pragma('busy_timeout = 10');
    holder.exec('BEGIN IMMEDIATE');
    let code = '';
    try {
      other.exec('INSERT INTO a VALUES (1)');
    } catch (fault) {
      code = mapSqliteFault(fault, path).code;
    }
    holder.exec('ROLLBACK');
    expect(code).toBe('STORAGE_BUSY');
  });
});
