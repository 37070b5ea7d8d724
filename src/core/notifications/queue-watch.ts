import type { BatchId } from '@shared/domain/ids';
import { MAIN_STORE } from '@shared/domain/ids';
import { isResting, JOB_STATES, type JobState } from '@shared/domain/job';
import { isMessageCode } from '@shared/texts/catalogue';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { RegistrationService } from '../registration/port';
import type { NotificationRecorder } from './port';

export interface QueueWatchDependencies {
  readonly registration: Pick<
    RegistrationService,
    'subscribe' | 'onJobSettled' | 'status' | 'listJobs' | 'findBatch'
  >;
  /** The name a person gave the list. */
  readonly batchName: (batchId: BatchId) => string | null;
  readonly notifications: NotificationRecorder;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A batch is looked at once its last job has been at rest for this long. */
const SETTLE_MS = 1_000;
const ACTIVE_STATES = JOB_STATES.filter((state) => !isResting(state));
/** Pauses that are the application's allowance, not the market's health. */
const QUOTA_CODES: ReadonlySet<string> = new Set([
  'LIMITER_QUOTA_STOPPED',
  'LIMITER_DAY_USED_UP',
  'LIMITER_DAY_RESERVED',
]);

/** Tells of finished lists and of a queue that paused itself. Returns how to stop. */
export function watchQueue(deps: QueueWatchDependencies): () => void {
  const { registration, notifications, clock, logger } = deps;
  const stopping = new AbortController();
  const settled = new Set<BatchId>();
  let isTimed = false;
  let lastPauseCode: string | null = null;

  const countOf = (batchId: BatchId, states: readonly JobState[]): number =>
    registration.listJobs({ batchId, states, offset: 0, limit: 1 }).total;
  const tellBatch = (batchId: BatchId): void => {
    if (countOf(batchId, ACTIVE_STATES) > 0) return;
    if ((registration.findBatch(batchId)?.untakenCount ?? 0) > 0) {
      // The rest of its list is on its way and may bring nothing that settles: looked at again.
      lookLater(batchId);
      return;
    }
    const done = countOf(batchId, ['done']);
    const review = countOf(batchId, ['needs-review']);
    const failed = countOf(batchId, ['rejected', 'failed', 'unreadable']);
    const total = done + review + failed;
    // One product is watched as it goes through; what was cancelled was the person's own doing.
    if (total < 2) return;
    const isComplete = done === total;
    notifications.record({
      kind: 'registration-finished',
      severity: isComplete ? 'info' : 'ask',
      code: isComplete ? 'NOTIFY_BATCH_DONE' : 'NOTIFY_BATCH_PARTLY_DONE',
      params: { name: deps.batchName(batchId) ?? batchId, total, done, review, failed },
      storeId: MAIN_STORE,
      dedupeKey: `batch-${batchId}-${done}-${review}-${failed}`,
      link: { screen: 'queue', batchId },
    });
  };
  const lookAtBatches = (): void => {
    isTimed = false;
    const batches = [...settled];
    settled.clear();
    for (const batchId of batches) {
      try {
        tellBatch(batchId);
      } catch (fault) {
        logger.warn({ err: fault, batchId }, 'the end of a list could not be told');
      }
    }
  };
  const lookAtPause = (): void => {
    const { pauseReason } = registration.status(MAIN_STORE);
    const code = pauseReason?.code ?? null;
    if (code === lastPauseCode) return;
    lastPauseCode = code;
    if (pauseReason === null) return;
    notifications.record({
      kind: QUOTA_CODES.has(pauseReason.code) ? 'quota-stop' : 'queue-paused',
      severity: 'alarm',
      ...(isMessageCode(pauseReason.code)
        ? { code: pauseReason.code, params: pauseReason.params }
        : { code: 'NOTIFY_UNKNOWN' as const, params: { code: pauseReason.code } }),
      storeId: MAIN_STORE,
      // A market that comes and goes within the hour is one piece of news.
      dedupeKey: `queue-paused-${pauseReason.code}-${Math.floor(clock.nowMs() / 3_600_000)}`,
      link: { screen: 'queue' },
    });
  };

  const lookLater = (batchId: BatchId): void => {
    settled.add(batchId);
    if (isTimed) return;
    isTimed = true;
    clock.sleep(SETTLE_MS, stopping.signal).then(lookAtBatches, () => {
      // Stopping ends the timer.
    });
  };

  const stops = [
    registration.onJobSettled(({ batchId }) => lookLater(batchId)),
    registration.subscribe((event) => {
      if (event.kind === 'status-changed') lookAtPause();
    }),
  ];
  return () => {
    stopping.abort(new Error('the queue is watched no more'));
    for (const stop of stops) stop();
  };
}
