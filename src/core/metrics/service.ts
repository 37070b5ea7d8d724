import { koreanDayStartMs } from '@shared/domain/korea-time';
import type { Settings } from '@shared/domain/settings';
import type { MetricsOverview } from '@shared/ipc/metrics';
import { isMessageCode } from '@shared/texts/catalogue';
import type { Logger } from '../platform/logger';
import type { Database } from '../storage/database';
import { createMetricsEndpoint } from './endpoint';
import { createHourlyFigures, type HourlyFigure, quantileMs } from './hourly-figures';
import { createPrometheusFigures, type PrometheusOptions } from './prometheus';
import type { FigureSink } from './sink';

/** The product's figures: fed by its parts, shown as charts, fetched by Prometheus. */
export interface MetricsService extends FigureSink {
  /** Of today (by hour) or of the last seven days (by day), Korean time. */
  overview(days: 1 | 7): MetricsOverview;
  scrape(): Promise<string>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface MetricsDependencies extends PrometheusOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly settings: { get(): Settings; subscribe(listener: () => void): () => void };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Charts of rankings show no more; the rest is in the file Prometheus fetches. */
const MOST_ROWS = 12;

/**
 * A part that cannot count is logged and does not stop the others, nor what is counted. The
 * endpoint follows the settings while it runs.
 */
export function createMetricsService(deps: MetricsDependencies): MetricsService {
  const { clock, logger, settings, sources } = deps;
  const prometheus = createPrometheusFigures(deps);
  const hourly = createHourlyFigures(deps);
  const endpoint = createMetricsEndpoint(prometheus, logger);
  const sinks: readonly FigureSink[] = [prometheus, hourly];
  const toAll = (tell: (sink: FigureSink) => void): void => {
    for (const sink of sinks) {
      try {
        tell(sink);
      } catch (fault) {
        // Counting must not stop what is counted.
        logger.warn({ err: fault }, 'a figure was not counted');
      }
    }
  };
  const follow = (): void => {
    void endpoint.apply(settings.get().metrics);
  };
  let stopFollowing = (): void => undefined;

  return {
    jobSettled: (settled) => toAll((sink) => sink.jobSettled(settled)),
    apiCalled: (call) => toAll((sink) => sink.apiCalled(call)),
    picturesPrepared: (durationMs) => toAll((sink) => sink.picturesPrepared(durationMs)),
    changeDetected: (change) => toAll((sink) => sink.changeDetected(change)),
    scrape: prometheus.scrape,
    overview: (days) => {
      const fromMs = koreanDayStartMs(clock.nowMs()) - (days - 1) * DAY_MS;
      const rows = hourly.since(fromMs);
      const { url, takenPort } = endpoint.state();
      const { hitRate, byKind } = sources.cache();
      return {
        fromMs,
        stepMs: days === 1 ? HOUR_MS : DAY_MS,
        registered: registrationsOf(rows, fromMs, days),
        successRateLastHour: prometheus.successRate(),
        rejections: ranked(rows, 'rejection').flatMap(([code, count]) =>
          isMessageCode(code) ? [{ code, count }] : [],
        ),
        calls: callsOf(rows),
        refusedForRate: countOf(rows, 'limited'),
        changes: ranked(rows, 'change').map(([label, count]) => {
          const [kind = '', action = ''] = label.split(' ');
          return { kind, action, count };
        }),
        detectionDelay: delayOf(rows),
        cache: {
          hitRate,
          hits: byKind.item.hits + byKind.list.hits + byKind.item.staleHits + byKind.list.staleHits,
          misses: byKind.item.misses + byKind.list.misses,
        },
        endpoint: { url, takenPort },
      };
    },
    start: async () => {
      hourly.start();
      stopFollowing = settings.subscribe(follow);
      await endpoint.apply(settings.get().metrics);
    },
    stop: async () => {
      stopFollowing();
      hourly.stop();
      await endpoint.close();
    },
  };
}

function registrationsOf(
  rows: readonly HourlyFigure[],
  fromMs: number,
  days: 1 | 7,
): MetricsOverview['registered'] {
  const stepMs = days === 1 ? HOUR_MS : DAY_MS;
  const steps = days === 1 ? 24 : 7;
  const sums = Array.from({ length: steps }, (_, index) => ({
    atMs: fromMs + index * stepMs,
    success: 0,
    failed: 0,
  }));
  for (const { hourAtMs, figure, label, count } of rows) {
    const sum = sums[Math.floor((hourAtMs - fromMs) / stepMs)];
    if (figure !== 'registered' || sum === undefined) continue;
    if (label === 'success') sum.success += count;
    else sum.failed += count;
  }
  return sums;
}

function ranked(
  rows: readonly HourlyFigure[],
  figure: HourlyFigure['figure'],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.figure === figure) counts.set(row.label, (counts.get(row.label) ?? 0) + row.count);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_ROWS);
}

function countOf(rows: readonly HourlyFigure[], figure: HourlyFigure['figure']): number {
  return rows.reduce((sum, row) => (row.figure === figure ? sum + row.count : sum), 0);
}

interface Measured {
  count: number;
  sum: number;
  buckets: number[];
}

function measuredBy(
  rows: readonly HourlyFigure[],
  figure: HourlyFigure['figure'],
): ReadonlyMap<string, Measured> {
  const all = new Map<string, Measured>();
  for (const row of rows) {
    if (row.figure !== figure || row.buckets === null) continue;
    const measured = all.get(row.label) ?? { count: 0, sum: 0, buckets: [] };
    measured.count += row.count;
    measured.sum += row.sum;
    measured.buckets = row.buckets.map((count, index) => count + (measured.buckets[index] ?? 0));
    all.set(row.label, measured);
  }
  return all;
}

function callsOf(rows: readonly HourlyFigure[]): MetricsOverview['calls'] {
  return [...measuredBy(rows, 'api')]
    .toSorted(([, a], [, b]) => b.count - a.count)
    .slice(0, MOST_ROWS)
    .map(([label, { count, sum, buckets }]) => {
      const [market, ...method] = label.split(' ');
      return {
        market: market === 'naver' ? 'naver' : 'domeggook',
        method: method.join(' '),
        count,
        averageMs: sum / count,
        p95Ms: quantileMs(buckets, count, 0.95) ?? 0,
      };
    });
}

function delayOf(rows: readonly HourlyFigure[]): MetricsOverview['detectionDelay'] {
  const delay = measuredBy(rows, 'delay').get('');
  if (delay === undefined) return null;
  return {
    count: delay.count,
    medianMs: quantileMs(delay.buckets, delay.count, 0.5) ?? 0,
    p95Ms: quantileMs(delay.buckets, delay.count, 0.95) ?? 0,
  };
}
