import { z } from 'zod';
import { nothing, route } from './route';

/** The file for whoever helps; answered whether or not a product is open. */
export const diagnosticsRoutes = {
  /** The whole data folder and how much it holds, backups and pictures included. */
  'diagnostics.getFolder': route(
    nothing,
    z.strictObject({ path: z.string(), sizeBytes: z.number().min(0) }),
  ),
  /** Writes a bundle without keys into the data folder; nothing is sent anywhere. */
  'diagnostics.create': route(nothing, z.strictObject({ path: z.string() })),
} as const;
