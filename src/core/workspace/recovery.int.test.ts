import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideRestore } from '../backup/restore-journal';
import { createFileSecretStore } from '../secrets/file-secrets';
import { readEnvironment } from '../settings/environment';
import { createSettingsService } from '../settings/settings-service';
import { openDatabase } from '../storage/database';
import { createSqliteKeyValueStore } from '../storage/key-value';
import { acquireWorkerLock } from '../storage/worker-lock';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createFakeStoreBridge } from '../testing/fake-storebridge';
import { createRecordingLogger } from '../testing/recording-logger';
import type { Workspace } from './port';
import { createWorkspace } from './workspace';

let home: string;
let clock: FakeClock;
let words: unknown[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-recovery-'));
  clock = createFakeClock();
  words = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const path = (): string => join(home, 'practice', 'storebridge.db');

/** A workspace over a real database file, whose one word is read at each opening. */
function workspace(): Workspace {
  return createWorkspace({
    environment: readEnvironment({ STOREBRIDGE_HOME: home }),
    secretsOf: (environment) => createFileSecretStore(environment.home),
    openProduct: async () => {
      const settings = createSettingsService(home);
      const database = await openDatabase(path(), clock);
      words.push(createSqliteKeyValueStore(database).find('word')?.value ?? null);
      return {
        ...createFakeStoreBridge({ clock }),
        settings,
        stop: async () => {
          database.close();
        },
      };
    },
    openProbe: () => {
      throw new TypeError('nothing is tested here');
    },
    clock,
    logger: createRecordingLogger(),
  });
}

async function write(word: string): Promise<void> {
  const database = await openDatabase(path(), clock);
  createSqliteKeyValueStore(database).save('word', word, 1);
  database.close();
}

it('offers the last good backup over a damaged database, and keeps the damaged file', async () => {
  await write('good');
  const first = workspace();
  await first.open();
  const { id } = await first.backups().create('manual');
  await first.close(0);
  writeFileSync(path(), 'scribbled over '.repeat(1000));

  const second = workspace();
  expect(await second.open()).toMatchObject({ kind: 'closed', fault: { code: 'STORAGE_DAMAGED' } });
  expect((await second.backups().list()).map((backup) => backup.id)).toEqual([id]);
  expect(await second.restore(id)).toMatchObject({ kind: 'open' });
  expect(words).toEqual(['good', 'good']);
  const [aside = ''] = readdirSync(join(home, 'set-aside'));
  expect(existsSync(join(home, 'set-aside', aside, 'practice', 'storebridge.db'))).toBe(true);
  await second.close(0);
});

it('finds damage in the middle of the file, not only at its head', async () => {
  const database = await openDatabase(path(), clock);
  const store = createSqliteKeyValueStore(database);
  for (let at = 0; at < 100; at += 1) store.save(`row-${at}`, 'x'.repeat(2000), 1);
  database.close();
  const bytes = readFileSync(path());
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 8192);
  writeFileSync(path(), bytes);
  expect(await workspace().open()).toMatchObject({ fault: { code: 'STORAGE_DAMAGED' } });
});

it('can start anew without a backup: the damaged file goes aside under a clear name', async () => {
  await write('good');
  writeFileSync(path(), 'scribbled over '.repeat(1000));
  const damaged = workspace();
  await damaged.open();
  expect(await damaged.setAside()).toMatchObject({ kind: 'open' });
  expect(readdirSync(join(home, 'set-aside'))).toEqual([expect.stringMatching(/-damaged$/)]);
  await expect(damaged.setAside()).rejects.toMatchObject({ code: 'BACKUP_NOTHING_TO_SET_ASIDE' });
  await damaged.close(0);
});

it('sets damaged settings aside too', async () => {
  writeFileSync(join(home, 'settings.json'), '{"language": ');
  const damaged = workspace();
  expect(await damaged.open()).toMatchObject({ fault: { code: 'SETTINGS_DAMAGED' } });
  expect(await damaged.setAside()).toMatchObject({ kind: 'open' });
  await damaged.close(0);
});

it('does not restore under another program that works on the data, and opens again', async () => {
  await write('good');
  const app = workspace();
  await app.open();
  const { id } = await app.backups().create('manual');
  const lock = acquireWorkerLock(`${path()}.worker`);
  await expect(app.restore(id)).rejects.toMatchObject({ code: 'REGISTRATION_OTHER_WORKER' });
  expect(app.state().kind).toBe('open');
  lock.release();
  expect(await app.restore(id)).toMatchObject({ kind: 'open' });
  await app.close(0);
});

it('goes on with a restore that a killed process had decided', async () => {
  await write('old');
  const app = workspace();
  await app.open();
  const { id } = await app.backups().create('manual');
  await app.close(0);
  await write('new');
  await workspace().backups().prepareRestore(id);
  decideRestore(home, 'set-aside/killed-before-restore', ['practice/storebridge.db']);
  const next = workspace();
  await next.open();
  expect(words.at(-1)).toBe('old');
  await next.close(0);
});

it('makes the daily backup by itself and tells when it could not', async () => {
  await write('good');
  const app = workspace();
  await app.open();
  await clock.advanceUntil(() => existsSync(join(home, 'backups')));
  for (let turn = 0; turn < 200 && (await app.backups().list()).length === 0; turn += 1) {
    await clock.settle();
  }
  expect(await app.backups().list()).toMatchObject([{ kind: 'daily' }]);
  expect(app.backupFault()).toBeNull();
  await app.close(0);
  expect(clock.sleeperCount()).toBe(0);
});
