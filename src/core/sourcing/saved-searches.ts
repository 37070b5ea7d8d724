import { type SavedSearch, SOURCING_SORTS, type SourcingConditions } from '@shared/domain/sourcing';
import { AppError } from '@shared/errors/app-error';
import { z } from 'zod';
import type { Clock } from '../platform/clock';
import type { Randomness } from '../platform/randomness';
import type { KeyValueStore } from '../storage/key-value';

const KEY = 'sourcing.searches';
/** More than this and the list is no help any more. */
export const SAVED_SEARCHES_MAX = 50;

const optionalText = z.string().exactOptional();
const optionalCount = z.int().min(0).exactOptional();

/** What a kept search may hold; a field of another version makes that search unreadable, not the list. */
const savedSearchSchema: z.ZodType<SavedSearch> = z.object({
  id: z.string(),
  name: z.string(),
  savedAtMs: z.number(),
  conditions: z.strictObject({
    keyword: optionalText,
    categoryCode: optionalText,
    supplierId: optionalText,
    supplierNick: optionalText,
    minPriceKrw: optionalCount,
    maxPriceKrw: optionalCount,
    minQuantity: optionalCount,
    maxQuantity: optionalCount,
    payer: z.enum(['free', 'prepaid', 'collect', 'buyer-choice']).exactOptional(),
    origin: z.enum(['domestic', 'foreign']).exactOptional(),
    isFastDelivery: z.boolean().exactOptional(),
    isGoodSupplier: z.boolean().exactOptional(),
    isLowestPrice: z.boolean().exactOptional(),
    isLicensed: z.boolean().exactOptional(),
    sort: z.enum(SOURCING_SORTS).exactOptional(),
  }),
});

/** The searches a seller keeps, newest first. */
export interface SavedSearches {
  list(): readonly SavedSearch[];
  /** Keeps `conditions` under `name`; a search of the same name is replaced. Throws SOURCING_SEARCHES_FULL. */
  save(name: string, conditions: SourcingConditions): readonly SavedSearch[];
  remove(id: string): readonly SavedSearch[];
}

/** A search that another version wrote and this one cannot read is left out of the list. */
export function createSavedSearches(deps: {
  readonly store: KeyValueStore;
  readonly clock: Clock;
  readonly randomness: Randomness;
}): SavedSearches {
  const list = (): readonly SavedSearch[] => {
    const kept = deps.store.find(KEY)?.value;
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((each) => {
      const parsed = savedSearchSchema.safeParse(each);
      return parsed.success ? [parsed.data] : [];
    });
  };
  const keep = (searches: readonly SavedSearch[]): readonly SavedSearch[] => {
    deps.store.save(KEY, searches, deps.clock.nowMs());
    return searches;
  };
  return {
    list,
    save: (name, conditions) => {
      const others = list().filter((each) => each.name !== name);
      if (others.length >= SAVED_SEARCHES_MAX) {
        throw new AppError('SOURCING_SEARCHES_FULL', { params: { max: SAVED_SEARCHES_MAX } });
      }
      const saved = {
        id: deps.randomness.hex(8),
        name,
        conditions,
        savedAtMs: deps.clock.nowMs(),
      };
      return keep([saved, ...others]);
    },
    remove: (id) => keep(list().filter((each) => each.id !== id)),
  };
}
