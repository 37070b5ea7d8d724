/** Why a backup was made. Only daily ones are removed by themselves. */
export const BACKUP_KINDS = ['daily', 'manual', 'before-restore'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** A complete backup; `sizeBytes` is that of its files. */
export interface Backup {
  /** Name of its folder: `2026-11-23T07-12-03-manual`. */
  readonly id: string;
  readonly kind: BackupKind;
  readonly createdAtMs: number;
  readonly sizeBytes: number;
}

/** Copies of everything in the data folder that cannot be had again, without the keys. */
export interface BackupService {
  /** Newest first. Folders that are no complete backup are not listed. */
  list(): Promise<readonly Backup[]>;
  /**
   * Makes one while the product runs. One at a time; complete or not there at all. Throws
   * STORAGE_DAMAGED when a database is damaged, STORAGE_FULL and STORAGE_READ_ONLY.
   */
  create(kind: BackupKind): Promise<Backup>;
  /** Throws BACKUP_NOT_FOUND. */
  remove(id: string): Promise<void>;
  /**
   * Checks the backup and lays it ready; `apply` then swaps it in and needs the product closed. What
   * was there before is kept aside. Throws BACKUP_NOT_FOUND, BACKUP_DAMAGED and STORAGE_NEWER before
   * anything is touched.
   */
  prepareRestore(id: string): Promise<{ apply(): Promise<void> }>;
  /** Makes today's backup when it is due and daily ones are on, and removes those beyond the number to keep. */
  createDailyIfDue(): Promise<Backup | null>;
  /** Where they are. */
  readonly folder: string;
}
