/** Keys of the seller. They reach the clients that need them and nothing else: no log, error or screen. */
export const SECRET_NAMES = [
  'domeggookKey',
  'naverClientSecret',
  'notificationWebhookUrl',
  'smtpPassword',
  'pictureBackupAccessKeyId',
  'pictureBackupSecretKey',
] as const;
export type SecretName = (typeof SECRET_NAMES)[number];
