import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSafeStorageSecrets } from './safe-storage-secrets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A key store that turns text around, which is enough to see that nothing lies in the clear. */
function storage(isAvailable = true): SafeStorage {
  const turn = (text: string): string => [...text].reverse().join('');
  return {
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text: string) => Buffer.from(`locked:${turn(text)}`),
    decryptString: (encrypted: Buffer) => {
      const text = encrypted.toString();
      if (!text.startsWith('locked:')) throw new Error('another key');
      return turn(text.slice('locked:'.length));
    },
  } as SafeStorage;
}

it('keeps secrets over restarts, encrypted and for the owner only', () => {
  createSafeStorageSecrets(storage(), folder).save('domeggookKey', 'top-secret');
  const later = createSafeStorageSecrets(storage(), folder);
  expect([later.find('domeggookKey'), later.find('naverClientSecret')]).toEqual([
    'top-secret',
    null,
  ]);
  expect(later.protection).toBe('os-keystore');
  const [file = ''] = readdirSync(folder);
  expect(readFileSync(join(folder, file), 'utf8')).not.toContain('top-secret');
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  later.remove('domeggookKey');
  expect(later.find('domeggookKey')).toBeNull();
});

it('falls back to the owner-only file where the system has no key store, and says so', () => {
  const secrets = createSafeStorageSecrets(storage(false), folder);
  secrets.save('domeggookKey', 'top-secret');
  expect([secrets.protection, secrets.find('domeggookKey')]).toEqual(['file', 'top-secret']);
});

it('never overwrites a file that it cannot read', () => {
  const secrets = createSafeStorageSecrets(storage(), folder);
  secrets.save('domeggookKey', 'top-secret');
  const [file = ''] = readdirSync(folder);
  writeFileSync(join(folder, file), 'damaged');
  expect(() => secrets.find('domeggookKey')).toThrow(
    expect.objectContaining({ code: 'SECRETS_UNREADABLE' }),
  );
  expect(() => secrets.save('domeggookKey', 'new')).toThrow(
    expect.objectContaining({ code: 'SECRETS_UNREADABLE' }),
  );
  expect(readFileSync(join(folder, file), 'utf8')).toBe('damaged');
});

it('says so when the key of the system is another one', () => {
  const secrets = createSafeStorageSecrets(storage(), folder);
  secrets.save('domeggookKey', 'top-secret');
  const [file = ''] = readdirSync(folder);
  const foreign = Buffer.from('foreign').toString('base64');
  writeFileSync(join(folder, file), JSON.stringify({ domeggookKey: foreign }));
  expect(() => secrets.find('domeggookKey')).toThrow(
    expect.objectContaining({ code: 'SECRETS_UNREADABLE' }),
  );
});
