import { EventEmitter } from 'node:events';
import { createFakeClock } from '@core/testing/fake-clock';
import { createRecordingLogger } from '@core/testing/recording-logger';
import { expect, it } from 'vitest';
import { createUpdates, type UpdaterPort, type UpdatesDependencies } from './updates';

/** An updater that answers as it is told to. */
function fakeUpdater() {
  const asked: string[] = [];
  const answers = {
    check: async (): Promise<Awaited<ReturnType<UpdaterPort['checkForUpdates']>>> => ({
      isUpdateAvailable: true,
      updateInfo: { version: '2.0.0' },
    }),
    download: async (): Promise<readonly string[]> => ['/tmp/setup.exe'],
  };
  const updater = Object.assign(new EventEmitter(), {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    allowDowngrade: true,
    disableWebInstaller: false,
    logger: {} as unknown,
    setFeedURL: ({ url }: { readonly url: string }) => asked.push(`feed ${url}`),
    checkForUpdates: () => answers.check(),
    downloadUpdate: () => answers.download(),
    quitAndInstall: () => asked.push('install'),
  });
  return { updater, answers, asked };
}

function updates(changes: Partial<UpdatesDependencies> = {}) {
  const { updater, answers, asked } = fakeUpdater();
  const clock = createFakeClock();
  let loadCount = 0;
  const made = createUpdates({
    load: async () => {
      loadCount += 1;
      return updater;
    },
    isInstalled: true,
    feedUrl: () => 'https://updates.example/',
    activeJobs: () => 0,
    quitThen: async (install) => {
      asked.push('quit');
      install();
    },
    clock,
    logger: createRecordingLogger(),
    ...changes,
  });
  const seen: string[] = [];
  made.subscribe(() => seen.push(made.state().kind));
  return { updates: made, updater, answers, asked, clock, seen, loadCount: () => loadCount };
}

it('is off without a feed or an installation, and loads nothing then', async () => {
  const withoutFeed = updates({ feedUrl: () => '' });
  const fromFolder = updates({ isInstalled: false });
  for (const one of [withoutFeed, fromFolder]) {
    await one.updates.check();
    await one.updates.download();
    expect(one.loadCount()).toBe(0);
  }
  expect(withoutFeed.updates.state()).toEqual({ kind: 'off', why: 'no-address' });
  expect(fromFolder.updates.state()).toEqual({ kind: 'off', why: 'not-installed' });
});

it('goes from checking over downloading to ready, and nothing happens by itself in between', async () => {
  const one = updates();
  await one.updates.check();
  expect(one.updater).toMatchObject({
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: false,
    disableWebInstaller: true,
  });
  expect(one.updates.state()).toEqual({ kind: 'available', version: '2.0.0' });
  one.answers.download = async () => {
    for (const percent of [12.3, 12.9, 55, 150]) one.updater.emit('download-progress', { percent });
    return [];
  };
  await one.updates.download();
  expect(one.seen).toEqual([
    'checking',
    'available',
    'downloading',
    'downloading',
    'downloading',
    'downloading',
    'ready',
  ]);
  await one.updates.install();
  expect(one.asked).toEqual(['feed https://updates.example/', 'quit', 'install']);
});

it('installs nothing before it is ready, nor while jobs run', async () => {
  let active = 3;
  const one = updates({ activeJobs: () => active });
  await expect(one.updates.install()).rejects.toMatchObject({ code: 'SHELL_UPDATE_NOT_READY' });
  await one.updates.check();
  await one.updates.download();
  await expect(one.updates.install()).rejects.toMatchObject({
    code: 'SHELL_UPDATE_WHILE_WORKING',
    params: { count: 3 },
  });
  expect(one.asked).not.toContain('quit');
  active = 0;
  await one.updates.install();
  expect(one.asked.at(-1)).toBe('install');
});

it('says what went wrong, survives the updater’s own error event, and may be asked again', async () => {
  const one = updates();
  one.answers.check = async () => {
    one.updater.emit('error', new Error('net::ERR'));
    throw new Error('net::ERR_NAME_NOT_RESOLVED\n    at somewhere');
  };
  await one.updates.check();
  expect(one.updates.state()).toMatchObject({
    kind: 'failed',
    code: 'SHELL_UPDATE_FAILED',
    params: { problem: 'net::ERR_NAME_NOT_RESOLVED' },
  });
  one.answers.check = async () => null;
  await one.updates.check();
  expect(one.updates.state()).toEqual({ kind: 'current', checkedAtMs: one.clock.nowMs() });
  expect(one.loadCount()).toBe(1);
});

it('looks a minute after the start and then every six hours, until it is stopped', async () => {
  const one = updates();
  let checks = 0;
  one.answers.check = async () => {
    checks += 1;
    return null;
  };
  const stop = one.updates.start();
  await one.clock.advance(59_999);
  expect(checks).toBe(0);
  await one.clock.advance(1);
  await one.clock.advance(6 * 3_600_000);
  expect(checks).toBe(2);
  stop();
  await one.clock.advance(24 * 3_600_000);
  expect(checks).toBe(2);
});
