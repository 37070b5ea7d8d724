import { createHash } from 'node:crypto';
import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Reason } from '@shared/domain/reason';
import type { PictureBackupSettings } from '@shared/domain/settings';
import sharp from 'sharp';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Database } from '../storage/database';
import type { PreparedFile } from './port';
import {
  type BackupConnection,
  type BackupCredentials,
  backupProblemOf,
  connectBackup,
  folderOf,
  storageStatusOf,
} from './s3-connection';
import { createSlots } from './slots';

/** What became of the pictures of one product, in objects. */
export interface BackupReport {
  /** Objects written by this call. */
  readonly stored: number;
  /** Objects that were there with the same content. */
  readonly alreadyThere: number;
  readonly failed: readonly { readonly key: string; readonly reason: Reason }[];
}

/** Keeps a WebP copy of a product's pictures in an S3-compatible storage. */
export interface PictureBackup {
  /**
   * Stores `files` as `<prefix>/<productId>_<index>.webp`, index from 0 in the order given. May be
   * called again after an interruption: what is there is not sent again. A storage that fails is
   * reported, never thrown; rejects only when aborted.
   */
  backUp(
    productId: string,
    files: readonly PreparedFile[],
    signal?: AbortSignal,
  ): Promise<BackupReport>;
  close(): void;
}

export interface PictureBackupPorts {
  readonly settings: PictureBackupSettings;
  /** Null when none are kept yet: the backup then stays off. */
  readonly credentials: BackupCredentials | null;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

const WEBP_QUALITY = 85;
/** Objects on their way at once. */
const PARALLEL = 4;
/** Encoding at once: the cores belong to the pictures that products wait for. */
const PARALLEL_ENCODES = 1;
const SOURCE_HASH = 'source-sha256';

/** The backup of the settings, or one that does nothing while it is switched off or not set up. */
export function createPictureBackup(ports: PictureBackupPorts): PictureBackup {
  const { settings, credentials } = ports;
  if (!settings.isOn || settings.bucket === '' || credentials === null) return noBackup;
  return createS3Backup(ports, credentials);
}

const noBackup: PictureBackup = {
  backUp: async () => ({ stored: 0, alreadyThere: 0, failed: [] }),
  close: () => undefined,
};

function createS3Backup(ports: PictureBackupPorts, credentials: BackupCredentials): PictureBackup {
  const { settings, clock, logger } = ports;
  const target = `${settings.endpoint}|${settings.bucket}`;
  const known = ports.database.prepare<[string, string], { source_sha256: string }>(
    'SELECT source_sha256 FROM backed_up_pictures WHERE target = ? AND object_key = ?',
  );
  const record = ports.database.prepare(
    `INSERT INTO backed_up_pictures (target, object_key, source_sha256, stored_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (target, object_key) DO UPDATE SET source_sha256 = excluded.source_sha256, stored_at_ms = excluded.stored_at_ms`,
  );
  const transfers = createSlots(PARALLEL);
  const encodes = createSlots(PARALLEL_ENCODES);
  let connecting: Promise<BackupConnection> | null = null;

  const store = async (
    key: string,
    file: PreparedFile,
    signal: AbortSignal | undefined,
  ): Promise<'stored' | 'already-there'> => {
    if (known.get(target, key)?.source_sha256 === file.sha256) return 'already-there';
    connecting ??= connectBackup(settings, credentials).catch((fault: unknown) => {
      // Asked for again by the next picture: what was missing may be there by then.
      connecting = null;
      throw fault;
    });
    const { client, sdk } = await connecting;
    const place = { Bucket: settings.bucket, Key: key };
    const abort = signal === undefined ? {} : { abortSignal: signal };
    const found: HeadObjectCommandOutput | null = await client
      .send(new sdk.HeadObjectCommand(place), abort)
      .catch((fault: unknown) => {
        // A refusal to a question without an answer's body says nothing; writing says what is wrong.
        if (isAbsent(fault) || isForbidden(fault)) return null;
        throw fault;
      });
    const isSame = found?.Metadata?.[SOURCE_HASH] === file.sha256;
    if (!isSame) {
      const webp = (): Promise<Buffer> =>
        sharp(file.path).webp({ quality: WEBP_QUALITY }).toBuffer();
      const bytes = await encodes.run(webp, signal);
      const put = new sdk.PutObjectCommand({
        ...place,
        Body: bytes,
        ContentType: 'image/webp',
        ContentMD5: createHash('md5').update(bytes).digest('base64'),
        Metadata: { [SOURCE_HASH]: file.sha256 },
      });
      await client.send(put, abort);
    }
    record.run(target, key, file.sha256, clock.nowMs());
    return isSame ? 'already-there' : 'stored';
  };

  return {
    backUp: async (productId, files, signal) => {
      signal?.throwIfAborted();
      const results = await Promise.all(
        files.map(async (file, index) => {
          const key = keyOf(settings.prefix, productId, index);
          try {
            return { key, kind: await transfers.run(() => store(key, file, signal), signal) };
          } catch (fault) {
            signal?.throwIfAborted();
            return { key, kind: 'failed' as const, reason: backupProblemOf(settings, fault) };
          }
        }),
      );
      const failed = results.flatMap((result) =>
        result.kind === 'failed' ? [{ key: result.key, reason: result.reason }] : [],
      );
      if (failed.length > 0) {
        logger.warn({ productId, failed: failed.length }, 'picture backup incomplete');
      }
      const count = (kind: string): number =>
        results.filter((result) => result.kind === kind).length;
      return { stored: count('stored'), alreadyThere: count('already-there'), failed };
    },
    close: () => {
      // A connection that never came up has nothing to close.
      connecting?.then(({ client }) => client.destroy()).catch(() => undefined);
    },
  };
}

function keyOf(prefix: string, productId: string, index: number): string {
  return `${folderOf(prefix)}${productId}_${index}.webp`;
}

function isForbidden(fault: unknown): boolean {
  return storageStatusOf(fault) === 403;
}

function isAbsent(fault: unknown): boolean {
  return fault instanceof Error && (fault.name === 'NotFound' || fault.name === 'NoSuchKey');
}
