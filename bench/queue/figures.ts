import { systemClock } from '../../src/core/platform/clock';

/** One measured value and whether its bar holds; the last line of the bench lists them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: string;
  readonly holds: boolean;
}

const READ_RUNS = 60;

/** Wall time of `work`. */
function measureMs(work: () => unknown): number {
  const startedMs = systemClock.monotonicMs();
  work();
  return systemClock.monotonicMs() - startedMs;
}

/** What 95 of 100 calls of `read` take at most, after a first one that warms up. */
export function slowest95Ms(read: (run: number) => unknown): number {
  read(0);
  const times = Array.from({ length: READ_RUNS }, (_, run) => measureMs(() => read(run)));
  return times.toSorted((a, b) => a - b)[Math.floor(READ_RUNS * 0.95)] ?? 0;
}

export function atMost(name: string, value: number, bar: number, unit = 'ms'): Figure {
  const rounded = Number(value.toFixed(2));
  return { name, value: rounded, unit, bound: `<= ${bar}`, holds: value <= bar };
}

export function atLeast(name: string, value: number, bar: number, unit: string): Figure {
  return { name, value: Math.round(value), unit, bound: `>= ${bar}`, holds: value >= bar };
}
