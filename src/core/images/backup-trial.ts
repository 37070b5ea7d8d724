import type { Reason } from '@shared/domain/reason';
import type { PictureBackupSettings } from '@shared/domain/settings';
import { type BackupCredentials, backupProblemOf, connectBackup, folderOf } from './s3-connection';

const TRIAL_NAME = 'storebridge-connection-test.txt';
const TRIAL_TEXT = 'StoreBridge';

/**
 * Writes, reads and removes one small object where the backup would write. Null when all of it works,
 * else what is in the way. A storage that lets write but not remove counts as working: a backup never
 * removes anything.
 */
export async function tryPictureBackup(
  settings: PictureBackupSettings,
  credentials: BackupCredentials | null,
): Promise<Reason | null> {
  if (settings.bucket === '' || credentials === null) {
    return { code: 'PICTURE_BACKUP_NOT_SET_UP', severity: 'warn' };
  }
  const { client, sdk } = await connectBackup(settings, credentials);
  const place = { Bucket: settings.bucket, Key: `${folderOf(settings.prefix)}${TRIAL_NAME}` };
  try {
    await client.send(
      new sdk.PutObjectCommand({ ...place, Body: TRIAL_TEXT, ContentType: 'text/plain' }),
    );
    await client.send(new sdk.HeadObjectCommand(place));
    // Left behind where removing is forbidden; overwritten by the next trial.
    await client.send(new sdk.DeleteObjectCommand(place)).catch(() => undefined);
    return null;
  } catch (fault) {
    return backupProblemOf(settings, fault);
  } finally {
    client.destroy();
  }
}
