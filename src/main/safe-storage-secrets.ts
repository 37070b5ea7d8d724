import { createFileSecretStore } from '@core/secrets/file-secrets';
import type { SecretStore } from '@core/secrets/port';
import type { SafeStorage } from 'electron';

/**
 * Secrets encrypted with the operating system's key store, in `secrets.enc.json` of the data folder.
 * Where the system has no key store (Linux without a keyring), the owner-only file of the host
 * serves instead, and `protection` says so. Throws as `createFileSecretStore` does.
 */
export function createSafeStorageSecrets(safeStorage: SafeStorage, folder: string): SecretStore {
  if (!safeStorage.isEncryptionAvailable()) return createFileSecretStore(folder);
  return createFileSecretStore(folder, {
    fileName: 'secrets.enc.json',
    protection: 'os-keystore',
    encode: (secret) => safeStorage.encryptString(secret).toString('base64'),
    decode: (stored) => safeStorage.decryptString(Buffer.from(stored, 'base64')),
  });
}
