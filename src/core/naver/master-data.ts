import { z } from 'zod';
import { waitUnlessAborted } from '../http/shared-wait';
import type { Clock } from '../platform/clock';
import type { KeyValueStore } from '../storage/key-value';
import type { CallOptions, NaverClient, NaverMasterData } from './port';
import { createTagLookup } from './tag-lookup';

export interface NaverMasterDataDependencies {
  readonly client: NaverClient;
  readonly keyValueStore: KeyValueStore;
  readonly clock: Clock;
  /**
   * Whose lists they are: server address and application. Addresses and couriers belong to one store,
   * and a practice market's lists must never answer for the real one. Default `main`.
   */
  readonly scope?: string;
}

const FRESH_MS = 24 * 3_600_000;
const KEY_PREFIX = 'naver.master.v1';

const categorySchema = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  isLeaf: z.boolean(),
});
const categoryDetailSchema = categorySchema.extend({
  exceptions: z.array(z.string()),
  certifications: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      kindTypes: z.array(z.string()),
      isNumberOptional: z.boolean(),
      isCompanyNameRequired: z.boolean(),
    }),
  ),
});
const addressSchema = z.object({
  id: z.number(),
  name: z.string(),
  type: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  isOversea: z.boolean(),
});
const courierSchema = z.object({ id: z.string(), name: z.string(), priority: z.string() });
const originAreaSchema = z.object({ code: z.string(), name: z.string() });

/** Naver's lists, kept for a day across restarts. A kept value of an older form is read anew. */
export function createNaverMasterData(deps: NaverMasterDataDependencies): NaverMasterData {
  const { client, keyValueStore, clock, scope = 'main' } = deps;
  const underWay = new Map<string, Promise<unknown>>();
  // Parsed lists, because thousands of categories are looked at for every draft.
  const parsed = new Map<string, { readonly value: unknown; readonly writtenAtMs: number }>();

  const isFresh = (writtenAtMs: number): boolean => {
    const ageMs = clock.nowMs() - writtenAtMs;
    return ageMs >= 0 && ageMs < FRESH_MS;
  };

  const kept = async <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    options: CallOptions,
    fetchValue: (shared: CallOptions) => Promise<z.input<Schema>>,
  ): Promise<z.output<Schema>> => {
    const key = `${KEY_PREFIX}.${scope}.${name}`;
    const inMemory = parsed.get(key);
    if (inMemory !== undefined && isFresh(inMemory.writtenAtMs)) {
      return inMemory.value as z.output<Schema>;
    }
    const stored = keyValueStore.find(key);
    if (stored !== null && isFresh(stored.writtenAtMs)) {
      const reading = schema.safeParse(stored.value);
      if (reading.success) {
        parsed.set(key, { value: reading.data, writtenAtMs: stored.writtenAtMs });
        return reading.data;
      }
    }
    let fetching = underWay.get(key);
    if (fetching === undefined) {
      // Without the caller's signal and deadline: others may be waiting for the same list.
      fetching = fetchValue({ lane: options.lane })
        .then((value) => {
          const writtenAtMs = clock.nowMs();
          keyValueStore.save(key, value, writtenAtMs);
          parsed.set(key, { value, writtenAtMs });
          return value;
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, fetching);
    }
    return (await waitUnlessAborted(fetching, options.signal, 'Naver')) as z.output<Schema>;
  };

  const tagLookup = createTagLookup({
    client,
    keyValueStore,
    clock,
    keyPrefix: `${KEY_PREFIX}.tag.`,
    freshMs: FRESH_MS,
  });

  return {
    restrictedTags: (tags, options) => tagLookup.restricted(tags, options),
    leafCategories: (options) =>
      kept('leaf-categories', z.array(categorySchema), options, async (shared) => {
        const categories = await client.fetchCategories(shared);
        return categories.filter((category) => category.isLeaf);
      }),
    category: (id, options) =>
      kept(
        `category.${id}`,
        categoryDetailSchema,
        options,
        async (shared) =>
          structuredClone(await client.fetchCategory(id, shared)) as z.input<
            typeof categoryDetailSchema
          >,
      ),
    addresses: (options) =>
      kept('addresses', z.array(addressSchema), options, async (shared) => [
        ...(await client.fetchAddresses(shared)),
      ]),
    returnCouriers: (options) =>
      kept('return-couriers', z.array(courierSchema), options, async (shared) => [
        ...(await client.fetchReturnCouriers(shared)),
      ]),
    originAreas: (options) =>
      kept('origin-areas', z.array(originAreaSchema), options, async (shared) => [
        ...(await client.fetchOriginAreas(shared)),
      ]),
  };
}
