import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupSettings } from '@shared/domain/settings';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../storage/database';
import { createSqliteKeyValueStore } from '../storage/key-value';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createRecordingLogger } from '../testing/recording-logger';
import type { BackupService } from './port';
import { asideFolder, completeRestore, decideRestore, stagingFolder } from './restore-journal';
import { clearUnfinishedBackups, createBackupService } from './service';

let home: string;
let clock: FakeClock;
let settings: BackupSettings;
let service: BackupService;
const opened: Database[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-backup-'));
  clock = createFakeClock();
  settings = { isDaily: true, keepCount: 2 };
  service = createBackupService({
    home,
    settings: () => settings,
    clock,
    logger: createRecordingLogger(),
  });
});
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  rmSync(home, { recursive: true, force: true });
});

const databasePath = (): string => join(home, 'live', 'storebridge.db');

async function openLive(): Promise<Database> {
  const database = await openDatabase(databasePath(), clock);
  opened.push(database);
  return database;
}

/** Writes a value and closes, so that the file is what a stopped app leaves. */
async function leaveBehind(value: string): Promise<void> {
  const database = await openLive();
  createSqliteKeyValueStore(database).save('word', value, 1);
  database.close();
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ language: value }));
}

async function found(): Promise<readonly [unknown, string]> {
  const database = await openLive();
  const value = createSqliteKeyValueStore(database).find('word')?.value;
  database.close();
  return [value, readFileSync(join(home, 'settings.json'), 'utf8')];
}

