import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { z } from 'zod';
import { writeFileAtomically } from '../platform/atomic-file';
import { SECRET_NAMES, type SecretName, type SecretStore } from './port';

const fileSchema = z.partialRecord(z.enum(SECRET_NAMES), z.string());

/** Only the owner may read or write. */
const OWNER_ONLY = 0o600;

/**
 * Secrets in `secrets.json` of the data folder, readable by its owner only. For hosts without an
 * operating system key store; `doctor` and the settings screen say so.
 * Throws SECRETS_UNREADABLE when the file is damaged: it is never overwritten then.
 */
export function createFileSecretStore(folder: string): SecretStore {
  const path = join(folder, 'secrets.json');
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
      chmodSync(path, OWNER_ONLY);
    } catch (fault) {
      throw new AppError('SECRETS_NOT_SAVED', { params: { path }, cause: fault });
    }
  };
  return {
    protection: 'file',
    find: (name) => load()[name] ?? null,
    save: (name, value) => store({ ...load(), [name]: value }),
    remove: (name) => {
      const { [name]: _removed, ...rest } = load();
      store(rest);
    },
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
  };
}
