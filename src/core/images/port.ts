import type { StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Lane } from '../limiter/port';

export type PictureRole = 'product' | 'detail';

export interface PlannedPicture {
  readonly url: string;
  readonly role: PictureRole;
}

/** What became of one planned picture. A dropped picture always says why. */
export type PictureOutcome =
  | {
      readonly kind: 'prepared';
      readonly url: string;
      readonly role: PictureRole;
      readonly files: readonly PreparedFile[];
      readonly warnings: readonly Reason[];
    }
  | {
      readonly kind: 'duplicate';
      readonly url: string;
      readonly role: PictureRole;
      readonly ofUrl: string;
    }
  | {
      readonly kind: 'dropped';
      readonly url: string;
      readonly role: PictureRole;
      readonly reason: Reason;
    };

/** A picture ready for Naver, kept in the data folder under its content hash. One source may give several slices. */
export interface PreparedFile {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly path: string;
  readonly contentType: 'image/jpeg' | 'image/png';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
}

/** Downloads and converts. Never throws for a bad picture; throws only when aborted or the disk fails. */
export interface PicturePreparer {
  prepare(
    pictures: readonly PlannedPicture[],
    signal?: AbortSignal,
  ): Promise<readonly PictureOutcome[]>;
}

/**
 * Brings prepared files to a store, once each: remembered by content hash, files of several callers
 * packed into one call (10 files, under 10 MB), one call at a time per store.
 */
export interface PictureUploader {
  /** Address by sha256 for every file. Throws AppError when a call fails. */
  upload(
    storeId: StoreId,
    files: readonly PreparedFile[],
    options: { readonly lane: Lane; readonly signal?: AbortSignal },
  ): Promise<ReadonlyMap<string, string>>;
}
