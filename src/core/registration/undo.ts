import type { BatchId, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { UndoItem, UndoItemState, UndoKind, UndoPlan, UndoRun } from '@shared/domain/undo';
import { AppError, toAppError } from '@shared/errors/app-error';
import type { CallOptions, NaverClient, StoredProduct } from '../naver/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { createBackgroundWork } from './background-work';
import { classifyFault, isRefusal } from './fault-class';
import type { JobRecord } from './job-row';
import type { JobStore } from './job-store';
import type { Journal } from './journal';
import type { UndoRecords, UndoRunRow, UndoTask } from './undo-records';

export interface UndoDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly naver: Pick<NaverClient, 'findProduct' | 'deleteProduct' | 'changeStatus'>;
  readonly journal: Journal;
  readonly store: JobStore;
  readonly records: UndoRecords;
  steadyNowMs(): number;
  /** A job's row was changed and is on disk. */
  committed(job: JobRecord): void;
  /** Progress or its hindrance changed. */
  changed(): void;
}

/** Takes back what a batch created: suspends or deletes its products at Naver, together. */
export interface UndoDesk {
  /** What `begin` would touch; `limit` bounds the listed products, not the counts. */
  plan(batchId: BatchId, limit: number): UndoPlan;
  /**
   * Settles which products it touches, on disk, and begins; a long list of them is written down in pieces, so
   * that the run's counts grow for a moment. Adopted ones only with `includesAdopted`. Throws
   * REGISTRATION_UNDO_NOTHING when there is none.
   */
  begin(
    batchId: BatchId,
    storeId: StoreId,
    how: { readonly kind: UndoKind; readonly includesAdopted: boolean },
  ): UndoRun;
  find(undoId: string): UndoRun | null;
  /** The newest 50, newest first. */
  list(storeId: StoreId): readonly UndoRun[];
  /** In the order of the list; only those in `state` unless it is null. */
  items(
    undoId: string,
    state: UndoItemState | null,
    offset: number,
    limit: number,
  ): { readonly items: readonly UndoItem[]; readonly total: number };
  /** Leaves alone what was not begun yet. */
  cancel(undoId: string): UndoRun | null;
}

/** The desk with the worker behind it. */
export interface UndoWorker extends UndoDesk {
  /** Goes on with what an earlier run left, then works as asked. */
  start(): void;
  stop(): Promise<void>;
}

const UNDO_ID_BYTES = 8;
const MAX_LISTED_RUNS = 50;
/** Tries of one product whose calls fail; nothing is ever sent again after a refusal. */
const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;
/** A person is waiting for it. */
const LANE = 'normal';

/**
 * Takes products back one at a time in the lane `normal`, each looked at first and its former state
 * kept. A refusal, or the eighth try that failed because of the product itself, ends a product as
 * `failed`; while the marketplace is away or access is missing, all wait, however long. `begin` may be called while jobs of the batch are under way: their products are not in
 * it.
 */
