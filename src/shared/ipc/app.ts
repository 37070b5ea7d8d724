import { z } from 'zod';
import { nothing, route } from './route';

export const limiterBackendSchema = z.enum(['redis-bundled', 'redis-remote', 'embedded']);

/** What the frame of the app shows about itself. */
export const appInfoSchema = z.strictObject({
  version: z.string(),
  mode: z.enum(['practice', 'live']),
  language: z.enum(['ko', 'en']),
  backend: limiterBackendSchema,
  /** `desktop` in Electron, `browser` when the loopback host serves the page. */
  shell: z.enum(['desktop', 'browser']),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const appRoutes = {
  'app.getInfo': route(nothing, appInfoSchema),
} as const;
