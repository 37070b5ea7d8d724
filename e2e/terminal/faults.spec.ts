import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Ended, type Market, run, startMarket, withFolder, writeList } from './program';

/** Two of the sample items that pass every gate. */
const NUMBERS = ['63110049', '63110097'];

interface Stats {
  readonly createdProducts: number;
}

let market: Market;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  market = await startMarket();
});
test.afterEach(async () => {
  await market.stop();
});

type Variables = Readonly<Record<string, string>>;

function register(folder: string, change: Variables = {}): Promise<Ended> {
  const list = writeList(folder, NUMBERS);
  const variables = { ...market.variables, STOREBRIDGE_HOME: join(folder, 'home'), ...change };
  return run(['register', list, '--json'], variables);
}

/** Stopped with `code`, a message a seller understands, no product made, and every job kept. */
function expectStopped(ended: Ended, code: string): void {
  expect(ended.status, ended.stderr).toBe(3);
  expect(ended.json).toMatchObject({ error: { code }, registered: 0, waiting: NUMBERS.length });
  expect(ended.stderr).toMatch(/[가-힣].*\n→ .*[가-힣]/);
  expect(ended.stderr).not.toMatch(/ {4}at /);
}

async function expectRegistersLater(folder: string): Promise<void> {
  const again = await register(folder);
  expect(again.json, again.stderr).toMatchObject({ registered: NUMBERS.length });
  const { createdProducts } = await market.control<Stats>({ command: 'stats' });
  expect(createdProducts).toBe(NUMBERS.length);
}

const wrongSettings = [
  {
    name: 'a wholesaler that cannot be found',
    change: { STOREBRIDGE_DOMEGGOOK_URL: 'http://no-such-host.invalid/ssl/api/' },
    code: 'NETWORK_DNS',
  },
  {
    name: 'a wholesaler that is down',
    change: { STOREBRIDGE_DOMEGGOOK_URL: 'http://127.0.0.1:9/ssl/api/' },
    code: 'NETWORK_REFUSED',
  },
  {
    name: 'a store that is down',
    change: { STOREBRIDGE_NAVER_URL: 'http://127.0.0.1:9/external' },
    code: 'NETWORK_REFUSED',
  },
  {
    name: 'a wrong wholesale key',
    change: { STOREBRIDGE_DOMEGGOOK_KEY: 'wrong' },
    code: 'DOMEGGOOK_KEY_INVALID',
  },
  {
    name: 'a wrong application id',
    change: { STOREBRIDGE_NAVER_CLIENT_ID: 'wrong' },
    code: 'NAVER_CLIENT_UNKNOWN',
  },
  {
    name: 'a wrong application secret',
    change: { STOREBRIDGE_NAVER_CLIENT_SECRET: '$2a$04$AnotherSaltForTests00u' },
    code: 'NAVER_SECRET_WRONG',
  },
];

for (const { name, change, code } of wrongSettings) {
  test(`${name} stops the run with ${code}; put right, the same command goes on`, async () => {
    await withFolder(async (folder) => {
      expectStopped(await register(folder, change), code);
      await expectRegistersLater(folder);
    });
  });
}

const faults = [
  {
    name: 'HTML instead of JSON from the wholesaler',
    inject: { server: 'domeggook', kind: 'html' },
    code: 'DOMEGGOOK_ANSWER_HTML',
  },
  {
    name: 'cut-off JSON from the wholesaler',
    inject: { server: 'domeggook', kind: 'truncated' },
    code: 'DOMEGGOOK_ANSWER_BROKEN',
  },
  {
    name: 'an address that the store does not allow',
    inject: { server: 'naver', kind: 'ip-refused' },
    code: 'NAVER_IP_NOT_ALLOWED',
  },
];

for (const { name, inject, code } of faults) {
  test(`${name} stops the run with ${code}; gone, the same command goes on`, async () => {
    await withFolder(async (folder) => {
      await market.control({ command: 'inject', fault: { ...inject, count: 0 } });
      expectStopped(await register(folder), code);
      await market.control({ command: 'clearFaults' });
      await expectRegistersLater(folder);
    });
  });
}

test('the penalty of one call an hour stops the run and explains itself', async () => {
  await withFolder(async (folder) => {
    await market.control({ command: 'setQuotaPenalty', isOn: true });
    expectStopped(await register(folder), 'NAVER_QUOTA_PENALTY');
    await market.control({ command: 'setQuotaPenalty', isOn: false });
    await expectRegistersLater(folder);
  });
});

test('a clock that is an hour off is named as the cause', async () => {
  await withFolder(async (folder) => {
    await market.control({ command: 'setClockOffset', offsetMs: 3_600_000 });
    expectStopped(await register(folder), 'NAVER_CLOCK_BEHIND');
    await market.control({ command: 'setClockOffset', offsetMs: 0 });
    await expectRegistersLater(folder);
  });
});

test('an answer lost after the product was created doubles nothing', async () => {
  await withFolder(async (folder) => {
    await market.control({
      command: 'inject',
      fault: { server: 'naver', api: 'POST /v2/products', kind: 'drop-after-commit', count: 1 },
    });
    const ended = await register(folder);
    expect(ended.json, ended.stderr).toMatchObject({ registered: NUMBERS.length });
    const { createdProducts } = await market.control<Stats>({ command: 'stats' });
    expect(createdProducts).toBe(NUMBERS.length);
  });
});

test('a data folder that cannot be made stops the run before anything is sent', async () => {
  await withFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    const ended = await register(folder, { STOREBRIDGE_HOME: join(folder, 'file', 'home') });
    expect(ended.status).toBe(3);
    expect(ended.json).toMatchObject({ error: { code: 'STORAGE_READ_ONLY' } });
    expect((await market.control<Stats>({ command: 'stats' })).createdProducts).toBe(0);
  });
});

test('a full disk stops the run with a clear word; with room again the same command goes on', async () => {
  await withFolder(async (folder) => {
    const home = join(folder, 'small');
    mkdirSync(home);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', home]);
    test.skip(mounted.status !== 0, 'this machine does not let the test mount a small disk');
    try {
      const ended = await register(folder, { STOREBRIDGE_HOME: home });
      expect(ended.status).toBe(3);
      expect(ended.json).toMatchObject({ error: { code: 'STORAGE_FULL' } });
      expect((await market.control<Stats>({ command: 'stats' })).createdProducts).toBe(0);
      spawnSync('mount', ['-o', 'remount,size=64m', home]);
      const again = await register(folder, { STOREBRIDGE_HOME: home });
      expect(again.json, again.stderr).toMatchObject({ registered: NUMBERS.length });
    } finally {
      spawnSync('umount', [home]);
    }
  });
});
