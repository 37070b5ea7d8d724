import { z } from 'zod';
import { LIST_MAX_LINES } from '../domain/intake';
import { JOB_STATES, type Job } from '../domain/job';
import {
  batchesRoutes,
  batchPrioritySchema,
  holdSchema,
  jobCountsSchema,
  jobLaneSchema,
} from './batches';
import { orphanRoutes } from './orphans';
import { rehearsalRoutes } from './rehearsals';
import { nothing, route } from './route';
import { undoRoutes } from './undo';
import {
  atMsSchema,
  batchIdSchema,
  channelProductNoSchema,
  countSchema,
  itemNoSchema,
  jobIdSchema,
  messageCodeSchema,
  originProductNoSchema,
  pageSchema,
  reasonSchema,
  storedStoreIdSchema,
  storeIdSchema,
  textParamsSchema,
} from './values';

/** Most jobs that one retry or cancel may name. */
const JOB_ACTION_MAX_JOBS = 10_000;
/** Longest text that jobs are searched by. */
const JOB_SEARCH_MAX_CHARACTERS = 100;
/** Most verdicts that enqueue spells out; the counts are always complete. */
export const VERDICTS_MAX_ROWS = 1000;
/** Most jobs that one event carries; beyond it the event only says that much changed. */
export const JOBS_CHANGED_MAX_ROWS = 200;

const jobSchema: z.ZodType<Job> = z.strictObject({
  jobId: jobIdSchema,
  batchId: batchIdSchema,
  storeId: storedStoreIdSchema,
  itemNo: itemNoSchema,
  lane: jobLaneSchema,
  state: z.enum(JOB_STATES),
  attempts: countSchema,
  reasons: z.array(reasonSchema),
  title: z.string().nullable(),
  originProductNo: originProductNoSchema.nullable(),
  channelProductNo: channelProductNoSchema.nullable(),
  notBeforeMs: z.number(),
  createdAtMs: atMsSchema,
  updatedAtMs: atMsSchema,
});

/** As `QueueStatus` of the queue, with a pause code that this version knows. */
export const queueStatusSchema = z.strictObject({
  counts: jobCountsSchema,
  byLane: z.strictObject({
    normal: countSchema,
    batch: countSchema,
    sync: countSchema,
    review: countSchema,
  }),
  isPaused: z.boolean(),
  /** Set when the queue paused itself. */
  pauseReason: z.strictObject({ code: messageCodeSchema, params: textParamsSchema }).nullable(),
  /** Lanes and stores that the seller paused. */
  holds: z.array(holdSchema),
  hourlyCap: z.strictObject({ perHour: countSchema, usedInHour: countSchema }).nullable(),
  donePerMinute: z.number().min(0),
  etaAtMs: atMsSchema.nullable(),
});

const enqueueVerdictSchema = z.strictObject({
  itemNo: itemNoSchema,
  kind: z.enum(['queued', 'existing', 'already-registered']),
  jobId: jobIdSchema,
  state: z.enum(JOB_STATES),
});

const jobIdsInput = z.strictObject({
  jobIds: z.array(jobIdSchema).min(1).max(JOB_ACTION_MAX_JOBS),
});
const jobsOutput = z.strictObject({ jobs: z.array(jobSchema) });

/**
 * The queue: jobs, lists, undo, rehearsals and orphans of one store. Writes are on disk when they
 * answer.
 */
export const registrationRoutes = {
  ...batchesRoutes,
  ...undoRoutes,
  ...rehearsalRoutes,
  ...orphanRoutes,
  'registration.enqueue': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNos: z.array(itemNoSchema).min(1).max(LIST_MAX_LINES),
      lane: z.enum(['normal', 'batch']).default('batch'),
      batchName: z.string().min(1).max(200),
      priority: batchPrioritySchema.default('normal'),
      /** Epoch ms before which nothing of it is begun. */
      startsAtMs: atMsSchema.optional(),
    }),
    z.strictObject({
      batchId: batchIdSchema,
      queued: countSchema,
      existing: countSchema,
      alreadyRegistered: countSchema,
      /** The first 1,000 in the order asked. */
      verdicts: z.array(enqueueVerdictSchema).max(VERDICTS_MAX_ROWS),
    }),
  ),
  'registration.listJobs': route(
    z.strictObject({
      storeId: storeIdSchema,
      batchId: batchIdSchema.optional(),
      states: z.array(z.enum(JOB_STATES)).max(JOB_STATES.length).optional(),
      reasonCode: z.string().max(64).optional(),
      itemNo: itemNoSchema.optional(),
      /** The beginning of an item number, or a part of a product's name. */
      text: z.string().max(JOB_SEARCH_MAX_CHARACTERS).optional(),
      ...pageSchema,
    }),
    z.strictObject({ jobs: z.array(jobSchema), total: countSchema }),
  ),
  'registration.getStatus': route(z.strictObject({ storeId: storeIdSchema }), queueStatusSchema),
  'registration.retry': route(jobIdsInput, jobsOutput),
  'registration.cancel': route(jobIdsInput, jobsOutput),
  'registration.pause': route(nothing, queueStatusSchema),
  'registration.resume': route(nothing, queueStatusSchema),
} as const;

/** Jobs that changed since the last event of the topic, each once and as it is now. */
export interface JobsChanged {
  readonly jobs: readonly Job[];
  /** More changed than the event carries: ask again instead of patching. */
  readonly isTruncated: boolean;
}

/** The status as it is now; sent at most once per window however much happened. */
export type QueueStatusChanged = z.infer<typeof queueStatusSchema>;
