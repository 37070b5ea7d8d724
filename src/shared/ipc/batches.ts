import { z } from 'zod';
import { BATCH_PRIORITIES } from '../domain/batch';
import { JOB_STATES, type JobState } from '../domain/job';
import { route } from './route';
import {
  atMsSchema,
  batchIdSchema,
  countSchema,
  jobIdSchema,
  messageCodeSchema,
  pageSchema,
  storedStoreIdSchema,
  storeIdSchema,
} from './values';

/** Most batches of one page. */
const BATCHES_MAX_ROWS = 100;

export const jobLaneSchema = z.enum(['normal', 'batch', 'sync', 'review']);
export const batchPrioritySchema = z.enum(BATCH_PRIORITIES);

export const jobCountsSchema = z.strictObject(
  Object.fromEntries(JOB_STATES.map((state) => [state, countSchema])) as Record<
    JobState,
    typeof countSchema
  >,
);

export const batchSchema = z.strictObject({
  batchId: batchIdSchema,
  storeId: storedStoreIdSchema,
  name: z.string(),
  lane: jobLaneSchema,
  priority: batchPrioritySchema,
  startsAtMs: atMsSchema.nullable(),
  isHeld: z.boolean(),
  isCancelled: z.boolean(),
  createdAtMs: atMsSchema,
  jobCount: countSchema,
  untakenCount: countSchema,
  counts: jobCountsSchema,
  donePerMinute: countSchema,
  etaAtMs: atMsSchema.nullable(),
});

export const holdSchema = z.strictObject({
  scope: z.enum(['lane', 'store', 'batch']),
  name: z.string().min(1).max(64),
});

const batchInput = z.strictObject({ batchId: batchIdSchema });
const jobCountOutput = z.strictObject({ jobCount: countSchema });

/** Lists of jobs. A batch that does not exist is answered with `null`. */
export const batchesRoutes = {
  'registration.listBatches': route(
    z.strictObject({
      storeId: storeIdSchema,
      offset: pageSchema.offset,
      limit: z.int().min(1).max(BATCHES_MAX_ROWS).default(20),
    }),
    z.strictObject({ batches: z.array(batchSchema), total: countSchema }),
  ),
  'registration.changeBatch': route(
    z.strictObject({
      batchId: batchIdSchema,
      priority: batchPrioritySchema.optional(),
      /** Null = at once. */
      startsAtMs: atMsSchema.nullable().optional(),
    }),
    z.strictObject({ batch: batchSchema.nullable() }),
  ),
  'registration.setHeld': route(
    z.strictObject({ hold: holdSchema, isHeld: z.boolean() }),
    z.strictObject({ holds: z.array(holdSchema) }),
  ),
  'registration.cancelBatch': route(batchInput, jobCountOutput),
  'registration.retryBatch': route(
    z.strictObject({ batchId: batchIdSchema, reasonCode: z.string().max(64).optional() }),
    jobCountOutput,
  ),
  'registration.listReasons': route(
    z.strictObject({ storeId: storeIdSchema, batchId: batchIdSchema.optional() }),
    z.strictObject({
      reasons: z.array(z.strictObject({ code: messageCodeSchema, jobCount: countSchema })),
    }),
  ),
  'registration.getJobHistory': route(
    z.strictObject({ jobId: jobIdSchema }),
    z.strictObject({
      steps: z.array(
        z.strictObject({
          step: z.string(),
          startedAtMs: atMsSchema,
          endedAtMs: atMsSchema.nullable(),
          outcome: z.string().nullable(),
          code: z.string().nullable(),
        }),
      ),
      differences: z.array(
        z.strictObject({
          field: z.string(),
          detail: z.string().nullable(),
          wanted: z.string().nullable(),
          stored: z.string().nullable(),
        }),
      ),
    }),
  ),
} as const;
