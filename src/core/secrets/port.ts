import type { SecretName } from '@shared/domain/secrets';

export { SECRET_NAMES, type SecretName } from '@shared/domain/secrets';

/** Where secrets are kept. */
export interface SecretStore {
  /** Null when none is kept. What the environment gives goes before what is saved. */
  find(name: SecretName): string | null;
  /** Throws SECRETS_NOT_SAVED. */
  save(name: SecretName, value: string): void;
  /** Throws SECRETS_NOT_SAVED. */
  remove(name: SecretName): void;
  /** True while the environment decides this one: what is saved then waits behind it. */
  isFixed(name: SecretName): boolean;
  /** For the settings screen and `doctor`: how well they are protected. */
  readonly protection: 'environment' | 'os-keystore' | 'file';
}
