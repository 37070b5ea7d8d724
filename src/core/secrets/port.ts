/** Keys of the seller. They reach the clients that need them and nothing else: no log, error or screen. */
export const SECRET_NAMES = [
  'domeggookKey',
  'naverClientSecret',
  'notificationWebhookUrl',
  'smtpPassword',
] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** Where secrets are kept. */
export interface SecretStore {
  find(name: SecretName): string | null;
  /** Throws SECRETS_NOT_SAVED. */
  save(name: SecretName, value: string): void;
  remove(name: SecretName): void;
  /** For the settings screen and `doctor`: how well they are protected. */
  readonly protection: 'environment' | 'os-keystore' | 'file';
}
