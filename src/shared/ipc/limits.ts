import { z } from 'zod';
import { limiterBackendSchema } from './app';
import { nothing, route } from './route';
import { atMsSchema, countSchema, messageCodeSchema, textParamsSchema } from './values';

const laneCountsSchema = z.strictObject({
  sync: countSchema,
  normal: countSchema,
  batch: countSchema,
});

/** How much of the marketplaces' allowances is left. */
const limitsSchema = z.strictObject({
  backend: limiterBackendSchema,
  /** Why no call can go out right now; they wait meanwhile. Null while all is well. */
  fault: z.strictObject({ code: messageCodeSchema, params: textParamsSchema }).nullable(),
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
