import type { Clock } from '../platform/clock';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /**
   * Moves both clocks forward, waking sleepers in the order of their due time. Code that was woken
   * runs until it sleeps again or waits for something real before time goes on.
   */
  advance(durationMs: number): Promise<void>;
  /**
   * Jumps from sleeper to sleeper until `isReached` holds. Throws when nothing sleeps any more or
   * `limitMs` (default one day) of fake time passed, so that a stuck test says so at once.
   */
  advanceUntil(isReached: () => boolean, limitMs?: number): Promise<void>;
  /** Moves the wall clock alone, as a user or a time server does; negative goes back. */
  jumpWallClock(differenceMs: number): void;
  /** How many sleeps are waiting. */
  sleeperCount(): number;
  /** Lets everything that can run without time passing run. */
  settle(): Promise<void>;
}

interface Sleeper {
  readonly dueMs: number;
  readonly wake: () => void;
}

/** Turns of the event loop after which woken code counts as settled; each turn costs microseconds. */
const SETTLE_TURNS = 20;
/**
 * Rounds of a real millisecond without a sleeper after which nothing more is expected to happen: files
 * are read and hashed outside of the fake time, and an idle event loop would be through in an instant.
 */
const MAX_IDLE_ROUNDS = 3_000;
const DAY_MS = 86_400_000;

/** 2026-10-01T00:00:00Z: any fixed moment serves. */
export const FAKE_START_AT_MS = 1_790_812_800_000;

export function createFakeClock(startAtMs: number = FAKE_START_AT_MS): FakeClock {
  let elapsedMs = 0;
  let wallOffsetMs = startAtMs;
  let sleepers: Sleeper[] = [];

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < SETTLE_TURNS; turn += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  };
  const earliest = (): Sleeper | null =>
    sleepers.reduce<Sleeper | null>(
      (first, sleeper) => (first === null || sleeper.dueMs < first.dueMs ? sleeper : first),
      null,
    );
  const wake = async (sleeper: Sleeper): Promise<void> => {
    elapsedMs = Math.max(elapsedMs, sleeper.dueMs);
    sleepers = sleepers.filter((other) => other !== sleeper);
    sleeper.wake();
    await settle();
  };

  return {
    nowMs: () => wallOffsetMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    sleep: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const onAbort = (): void => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          dueMs: elapsedMs + Math.max(0, delayMs),
          wake: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        sleepers.push(sleeper);
      }),
    advance: async (durationMs) => {
      const targetMs = elapsedMs + durationMs;
      await settle();
      for (;;) {
        const next = earliest();
        if (next === null || next.dueMs > targetMs) break;
        await wake(next);
      }
      elapsedMs = targetMs;
      await settle();
    },
    advanceUntil: async (isReached, limitMs = DAY_MS) => {
      const limitAtMs = elapsedMs + limitMs;
      await settle();
      let idleRounds = 0;
      while (!isReached()) {
        const next = earliest();
        if (next === null) {
          // Work that needs no time may still be under way.
          idleRounds += 1;
          if (idleRounds > MAX_IDLE_ROUNDS) {
            throw new Error('nothing sleeps, and the condition does not hold');
          }
          await new Promise((resolve) => setTimeout(resolve, 1));
          continue;
        }
        idleRounds = 0;
        if (next.dueMs > limitAtMs) {
          throw new Error(`the condition did not hold within ${limitMs} ms of fake time`);
        }
        await wake(next);
      }
    },
    jumpWallClock: (differenceMs) => {
      wallOffsetMs += differenceMs;
    },
    sleeperCount: () => sleepers.length,
    settle,
  };
}
