import { isResting } from '@shared/domain/job';
import type { Settings } from '@shared/domain/settings';
import { AppError, toAppError } from '@shared/errors/app-error';
import type { DomeggookClient } from '../domeggook/port';
import type { DraftService } from '../drafts/port';
import type { PicturePreparer, PictureUploader } from '../images/port';
import type { NaverClient } from '../naver/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { Database } from '../storage/database';
import { createSqliteKeyValueStore } from '../storage/key-value';
import { acquireWorkerLock, type WorkerLock } from '../storage/worker-lock';
import { createBatchIntake } from './batch-intake';
import { createBatches } from './batches';
import { createClaimDesk, type SharedClaims } from './claim-desk';
import { createEnqueue } from './enqueue';
import { classifyFault } from './fault-class';
import { createHourlyCap } from './hourly-cap';
import { createJobQueries } from './job-queries';
import type { JobRecord } from './job-row';
import { createJobStore } from './job-store';
import { createJournal } from './journal';
import { createListPieces } from './list-pieces';
import { createOrphans } from './orphans';
import { createPipeline, type Pipeline } from './pipeline';
import type { RegistrationService } from './port';
import { createProductRecords } from './product-records';
import { createPublisher } from './publisher';
import { createQueueCommands } from './queue-commands';
import { createQueueStatus } from './queue-status';
import { createRefusalRun } from './refusal-run';
import { createRehearsals } from './rehearsal';
import { createRehearsalRecords } from './rehearsal-records';
import { createRestoredHold } from './restored-hold';
import { retryTargetOf } from './retry-target';
import { createSettingsAge } from './settings-age';
import { createStages } from './stages';
import type { JobEvent } from './state-machine';
import type { Cargo, StepTools } from './step-tools';
import { DEFAULT_TUNING, type RegistrationTuning } from './tuning';
import { createUndo } from './undo';
import { createUndoRecords } from './undo-records';

/** What the queue is built of; the data folder of `database` is the one it works on. */
export interface RegistrationDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly domeggook: DomeggookClient;
  readonly drafts: DraftService;
  readonly pictures: PicturePreparer;
  readonly uploader: PictureUploader;
  readonly naver: NaverClient;
  readonly settings: { get(): Settings };
  /** Keeps other PCs off an item; absent when nobody else can reach the store's claims. */
  readonly claims?: SharedClaims | undefined;
  readonly tuning?: Partial<RegistrationTuning>;
  /** Makes this process the folder's only worker; default a lock file beside the database. */
  readonly acquireLock?: () => WorkerLock;
}

/** A new start is a new try: nobody waits out the pauses that an earlier run has piled up. */
const RESTART_WAIT_MS = 1_000;
const RUN_ID_BYTES = 6;
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * The durable queue. Reads and commands work at once; `start` makes this process the worker of the
 * data folder (REGISTRATION_OTHER_WORKER when there is one). Commands throw STORAGE_* when they
 * could not be written.
 */
