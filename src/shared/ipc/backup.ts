import { z } from 'zod';
import { appStateSchema } from './app';
import { nothing, route } from './route';
import { atMsSchema, countSchema, messageCodeSchema, textParamsSchema } from './values';

const backupIdSchema = z.string().min(1).max(80);

const backupSchema = z.strictObject({
  id: backupIdSchema,
  kind: z.enum(['daily', 'manual', 'before-restore']),
  createdAtMs: atMsSchema,
  sizeBytes: countSchema,
});
export type BackupView = z.infer<typeof backupSchema>;

const backupsSchema = z.strictObject({
  /** Newest first. */
  backups: z.array(backupSchema),
  folder: z.string(),
  /** Why the last daily one was not made. */
  fault: z.strictObject({ code: messageCodeSchema, params: textParamsSchema }).nullable(),
});

const oneBackup = z.strictObject({ id: backupIdSchema });

/**
 * Copies of the store's data folder, answered whether or not a product is open. Throw BACKUP_* and
 * STORAGE_*.
 */
export const backupRoutes = {
  'backup.list': route(nothing, backupsSchema),
  /** Makes one while the app works; answers when it is complete. */
  'backup.create': route(nothing, backupsSchema),
  'backup.remove': route(oneBackup, backupsSchema),
  /** Puts a backup in the place of the present data, which is kept aside, and opens on it. */
  'backup.restore': route(oneBackup, appStateSchema),
  /** Moves the damaged file that keeps the app closed aside, and opens without it. */
  'backup.setAside': route(nothing, appStateSchema),
} as const;
