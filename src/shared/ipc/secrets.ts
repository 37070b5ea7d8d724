import { z } from 'zod';
import { SECRET_NAMES } from '../domain/secrets';
import { nothing, route } from './route';

/** Longest value that may be kept as a key. */
const SECRET_MAX_CHARS = 2000;

const secretNameSchema = z.enum(SECRET_NAMES);

const secretsStatusSchema = z.strictObject({
  protection: z.enum(['environment', 'os-keystore', 'file']),
  secrets: z.array(
    z.strictObject({
      name: secretNameSchema,
      isSet: z.boolean(),
      /** The last characters, enough to tell two keys apart; empty for short ones. */
      tail: z.string().max(4),
      /** The environment decides it; what is saved here has no effect. */
      isFixed: z.boolean(),
    }),
  ),
  /** Naver's application ID as it is saved, which practice mode does not use. */
  naverClientId: z.string(),
  /** Names of keys that live mode needs and that are not there. */
  missingForLive: z.array(z.string()),
});
export type SecretsStatus = z.infer<typeof secretsStatusSchema>;

/**
 * Keys of the store, answered whether or not a product is open. Throw SECRETS_* when the key store
 * refuses.
 */
export const secretsRoutes = {
  'secrets.status': route(nothing, secretsStatusSchema),
  /** Keeps a key. No route ever gives one back. */
  'secrets.set': route(
    z.strictObject({
      name: secretNameSchema,
      value: z.string().trim().min(1).max(SECRET_MAX_CHARS),
    }),
    secretsStatusSchema,
  ),
  'secrets.clear': route(z.strictObject({ name: secretNameSchema }), secretsStatusSchema),
} as const;
