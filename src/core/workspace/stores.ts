import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { STORE_NAME_MAX_CHARS, STORES_MAX } from '@shared/ipc/stores';
import { z } from 'zod';
import { writeFileAtomically } from '../platform/atomic-file';
import type { Logger } from '../platform/logger';

const fileSchema = z.object({
  version: z.literal(1),
  current: z.string(),
  stores: z
    .array(
      z.object({
        id: z.string().regex(/^(main|store-[1-9]\d{0,3})$/),
        name: z.string().min(1).max(STORE_NAME_MAX_CHARS),
      }),
    )
    .min(1),
});

/** One store of the seller: a folder of its own with keys, settings, database and backups. */
export interface StoreProfile {
  readonly id: string;
  readonly name: string;
}

/** The stores of a data folder; exactly one is current. */
export interface StoreProfiles {
  list(): readonly StoreProfile[];
  current(): StoreProfile;
  /** Folder of a store: the data folder itself for the first, `stores/<id>` for others. */
  folderOf(id: string): string;
  /** Throws STORES_TOO_MANY and SETTINGS_NOT_SAVED. */
  create(name: string): StoreProfile;
  /** These two throw STORES_UNKNOWN and SETTINGS_NOT_SAVED. */
  rename(id: string, name: string): void;
  /** Makes it the current one; opens nothing. */
  choose(id: string): void;
}

/**
 * The stores of a data folder, in its `stores.json`. A list that cannot be read is put aside and made
 * anew from the folders that are there: a store is never lost over its name.
 */
export function createStoreProfiles(root: string, logger: Logger): StoreProfiles {
  const path = join(root, 'stores.json');
  let known = load();

  const save = (next: z.infer<typeof fileSchema>): void => {
    try {
      writeFileAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
    } catch (fault) {
      throw new AppError('SETTINGS_NOT_SAVED', { params: { path }, cause: fault });
    }
    known = next;
  };
  const find = (id: string): StoreProfile => {
    const store = known.stores.find((each) => each.id === id);
    if (store === undefined) throw new AppError('STORES_UNKNOWN', { params: { id } });
    return store;
  };
  return {
    list: () => known.stores,
    current: () => known.stores.find(({ id }) => id === known.current) ?? firstOf(known.stores),
    folderOf: (id) => (id === MAIN_STORE ? root : join(root, 'stores', id)),
    create: (name) => {
      if (known.stores.length >= STORES_MAX) {
        throw new AppError('STORES_TOO_MANY', { params: { max: STORES_MAX } });
      }
      const numbers = known.stores.map(({ id }) => Number(id.slice('store-'.length)) || 1);
      const store = { id: `store-${Math.max(...numbers) + 1}`, name };
      save({ ...known, stores: [...known.stores, store] });
      return store;
    },
    rename: (id, name) => {
      find(id);
      const stores = known.stores.map((store) => (store.id === id ? { ...store, name } : store));
      save({ ...known, stores });
    },
    choose: (id) => save({ ...known, current: find(id).id }),
  };

  function load(): z.infer<typeof fileSchema> {
    if (!existsSync(path)) return foundIn(root);
    try {
      return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (fault) {
      logger.warn({ err: fault, path }, 'the list of stores is damaged and made anew');
      renameSync(path, `${path}.damaged`);
      return foundIn(root);
    }
  }
}

function firstOf(stores: readonly StoreProfile[]): StoreProfile {
  return stores[0] ?? { id: MAIN_STORE, name: MAIN_STORE };
}

function foundIn(root: string): z.infer<typeof fileSchema> {
  const folder = join(root, 'stores');
  const others = existsSync(folder) ? readdirSync(folder) : [];
  const stores = [MAIN_STORE, ...others.filter((name) => /^store-[1-9]\d{0,3}$/.test(name))];
  return {
    version: 1,
    current: MAIN_STORE,
    stores: stores.map((id) => ({ id, name: id === MAIN_STORE ? '내 스토어' : id })),
  };
}
