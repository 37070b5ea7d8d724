import type { S3Client } from '@aws-sdk/client-s3';
import type { Reason } from '@shared/domain/reason';
import type { PictureBackupSettings } from '@shared/domain/settings';

/** Keys of the storage; they never reach a log, an error or the screen. */
export interface BackupCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A client with the SDK it was made of, whose commands it takes. */
export interface BackupConnection {
  readonly client: S3Client;
  readonly sdk: typeof import('@aws-sdk/client-s3');
}

const MAX_ATTEMPTS = 3;
const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 30_000;

/** A client for the storage of the settings. The SDK is large and loaded on first use: most never switch the backup on. */
export async function connectBackup(
  settings: PictureBackupSettings,
  credentials: BackupCredentials,
): Promise<BackupConnection> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    region: settings.region === '' ? 'us-east-1' : settings.region,
    ...(settings.endpoint !== '' && { endpoint: settings.endpoint }),
    forcePathStyle: settings.isPathStyle,
    credentials,
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: ANSWER_TIMEOUT_MS },
    // Storages other than AWS refuse the SDK's default trailing checksums; Content-MD5 guards the body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, sdk };
}

/** The settings' prefix as the beginning of a key: empty, or with one slash at its end. */
export function folderOf(prefix: string): string {
  const folder = prefix.replace(/^\/+|\/+$/g, '');
  return folder === '' ? '' : `${folder}/`;
}

/** Error codes of S3 (Amazon S3 API reference, "Error responses", read 2026-09) by what has to be done. */
const KEYS_REFUSED: ReadonlySet<string> = new Set([
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidToken',
  'ExpiredToken',
  'TokenRefreshRequired',
  'Unauthorized',
]);
const NOT_ALLOWED: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AllAccessDisabled',
  'AccountProblem',
  'Forbidden',
]);
const NO_BUCKET: ReadonlySet<string> = new Set(['NoSuchBucket', 'InvalidBucketName']);
const WRONG_REGION: ReadonlySet<string> = new Set([
  'PermanentRedirect',
  'TemporaryRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
]);
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|TimeoutError|CERT|SELF_SIGNED|EPROTO|UnknownEndpoint/;

/** What a fault of the storage means for the seller. Never holds a key. */
export function backupProblemOf(settings: PictureBackupSettings, fault: unknown): Reason {
  const name = fault instanceof Error ? fault.name : 'unknown';
  const { bucket } = settings;
  const host = hostOf(settings);
  if (KEYS_REFUSED.has(name)) return problem('PICTURE_BACKUP_KEYS_REFUSED', { host });
  if (NO_BUCKET.has(name)) return problem('PICTURE_BACKUP_NO_BUCKET', { host, bucket });
  if (WRONG_REGION.has(name) || storageStatusOf(fault) === 301) {
    return problem('PICTURE_BACKUP_WRONG_REGION', { bucket, region: settings.region || '-' });
  }
  if (NOT_ALLOWED.has(name) || storageStatusOf(fault) === 403) {
    return problem('PICTURE_BACKUP_NOT_ALLOWED', { bucket });
  }
  if (UNREACHABLE.test(`${name} ${codeOf(fault)}`)) {
    return problem('PICTURE_BACKUP_UNREACHABLE', { host });
  }
  const message = fault instanceof Error ? fault.message : String(fault);
  const told = message === '' || message === name ? name : `${name}: ${message}`;
  return problem('PICTURE_BACKUP_FAILED', { bucket, problem: told.slice(0, 200) });
}

function problem(code: Reason['code'], params: NonNullable<Reason['params']>): Reason {
  return { code, severity: 'warn', params };
}

function hostOf({ endpoint, region }: PictureBackupSettings): string {
  if (URL.canParse(endpoint)) return new URL(endpoint).host;
  return `s3.${region === '' ? 'us-east-1' : region}.amazonaws.com`;
}

/** The HTTP status the storage answered with; null when it did not answer. */
export function storageStatusOf(fault: unknown): number | null {
  if (typeof fault !== 'object' || fault === null || !('$metadata' in fault)) return null;
  const metadata = fault.$metadata;
  if (typeof metadata !== 'object' || metadata === null) return null;
  return 'httpStatusCode' in metadata && typeof metadata.httpStatusCode === 'number'
    ? metadata.httpStatusCode
    : null;
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}
