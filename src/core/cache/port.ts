import type { ItemNo } from '@shared/domain/ids';

/** What a tier keeps. */
export interface CacheEntry {
  readonly value: unknown;
  /** `value` as JSON: written once, for the tiers that keep text and for the size. */
  readonly json: string;
  /** Epoch ms until which it is given without a second thought. */
  readonly freshUntilMs: number;
  /** Epoch ms until which it may still be given while it is read anew. */
  readonly keepUntilMs: number;
  readonly tags: readonly string[];
}

/** One place that keeps entries. Memory cannot fail; the others throw AppError when they are away. */
export interface CacheTier {
  /** One answer per key, in order; null for what is not there or too old to be given at all. */
  find(keys: readonly string[]): Promise<readonly (CacheEntry | null)[]>;
  /** Replaces entries of the same keys with their tags. */
  save(entries: ReadonlyMap<string, CacheEntry>): Promise<void>;
  removeKeys(keys: readonly string[]): Promise<void>;
  /** Removes every entry that carries one of `tags`, compared whole: `item:12345` is not `item:123456`. */
  removeTags(tags: readonly string[]): Promise<void>;
}

/** How long one kind of answer may be used. */
export interface CacheTtl {
  readonly freshMs: number;
  /** After `freshMs`, given once more for this long while it is read anew. */
  readonly staleMs: number;
}

/** A value from the source, and whether it may be kept. */
export interface Loaded<T> {
  readonly value: T;
  /** False for an answer that may be another a moment later: it is given but not kept. */
  readonly isKept: boolean;
}

/** A read of several things of one kind that share an upstream call. */
export interface CachedRead<T> {
  readonly kind: CacheKind;
  readonly ids: readonly string[];
  /** Unique within the kind. */
  readonly keyOf: (id: string) => string;
  /** Tags known before the value is. */
  readonly tagsOf: (id: string) => readonly string[];
  /** Tags that only the value tells, e.g. the items of a list. */
  readonly tagsOfValue: (value: T) => readonly string[];
  /** Whether a kept value is what this version expects; anything else is read anew. */
  readonly isUsable: (value: unknown) => value is T;
  /** One upstream call for all of `ids`. An id without an answer is missing from the result. */
  readonly load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Loaded<T>>>;
}

const CACHE_KINDS = ['item', 'list'] as const;
/** Kinds of kept answers; each has times of its own. */
export type CacheKind = (typeof CACHE_KINDS)[number];

/** What came of reads since the start. */
export interface CacheStats {
  readonly byKind: Readonly<
    Record<
      CacheKind,
      { readonly hits: number; readonly staleHits: number; readonly misses: number }
    >
  >;
  /** Share of hits over the last five minutes; null without reads. */
  readonly hitRate: number | null;
  /** Upstream loads that were shared by more than one reader. */
  readonly sharedLoads: number;
  /** The tier behind memory cannot be reached at the moment. */
  readonly isTierAway: boolean;
}

/** Answers of the marketplace that may be a little old. Never for detection, never for registration. */
export interface TaggedCache {
  /** Values by id. Throws what `load` throws, to everybody who waits for the same call. */
  read<T>(read: CachedRead<T>): Promise<ReadonlyMap<string, T>>;
  /** Drops the item's view and every list it may appear in; `containing` keeps lists that did not show it. */
  invalidateItem(itemNo: ItemNo, lists?: 'all' | 'containing'): Promise<void>;
  /** Drops the lists of a category and the views of its items. */
  invalidateCategory(categoryCode: string): Promise<void>;
  invalidateTags(tags: readonly string[]): Promise<void>;
  invalidateKey(kind: CacheKind, id: string): Promise<void>;
  /** Since the start of the product. */
  stats(): CacheStats;
  /** Ends background reads' effect; nothing is written any more. */
  close(): void;
}
