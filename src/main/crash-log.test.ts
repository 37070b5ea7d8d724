import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hidingKeys } from '@core/diagnostics/hide-keys';
import { createFakeClock } from '@core/testing/fake-clock';
import { createRecordingLogger } from '@core/testing/recording-logger';
import { AppError } from '@shared/errors/app-error';
import type { App } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CrashLog, createCrashLog } from './crash-log';
import {
  type PageWatchDependencies,
  watchChildProcesses,
  watchMainFaults,
  watchPage,
} from './crash-watch';
import { leaveRunMarker } from './run-marker';
import { shellWords } from './shell-words';

const SECRET = 'top-secret-value';
const clock = createFakeClock();
let folder: string;
let logs: string;
let crashes: CrashLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-crash-'));
  logs = join(folder, 'logs');
  crashes = createCrashLog({
    folder: logs,
    facts: { version: '1.2.3' },
    hide: hidingKeys([SECRET]),
    clock,
    logger: createRecordingLogger(),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const records = () =>
  readdirSync(logs)
    .sort()
    .map((name) => readFileSync(join(logs, name), 'utf8'));

it('writes a fault with its causes and without keys', () => {
  const cause = new Error(`asked https://x.example/?aid=abcdef123456&x=1 with ${SECRET}`);
  const path = crashes.record('main-fault', new AppError('STORAGE_FULL', { cause }));
  const [text = ''] = records();
  expect(path).toContain('crash-2026-');
  expect(JSON.parse(text)).toMatchObject({
    kind: 'main-fault',
    version: '1.2.3',
    what: { name: 'AppError', code: 'STORAGE_FULL', cause: { name: 'Error' } },
  });
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain('abcdef123456');
});

it('keeps the newest twenty and touches no other file', async () => {
  crashes.record('page-gone', {});
  writeFileSync(join(logs, 'storebridge.log'), 'kept');
  for (let count = 0; count < 24; count += 1) {
    await clock.advance(1_000);
    crashes.record('process-gone', { count });
  }
  const all = records();
  expect(all).toHaveLength(21);
  expect(all.at(-1)).toBe('kept');
  expect(JSON.parse(all.at(-2) ?? '')).toMatchObject({ what: { count: 23 } });
});

it('says where it could not write instead of failing itself', () => {
  writeFileSync(logs, 'a file where the folder should be');
  expect(crashes.record('main-fault', 'anything')).toBeNull();
});

it('records what nobody caught; an exception ends the program once, a promise does not', async () => {
  const source = new EventEmitter();
  const said: string[] = [];
  watchMainFaults({
    process: source,
    crashes,
    dialog: { showErrorBox: (title) => said.push(title) },
    words: () => shellWords.en.mainFault,
    endAfterFault: async () => {
      said.push('end');
    },
    logger: createRecordingLogger(),
  });
  source.emit('unhandledRejection', new Error('nobody waited'));
  expect(said).toEqual([]);
  source.emit('uncaughtException', new Error('first'));
  source.emit('uncaughtException', new Error('while ending'));
  expect(said).toEqual([shellWords.en.mainFault.title, 'end']);
  expect(records().map((text) => JSON.parse(text).kind)).toEqual([
    'promise-fault',
    'main-fault',
    'main-fault',
  ]);
});

it('records lost processes of Electron, not those that ended as they should', () => {
  const app = new EventEmitter();
  watchChildProcesses(app as unknown as App, crashes);
  app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 11 });
  expect(records().map((text) => JSON.parse(text).what)).toEqual([
    { type: 'GPU', reason: 'crashed', exitCode: 11 },
  ]);
});

it('loads a lost page once by itself and asks the second time', async () => {
  const said: string[] = [];
  let response = 0;
  const contents = Object.assign(new EventEmitter(), { reload: () => said.push('reload') });
  watchPage({
    contents: contents as unknown as PageWatchDependencies['contents'],
    crashes,
    dialog: {
      showMessageBox: async () => {
        said.push('ask');
        return { response, checkboxChecked: false };
      },
    } as PageWatchDependencies['dialog'],
    words: () => shellWords.ko.pageGone,
    onLost: () => said.push('told'),
    quit: () => said.push('quit'),
    clock,
    logger: createRecordingLogger(),
  });
  const lose = async (reason: string): Promise<void> => {
    contents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    await clock.settle();
  };
  await lose('clean-exit');
  expect(said).toEqual([]);
  await lose('oom');
  expect(said.splice(0)).toEqual(['told', 'reload']);
  await lose('crashed');
  expect(said.splice(0)).toEqual(['told', 'ask', 'reload']);
  response = 1;
  await lose('crashed');
  expect(said.splice(0)).toEqual(['told', 'ask', 'quit']);
  await clock.advance(5 * 60_000);
  await lose('crashed');
  expect(said).toEqual(['told', 'reload']);
  contents.emit('preload-error', {}, '/preload.cjs', new Error('broken'));
  expect(JSON.parse(records().at(-1) ?? '').kind).toBe('preload-fault');
});

it('knows a run that never came to its end', () => {
  const path = join(folder, 'run', 'desktop.json');
  const leave = () => leaveRunMarker(path, clock, createRecordingLogger());
  const first = leave();
  expect(first.brokenRunAtMs).toBeNull();
  const second = leave();
  expect(second.brokenRunAtMs).toBe(clock.nowMs());
  second.remove();
  expect(leave().brokenRunAtMs).toBeNull();
  writeFileSync(path, '{"pid":');
  expect(leave().brokenRunAtMs).toBe(clock.nowMs());
});
