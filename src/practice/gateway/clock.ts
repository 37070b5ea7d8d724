/** Time of the practice market, so that tests can hold it still. Fits the core's own clock. */
export interface PracticeClock {
  /** Epoch milliseconds. */
  nowMs(): number;
  sleep(delayMs: number): Promise<void>;
}

/** The computer's own time. */
export const realClock: PracticeClock = {
  nowMs: () => Date.now(),
  sleep: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
};

/** The servers' own view of time: may be wrong on purpose. */
export interface ServerTime extends PracticeClock {
  /** How far this server's clock is off, in ms; 0 when right. */
  offsetMs: number;
  /** Days that the calendar is ahead without moving the clock. */
  dayShift: number;
  /** Days since 1970 in Korea, calendar shift included. */
  koreanDay(): number;
}

const KST_OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;

/** Both servers' time: `clock` with an offset and a shift of days, which a test may change. */
export function createServerTime(clock: PracticeClock): ServerTime {
  const time: ServerTime = {
    offsetMs: 0,
    dayShift: 0,
    nowMs: () => clock.nowMs() + time.offsetMs,
    sleep: (delayMs) => clock.sleep(delayMs),
    koreanDay: () => Math.floor((time.nowMs() + KST_OFFSET_MS) / DAY_MS) + time.dayShift,
  };
  return time;
}

/** `2026-09-21T23:15:23.456+09:00`, the form of the Commerce API's answers. */
export function koreanTimestamp(atMs: number): string {
  return new Date(atMs + KST_OFFSET_MS).toISOString().replace('Z', '+09:00');
}

/** `2026-03-04 14:20:11`, the form of the wholesaler's answers (Korean time). */
export function koreanDateTime(atMs: number): string {
  return new Date(atMs + KST_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
