import { z } from 'zod';
import type { Clock } from '../platform/clock';
import type { RedisConnection } from '../redis/connection';
import { redisScript } from '../redis/script';
import findText from './lua/cache-find.lua?raw';
import removeText from './lua/cache-remove.lua?raw';
import saveText from './lua/cache-save.lua?raw';
import type { CacheEntry, CacheTier } from './port';

export interface RedisTierOptions {
  readonly connection: RedisConnection;
  readonly clock: Clock;
  /** First part of all keys; names the form of the entries too, so that versions do not read each other's. */
  readonly prefix: string;
}

/** `f`: fresh until, `k`: keep until (epoch ms), `t`: tags, `v`: the value. */
const storedSchema = z.object({
  f: z.number(),
  k: z.number(),
  t: z.array(z.string()),
  v: z.unknown(),
});

/** Entries in the Redis that several PCs share; each operation is one script call. Throws REDIS_*. */
export function createRedisTier({ connection, clock, prefix }: RedisTierOptions): CacheTier {
  const find = redisScript(findText);
  const save = redisScript(saveText);
  const remove = redisScript(removeText);
  const entryKey = (key: string): string => `${prefix}entry:${key}`;
  const tagPrefix = `${prefix}tag:`;

  return {
    find: async (keys) => {
      if (keys.length === 0) return [];
      const found = await connection.run(find, keys.map(entryKey), []);
      const texts = Array.isArray(found) ? found : [];
      return keys.map((_, index) => entryOf(texts[index], clock.nowMs()));
    },
    save: async (entries) => {
      const nowMs = clock.nowMs();
      const args: string[] = [tagPrefix];
      for (const { json, freshUntilMs, keepUntilMs, tags } of entries.values()) {
        const head = JSON.stringify({ f: freshUntilMs, k: keepUntilMs, t: tags });
        // The value's text is put in as it is: it may be large and is written already.
        args.push(`${head.slice(0, -1)},"v":${json}}`);
        args.push(
          String(Math.max(1, Math.round(keepUntilMs - nowMs))),
          String(tags.length),
          ...tags,
        );
      }
      await connection.run(save, [...entries.keys()].map(entryKey), args);
    },
    removeKeys: async (keys) => {
      await connection.run(remove, keys.map(entryKey), []);
    },
    removeTags: async (tags) => {
      await connection.run(
        remove,
        [],
        tags.map((tag) => tagPrefix + tag),
      );
    },
  };
}

function entryOf(text: unknown, nowMs: number): CacheEntry | null {
  if (typeof text !== 'string') return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Not ours, or cut: read anew and overwritten.
    return null;
  }
  const stored = storedSchema.safeParse(json);
  if (!stored.success || stored.data.k <= nowMs) return null;
  const { f, k, t, v } = stored.data;
  return { value: v, json: text, freshUntilMs: f, keepUntilMs: k, tags: t };
}
