import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings } from '@shared/domain/settings';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock';
import { createMemorySecrets } from '../testing/fake-notifications';
import { createFakeStoreBridge } from '../testing/fake-storebridge';
import { workspaceOf } from '../testing/fake-workspace';
import type { Workspace } from '../workspace/port';
import { writeDiagnostics } from './bundle';
import { diagnosticEntries } from './entries';

const DOMEGGOOK_KEY = 'domeggook"key+with/odd=signs';
const NAVER_SECRET = '$2a$04$SimulatorSaltExample0u';
const CLIENT_ID = 'client-of-the-seller';
const REDIS_PASSWORD = 'hunter2-of-redis';
const STRANGE_TOKEN = 'eyJhbGciOi.of-another-program';

let home: string;
let workspace: Workspace;
const facts = () => ({
  home,
  version: '1.2.3',
  shell: 'browser' as const,
  nowMs: 1_790_812_800_000,
});

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-diagnostics-'));
  mkdirSync(join(home, 'logs'));
  const line = {
    msg: 'a fault that said too much',
    key: DOMEGGOOK_KEY,
    url: `https://domeggook.com/ssl/api/?aid=${encodeURIComponent(DOMEGGOOK_KEY)}&mode=x`,
    header: `Bearer ${STRANGE_TOKEN}`,
    secret: NAVER_SECRET,
    note: `client ${CLIENT_ID} redis://u:${REDIS_PASSWORD}@cache:6379`,
  };
  writeFileSync(join(home, 'logs', 'storebridge.log'), `${JSON.stringify(line)}\n`);
  const settings = {
    ...defaultSettings(),
    naverClientId: CLIENT_ID,
    redisUrl: `redis://u:${REDIS_PASSWORD}@cache:6379`,
  };
  workspace = {
    ...workspaceOf(
      createFakeStoreBridge({ clock: createFakeClock() }),
      createMemorySecrets({ domeggookKey: DOMEGGOOK_KEY, naverClientSecret: NAVER_SECRET }),
    ),
    savedSettings: () => settings,
  };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('lets no key, token or password out, in whatever form it stands in settings and logs', async () => {
  const entries = await diagnosticEntries(workspace, facts());
  expect(entries.map(({ name }) => name)).toEqual([
    'about.json',
    'settings.json',
    'logs/storebridge.log',
  ]);
  const all = entries.map(({ text }) => text).join('\n');
  for (const secret of [
    DOMEGGOOK_KEY,
    JSON.stringify(DOMEGGOOK_KEY).slice(1, -1),
    encodeURIComponent(DOMEGGOOK_KEY),
    NAVER_SECRET,
    'SimulatorSalt',
    CLIENT_ID,
    REDIS_PASSWORD,
    STRANGE_TOKEN,
  ]) {
    expect(all).not.toContain(secret);
  }
  expect(all).toContain('a fault that said too much');
  expect(all).toContain('"version": "1.2.3"');
});

it('keeps the end of a long log only, in whole lines', async () => {
  const path = join(home, 'logs', 'storebridge.log');
  writeFileSync(path, Array.from({ length: 60_000 }, (_, at) => `{"line":${at}}`).join('\n'));
  const entries = await diagnosticEntries(workspace, facts());
  const log = entries.find(({ name }) => name === 'logs/storebridge.log')?.text ?? '';
  expect(log.length).toBeLessThanOrEqual(512 * 1024);
  expect(log.startsWith('{"line":')).toBe(true);
  expect(log.endsWith('{"line":59999}')).toBe(true);
});

it('is a zip in the data folder that only its owner may read', async () => {
  const path = await writeDiagnostics(workspace, facts());
  const bytes = readFileSync(path);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.includes('settings.json')).toBe(true);
});
