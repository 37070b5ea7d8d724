import { LRUCache } from 'lru-cache';
import type { Clock } from '../platform/clock';
import type { CacheEntry, CacheTier } from './port';

export interface MemoryTierOptions {
  readonly clock: Clock;
  /** Most text kept, in characters; the least recently used goes first. Default 32 Mi. */
  readonly maxChars?: number;
}

const DEFAULT_MAX_CHARS = 32 * 1024 * 1024;
/** Keys, tags and bookkeeping of an entry. */
const ENTRY_OVERHEAD_CHARS = 500;

/** Entries of this process: live values, found without parsing. */
export interface MemoryTier extends CacheTier {
  /** As `find`, at once. */
  peek(key: string): CacheEntry | null;
}

/** An entry that is too old to be given is dropped when it is asked for. */
export function createMemoryTier({ clock, maxChars }: MemoryTierOptions): MemoryTier {
  const keysByTag = new Map<string, Set<string>>();
  const entries = new LRUCache<string, CacheEntry>({
    maxSize: maxChars ?? DEFAULT_MAX_CHARS,
    sizeCalculation: ({ json }) => json.length + ENTRY_OVERHEAD_CHARS,
    dispose: ({ tags }, key) => {
      for (const tag of tags) {
        const keys = keysByTag.get(tag);
        keys?.delete(key);
        if (keys?.size === 0) keysByTag.delete(tag);
      }
    },
  });
  const peek = (key: string): CacheEntry | null => {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (clock.nowMs() < entry.keepUntilMs) return entry;
    entries.delete(key);
    return null;
  };
  return {
    peek,
    find: async (keys) => keys.map(peek),
    save: async (added) => {
      for (const [key, entry] of added) {
        // First out with the old one, so that its tags are not taken off the new one's.
        entries.delete(key);
        entries.set(key, entry);
        if (!entries.has(key)) continue;
        for (const tag of entry.tags) {
          const keys = keysByTag.get(tag) ?? new Set();
          keysByTag.set(tag, keys);
          keys.add(key);
        }
      }
    },
    removeKeys: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
    removeTags: async (tags) => {
      for (const tag of tags) {
        for (const key of [...(keysByTag.get(tag) ?? [])]) entries.delete(key);
      }
    },
  };
}
