import type { Batch, Hold } from '@shared/domain/batch';
import type { StoreId } from '@shared/domain/ids';
import { isResting, JOB_STATES } from '@shared/domain/job';
import type { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Batches, BatchRecord } from './batches';
import { estimateEnds } from './estimate';
import type { HourlyCap } from './hourly-cap';
import type { JobQueries } from './job-queries';
import type { QueueStatus } from './port';

export interface QueueStatusDeps {
  readonly queries: JobQueries;
  readonly batches: Batches;
  readonly cap: HourlyCap;
  readonly clock: Clock;
  /** The seller's limit of new products per hour; null = none. */
  perHour(): number | null;
  readonly createsPerSecond: number;
  steadyNowMs(): number;
  isPaused(): boolean;
  /** Why the queue holds itself back; null when it does not. */
  hindrance(): AppError | null;
}

/** What people are told of the queue and its batches. */
export interface QueueStatusView {
  status(storeId: StoreId): QueueStatus;
  batch(record: BatchRecord): Batch;
  /** Reckons the ends anew at the next question. */
  forgetEstimate(): void;
}

const MINUTE_MS = 60_000;
/** The ends are reckoned at most this often: with 100,000 jobs left it takes some milliseconds. */
const ESTIMATE_AGE_MS = 1000;

/** Ends are estimated at most once a second and are null while the queue is paused or hindered. */
export function createQueueStatus(deps: QueueStatusDeps): QueueStatusView {
  const { queries, batches, clock } = deps;
  let estimate: { readonly madeMs: number; readonly ends: ReadonlyMap<string, number> } | null =
    null;

  const capOf = (storeId: StoreId): QueueStatus['hourlyCap'] => {
    const perHour = deps.perHour();
    if (perHour === null) return null;
    return { perHour, usedInHour: deps.cap.usedInHour(storeId, deps.steadyNowMs()) };
  };
  const isHeldBack = (): boolean => deps.isPaused() || deps.hindrance() !== null;
  const ends = (storeId: StoreId): ReadonlyMap<string, number> => {
    if (isHeldBack()) return new Map();
    const nowMs = clock.monotonicMs();
    if (estimate === null || nowMs - estimate.madeMs >= ESTIMATE_AGE_MS) {
      estimate = {
        madeMs: nowMs,
        ends: estimateEnds({
          nowMs: clock.nowMs(),
          batches: batches.leftOfMoving(),
          createsPerSecond: deps.createsPerSecond,
          cap: capOf(storeId),
        }),
      };
    }
    return estimate.ends;
  };

  return {
    forgetEstimate: () => {
      estimate = null;
    },
    status: (storeId) => {
      const counts = queries.counts(storeId);
      const hindrance = deps.hindrance();
      const left = JOB_STATES.reduce(
        (sum, state) => sum + (isResting(state) ? 0 : counts[state]),
        0,
      );
      const last = left === 0 ? [] : [...ends(storeId).values()];
      return {
        counts,
        byLane: queries.countsByLane(storeId),
        isPaused: isHeldBack(),
        pauseReason:
          hindrance === null ? null : { code: hindrance.code, params: { ...hindrance.params } },
        holds: heldParts(batches.holds()),
        hourlyCap: capOf(storeId),
        donePerMinute: queries.doneSince(storeId, deps.steadyNowMs() - MINUTE_MS),
        etaAtMs: last.length === 0 ? null : Math.max(...last),
      };
    },
    batch: (record) => {
      const counts = batches.counts(record.batchId);
      return {
        batchId: record.batchId,
        storeId: record.storeId,
        name: record.name,
        lane: record.lane,
        priority: record.priority,
        startsAtMs: record.startsAtMs === 0 ? null : record.startsAtMs,
        isHeld: record.isHeld,
        isCancelled: record.isCancelled,
        createdAtMs: record.createdAtMs,
        jobCount: record.jobCount,
        untakenCount: record.untakenCount,
        counts,
        donePerMinute: batches.doneSince(
          record.batchId,
          record.storeId,
          deps.steadyNowMs() - MINUTE_MS,
        ),
        etaAtMs: ends(record.storeId).get(record.batchId) ?? null,
      };
    },
  };
}

/** Held batches are told with their batch; a long list of them is of no use in the status. */
function heldParts(holds: readonly Hold[]): readonly Hold[] {
  return holds.filter((hold) => hold.scope !== 'batch');
}
