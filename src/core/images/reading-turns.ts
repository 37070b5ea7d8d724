import type { Clock } from '../platform/clock';
import { createSlots } from './slots';

/** The right to read a body before others do. */
export interface ReadingTurn {
  /** Call with every part that arrived. */
  progressed(): void;
  /** Call when the body is over, however it ended. More than once does no harm. */
  end(): void;
}

/**
 * Lets a few bodies be read at a time, so that the first pictures are whole, and being converted,
 * while the others are still on the wire; read all at once they would all be whole at the end. A turn
 * passes on as soon as its body stalls, and in any case after a while: a slow host keeps nobody waiting,
 * it only loses its precedence.
 */
export interface ReadingTurns {
  begin(signal: AbortSignal): Promise<ReadingTurn>;
}

const READING_TURNS = { places: 2, stallMs: 25, longestMs: 300 } as const;

/** Two places; a turn passes on after 25 ms without a part, and after 300 ms in any case. */
export function createReadingTurns(
  clock: Clock,
  { places, stallMs, longestMs } = READING_TURNS as {
    readonly places: number;
    readonly stallMs: number;
    readonly longestMs: number;
  },
): ReadingTurns {
  const slots = createSlots(places);

  const hold = (begun: (turn: ReadingTurn) => void): Promise<void> =>
    new Promise((release) => {
      const over = new AbortController();
      const beganMs = clock.monotonicMs();
      let progressedMs = beganMs;
      const end = (): void => {
        over.abort();
        release();
      };
      const watch = async (): Promise<void> => {
        while (!over.signal.aborted) {
          // Rejects only when the turn is over, which the loop sees.
          await clock.sleep(stallMs, over.signal).catch(() => undefined);
          const nowMs = clock.monotonicMs();
          if (nowMs - progressedMs >= stallMs || nowMs - beganMs >= longestMs) end();
        }
      };
      void watch();
      begun({
        progressed: () => {
          progressedMs = clock.monotonicMs();
        },
        end,
      });
    });

  return {
    begin: (signal) =>
      new Promise((resolve, reject) => {
        slots.run(() => hold(resolve), signal).catch(reject);
      }),
  };
}
