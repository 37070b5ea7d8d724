import type { ReadingProgress } from '@shared/domain/intake';
import { type Clock, systemClock } from '../platform/clock';

/** Who may end a reading and who hears of it; nobody by default. */
export interface ReadingCourseOptions {
  readonly clock?: Clock;
  /** Ends the reading: it rejects with the signal's reason at its next pause. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how far the reading is, once a slice at most. */
  readonly progressed?: (progress: ReadingProgress) => void;
}

/**
 * The course of one reading: it cuts the work into slices, lets everything else of the process run
 * between them, says how far it is, and ends when the seller no longer wants it.
 */
export interface ReadingCourse {
  readonly signal: AbortSignal | undefined;
  /** True when the slice has lasted long enough and `giveWay` is to be awaited. */
  isDue(): boolean;
  /** Lets everything else run. Rejects with the signal's reason once it is aborted. */
  giveWay(): Promise<void>;
  /** Notes how far the reading is; told at the next pause. */
  reached(change: Partial<ReadingProgress>): void;
}

/** Longest stretch of work between two pauses: a fraction of what a person notices. */
export const SLICE_MS = 12;

const BEGINNING: ReadingProgress = {
  phase: 'opening',
  lineCount: 0,
  lineTotal: null,
  verdicts: { taken: 0, duplicate: 0, malformed: 0 },
};

/** The first slice begins now. */
export function createReadingCourse({
  clock = systemClock,
  signal,
  progressed,
}: ReadingCourseOptions = {}): ReadingCourse {
  let progress = BEGINNING;
  let sliceBeganMs = clock.monotonicMs();
  return {
    signal,
    isDue: () => clock.monotonicMs() - sliceBeganMs >= SLICE_MS,
    giveWay: async () => {
      progressed?.(progress);
      await clock.sleep(0, signal);
      sliceBeganMs = clock.monotonicMs();
    },
    reached: (change) => {
      progress = { ...progress, ...change };
    },
  };
}
