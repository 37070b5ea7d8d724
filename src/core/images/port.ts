import type { StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Lane } from '../limiter/port';

/** `product`: shown at the top of the product page; `detail`: part of the description. */
export type PictureRole = 'product' | 'detail';

/** A part of a picture, in shares of its width and height from the left and the top, 0 to 1. */
export interface PictureRegion {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Something to look at in a picture that is used all the same. */
export interface PictureWarning {
  readonly reason: Reason;
  /** Where it is seen; empty when it is about the picture as a whole. */
  readonly regions: readonly PictureRegion[];
}

/** A picture to prepare; `url` as `pictureUrlOf` writes it. */
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
      readonly warnings: readonly PictureWarning[];
      /** The picture as it came, after turning it upright. */
      readonly source: { readonly widthPx: number; readonly heightPx: number };
    }
  | {
      readonly kind: 'duplicate';
      readonly url: string;
      readonly role: PictureRole;
      /** A `prepared` picture of the same role in the same answer, never another duplicate. */
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

/**
 * Downloads and converts. Never throws for a bad picture; throws only when aborted or the disk fails.
 * One outcome per planned picture, in the order given; the first `product` picture is the
 * representative one. May be called by many items at once: a picture they share is fetched and
 * converted once.
 */
export interface PicturePreparer {
  prepare(
    pictures: readonly PlannedPicture[],
    signal?: AbortSignal,
  ): Promise<readonly PictureOutcome[]>;
  /** Ends downloads and frees connections. */
  close(): Promise<void>;
}

/**
 * Brings prepared files to a store, once each: remembered by content hash, files of several callers
 * packed into one call (10 files, under 9.5 MB), one call at a time per store.
 */
export interface PictureUploader {
  /**
   * Address by sha256 for every file. Throws AppError when a call fails for good; a caller that
   * aborts leaves the others' files alone. Safe to call again: what arrived is not sent twice.
   */
  upload(
    storeId: StoreId,
    files: readonly PreparedFile[],
    options: { readonly lane: Lane; readonly signal?: AbortSignal },
  ): Promise<ReadonlyMap<string, string>>;
  /** Forgets addresses that the market no longer accepts, so that the next upload sends them again. */
  forget(storeId: StoreId, urls: readonly string[]): void;
}
