import { z } from 'zod';
import { route } from './route';
import { atMsSchema, countSchema, messageCodeSchema } from './values';

const durationSchema = z.number().min(0);

/** Figures for the charts of the home screen. */
const overviewSchema = z.strictObject({
  /** Korean midnight at which the figures begin. */
  fromMs: atMsSchema,
  stepMs: durationSchema,
  /** One entry per step, also where nothing happened. */
  registered: z.array(
    z.strictObject({ atMs: atMsSchema, success: countSchema, failed: countSchema }),
  ),
  /** Null without a registration in the last hour. */
  successRateLastHour: z.number().min(0).max(1).nullable(),
  rejections: z.array(z.strictObject({ code: messageCodeSchema, count: countSchema })),
  /** Most called first. */
  calls: z.array(
    z.strictObject({
      market: z.enum(['domeggook', 'naver']),
      method: z.string(),
      count: countSchema,
      averageMs: durationSchema,
      p95Ms: durationSchema,
    }),
  ),
  refusedForRate: countSchema,
  /** By kind of change and by what the policy did. */
  changes: z.array(z.strictObject({ kind: z.string(), action: z.string(), count: countSchema })),
  detectionDelay: z
    .strictObject({ count: countSchema, medianMs: durationSchema, p95Ms: durationSchema })
    .nullable(),
  cache: z.strictObject({
    /** Of the last five minutes; null without reads. */
    hitRate: z.number().min(0).max(1).nullable(),
    hits: countSchema,
    misses: countSchema,
  }),
  /** Where Prometheus finds them; the port that could not be opened. */
  endpoint: z.strictObject({ url: z.string().nullable(), takenPort: z.number().nullable() }),
});
export type MetricsOverview = z.infer<typeof overviewSchema>;

/** Figures behind the charts; read from the data folder, no call. */
export const metricsRoutes = {
  /** Of today by hour, or of the last seven days by day. */
  'metrics.getOverview': route(
    z.strictObject({ days: z.union([z.literal(1), z.literal(7)]).default(1) }),
    overviewSchema,
  ),
} as const;