export function createUndo(deps: UndoDeps): UndoWorker {
  const { clock, logger, naver, journal, records } = deps;
  const background = createBackgroundWork({
    clock,
    logger,
    name: 'undo',
    hasWork: () => records.openRuns().length > 0,
    work: () => workAll(),
  });
  const { stopSignal } = background;
  const call: CallOptions = { lane: LANE, signal: stopSignal };
  let hindrance: Reason | null = null;
  /** Failed tries since one worked, over all passes: a single product is not asked for at full pace. */
  let failures = 0;
  let resting: AbortController | null = null;

  const setHindrance = (next: Reason | null): void => {
    if (hindrance?.code === next?.code) return;
    hindrance = next;
    deps.changed();
  };
  const shown = (run: UndoRunRow): UndoRun => ({
    ...run,
    hindrance: run.endedAtMs === null ? hindrance : null,
  });

  const workAll = async (): Promise<void> => {
    for (const undoId of records.openRuns()) {
      await inPieces(() => records.listPiece(undoId, deps.steadyNowMs()));
      for (;;) {
        if (records.isCancelled(undoId)) {
          await inPieces(() => records.cancelPiece(undoId, deps.steadyNowMs()));
        }
        if (!(await pass(undoId))) break;
      }
      await journal.commit(() => records.end(undoId, deps.steadyNowMs()));
      deps.changed();
    }
  };
  /** Commits piece after piece until one says that it was the last, with air between. */
  const inPieces = async (piece: () => boolean): Promise<void> => {
    while (journal.commitNow(piece)) {
      deps.changed();
      await clock.sleep(0, stopSignal);
    }
  };
  /** One look at every product with something left to do; false when none was. */
  const pass = async (undoId: string): Promise<boolean> => {
    let task = records.nextTask(undoId, 0);
    if (task === null) return false;
    while (task !== null) {
      stopSignal.throwIfAborted();
      const isDone = await attempt(task);
      if (isDone) failures = 0;
      else {
        failures += 1;
        const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 6));
        await rest(pauseMs);
      }
      deps.changed();
      task = records.nextTask(undoId, task.position);
    }
    return true;
  };

  /** Ends early when something is called off: then there may be nothing left to wait for. */
  const rest = async (pauseMs: number): Promise<void> => {
    const calledOff = new AbortController();
    resting = calledOff;
    await clock
      .sleep(pauseMs, AbortSignal.any([stopSignal, calledOff.signal]))
      .catch(() => stopSignal.throwIfAborted());
    resting = null;
  };

  /** True when the product came to an end; false when it is to be tried again later. */
  const attempt = async (task: UndoTask): Promise<boolean> => {
    try {
      await takeBack(task);
      setHindrance(null);
      return true;
    } catch (thrown) {
      const fault = toAppError(thrown);
      const kind = classifyFault(fault);
      if (stopSignal.aborted || kind === 'closing') throw thrown;
      logger.warn({ code: fault.code, itemNo: task.itemNo }, 'a product could not be taken back');
      const reason: Reason = { code: fault.code, severity: 'warn', params: fault.params };
      if (kind === 'storage') {
        setHindrance(reason);
        return false;
      }
      const isOwnFault = kind === 'item';
      const isOver = isRefusal(fault) || (isOwnFault && task.attempts + 1 >= MAX_ATTEMPTS);
      // A whole marketplace that is away is not the product's fault.
      if (!isOver && !isOwnFault) setHindrance(reason);
      await journal.commit(() => {
        if (isOwnFault) records.countAttempt(task);
        if (!isOver) return;
        records.setState(task, 'failed', deps.steadyNowMs(), { ...reason, severity: 'block' });
      });
      return isOver;
    }
  };

  const takeBack = async (task: UndoTask): Promise<void> => {
    const product = await naver.findProduct(task.originProductNo, call);
    if (product === null || product.status === 'DELETE') {
      await settle(task, task.state === 'sent' ? 'done' : 'gone');
      return;
    }
    // Also what came of a call whose answer was lost shows here; both calls may be sent again.
    if (isAsWanted(task, product)) {
      if (task.state === 'waiting') await keepBefore(task, product);
      await settle(task, 'done');
      return;
    }
    if (task.state === 'waiting') await keepBefore(task, product);
    if (!(await journal.commit(() => records.markSent(task, deps.steadyNowMs())))) return;
    if (task.kind === 'delete') await naver.deleteProduct(task.originProductNo, call);
    else await naver.changeStatus(task.originProductNo, { status: 'SUSPENSION' }, call);
    await settle(task, 'done');
  };
  const keepBefore = (task: UndoTask, product: StoredProduct): Promise<void> =>
    journal.commit(() => records.keepBefore(task, product, deps.steadyNowMs()));

  /** Commits the end together with what it means for the job and the product. */
  const settle = async (task: UndoTask, state: 'done' | 'gone'): Promise<void> => {
    const isDeleted = task.kind === 'delete' || state === 'gone';
    const job = await journal.commit(() => {
      records.setState(task, state, deps.steadyNowMs());
      if (isDeleted) records.dropProduct(task.storeId, task.originProductNo);
      if (task.jobSeq === null) return null;
      const event = {
        kind: 'withdrawn',
        isDeleted,
        originProductNo: task.originProductNo,
      } as const;
      return deps.store.apply(task.jobSeq, event, deps.steadyNowMs());
    });
    if (job !== null) deps.committed(job);
  };

  return {
    plan: records.plan,
    begin: (batchId, storeId, how) => {
      const undoId = deps.randomness.hex(UNDO_ID_BYTES);
      const isBegun = journal.commitNow(() =>
        records.begin(undoId, batchId, storeId, how, deps.steadyNowMs()),
      );
      if (!isBegun) throw new AppError('REGISTRATION_UNDO_NOTHING');
      deps.changed();
      background.wake();
      const run = records.find(undoId);
      if (run === null) throw new AppError('REGISTRATION_UNDO_NOTHING');
      return shown(run);
    },
    find: (undoId) => {
      const run = records.find(undoId);
      return run === null ? null : shown(run);
    },
    list: (storeId) => records.list(storeId, MAX_LISTED_RUNS).map(shown),
    items: records.items,
    cancel: (undoId) => {
      journal.commitNow(() => records.cancel(undoId, deps.steadyNowMs()));
      resting?.abort();
      deps.changed();
      const run = records.find(undoId);
      return run === null ? null : shown(run);
    },
    start: background.start,
    stop: background.stop,
  };
}

/** True when Naver has the product in the state that was asked for already. */
function isAsWanted(task: UndoTask, product: StoredProduct): boolean {
  return task.kind === 'suspend' && product.status === 'SUSPENSION';
}
