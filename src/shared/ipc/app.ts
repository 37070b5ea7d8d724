import { z } from 'zod';
import { nothing, route } from './route';
import { messageCodeSchema, textParamsSchema } from './values';

export const limiterBackendSchema = z.enum(['redis-bundled', 'redis-remote', 'embedded']);

/** What the frame of the app shows about itself. */
const appInfoSchema = z.strictObject({
  version: z.string(),
  mode: z.enum(['practice', 'live']),
  language: z.enum(['ko', 'en']),
  backend: limiterBackendSchema,
  /** `desktop` in Electron, `browser` when the loopback host serves the page. */
  shell: z.enum(['desktop', 'browser']),
});

/** Whether the product is there to answer. While it is `closed` only the routes about the app itself do. */
export const appStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening') }),
  z.strictObject({ kind: z.literal('open'), mode: z.enum(['practice', 'live']) }),
  z.strictObject({
    kind: z.literal('closed'),
    code: messageCodeSchema,
    params: textParamsSchema,
  }),
]);
export type AppState = z.infer<typeof appStateSchema>;

/**
 * The state of the product in the shell. `app.getInfo` needs an open product, the others are
 * answered in any state.
 */
export const appRoutes = {
  'app.getInfo': route(nothing, appInfoSchema),
  'app.getState': route(nothing, appStateSchema),
  /** Closes what is open and opens it again; answers how that ended. */
  'app.reopen': route(nothing, appStateSchema),
  /** Practice or live from now on. Throws SETTINGS_KEYS_MISSING before anything is closed. */
  'app.switchMode': route(z.strictObject({ mode: z.enum(['practice', 'live']) }), appStateSchema),
} as const;
