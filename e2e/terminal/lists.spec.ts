import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { run, withFolder, writeList } from './program';

/** Keys of a market that is never called: a list is refused before anything is connected. */
const KEYS = {
  STOREBRIDGE_DOMEGGOOK_URL: 'http://127.0.0.1:9/ssl/api/',
  STOREBRIDGE_NAVER_URL: 'http://127.0.0.1:9/external',
  STOREBRIDGE_DOMEGGOOK_KEY: 'k',
  STOREBRIDGE_NAVER_CLIENT_ID: 'i',
  STOREBRIDGE_NAVER_CLIENT_SECRET: '$2a$04$SimulatorSaltExample0u',
};
const FIFTY_MEGABYTES = 50 * 1024 * 1024;

const unusable = [
  { name: 'empty.txt', bytes: new Uint8Array(), code: 'INTAKE_EMPTY' },
  {
    name: 'junk.bin',
    bytes: Uint8Array.from({ length: 9000 }, (_, i) => (i * 7919) % 256),
    code: 'INTAKE_BINARY',
  },
  { name: 'big.txt', bytes: new Uint8Array(FIFTY_MEGABYTES).fill(0x31), code: 'INTAKE_TOO_LARGE' },
  { name: 'half.txt', bytes: Uint8Array.from([0x36, 0xff, 0x0a]), code: 'INTAKE_ENCODING' },
  { name: 'words.txt', bytes: Buffer.from('가방\n신발\n'), code: 'INTAKE_NO_NUMBERS' },
  {
    name: 'broken.xlsx',
    bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]),
    code: 'INTAKE_DAMAGED',
  },
];

for (const { name, bytes, code } of unusable) {
  test(`a list that cannot be used is refused with ${code} and nothing else happens`, async () => {
    await withFolder(async (folder) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const ended = await run(['register', path, '--json'], {
        ...KEYS,
        STOREBRIDGE_HOME: join(folder, 'home'),
      });
      expect(ended.status).toBe(2);
      expect(ended.json).toMatchObject({ error: { code } });
      expect(ended.stderr).toContain('→');
      expect(ended.stderr).not.toContain('    at ');
    });
  });
}

test('a file that is not there is named', async () => {
  await withFolder(async (folder) => {
    const ended = await run(['register', join(folder, 'nowhere.csv')], {
      ...KEYS,
      STOREBRIDGE_HOME: folder,
    });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('nowhere.csv');
  });
});

test('half of the keys is an error that names the other half, not a practice run', async () => {
  await withFolder(async (folder) => {
    const ended = await run(['register', writeList(folder, ['60000001']), '--json'], {
      STOREBRIDGE_HOME: join(folder, 'home'),
      STOREBRIDGE_DOMEGGOOK_KEY: 'k',
    });
    expect(ended.status).toBe(3);
    expect(ended.json).toMatchObject({ error: { code: 'SETTINGS_KEYS_MISSING' } });
    expect(ended.stderr).toContain('naverClientId');
  });
});

test('a wrong word is answered with the usage and status 2', async () => {
  await withFolder(async (folder) => {
    for (const args of [['regster', 'x'], ['register'], ['practice', '--seed', 'many']]) {
      const ended = await run(args, { STOREBRIDGE_HOME: folder });
      expect(ended.status, args.join(' ')).toBe(2);
    }
  });
});

test('settings are kept, keys are shown masked, and a wrong value is refused', async () => {
  await withFolder(async (folder) => {
    const variables = { STOREBRIDGE_HOME: folder };
    await run(['config', 'set', 'pricing.marginPercent', '33'], variables);
    await run(['config', 'set', 'domeggookKey', 'secret-key-1234'], variables);
    const listed = await run(['config', 'list', '--json'], variables);
    expect(listed.json).toMatchObject({ 'pricing.marginPercent': 33, domeggookKey: '••••1234' });
    expect(listed.stdout).not.toContain('secret-key');
    const wrong = await run(['config', 'set', 'pricing.marginPercent', '5000'], variables);
    expect(wrong.status).toBe(2);
    expect((await run(['config', 'get', 'nothing.here'], variables)).status).toBe(2);
  });
});

test('backups are made, listed and restored without the app', async () => {
  await withFolder(async (folder) => {
    const variables = { STOREBRIDGE_HOME: folder };
    await run(['config', 'set', 'pricing.marginPercent', '33'], variables);
    const made = await run(['backup', '--json'], variables);
    const { id } = Object(made.json?.backup) as { readonly id: string };
    await run(['config', 'set', 'pricing.marginPercent', '44'], variables);
    expect((await run(['restore', '--list'], variables)).stdout).toContain(id);
    expect((await run(['restore', '--from', 'latest'], variables)).status).toBe(0);
    const kept = await run(['config', 'get', 'pricing.marginPercent', '--json'], variables);
    expect(kept.json).toEqual({ 'pricing.marginPercent': 33 });
    expect((await run(['restore', '--from', 'nothing'], variables)).status).toBe(3);
  });
});
