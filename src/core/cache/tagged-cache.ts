import { toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { createHitCounter } from './hit-counter';
import type { MemoryTier } from './memory-tier';
import type {
  CachedRead,
  CacheEntry,
  CacheKind,
  CacheTier,
  CacheTtl,
  Loaded,
  TaggedCache,
} from './port';

export interface TaggedCacheOptions {
  readonly memory: MemoryTier;
  /** Behind memory: Redis or SQLite. */
  readonly behind: CacheTier;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly ttls?: Readonly<Record<CacheKind, CacheTtl>>;
}

const HOUR_MS = 3_600_000;
/** An item's view is worth an hour (what was asked for); lists move faster. */
const DEFAULT_TTLS: Readonly<Record<CacheKind, CacheTtl>> = {
  item: { freshMs: HOUR_MS, staleMs: 6 * HOUR_MS },
  list: { freshMs: 10 * 60_000, staleMs: HOUR_MS },
};

/** A tier that failed is left alone this long: each try may cost its whole time limit. */
const TIER_REST_MS = 5_000;
/** Invalidations kept for a tier that is away; beyond it nothing of the tier is believed any more. */
const MAX_OWED = 5_000;

/** On every list, so that all of them can be dropped at once. */
export const ALL_LISTS_TAG = 'lists';
/** On the view of the item, and on lists that show it. */
export const itemTag = (itemNo: string): string => `item:${itemNo}`;
/** On lists of a category and on views of its items. */
export const categoryTag = (code: string): string => `category:${code}`;

interface UnderWay {
  readonly promise: Promise<Loaded<unknown> | null>;
  readonly tags: readonly string[];
  readers: number;
}

interface Invalidation {
  readonly sequence: number;
  readonly keys: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

/**
 * Two tiers with one upstream call for all who wait for the same thing. Old but usable values are
 * given at once and read anew behind the reader. An invalidation also covers what is being read at
 * that moment: it is neither kept nor given to readers that come after. When the tier behind is
 * away, reads go upstream and the seller's log says so once.
 */
export function createTaggedCache(options: TaggedCacheOptions): TaggedCache {
  const { memory, behind, clock, logger, ttls = DEFAULT_TTLS } = options;
  const counter = createHitCounter(clock);
  const underWay = new Map<string, UnderWay>();
  let invalidations: Invalidation[] = [];
  let sequence = 0;
  let activeReads = 0;
  let isAway = false;
  let restUntilMs = Number.NEGATIVE_INFINITY;
  let owedKeys = new Set<string>();
  let owedTags = new Set<string>();
  /** Entries that ended up in the tier before this moment are not believed. */
  let distrustedBeforeMs = Number.NEGATIVE_INFINITY;
  let isClosed = false;

  const onTier = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    if (isClosed || clock.monotonicMs() < restUntilMs) return otherwise;
    try {
      await payWhatIsOwed();
      const result = await work();
      if (isAway) logger.info({}, 'the cache is back');
      isAway = false;
      return result;
    } catch (fault) {
      restUntilMs = clock.monotonicMs() + TIER_REST_MS;
      if (!isAway) {
        logger.warn({ code: toAppError(fault).code }, 'the cache is away, reads go to the market');
      }
      isAway = true;
      return otherwise;
    }
  };
  async function payWhatIsOwed(): Promise<void> {
    if (owedKeys.size === 0 && owedTags.size === 0) return;
    const [keys, tags] = [owedKeys, owedTags];
    owedKeys = new Set();
    owedTags = new Set();
    try {
      if (keys.size > 0) await behind.removeKeys([...keys]);
      if (tags.size > 0) await behind.removeTags([...tags]);
    } catch (fault) {
      owe(keys, tags);
      throw fault;
    }
  }
  function owe(keys: Iterable<string>, tags: Iterable<string>): void {
    for (const key of keys) owedKeys.add(key);
    for (const tag of tags) owedTags.add(tag);
    if (owedKeys.size + owedTags.size <= MAX_OWED) return;
    owedKeys.clear();
    owedTags.clear();
    distrustedBeforeMs = clock.nowMs();
  }

  const isHit = ({ keys, tags }: Invalidation, key: string, own: readonly string[]): boolean =>
    keys.has(key) || own.some((tag) => tags.has(tag));
  const isStillTrue = (since: number, key: string, tags: readonly string[]): boolean =>
    invalidations.every((each) => each.sequence <= since || !isHit(each, key, tags));
  const begin = (): number => {
    activeReads += 1;
    return sequence;
  };
  const end = (): void => {
    activeReads -= 1;
    if (activeReads === 0) invalidations = [];
  };

  const invalidate = async (keys: readonly string[], tags: readonly string[]): Promise<void> => {
    sequence += 1;
    const invalidation = { sequence, keys: new Set(keys), tags: new Set(tags) };
    if (activeReads > 0) invalidations.push(invalidation);
    for (const [key, load] of underWay) {
      if (isHit(invalidation, key, load.tags)) underWay.delete(key);
    }
    await memory.removeKeys(keys);
    await memory.removeTags(tags);
    const isDone = await onTier(async () => {
      if (keys.length > 0) await behind.removeKeys(keys);
      if (tags.length > 0) await behind.removeTags(tags);
      return true;
    }, false);
    if (!isDone) owe(keys, tags);
  };

  const keep = async <T>(
    read: CachedRead<T>,
    loaded: ReadonlyMap<string, Loaded<T>>,
    since: number,
  ): Promise<void> => {
    const nowMs = clock.nowMs();
    const { freshMs, staleMs } = ttls[read.kind];
    const entries = new Map<string, CacheEntry>();
    for (const [id, { value, isKept }] of loaded) {
      const key = fullKey(read, id);
      const tags = [...new Set([...read.tagsOf(id), ...read.tagsOfValue(value)])];
      if (!isKept || isClosed || !isStillTrue(since, key, tags)) continue;
      entries.set(key, {
        value,
        json: JSON.stringify(value),
        freshUntilMs: nowMs + freshMs,
        keepUntilMs: nowMs + freshMs + staleMs,
        tags,
      });
    }
    if (entries.size === 0) return;
    await memory.save(entries);
    await onTier(() => behind.save(entries), undefined);
    // What was invalidated while it was being written must not outlive it.
    const overtaken = [...entries].filter(([key, { tags }]) => !isStillTrue(since, key, tags));
    if (overtaken.length > 0)
      await invalidate(
        overtaken.map(([key]) => key),
        [],
      );
  };

  /** One upstream call for all of `ids`; readers that come meanwhile wait for the same one. */
  const startLoad = <T>(read: CachedRead<T>, ids: readonly string[]): void => {
    const since = begin();
    const loading = (async () => read.load(ids))();
    const kept = loading
      .then((loaded) => keep(read, loaded, since))
      .catch((fault: unknown) => {
        // A failed load is told to its readers; a failed write only costs the next reader a call.
        logger.debug({ err: fault }, 'an answer was not kept');
      });
    for (const id of ids) {
      const key = fullKey(read, id);
      const load: UnderWay = {
        promise: loading.then((loaded) => loaded.get(id) ?? null),
        tags: read.tagsOf(id),
        readers: 0,
      };
      // A refresh behind the reader may have nobody who waits.
      load.promise.catch(() => undefined);
      underWay.set(key, load);
      const leave = (): void => {
        if (underWay.get(key) === load) underWay.delete(key);
      };
      // Until memory has it: a reader that just missed must find one or the other.
      kept.then(leave, leave);
    }
    kept.then(end, end);
  };
  const refresh = <T>(read: CachedRead<T>, ids: readonly string[]): void => {
    const idle = ids.filter((id) => !underWay.has(fullKey(read, id)));
    if (idle.length > 0) startLoad(read, idle);
  };

  const readAll = async <T>(read: CachedRead<T>): Promise<ReadonlyMap<string, T>> => {
    const nowMs = clock.nowMs();
    const values = new Map<string, T>();
    const stale: string[] = [];
    const take = (id: string, entry: CacheEntry | null): boolean => {
      if (entry === null || !read.isUsable(entry.value)) return false;
      const isFresh = nowMs < entry.freshUntilMs;
      counter.count(read.kind, isFresh ? 'hits' : 'staleHits');
      if (!isFresh) stale.push(id);
      values.set(id, entry.value);
      return true;
    };
    const ids = [...new Set(read.ids)];
    let missing = ids.filter((id) => !take(id, memory.peek(fullKey(read, id))));
    if (missing.length > 0) missing = await readBehind(read, missing, take);
    const waiting: string[] = [];
    const unread: string[] = [];
    for (const id of missing) {
      const key = fullKey(read, id);
      // While the tier was asked, another reader may have brought it.
      if (take(id, memory.peek(key))) continue;
      counter.count(read.kind, 'misses');
      if (!underWay.has(key)) unread.push(id);
      waiting.push(id);
    }
    if (unread.length > 0) startLoad(read, unread);
    const loads = waiting.flatMap((id): readonly [string, UnderWay][] => {
      const load = underWay.get(fullKey(read, id));
      return load === undefined ? [] : [[id, load]];
    });
    for (const [, load] of loads) {
      load.readers += 1;
      if (load.readers === 2) counter.shared();
    }
    if (stale.length > 0) refresh(read, stale);
    for (const [id, load] of loads) {
      const loaded = (await load.promise) as Loaded<T> | null;
      if (loaded !== null) values.set(id, loaded.value);
    }
    return values;
  };
  const readBehind = async <T>(
    read: CachedRead<T>,
    ids: readonly string[],
    take: (id: string, entry: CacheEntry | null) => boolean,
  ): Promise<string[]> => {
    const since = begin();
    try {
      const keys = ids.map((id) => fullKey(read, id));
      const found = await onTier(() => behind.find(keys), []);
      const brought = new Map<string, CacheEntry>();
      const missing = ids.filter((id, index) => {
        const entry = found[index] ?? null;
        const key = fullKey(read, id);
        const { freshMs, staleMs } = ttls[read.kind];
        const isBelieved =
          entry !== null &&
          entry.keepUntilMs - freshMs - staleMs >= distrustedBeforeMs &&
          isStillTrue(since, key, entry.tags);
        if (!isBelieved || !take(id, entry)) return true;
        brought.set(key, entry);
        return false;
      });
      if (brought.size > 0) await memory.save(brought);
      return missing;
    } finally {
      end();
    }
  };

  return {
    read: readAll,
    invalidateItem: (itemNo, lists = 'all') =>
      invalidate([], [itemTag(itemNo), ...(lists === 'all' ? [ALL_LISTS_TAG] : [])]),
    invalidateCategory: (code) => invalidate([], [categoryTag(code)]),
    invalidateTags: (tags) => invalidate([], tags),
    invalidateKey: (kind, id) => invalidate([`${kind}:${id}`], []),
    stats: () => ({ ...counter.stats(), isTierAway: isAway }),
    close: () => {
      isClosed = true;
    },
  };
}

function fullKey<T>(read: CachedRead<T>, id: string): string {
  return `${read.kind}:${read.keyOf(id)}`;
}
