import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../storage/database';
import { createSqliteKeyValueStore } from '../storage/key-value';
import { createFakeClock } from '../testing/fake-clock';
import { createRecordingLogger } from '../testing/recording-logger';
import { clearUnfinishedBackups, createBackupService } from './service';

it('leaves either a complete backup or none when the process is killed while it copies', async () => {
  const home = mkdtempSync(join(tmpdir(), 'storebridge-kill-'));
  const clock = createFakeClock();
  const path = join(home, 'live', 'storebridge.db');
  const database = await openDatabase(path, clock);
  const store = createSqliteKeyValueStore(database);
  for (let at = 0; at < 400; at += 1) store.save(`row-${at}`, 'x'.repeat(20_000), at);
  database.close();
  // What `copyDatabase` does, in a process of its own that can be killed between two pages.
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
  const script = join(home, 'copy.cjs');
  writeFileSync(
    script,
    `const Database = require(${JSON.stringify(sqlite)});
     const fs = require('node:fs');
     const partial = ${JSON.stringify(join(home, 'backups', '.partial-x', 'live'))};
     fs.mkdirSync(partial, { recursive: true });
     const source = new Database(${JSON.stringify(path)});
     source.exec('BEGIN');
     source.backup(partial + '/storebridge.db', {
       progress: ({ remainingPages, totalPages }) => {
         if (remainingPages < totalPages / 2) process.stdout.write('half');
         return 5;
       },
     });`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const service = createBackupService({
    home,
    settings: () => ({ isDaily: true, keepCount: 1 }),
    clock,
    logger: createRecordingLogger(),
  });
  try {
    expect(readdirSync(resolve(home, 'backups'))).toEqual(['.partial-x']);
    expect(await service.list()).toEqual([]);
    await clearUnfinishedBackups(home);
    const { id } = await service.create('manual');
    expect(readdirSync(resolve(home, 'backups'))).toEqual([id]);
    const { apply } = await service.prepareRestore(id);
    await apply();
    const restored = await openDatabase(path, clock);
    expect(restored.prepare('SELECT count(*) FROM key_values').pluck().get()).toBe(400);
    restored.close();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
