import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acquireWorkerLock } from './worker-lock';

let folder = '';
let path = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-lock-'));
  path = join(folder, 'data.sqlite.worker');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that holds the lock as the app does, until it is killed. */
async function holdElsewhere(): Promise<ChildProcess> {
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
  const script = join(folder, 'hold.cjs');
  writeFileSync(
    script,
    `const Database = require(${JSON.stringify(sqlite)});
     const lock = new Database(${JSON.stringify(path)});
     lock.pragma('journal_mode = MEMORY');
     lock.exec('BEGIN EXCLUSIVE');
     process.stdout.write('held');
     setInterval(() => lock.open, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  if (child.stdout === null) throw new Error('no output');
  await once(child.stdout, 'data');
  return child;
}

function codeOfAcquiring(): string | null {
  try {
    acquireWorkerLock(path).release();
    return null;
  } catch (fault) {
    return fault instanceof AppError ? fault.code : String(fault);
  }
}

it('is held by one worker at a time, and free again after its release', () => {
  const lock = acquireWorkerLock(path);
  expect(codeOfAcquiring()).toBe('REGISTRATION_OTHER_WORKER');
  lock.release();
  expect(codeOfAcquiring()).toBeNull();
});

it('is refused while another process works, and free as soon as that process is killed', async () => {
  const child = await holdElsewhere();
  expect(codeOfAcquiring()).toBe('REGISTRATION_OTHER_WORKER');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(codeOfAcquiring()).toBeNull();
});

it('says that the folder cannot be written instead of blaming another worker', () => {
  path = join(folder, 'missing', 'data.sqlite.worker');
  expect(codeOfAcquiring()).toMatch(/^STORAGE_/);
});
