import { z } from 'zod';
import { appStateSchema } from './app';
import { nothing, route } from './route';

/** Longest name of a store profile. */
export const STORE_NAME_MAX_CHARS = 40;
/** Most store profiles in one data folder. */
export const STORES_MAX = 20;

const profileIdSchema = z.string().min(1).max(20);
const nameSchema = z.string().trim().min(1).max(STORE_NAME_MAX_CHARS);

const storesSchema = z.strictObject({
  stores: z.array(z.strictObject({ id: profileIdSchema, name: z.string() })),
  currentId: profileIdSchema,
});

/** The seller's stores on this PC, answered whether or not a product is open. Throw STORES_*. */
export const storesRoutes = {
  'stores.list': route(nothing, storesSchema),
  /** A store with keys, settings, database and backups of its own; it is not switched to. */
  'stores.create': route(z.strictObject({ name: nameSchema }), storesSchema),
  'stores.rename': route(z.strictObject({ id: profileIdSchema, name: nameSchema }), storesSchema),
  /** Closes the product of this store and opens that of the other. */
  'stores.switch': route(z.strictObject({ id: profileIdSchema }), appStateSchema),
} as const;
