import { waitUnlessAborted } from '../http/shared-wait';
import type { Clock } from '../platform/clock';
import type { KeyValueStore } from '../storage/key-value';
import type { CallOptions, NaverClient } from './port';

/** Tags of one call; no limit is published, this keeps the address of the request short. */
const TAGS_PER_CALL = 50;

export interface TagLookupDependencies {
  readonly client: Pick<NaverClient, 'fetchRestrictedTags'>;
  readonly keyValueStore: KeyValueStore;
  readonly clock: Clock;
  readonly keyPrefix: string;
  /** How long an answer holds. */
  readonly freshMs: number;
}

/** What Naver says about search tags, remembered. */
export interface TagLookup {
  /** Whether Naver restricts each tag. Throws what the client throws; nothing is kept then. */
  restricted(tags: readonly string[], options: CallOptions): Promise<ReadonlyMap<string, boolean>>;
}

interface Wave {
  readonly tags: Set<string>;
  readonly answered: Promise<void>;
}

/**
 * Asks Naver about tags with as few calls as can be: one call is under way at a time, and whatever is
 * asked meanwhile goes into the next one together. So four drafts being prepared at once cost one
 * call, not four.
 */
export function createTagLookup(deps: TagLookupDependencies): TagLookup {
  const { client, keyValueStore, clock, freshMs } = deps;
  const known = new Map<string, { readonly isRestricted: boolean; readonly atMs: number }>();
  let last: Promise<void> = Promise.resolve();
  let next: Wave | null = null;

  const isFresh = (atMs: number): boolean => {
    const ageMs = clock.nowMs() - atMs;
    return ageMs >= 0 && ageMs < freshMs;
  };
  const find = (tag: string): boolean | null => {
    const inMemory = known.get(tag);
    if (inMemory !== undefined && isFresh(inMemory.atMs)) return inMemory.isRestricted;
    const stored = keyValueStore.find(deps.keyPrefix + tag);
    if (stored === null || !isFresh(stored.writtenAtMs)) return null;
    if (typeof stored.value !== 'boolean') return null;
    known.set(tag, { isRestricted: stored.value, atMs: stored.writtenAtMs });
    return stored.value;
  };
  const fetchAll = async (tags: readonly string[], lane: CallOptions['lane']): Promise<void> => {
    for (let from = 0; from < tags.length; from += TAGS_PER_CALL) {
      const asked = tags.slice(from, from + TAGS_PER_CALL);
      const answer = new Map(await client.fetchRestrictedTags(asked, { lane }));
      // How several tags are written in one address is not published: one that got no answer is asked alone.
      for (const tag of asked.length > 1 ? asked.filter((each) => !answer.has(each)) : []) {
        const alone = await client.fetchRestrictedTags([tag], { lane });
        answer.set(tag, alone.get(tag) ?? false);
      }
      const atMs = clock.nowMs();
      for (const tag of asked) {
        const isRestricted = answer.get(tag) ?? false;
        known.set(tag, { isRestricted, atMs });
        keyValueStore.save(deps.keyPrefix + tag, isRestricted, atMs);
      }
    }
  };
  const join = (tags: readonly string[], lane: CallOptions['lane']): Promise<void> => {
    if (next === null) {
      const wanted = new Set<string>();
      const previous = last;
      const answered = (async () => {
        // The one before may have failed; its askers were told, these only waited for their turn.
        await previous.catch(() => undefined);
        next = null;
        await fetchAll(
          [...wanted].filter((tag) => find(tag) === null),
          lane,
        );
      })();
      last = answered;
      next = { tags: wanted, answered };
    }
    for (const tag of tags) next.tags.add(tag);
    return next.answered;
  };

  return {
    restricted: async (tags, options) => {
      options.signal?.throwIfAborted();
      const open = tags.filter((tag) => find(tag) === null);
      if (open.length > 0) {
        await waitUnlessAborted(join(open, options.lane), options.signal, 'Naver');
      }
      return new Map(tags.map((tag) => [tag, find(tag) ?? false]));
    },
  };
}
