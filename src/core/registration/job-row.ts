import type {
  BatchId,
  ChannelProductNo,
  ItemNo,
  JobId,
  OriginProductNo,
  StoreId,
} from '@shared/domain/ids';
import { isResting, JOB_STATES, type Job, type JobLane } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import { isMessageCode } from '@shared/texts/catalogue';
import { z } from 'zod';
import type { JobCore } from './state-machine';

/** A row of `jobs` as SQLite gives it. */
export interface JobRow {
  readonly job_seq: number;
  readonly job_id: string;
  readonly batch_id: string;
  readonly store_id: string;
  readonly item_no: string;
  readonly lane: string;
  readonly state: string;
  readonly claimed_by: string | null;
  readonly attempts: number;
  readonly warnings_json: string;
  readonly reasons_json: string;
  readonly title: string | null;
  readonly draft_version: number | null;
  readonly open_intent_id: number | null;
  readonly is_cancel_wanted: number;
  readonly origin_product_no: string | null;
  readonly channel_product_no: string | null;
  readonly not_before_ms: number;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

/** A job with everything the queue itself needs to know of it. */
export interface JobRecord extends JobCore {
  readonly jobSeq: number;
  readonly jobId: JobId;
  readonly batchId: BatchId;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly lane: JobLane;
  readonly title: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

const reasonSchema = z.object({
  code: z.string(),
  severity: z.enum(['block', 'ask', 'warn']),
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  verbatim: z.string().optional(),
});
const reasonsSchema = z.array(reasonSchema);

const identitySchema = z.object({
  item_no: z.string().regex(/^[1-9][0-9]{0,11}$/),
  lane: z.enum(['normal', 'batch', 'sync', 'review']),
  state: z.enum(JOB_STATES),
  attempts: z.int().min(0),
});

/** The job in `row`; throws when it cannot be understood. A reason of a newer version stays visible by its code. */
export function parseJobRow(row: JobRow): JobRecord {
  const identity = identitySchema.parse(row);
  return {
    jobSeq: row.job_seq,
    jobId: row.job_id as JobId,
    batchId: row.batch_id as BatchId,
    storeId: row.store_id as StoreId,
    itemNo: identity.item_no as ItemNo,
    lane: identity.lane,
    state: identity.state,
    claimedBy: row.claimed_by,
    attempts: identity.attempts,
    warnings: parseReasons(row.warnings_json),
    reasons: parseReasons(row.reasons_json),
    title: row.title,
    draftVersion: row.draft_version,
    openIntentId: row.open_intent_id,
    isCancelWanted: row.is_cancel_wanted === 1,
    originProductNo: row.origin_product_no as OriginProductNo | null,
    channelProductNo: row.channel_product_no as ChannelProductNo | null,
    notBeforeMs: row.not_before_ms,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

/** The job as people see it; a row that cannot be understood is shown as `unreadable` with what is left of it. */
export function jobOfRow(row: JobRow): Job {
  try {
    if (row.state !== 'unreadable') return jobOfRecord(parseJobRow(row));
    return unreadableJob(row, 'marked when it was last read');
  } catch (fault) {
    return unreadableJob(row, problemOf(fault));
  }
}

/** A job that was just asked for, with nothing done about it. */
export function newJob(
  asked: Pick<Job, 'jobId' | 'batchId' | 'storeId' | 'itemNo' | 'lane' | 'state'>,
  atMs: number,
): Job {
  return {
    ...asked,
    attempts: 0,
    reasons: [],
    title: null,
    originProductNo: null,
    channelProductNo: null,
    notBeforeMs: 0,
    createdAtMs: atMs,
    updatedAtMs: atMs,
  };
}

/**
 * The job as people see it: reasons and warnings in one list, reasons first, and no waiting time
 * once it rests.
 */
export function jobOfRecord(record: JobRecord): Job {
  return {
    jobId: record.jobId,
    batchId: record.batchId,
    storeId: record.storeId,
    itemNo: record.itemNo,
    lane: record.lane,
    state: record.state,
    attempts: record.attempts,
    reasons: [...record.reasons, ...record.warnings],
    title: record.title,
    originProductNo: record.originProductNo,
    channelProductNo: record.channelProductNo,
    notBeforeMs: isResting(record.state) ? 0 : record.notBeforeMs,
    createdAtMs: record.createdAtMs,
    updatedAtMs: record.updatedAtMs,
  };
}

/** In one line what is wrong with a row. */
export function problemOf(fault: unknown): string {
  if (fault instanceof z.ZodError) {
    const issue = fault.issues[0];
    return issue === undefined ? 'schema' : `${issue.path.join('.')}: ${issue.message}`;
  }
  return fault instanceof Error ? fault.message : String(fault);
}

function unreadableJob(row: JobRow, problem: string): Job {
  return {
    jobId: row.job_id as JobId,
    batchId: row.batch_id as BatchId,
    storeId: row.store_id as StoreId,
    itemNo: row.item_no as ItemNo,
    lane: identitySchema.shape.lane.catch('batch').parse(row.lane),
    state: 'unreadable',
    attempts: row.attempts,
    reasons: [{ code: 'REGISTRATION_ROW_UNREADABLE', severity: 'block', params: { problem } }],
    title: row.title,
    originProductNo: row.origin_product_no as OriginProductNo | null,
    channelProductNo: row.channel_product_no as ChannelProductNo | null,
    notBeforeMs: 0,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

/** A stored list of reasons. Throws when it cannot be understood. */
export function parseReasons(json: string): readonly Reason[] {
  // By far the most rows have none.
  if (json === '[]') return [];
  return reasonsSchema.parse(JSON.parse(json)).map(reasonOfStored);
}

/** One stored reason; a code of a newer version stays visible. Throws when it cannot be understood. */
export function parseReason(json: string): Reason {
  return reasonOfStored(reasonSchema.parse(JSON.parse(json)));
}

function reasonOfStored(stored: z.output<typeof reasonSchema>): Reason {
  const { code, severity, field, params, verbatim } = stored;
  if (!isMessageCode(code)) {
    return { code: 'REGISTRATION_UNKNOWN_REASON', severity, params: { code } };
  }
  return {
    code,
    severity,
    ...(field === undefined ? {} : { field }),
    ...(params === undefined ? {} : { params }),
    ...(verbatim === undefined ? {} : { verbatim }),
  };
}
