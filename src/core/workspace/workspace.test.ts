import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noOpenedFiles } from '../api/opened-files';
import { createWorkspaceEvents } from '../api/workspace-events';
import { createWorkspaceRouter } from '../api/workspace-router';
import { createFileSecretStore } from '../secrets/file-secrets';
import { type Environment, readEnvironment } from '../settings/environment';
import { decideMode } from '../settings/mode';
import { createSettingsService } from '../settings/settings-service';
import { createFakeClock } from '../testing/fake-clock';
import { createFakeStoreBridge } from '../testing/fake-storebridge';
import { createGate } from '../testing/gate';
import { createRecordingLogger } from '../testing/recording-logger';
import type { Workspace } from './port';
import { createWorkspace } from './workspace';

const trusted = { senderId: 'test', isTrusted: true };
let home: string;
let environment: Environment;
let stopCount: number;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-workspace-'));
  environment = readEnvironment({ STOREBRIDGE_HOME: home });
  stopCount = 0;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A workspace whose product is the fake one, on real settings and key files. */
function workspaceWith(opening: () => Promise<void> = async () => undefined): Workspace {
  const clock = createFakeClock();
  return createWorkspace({
    environment,
    secretsOf: (current) => createFileSecretStore(current.home),
    openProduct: async (current, secrets) => {
      await opening();
      const settings = createSettingsService(current.home);
      return {
        ...createFakeStoreBridge({ clock }),
        settings,
        mode: decideMode(settings.get(), secrets),
        stop: async () => {
          stopCount += 1;
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

function routerOver(workspace: Workspace) {
  return createWorkspaceRouter({
    workspace,
    shell: { version: '1', shell: 'browser', openedFiles: noOpenedFiles },
    clock: createFakeClock(),
    logger: createRecordingLogger(),
    checksOutputs: true,
  });
}

it('goes from practice to live and back without the shell ending, and closes the old product', async () => {
  const workspace = workspaceWith();
  await workspace.open();
  const router = routerOver(workspace);
  const ask = (route: string, input: object) => router.answer(route, input, trusted);
  expect(await ask('app.switchMode', { mode: 'live' })).toMatchObject({
    ok: false,
    error: { code: 'SETTINGS_KEYS_MISSING' },
  });
  expect([stopCount, await ask('app.getState', {})]).toMatchObject([
    0,
    { value: { kind: 'open', mode: 'practice' } },
  ]);
  await ask('secrets.set', { name: 'domeggookKey', value: ' a-long-enough-key\n' });
  await ask('secrets.set', { name: 'naverClientSecret', value: 'another-long-key' });
  await ask('settings.update', { change: { naverClientId: 'client' } });
  expect(await ask('app.switchMode', { mode: 'live' })).toMatchObject({ value: { mode: 'live' } });
  expect(await ask('app.getInfo', {})).toMatchObject({ value: { mode: 'live' } });
  expect(stopCount).toBe(1);
  expect(await ask('app.switchMode', { mode: 'practice' })).toMatchObject({
    value: { mode: 'practice' },
  });
  expect(workspace.secrets().find('domeggookKey')).toBe('a-long-enough-key');
});

it('keeps practising after a restart when only some of the keys have been entered', async () => {
  const first = workspaceWith();
  await first.open();
  await routerOver(first).answer(
    'secrets.set',
    { name: 'domeggookKey', value: 'a-long-enough-key' },
    trusted,
  );
  await first.close(0);
  expect(await workspaceWith().open()).toMatchObject({
    kind: 'open',
    storebridge: { mode: 'practice' },
  });
});

it('never gives a key back: only that it is set and how it ends', async () => {
  const workspace = workspaceWith();
  await workspace.open();
  const router = routerOver(workspace);
  await router.answer(
    'secrets.set',
    { name: 'domeggookKey', value: 'secret-of-the-seller' },
    trusted,
  );
  await router.answer('secrets.set', { name: 'naverClientSecret', value: 'short' }, trusted);
  const status = await router.answer('secrets.status', {}, trusted);
  expect(status).toMatchObject({
    value: {
      protection: 'file',
      secrets: expect.arrayContaining([
        { name: 'domeggookKey', isSet: true, tail: 'ller', isFixed: false },
        { name: 'naverClientSecret', isSet: true, tail: '', isFixed: false },
      ]),
      missingForLive: ['naverClientId'],
    },
  });
  expect(JSON.stringify(status)).not.toContain('secret-of');
  const cleared = await router.answer('secrets.clear', { name: 'domeggookKey' }, trusted);
  expect(cleared).toHaveProperty('value.secrets.0', {
    name: 'domeggookKey',
    isSet: false,
    tail: '',
    isFixed: false,
  });
});

it('lets requests wait while the product is opened', async () => {
  const gate = createGate();
  const workspace = workspaceWith(() => gate.pass());
  const opening = workspace.open();
  const answer = routerOver(workspace).answer('app.getInfo', {}, trusted);
  expect(await routerOver(workspace).answer('app.getState', {}, trusted)).toMatchObject({
    value: { kind: 'opening' },
  });
  gate.open();
  await opening;
  expect(await answer).toMatchObject({ ok: true, value: { mode: 'practice' } });
});

it('answers with the reason while nothing can be opened, and recovers when it can', async () => {
  let isDamaged = true;
  const workspace = workspaceWith(async () => {
    if (isDamaged) throw new AppError('STORAGE_DAMAGED', { params: { path: 'x.db' } });
  });
  await workspace.open();
  const router = routerOver(workspace);
  expect(await router.answer('drafts.list', {}, trusted)).toMatchObject({
    ok: false,
    error: { code: 'STORAGE_DAMAGED' },
  });
  expect(await router.answer('settings.get', {}, trusted)).toMatchObject({
    value: { language: 'ko' },
  });
  expect(await router.answer('app.getState', {}, trusted)).toMatchObject({
    value: { kind: 'closed', code: 'STORAGE_DAMAGED', params: { path: 'x.db' } },
  });
  isDamaged = false;
  expect(await router.answer('app.reopen', {}, trusted)).toMatchObject({ value: { kind: 'open' } });
  expect(await router.answer('drafts.list', {}, trusted)).toMatchObject({ ok: true });
});

it('shows a damaged settings file as closed, takes no change over it, and leaves it alone', async () => {
  writeFileSync(join(home, 'settings.json'), '{"language": ');
  const workspace = workspaceWith();
  expect(await workspace.open()).toMatchObject({
    kind: 'closed',
    fault: { code: 'SETTINGS_DAMAGED' },
  });
  expect(() => workspace.settings().update({ theme: 'dark' })).toThrow(
    expect.objectContaining({ code: 'SETTINGS_DAMAGED' }),
  );
});

it('opens again after work that failed while it was closed, and says what failed', async () => {
  const workspace = workspaceWith();
  await workspace.open();
  const reopening = workspace.reopen(async () => {
    expect(workspace.state().kind).toBe('opening');
    throw new AppError('STORAGE_FULL', { params: { path: 'x' } });
  });
  await expect(reopening).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  expect(workspace.state().kind).toBe('open');
});

it('carries subscriptions over to the next product and tells how it went', async () => {
  const workspace = workspaceWith();
  await workspace.open();
  const events = createWorkspaceEvents({
    workspace,
    openedFiles: noOpenedFiles,
    clock: createFakeClock(),
    logger: createRecordingLogger(),
  });
  const states: string[] = [];
  const themes: string[] = [];
  events.subscribe('app.stateChanged', ({ kind }) => states.push(kind));
  const stop = events.subscribe('settings.changed', ({ theme }) => themes.push(theme));
  workspace.settings().update({ theme: 'light' });
  await workspace.reopen();
  workspace.settings().update({ theme: 'dark' });
  stop();
  workspace.settings().update({ theme: 'system' });
  expect(states).toEqual(['opening', 'open']);
  expect(themes).toEqual(['light', 'dark']);
  events.close();
});

it('keeps stores apart: own keys, own price rules, and the same language for the person', async () => {
  const workspace = workspaceWith();
  await workspace.open();
  const router = routerOver(workspace);
  const ask = (route: string, input: object) => router.answer(route, input, trusted);
  await ask('secrets.set', { name: 'domeggookKey', value: 'key-of-the-first-store' });
  await ask('settings.update', { change: { language: 'en', pricing: { marginPercent: 41 } } });
  expect(await ask('stores.create', { name: '둘째 스토어' })).toMatchObject({
    value: { currentId: 'main', stores: [{ id: 'main' }, { id: 'store-2', name: '둘째 스토어' }] },
  });
  expect(await ask('stores.switch', { id: 'store-2' })).toMatchObject({ value: { kind: 'open' } });
  expect(workspace.settings().get()).toMatchObject({
    language: 'en',
    pricing: { marginPercent: 20 },
  });
  expect(workspace.secrets().find('domeggookKey')).toBeNull();
  expect(workspace.backups().folder).toBe(join(home, 'stores', 'store-2', 'backups'));
  await workspace.close(0);

  const again = workspaceWith();
  await again.open();
  expect(again.stores.current().id).toBe('store-2');
  await again.switchStore('main');
  expect(again.settings().get().pricing.marginPercent).toBe(41);
  expect(again.secrets().find('domeggookKey')).toBe('key-of-the-first-store');
  await expect(again.switchStore('../..')).rejects.toMatchObject({ code: 'STORES_UNKNOWN' });
});

it('does not give keys of the environment to a second store', async () => {
  environment = readEnvironment({
    STOREBRIDGE_HOME: home,
    STOREBRIDGE_DOMEGGOOK_KEY: 'from-the-environment',
    STOREBRIDGE_NAVER_CLIENT_ID: 'client-of-the-first',
  });
  const workspace = workspaceWith();
  await workspace.open();
  expect(workspace.savedSettings().naverClientId).toBe('client-of-the-first');
  workspace.createStore('other');
  await workspace.switchStore('store-2');
  expect(workspace.savedSettings().naverClientId).toBe('');
});

it('finds the stores again when their list is damaged', async () => {
  const workspace = workspaceWith();
  await workspace.open();
  workspace.createStore('other');
  await workspace.close(0);
  writeFileSync(join(home, 'stores.json'), '{"version"');
  expect(workspaceWith().stores.list()).toMatchObject([{ id: 'main' }, { id: 'store-2' }]);
});
