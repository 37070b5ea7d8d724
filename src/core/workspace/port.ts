import type { Settings } from '@shared/domain/settings';
import type { AppError } from '@shared/errors/app-error';
import type { ConnectionVerdict, Market } from '@shared/ipc/connection';
import type { BackupService } from '../backup/port';
import type { SecretStore } from '../secrets/port';
import type { SettingsService, StoreBridge } from '../storebridge';
import type { StoreProfile, StoreProfiles } from './stores';

/** The product is there, or why it is not. */
export type SettledState =
  | { readonly kind: 'open'; readonly storebridge: StoreBridge }
  | { readonly kind: 'closed'; readonly fault: AppError };

/** `opening` also while the product is closed to be opened again. */
export type ProductState = { readonly kind: 'opening' } | SettledState;

/**
 * One data folder and the product that is open on it. The product can be closed and opened again
 * while the shell goes on: for other keys, practice or live, a restored backup. Shells hold this and
 * ask for the product each time.
 */
export interface Workspace {
  /** The whole data folder; that of the first store, and of the logs. */
  readonly home: string;
  state(): ProductState;
  /** The state once nothing is being opened or closed. */
  whenSettled(): Promise<SettledState>;
  /** Told of every state, `opening` included. */
  subscribe(listener: (state: ProductState) => void): () => void;
  /** Opens the product and begins its work. A fault is a state, not a rejection. */
  open(): Promise<SettledState>;
  /**
   * Closes the product, does `whileClosed`, and opens again whatever came of that; then throws what
   * `whileClosed` threw. One at a time, in the order asked.
   */
  reopen(whileClosed?: () => Promise<void>): Promise<SettledState>;
  /**
   * Saves the mode and opens in it. Throws SETTINGS_KEYS_MISSING before anything is closed, and
   * SETTINGS_NOT_SAVED.
   */
  switchMode(mode: 'practice' | 'live'): Promise<SettledState>;
  /** Also while the product is closed; the defaults where the file is damaged, which then takes no change. */
  settings(): SettingsService;
  /** As they are saved, without what practice mode puts in their place. */
  savedSettings(): Settings;
  secrets(): SecretStore;
  /** Of the current store. */
  backups(): BackupService;
  /** Why the last daily backup was not made; null when it was, or none has been due. */
  backupFault(): AppError | null;
  /**
   * Puts a backup in the place of the present data, which is kept aside, and opens on it. Throws as
   * `prepareRestore` does, and REGISTRATION_OTHER_WORKER when another program uses the data; nothing
   * has changed then.
   */
  restore(id: string): Promise<SettledState>;
  /**
   * Moves the damaged file that keeps the product closed out of the way and opens without it. Throws
   * BACKUP_NOTHING_TO_SET_ASIDE when that is not why it is closed.
   */
  setAside(): Promise<SettledState>;
  readonly stores: Pick<StoreProfiles, 'list' | 'current' | 'rename'>;
  /** A store of its own beside the others; language, theme, Redis and the desktop's own settings are taken over. */
  createStore(name: string): StoreProfile;
  /** Opens the product of another store. Throws STORES_UNKNOWN before anything is closed. */
  switchStore(id: string): Promise<SettledState>;
  /**
   * One cheap read at the real market with the saved keys, in practice mode too. What fails is a
   * verdict.
   */
  testConnection(market: Market): Promise<ConnectionVerdict>;
  /** Closes for good. */
  close(deadlineMs: number): Promise<void>;
}
