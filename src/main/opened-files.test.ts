import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIST_FILE_MAX_BYTES } from '@shared/domain/intake';
import type { App } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOpenedFiles, listPathsOf } from './opened-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-opened-'));
  writeFileSync(join(folder, 'list.csv'), '12345678');
  writeFileSync(join(folder, 'other.TXT'), '87654321');
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  [['/app/storebridge', 'list.csv'], ['/work/list.csv']],
  [
    ['/app/storebridge', '--flag', 'a.txt', 'b.XLSX'],
    ['/work/a.txt', '/work/b.XLSX'],
  ],
  [['/app/storebridge', '/abs/list.tsv', '--x'], ['/abs/list.tsv']],
  [['/app/storebridge', '.'], []],
  [['/app/storebridge', 'photo.png'], []],
])('finds in %j the lists %j', (args, paths) => {
  expect(listPathsOf(args, '/work')).toEqual(paths);
});

it('hands over the file of the command line once, then those of later starts and of the Mac', async () => {
  const app = new EventEmitter();
  const files = createOpenedFiles(app as unknown as App, ['app', 'list.csv'], folder);
  expect(await files.take()).toEqual({
    fileName: 'list.csv',
    bytes: new TextEncoder().encode('12345678'),
  });
  expect(await files.take()).toBeNull();

  let toldCount = 0;
  const stop = files.subscribe(() => {
    toldCount += 1;
  });
  app.emit('second-instance', {}, ['app', 'other.TXT'], folder);
  expect(await files.take()).toMatchObject({ fileName: 'other.TXT' });
  app.emit('second-instance', {}, ['app'], folder);
  expect(await files.take()).toBeNull();
  app.emit('open-file', { preventDefault: () => undefined }, join(folder, 'list.csv'));
  expect(await files.take()).toMatchObject({ fileName: 'list.csv' });
  expect(toldCount).toBe(2);
  stop();
  app.emit('second-instance', {}, ['app', 'list.csv'], folder);
  expect(toldCount).toBe(2);
});

it('hands over all files that were opened at once, each once, also behind one that is gone', async () => {
  const app = new EventEmitter();
  const files = createOpenedFiles(app as unknown as App, ['app', 'list.csv', 'gone.csv'], folder);
  app.emit('second-instance', {}, ['app', 'other.TXT'], folder);
  files.offer([join(folder, 'list.csv')]);
  expect(await files.take()).toMatchObject({ fileName: 'list.csv' });
  await expect(files.take()).rejects.toMatchObject({ code: 'IPC_FILE_UNREADABLE' });
  expect(await files.take()).toMatchObject({ fileName: 'other.TXT' });
  expect(await files.take()).toMatchObject({ fileName: 'list.csv' });
  expect(await files.take()).toBeNull();
});

it('refuses a file that is gone or over the limit before reading it', async () => {
  const app = new EventEmitter();
  const gone = createOpenedFiles(app as unknown as App, ['gone.csv'], folder);
  await expect(gone.take()).rejects.toMatchObject({
    code: 'IPC_FILE_UNREADABLE',
    params: { fileName: 'gone.csv' },
  });
  truncateSync(join(folder, 'list.csv'), LIST_FILE_MAX_BYTES + 1);
  const large = createOpenedFiles(app as unknown as App, ['list.csv'], folder);
  await expect(large.take()).rejects.toMatchObject({
    code: 'INTAKE_TOO_LARGE',
    params: { file: 'list.csv', sizeMb: 33, maxMb: 32 },
  });
});
