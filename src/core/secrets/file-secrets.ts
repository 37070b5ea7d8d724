import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { z } from 'zod';
import { writeFileAtomically } from '../platform/atomic-file';
import { SECRET_NAMES, type SecretName, type SecretStore } from './port';

const fileSchema = z.partialRecord(z.enum(SECRET_NAMES), z.string());

/** Only the owner may read or write. */
const OWNER_ONLY = 0o600;

/** How a secret stands in its file. */
export interface SecretCipher {
  readonly fileName: string;
  readonly protection: SecretStore['protection'];
  encode(secret: string): string;
  /** Throws when the text was not encoded by this cipher on this account. */
  decode(stored: string): string;
}

const plain: SecretCipher = {
  fileName: 'secrets.json',
  protection: 'file',
  encode: (secret) => secret,
  decode: (stored) => stored,
};

/**
 * Secrets in one file of the data folder that only its owner may read; as they are by default (for
 * hosts without an operating system key store: `doctor` and the settings screen say so), or encoded
 * by `cipher`.
 * Throws SECRETS_UNREADABLE when the file is damaged or another account's: it is never overwritten
 * then. Saving throws SECRETS_NOT_SAVED.
 */
export function createFileSecretStore(folder: string, cipher: SecretCipher = plain): SecretStore {
  const path = join(folder, cipher.fileName);
  const reading = <Value>(read: () => Value): Value => {
    try {
      return read();
    } catch (fault) {
      throw new AppError('SECRETS_UNREADABLE', { params: { path }, cause: fault });
    }
  };
  const load = (): Partial<Record<SecretName, string>> =>
    existsSync(path) ? reading(() => fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))) : {};
  const store = (secrets: Partial<Record<SecretName, string>>): void => {
    try {
      writeFileAtomically(path, `${JSON.stringify(secrets, null, 2)}\n`, OWNER_ONLY);
      chmodSync(path, OWNER_ONLY);
    } catch (fault) {
      throw new AppError('SECRETS_NOT_SAVED', { params: { path }, cause: fault });
    }
  };
  return {
    protection: cipher.protection,
    find: (name) => {
      const stored = load()[name];
      return stored === undefined ? null : reading(() => cipher.decode(stored));
    },
    save: (name, value) => store({ ...load(), [name]: cipher.encode(value) }),
    remove: (name) => {
      const { [name]: _removed, ...rest } = load();
      store(rest);
    },
    isFixed: () => false,
  };
}

/** `values` from the environment win over `behind`; saving goes to `behind`. */
export function overlaySecrets(
  values: Partial<Record<SecretName, string>>,
  behind: SecretStore,
): SecretStore {
  return {
    protection: Object.keys(values).length > 0 ? 'environment' : behind.protection,
    find: (name) => values[name] ?? behind.find(name),
    save: (name, value) => behind.save(name, value),
    remove: (name) => behind.remove(name),
    isFixed: (name) => values[name] !== undefined || behind.isFixed(name),
  };
}
