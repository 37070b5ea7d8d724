import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '@core/platform/atomic-file';
import { createFileSecretStore } from '@core/secrets/file-secrets';
import { SECRET_NAMES, type SecretName, type SecretStore } from '@core/secrets/port';
import { AppError } from '@shared/errors/app-error';
import type { SafeStorage } from 'electron';
import { z } from 'zod';

const fileSchema = z.partialRecord(z.enum(SECRET_NAMES), z.base64());
const OWNER_ONLY = 0o600;

/**
 * Secrets encrypted with the operating system's key store, in `secrets.enc.json` of the data folder.
 * Where the system has no key store (Linux without a keyring), the owner-only file of the host
 * serves instead, and `protection` says so. Throws SECRETS_UNREADABLE when the file is damaged or
 * belongs to another user's key: it is never overwritten then.
 */
export function createSafeStorageSecrets(safeStorage: SafeStorage, folder: string): SecretStore {
  if (!safeStorage.isEncryptionAvailable()) return createFileSecretStore(folder);
  const path = join(folder, 'secrets.enc.json');
  const load = (): Partial<Record<SecretName, string>> => {
    if (!existsSync(path)) return {};
    try {
      return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (fault) {
      throw new AppError('SECRETS_UNREADABLE', { params: { path }, cause: fault });
    }
  };
  const store = (secrets: Partial<Record<SecretName, string>>): void => {
    try {
      writeFileAtomically(path, `${JSON.stringify(secrets, null, 2)}\n`, OWNER_ONLY);
    } catch (fault) {
      throw new AppError('SECRETS_NOT_SAVED', { params: { path }, cause: fault });
    }
  };
  return {
    protection: 'os-keystore',
    find: (name) => {
      const encrypted = load()[name];
      if (encrypted === undefined) return null;
      try {
        return safeStorage.decryptString(Buffer.from(encrypted, 'base64'));
      } catch (fault) {
        throw new AppError('SECRETS_UNREADABLE', { params: { path }, cause: fault });
      }
    },
    save: (name, value) =>
      store({ ...load(), [name]: safeStorage.encryptString(value).toString('base64') }),
    remove: (name) => {
      const { [name]: _removed, ...rest } = load();
      store(rest);
    },
  };
}
