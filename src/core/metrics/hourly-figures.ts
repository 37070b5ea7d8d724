import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Database } from '../storage/database';
import type { FigureSink } from './sink';

/** One row of the charts: an hour of one thing. */
export interface HourlyFigure {
  readonly hourAtMs: number;
  readonly figure: 'registered' | 'rejection' | 'api' | 'limited' | 'pictures' | 'change' | 'delay';
  readonly label: string;
  readonly count: number;
  readonly sum: number;
  /** How many measurements were at or below each of `MEASURE_BOUNDS_MS`; null for counted things. */
  readonly buckets: readonly number[] | null;
}

/** Kept per hour in SQLite, so that charts reach back over restarts. */
export interface HourlyFigures extends FigureSink {
  /** Whole hours from `fromMs` on, what is not written yet included. */
  since(fromMs: number): readonly HourlyFigure[];
  start(): void;
  /** Writes what is left. */
  stop(): void;
}

const HOUR_MS = 3_600_000;
const FLUSH_EVERY_MS = 30_000;
/** Charts reach back seven days; the rest is room to look at a month by hand. */
const KEEP_MS = 35 * 24 * HOUR_MS;

/** Finer than Prometheus' buckets: percentiles are read between these. */
const MEASURE_BOUNDS_MS: readonly number[] = [
  50, 100, 200, 350, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 30_000, 60_000, 300_000,
  900_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 43_200_000, 86_400_000,
];

interface Sum {
  count: number;
  sum: number;
  readonly buckets: number[] | null;
}

interface FigureRow {
  readonly hour_at_ms: number;
  readonly figure: HourlyFigure['figure'];
  readonly label: string;
  readonly count: number;
  readonly sum: number;
  readonly buckets_json: string | null;
}

/**
 * Gathers in memory and writes every 30 seconds, so that a crash loses no more than that. Keeps 35
 * days.
 */
export function createHourlyFigures(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}): HourlyFigures {
  const { database, clock, logger } = deps;
  const selectOne = database.prepare<[number, string, string], { buckets_json: string | null }>(
    'SELECT buckets_json FROM hourly_figures WHERE hour_at_ms = ? AND figure = ? AND label = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO hourly_figures (hour_at_ms, figure, label, count, sum, buckets_json)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (hour_at_ms, figure, label) DO UPDATE SET count = count + excluded.count,
       sum = sum + excluded.sum, buckets_json = excluded.buckets_json`,
  );
  const selectSince = database.prepare<[number], FigureRow>(
    'SELECT * FROM hourly_figures WHERE hour_at_ms >= ? ORDER BY hour_at_ms, figure, label',
  );
  const removeOld = database.prepare('DELETE FROM hourly_figures WHERE hour_at_ms < ?');
  const stopping = new AbortController();
  let waiting = new Map<string, { readonly key: [number, string, string]; readonly sum: Sum }>();

  const add = (figure: HourlyFigure['figure'], label: string, value: number | null): void => {
    const hourAtMs = Math.floor(clock.nowMs() / HOUR_MS) * HOUR_MS;
    const key: [number, string, string] = [hourAtMs, figure, label];
    const text = key.join('|');
    const known = waiting.get(text);
    const { sum } = known ?? {
      sum: { count: 0, sum: 0, buckets: value === null ? null : MEASURE_BOUNDS_MS.map(() => 0) },
    };
    if (known === undefined) waiting.set(text, { key, sum });
    sum.count += 1;
    if (value === null) return;
    sum.sum += value;
    addTo(sum.buckets, value);
  };
  const flush = (): void => {
    if (waiting.size === 0) return;
    const writing = waiting;
    waiting = new Map();
    try {
      database
        .transaction(() => {
          for (const { key, sum } of writing.values()) {
            const before = parseBuckets(selectOne.get(...key)?.buckets_json ?? null);
            const buckets = sum.buckets?.map((count, index) => count + (before?.[index] ?? 0));
            upsert.run(...key, sum.count, sum.sum, buckets ? JSON.stringify(buckets) : null);
          }
          removeOld.run(clock.nowMs() - KEEP_MS);
        })
        .immediate();
    } catch (fault) {
      // Charts may have a hole; work may not stop for them.
      logger.warn({ err: fault }, 'the hour’s figures could not be written');
    }
  };
  const plan = (): void => {
    clock.sleep(FLUSH_EVERY_MS, stopping.signal).then(
      () => {
        flush();
        plan();
      },
      () => {
        // Stopping ends the timer.
      },
    );
  };

  return {
    jobSettled: ({ state, reasons }) => {
      if (state !== 'done' && state !== 'rejected' && state !== 'failed') return;
      add('registered', state === 'done' ? 'success' : 'failed', null);
      if (state !== 'rejected') return;
      const codes = reasons.filter(({ severity }) => severity !== 'warn').map(({ code }) => code);
      for (const code of new Set(codes)) add('rejection', code, null);
    },
    apiCalled: ({ market, method, status, durationMs }) => {
      add('api', `${market} ${method}`, durationMs);
      if (status === 429) add('limited', market, null);
    },
    picturesPrepared: (durationMs) => add('pictures', '', durationMs),
    changeDetected: ({ kind, action, unseenForMs }) => {
      add('change', `${kind} ${action}`, null);
      if (unseenForMs !== null) add('delay', '', unseenForMs);
    },
    since: (fromMs) => {
      flush();
      return selectSince.all(Math.floor(fromMs / HOUR_MS) * HOUR_MS).map((row) => ({
        hourAtMs: row.hour_at_ms,
        figure: row.figure,
        label: row.label,
        count: row.count,
        sum: row.sum,
        buckets: parseBuckets(row.buckets_json),
      }));
    },
    start: plan,
    stop: () => {
      stopping.abort(new Error('figures stop'));
      flush();
    },
  };
}

function addTo(buckets: number[] | null, value: number): void {
  MEASURE_BOUNDS_MS.forEach((bound, index) => {
    if (buckets !== null && value <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
  });
}

function parseBuckets(json: string | null): number[] | null {
  return json === null ? null : (JSON.parse(json) as number[]);
}

/**
 * The value that `share` of `count` measurements did not exceed, read between the two bounds it lies
 * in; the last bound when it lies beyond. Null without measurements.
 */
export function quantileMs(
  buckets: readonly number[],
  count: number,
  share: number,
): number | null {
  if (count === 0) return null;
  const rank = share * count;
  let lowerMs = 0;
  let lowerCount = 0;
  for (const [index, boundMs] of MEASURE_BOUNDS_MS.entries()) {
    const upTo = buckets[index] ?? 0;
    if (upTo >= rank) {
      const within = upTo === lowerCount ? 1 : (rank - lowerCount) / (upTo - lowerCount);
      return lowerMs + (boundMs - lowerMs) * within;
    }
    lowerMs = boundMs;
    lowerCount = upTo;
  }
  return lowerMs;
}
