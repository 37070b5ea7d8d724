import { z } from 'zod';
import { limiterBackendSchema } from './app';
import { nothing, route } from './route';
import { atMsSchema, countSchema } from './values';

const laneCountsSchema = z.strictObject({
  sync: countSchema,
  normal: countSchema,
  batch: countSchema,
});

/** How much of the marketplaces' allowances is left. */
const limitsSchema = z.strictObject({
  backend: limiterBackendSchema,
  naver: z.array(
    z.strictObject({
      /** Method and path template; the application's name stays inside. */
      api: z.string(),
      ratePerSecond: z.number(),
      burst: z.number(),
      remaining: z.number(),
      waiting: laneCountsSchema,
      pausedUntilMs: atMsSchema.nullable(),
      refusedTotal: countSchema,
      grantedTotal: countSchema,
    }),
  ),
  domeggook: z.strictObject({
    perMinute: countSchema,
    perDay: countSchema,
    usedToday: countSchema,
    reservedForSync: countSchema,
    resetsAtMs: atMsSchema,
    silentUntilMs: atMsSchema.nullable(),
  }),
});

/** What is left of the markets' allowances at this moment; costs no call. */
export const limitsRoutes = {
  'limits.get': route(nothing, limitsSchema),
} as const;
