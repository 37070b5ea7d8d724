import { z } from 'zod';
import { nothing, route } from './route';

export const diagnosticsRoutes = {
  /** Writes a bundle without keys into the data folder; nothing is sent anywhere. */
  'diagnostics.create': route(nothing, z.strictObject({ path: z.string() })),
} as const;
