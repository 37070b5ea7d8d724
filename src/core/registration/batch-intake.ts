import type { BatchId, ItemNo, StoreId } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { createBackgroundWork } from './background-work';
import type { Batches } from './batches';
import type { Enqueue } from './enqueue';
import type { Journal } from './journal';
import { LIST_PIECE_SIZE, type ListPieces, MAX_PIECE_PAUSE_MS } from './list-pieces';
import type { EnqueueOptions, EnqueueVerdict } from './port';

export interface BatchIntakeDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly journal: Journal;
  readonly batches: Batches;
  readonly enqueue: Enqueue;
  readonly pieces: ListPieces;
  steadyNowMs(): number;
  /** Jobs of a list were written: what may be claimed has changed. */
  taken(): void;
}

/**
 * Takes lists in. The whole list is on disk with its batch before anything else happens; a long one
 * becomes jobs piece by piece, with air between, so that 100,000 lines hold up nothing. Killed in
 * between, `start` goes on with what is left; every number becomes a job once.
 */
export interface BatchIntake {
  /**
   * Resolves when every number is taken in. One verdict per given number, in order; a number given twice
   * gets the verdict of its one job. Rejects with STORAGE_* when the list, or a piece, could not be
   * written (what is written is gone on with), and with REGISTRATION_LIST_GOES_ON_LATER at `stop`.
   */
  takeIn(
    storeId: StoreId,
    itemNos: readonly ItemNo[],
    options: EnqueueOptions,
  ): Promise<{ readonly batchId: BatchId; readonly verdicts: readonly EnqueueVerdict[] }>;
  /** Takes in what is left of the batch, beside whoever is at it. */
  finish(batchId: BatchId): Promise<void>;
  /** Goes on with what an earlier run left. */
  start(): void;
  stop(): Promise<void>;
}

/** Bytes of chance in a batch id, and in the part of a job id that is unique to its batch. */
const BATCH_ID_BYTES = 8;

/**
 * A list of a caller's own request is taken in by that request; the background takes only what an
 * earlier run or a request that failed left.
 */
export function createBatchIntake(deps: BatchIntakeDeps): BatchIntake {
  const { clock, journal, batches, enqueue, pieces } = deps;
  /** Lists that are being taken in by a caller's own request; the background leaves them alone. */
  const attended = new Set<BatchId>();
  const leftOver = (): readonly BatchId[] =>
    pieces.openBatches().filter((batchId) => !attended.has(batchId));
  const background = createBackgroundWork({
    clock,
    logger: deps.logger,
    name: 'taking lists in',
    hasWork: () => leftOver().length > 0,
    work: async () => {
      for (const batchId of leftOver()) await takeRest(batchId);
    },
  });

  /** Takes the next piece in; null when nothing is left. */
  const takePiece = (batchId: BatchId): readonly EnqueueVerdict[] | null => {
    const verdicts = journal.commitNow(() => {
      const batch = batches.find(batchId);
      const piece = batch === null ? null : pieces.takeNext(batchId);
      if (batch === null || piece === null) return null;
      return enqueue.takeIn(batch, piece.itemNos, piece.firstPosition, deps.steadyNowMs());
    });
    if (verdicts !== null) deps.taken();
    return verdicts;
  };
  const takeRest = async (
    batchId: BatchId,
    verdicts: EnqueueVerdict[] = [],
    taken: () => void = () => undefined,
  ): Promise<readonly EnqueueVerdict[]> => {
    let pauseMs = 0;
    for (;;) {
      await clock.sleep(pauseMs, background.stopSignal).catch(() => {
        throw new AppError('REGISTRATION_LIST_GOES_ON_LATER');
      });
      const beganMs = clock.monotonicMs();
      const more = takePiece(batchId);
      pauseMs = Math.min(MAX_PIECE_PAUSE_MS, clock.monotonicMs() - beganMs);
      if (more === null) return verdicts;
      for (const verdict of more) verdicts.push(verdict);
      taken();
    }
  };
  const attend = async <T>(batchId: BatchId, work: () => Promise<T>): Promise<T> => {
    attended.add(batchId);
    try {
      return await work();
    } finally {
      attended.delete(batchId);
      // What a fault left undone is the background's now.
      background.wake();
    }
  };

  return {
    takeIn: (storeId, itemNos, options) => {
      const batchId = deps.randomness.hex(BATCH_ID_BYTES) as BatchId;
      return attend(batchId, async () => {
        const different = [...new Set(itemNos)];
        const first = different.slice(0, LIST_PIECE_SIZE);
        const verdicts: EnqueueVerdict[] = [];
        journal.commitNow(() => {
          const atMs = deps.steadyNowMs();
          enqueue.beginBatch(batchId, storeId, different.length, options, atMs);
          pieces.keep(batchId, different.slice(LIST_PIECE_SIZE), LIST_PIECE_SIZE);
          const batch = batches.find(batchId);
          if (batch !== null) verdicts.push(...enqueue.takeIn(batch, first, 0, atMs));
        });
        deps.taken();
        const taken = (): void =>
          options.progressed?.({
            batchId,
            takenCount: verdicts.length,
            itemCount: different.length,
          });
        taken();
        if (different.length > LIST_PIECE_SIZE) await takeRest(batchId, verdicts, taken);
        return { batchId, verdicts: spelledOut(batchId, itemNos, verdicts) };
      });
    },
    finish: (batchId) =>
      attend(batchId, async () => {
        await takeRest(batchId);
      }),
    start: background.start,
    stop: background.stop,
  };

  /** A verdict for every asked number, also for one that comes again and one that another process took in. */
  function spelledOut(
    batchId: BatchId,
    itemNos: readonly ItemNo[],
    verdicts: readonly EnqueueVerdict[],
  ): readonly EnqueueVerdict[] {
    if (verdicts.length === itemNos.length) return verdicts;
    const byItem = new Map(verdicts.map((verdict) => [verdict.itemNo, verdict]));
    const batch = batches.find(batchId);
    const told = new Set<ItemNo>();
    return itemNos.flatMap((itemNo) => {
      const verdict =
        byItem.get(itemNo) ?? (batch === null ? null : enqueue.verdictOf(batch, itemNo));
      if (verdict === null) return [];
      const isAgain = told.has(itemNo) && verdict.kind === 'queued';
      told.add(itemNo);
      return [isAgain ? { ...verdict, kind: 'existing' as const } : verdict];
    });
  }
}