export function createRegistrationService(deps: RegistrationDeps): RegistrationService {
  const { database, clock, logger, randomness, drafts } = deps;
  const tuning: RegistrationTuning = { ...DEFAULT_TUNING, ...deps.tuning };
  const startedAtMs = clock.nowMs();
  const startedMonotonicMs = clock.monotonicMs();
  // Whole milliseconds: the columns are integers, the monotonic clock is not.
  const steadyNowMs = (): number =>
    startedAtMs + Math.round(clock.monotonicMs() - startedMonotonicMs);

  const store = createJobStore(database);
  const records = createProductRecords(database);
  const queries = createJobQueries(database);
  const batches = createBatches(database);
  const undoRecords = createUndoRecords(database);
  const cap = createHourlyCap(database);
  const restored = createRestoredHold(database);
  const settingsAge = createSettingsAge(
    deps.settings,
    createSqliteKeyValueStore(database),
    steadyNowMs,
  );
  const perHour = (): number | null => deps.settings.get().registration.createsPerHour;
  const publisher = createPublisher(queries, clock, logger);
  const pieces = createListPieces(database);
  const journal = createJournal(database, (fault) => {
    if (classifyFault(fault) === 'storage') pipeline.halt(fault);
  });
  const acquireLock =
    deps.acquireLock ??
    (database.memory ? null : () => acquireWorkerLock(`${database.name}.worker`));
  const refusals = createRefusalRun();
  const cargo = new Map<number, Cargo>();
  let lock: WorkerLock | null = null;

  const selectControl = database.prepare<[], { is_paused: number }>(
    'SELECT is_paused FROM queue_control WHERE only_row = 1',
  );
  const updateControl = database.prepare(
    'UPDATE queue_control SET is_paused = ? WHERE only_row = 1',
  );
  let isStarted = false;
  let isPaused = selectControl.get()?.is_paused === 1;

  const applyInTransaction = database.transaction(
    (
      job: JobRecord,
      event: JobEvent | (() => JobEvent),
      extra: { readonly title?: string; readonly before?: () => void },
    ): JobRecord => {
      extra.before?.();
      const made = typeof event === 'function' ? event() : event;
      const facts = extra.title === undefined ? {} : { title: extra.title };
      const after = store.apply(job.jobSeq, made, steadyNowMs(), {
        ...facts,
        claim: job.claimedBy,
      });
      if (after === null) throw new NotApplicable();
      return after;
    },
  );

  const committed = (job: JobRecord): void => {
    if (isResting(job.state) || job.state === 'verifying' || job.state === 'queued') {
      cargo.delete(job.jobSeq);
    }
    publisher.jobChanged(job.jobSeq);
    if (isResting(job.state)) publisher.jobRested(job);
    if (job.claimedBy !== null) return;
    if (!isResting(job.state) && job.notBeforeMs > steadyNowMs()) pipeline.wakeAt(job.notBeforeMs);
    pipeline.pump();
  };

  const tools: StepTools = {
    domeggook: deps.domeggook,
    drafts,
    pictures: deps.pictures,
    uploader: deps.uploader,
    naver: deps.naver,
    settings: deps.settings,
    records,
    claims: createClaimDesk(deps.claims ?? null, clock, tuning.settleMs),
    wasDeleted: undoRecords.wasDeleted,
    journal,
    settleMs: tuning.settleMs,
    steadyNowMs,
    cargoOf: (job) => cargo.get(job.jobSeq) ?? {},
    setCargo: (job, next) => {
      cargo.set(job.jobSeq, next);
    },
    apply: async (job, event, extra = {}) => {
      const after = await journal.commit(() => {
        try {
          return applyInTransaction(job, event, extra);
        } catch (refusal) {
          if (refusal instanceof NotApplicable) return null;
          throw refusal;
        }
      });
      if (after !== null) committed(after);
      return after;
    },
    isFresh: (job) => {
      const fetchedAtMs = store.fetchedAtMs(job.jobSeq);
      if (fetchedAtMs === null || fetchedAtMs < settingsAge.sinceMs()) return false;
      const ageMs = steadyNowMs() - fetchedAtMs;
      // A moment in the future comes from a clock that was wrong.
      return ageMs >= -CLOCK_TOLERANCE_MS && ageMs <= tuning.freshForMs;
    },
    isOpen: (side) => pipeline.isOpen(side),
    capOpensAtMs: (storeId) => {
      const limit = perHour();
      return limit === null ? null : cap.opensAtMs(storeId, limit, steadyNowMs());
    },
    judged: (reasons) => {
      if (reasons === null) refusals.accepted();
      else refusals.refused(reasons);
      if (refusals.stopReason() !== null) publisher.statusChanged();
    },
    worked: (side, kind) => {
      pipeline.worked(side, kind);
    },
    failed: (side, kind, cause) => {
      const fault = toAppError(cause);
      logger.warn({ side, kind, code: fault.code, cause: fault.cause }, 'a call failed');
      pipeline.failed(side, kind, fault);
    },
  };

  const stages = createStages(tools, tuning, (...failed) => pipeline.itemFailed(...failed));
  const pipeline: Pipeline = createPipeline({
    clock,
    logger,
    randomness,
    journal,
    store,
    tools,
    stages,
    runId: randomness.hex(RUN_ID_BYTES),
    lookAhead: tuning.lookAhead,
    probes: {
      domeggook: null,
      naver: (signal) => deps.naver.fetchAccount({ lane: 'normal', signal }),
    },
    isPaused: () => isPaused || refusals.stopReason() !== null,
    nextStartAtMs: batches.nextStartAtMs,
    statusChanged: () => {
      publisher.statusChanged();
    },
  });

  const setPaused = (next: boolean): void => {
    journal.commitNow(() => updateControl.run(next ? 1 : 0));
    isPaused = next;
    view.forgetEstimate();
    publisher.statusChanged();
  };

  const view = createQueueStatus({
    queries,
    batches,
    cap,
    clock,
    perHour,
    createsPerSecond: tuning.createsPerSecond,
    steadyNowMs,
    isPaused: () => isPaused,
    hindrance: () =>
      pipeline.hindrance() ??
      refusals.stopReason() ??
      (restored.isHeld() ? new AppError('REGISTRATION_RESTORED_BACKUP') : null),
  });
  /** What may be claimed has changed: tells so and looks for work. */
  const rearranged = (): void => {
    view.forgetEstimate();
    publisher.statusChanged();
    pipeline.rearranged();
  };
  const intake = createBatchIntake({
    clock,
    logger,
    randomness,
    journal,
    batches,
    enqueue: createEnqueue(database, store),
    pieces,
    steadyNowMs,
    taken: () => {
      rearranged();
      publisher.membersChanged();
    },
  });
  const commands = createQueueCommands({
    clock,
    journal,
    store,
    batches,
    seqOf: queries.seqOf,
    steadyNowMs,
    committed,
    abandon: (jobSeq) => pipeline.abandon(jobSeq),
    retryTargetOf: (job) => retryTargetOf(job, drafts, records),
    dropUntaken: pieces.drop,
    finishTakingIn: intake.finish,
  });
  const undo = createUndo({
    clock,
    logger,
    randomness,
    naver: deps.naver,
    journal,
    store,
    records: undoRecords,
    steadyNowMs,
    committed,
    changed: () => publisher.statusChanged(),
  });
  const changed = (): void => publisher.statusChanged();
  const rehearsals = createRehearsals({
    ...deps,
    journal,
    records: createRehearsalRecords(database, pieces),
    steadyNowMs,
    changed,
  });
  const orphans = createOrphans({
    database,
    naver: deps.naver,
    journal,
    records,
    steadyNowMs,
    wasDeleted: undoRecords.wasDeleted,
    changed,
  });

  return {
    enqueue: intake.takeIn,
    findJob: queries.findJob,
    listJobs: queries.list,
    status: view.status,
    undo,
    rehearsals,
    orphans,
    reasonCounts: batches.reasonCounts,
    findJobRecord: queries.history,
    ...commands,
    listBatches: (filter) => {
      const { batches: records, total } = batches.list(filter);
      return { batches: records.map(view.batch), total };
    },
    findBatch: (batchId) => {
      const record = batches.find(batchId);
      return record === null ? null : view.batch(record);
    },
    changeBatch: (batchId, change) => {
      journal.commitNow(() => {
        if (change.priority !== undefined) batches.setPriority(batchId, change.priority);
        if (change.startsAtMs !== undefined) batches.setStart(batchId, change.startsAtMs ?? 0);
      });
      rearranged();
      const record = batches.find(batchId);
      return record === null ? null : view.batch(record);
    },
    setHeld: (hold, isHeld) => {
      journal.commitNow(() => batches.setHeld(hold, isHeld, steadyNowMs()));
      rearranged();
    },
    pause: () => {
      setPaused(true);
    },
    resume: () => {
      refusals.forget();
      setPaused(false);
      const wasHeld = restored.isHeld();
      restored.release();
      if (wasHeld && isStarted) undo.start();
      pipeline.retryNow();
    },
    subscribe: publisher.subscribe,
    onJobSettled: publisher.onJobSettled,
    start: async () => {
      if (lock === null) lock = acquireLock?.() ?? null;
      // What settings changed while nothing ran is noticed now, before anything is made by them.
      settingsAge.sinceMs();
      const handedBack = journal.commitNow(() => store.recover(steadyNowMs(), RESTART_WAIT_MS));
      logger.info({ handedBack: handedBack.length }, 'the queue starts');
      pipeline.start();
      intake.start();
      isStarted = true;
      // Undoing deletes, and knows as little as the rest of a backup of what happened since.
      if (!restored.isHeld()) undo.start();
      rehearsals.start();
    },
    stop: async (deadlineMs) => {
      await Promise.all([intake.stop(), pipeline.stop(deadlineMs), undo.stop(), rehearsals.stop()]);
      tools.claims.close();
      publisher.flush();
      lock?.release();
      lock = null;
    },
    whenBatchRests: publisher.whenBatchRests,
  };
}

/** Rolls back what was written for an event that does not apply; never leaves this file. */
class NotApplicable extends Error {}