describe('a backup', () => {
  it('is made while the app writes, and holds one moment of it', async () => {
    const database = await openLive();
    const store = createSqliteKeyValueStore(database);
    const filler = 'x'.repeat(20_000);
    const fill = database.transaction(() => {
      for (let at = 0; at < 200; at += 1) store.save(`row-${at}`, filler, at);
    });
    fill();
    let isDone = false;
    const backup = service.create('manual').finally(() => {
      isDone = true;
    });
    let writes = 0;
    while (!isDone) {
      store.save(`later-${writes}`, filler, 1);
      writes += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { id } = await backup;
    const copy = await openDatabase(join(home, 'backups', id, 'live', 'storebridge.db'), clock);
    opened.push(copy);
    const later = copy
      .prepare<[], string>("SELECT key FROM key_values WHERE key LIKE 'later-%'")
      .pluck()
      .all();
    // Some first writes, none after them, and not all that were made meanwhile.
    expect(later.sort()).toEqual(later.map((_, at) => `later-${at}`).sort());
    expect(writes).toBeGreaterThan(later.length);
    expect(
      copy.prepare("SELECT count(*) FROM key_values WHERE key LIKE 'row-%'").pluck().get(),
    ).toBe(200);
  });

  it('holds databases and settings and never the keys', async () => {
    await leaveBehind('a');
    writeFileSync(join(home, 'secrets.json'), '{"domeggookKey":"hidden-key"}');
    writeFileSync(join(home, 'secrets.enc.json'), '{}');
    const { id } = await service.create('manual');
    const files = readdirSync(join(home, 'backups', id), { recursive: true }).sort();
    expect(files).toEqual(['backup.json', 'live', 'live/storebridge.db', 'settings.json']);
  });

  it('is made daily, once a day, and the oldest daily ones go while those by hand stay', async () => {
    await leaveBehind('a');
    await service.create('manual');
    for (let day = 0; day < 4; day += 1) {
      expect(await service.createDailyIfDue()).toMatchObject({ kind: 'daily' });
      expect(await service.createDailyIfDue()).toBeNull();
      await clock.advance(24 * 3_600_000);
    }
    const kinds = (await service.list()).map(({ kind }) => kind);
    expect(kinds).toEqual(['daily', 'daily', 'manual']);
    settings = { isDaily: false, keepCount: 2 };
    expect(await service.createDailyIfDue()).toBeNull();
  });

  it('is not made of a damaged database, and nothing is left of the try', async () => {
    await leaveBehind('a');
    writeFileSync(databasePath(), 'no database at all '.repeat(500));
    await expect(service.create('manual')).rejects.toMatchObject({ code: 'STORAGE_DAMAGED' });
    expect(readdirSync(join(home, 'backups'))).toEqual([]);
  });

  it('is not made of what a newer program wrote, because this one could not open it again', async () => {
    await leaveBehind('a');
    const database = await openLive();
    database.exec("INSERT INTO schema_migrations VALUES ('9999-from-the-future', 'x', 1)");
    await expect(service.create('manual')).rejects.toMatchObject({ code: 'STORAGE_NEWER' });
  });

  it('that was cut short is no backup, and is cleared away at the next start', async () => {
    await leaveBehind('a');
    const { id } = await service.create('manual');
    const partial = join(home, 'backups', `.partial-${id}`);
    cpSync(join(home, 'backups', id), partial, { recursive: true });
    rmSync(join(partial, 'backup.json'));
    mkdirSync(join(home, 'backups', 'something-else'));
    expect((await service.list()).map((backup) => backup.id)).toEqual([id]);
    await clearUnfinishedBackups(home);
    expect(existsSync(partial)).toBe(false);
  });
});

describe('restoring', () => {
  it('brings back what was, and keeps what is aside', async () => {
    await leaveBehind('old');
    const { id } = await service.create('manual');
    await leaveBehind('new');
    const { apply } = await service.prepareRestore(id);
    expect(await found()).toEqual(['new', '{"language":"new"}']);
    await apply();
    expect(await found()).toEqual(['old', '{"language":"old"}']);
    const [aside = ''] = readdirSync(join(home, 'set-aside'));
    expect(aside).toMatch(/-before-restore$/);
    expect(readFileSync(join(home, 'set-aside', aside, 'settings.json'), 'utf8')).toContain('new');
    expect(existsSync(join(home, 'set-aside', aside, 'live', 'storebridge.db'))).toBe(true);
    expect(existsSync(join(home, 'restore'))).toBe(false);
  });

  it('takes a damaged or incomplete backup for none, before anything is touched', async () => {
    await leaveBehind('old');
    const { id } = await service.create('manual');
    await leaveBehind('new');
    truncateSync(join(home, 'backups', id, 'live', 'storebridge.db'), 5000);
    await expect(service.prepareRestore(id)).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
      params: { path: 'live/storebridge.db' },
    });
    for (const unknown of ['nothing', '..', '../..', `${id}/live`]) {
      await expect(service.prepareRestore(unknown)).rejects.toMatchObject({
        code: 'BACKUP_NOT_FOUND',
      });
    }
    completeRestore(home);
    expect(await found()).toEqual(['new', '{"language":"new"}']);
  });

  it('comes out whole wherever it is killed: each place between two steps, gone on by the next start', async () => {
    await leaveBehind('old');
    const { id } = await service.create('manual');
    await leaveBehind('new');
    writeFileSync(`${databasePath()}-wal`, 'a log of the new one');
    const { apply: _never } = await service.prepareRestore(id);
    const template = `${home}-template`;
    cpSync(home, template, { recursive: true });
    const moves: readonly ((root: string, aside: string) => void)[] = [
      (root, aside) => move(root, 'live/storebridge.db-wal', `${aside}/live/storebridge.db-wal`),
      (root, aside) => move(root, 'live/storebridge.db', `${aside}/live/storebridge.db`),
      (root) => move(root, 'restore/staged/live/storebridge.db', 'live/storebridge.db'),
      (root, aside) => move(root, 'settings.json', `${aside}/settings.json`),
      (root) => move(root, 'restore/staged/settings.json', 'settings.json'),
    ];
    try {
      // Killed before the decision: nothing has happened.
      completeRestore(home);
      expect(await found()).toEqual(['new', '{"language":"new"}']);
      for (let done = 0; done <= moves.length; done += 1) {
        rmSync(home, { recursive: true, force: true });
        cpSync(template, home, { recursive: true });
        const aside = asideFolder(`kill-${done}`, 'before-restore');
        decideRestore(home, aside, ['live/storebridge.db', 'settings.json']);
        for (const step of moves.slice(0, done)) step(home, aside);
        completeRestore(home);
        expect(existsSync(stagingFolder(home))).toBe(false);
        expect(existsSync(`${databasePath()}-wal`)).toBe(false);
        expect([done, ...(await found())]).toEqual([done, 'old', '{"language":"old"}']);
        expect(readFileSync(join(home, aside, 'settings.json'), 'utf8')).toContain('new');
        expect(existsSync(join(home, aside, 'live', 'storebridge.db'))).toBe(true);
        expect(completeRestore(home)).toBeNull();
      }
    } finally {
      rmSync(template, { recursive: true, force: true });
    }
  });
});

function move(root: string, from: string, to: string): void {
  mkdirSync(join(root, to, '..'), { recursive: true });
  cpSync(join(root, from), join(root, to));
  rmSync(join(root, from));
}
