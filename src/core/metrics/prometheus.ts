import { isResting } from '@shared/domain/job';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheStats } from '../cache/port';
import type { Clock } from '../platform/clock';
import type { LimitsSnapshot } from '../storebridge';
import type { FigureSink } from './sink';

/** What is asked for at the moment of a scrape. */
export interface ScrapeSources {
  /** Waiting jobs by lane. */
  readonly queueDepth: () => Readonly<Record<'normal' | 'batch' | 'sync' | 'review', number>>;
  readonly limits: () => Promise<LimitsSnapshot>;
  readonly cache: () => CacheStats;
  /** Age of the oldest check of a watched product; null with nothing to watch. */
  readonly watchLagMs: () => number | null;
}

/** What a registry names itself by, and where it asks at each scrape. */
export interface PrometheusOptions {
  readonly clock: Clock;
  readonly sources: ScrapeSources;
  readonly app: {
    readonly version: string;
    readonly runtime: string;
    readonly environment: 'practice' | 'live';
  };
}

/** The figures in Prometheus' text format. */
export interface PrometheusFigures extends FigureSink {
  readonly contentType: string;
  scrape(): Promise<string>;
  /** Share of registrations of the last hour that succeeded; null without any. */
  successRate(): number | null;
}

const HOUR_MS = 3_600_000;
const API_BUCKETS_S = [0.1, 0.5, 1, 2, 5, 10, 30];
const IMAGE_BUCKETS_S = [0.5, 1, 2, 5, 10];
const DELAY_BUCKETS_S = [60, 300, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
/** Prefixes that say who refused, not why. */
const REASON_PREFIX = /^(?:NAVER_REJECTED_|NAVER_|DOMEGGOOK_)/;

/**
 * Registry of one composition: names, labels and buckets of the first nine are those that were asked
 * for and must not change; what follows is ours. A gauge without a meaning right now is NaN, which
 * Prometheus shows as a gap.
 */
export function createPrometheusFigures(options: PrometheusOptions): PrometheusFigures {
  const { clock, sources, app } = options;
  const registry = new Registry();
  const registers = [registry];
  const settled: { readonly atMs: number; readonly isSuccess: boolean }[] = [];
  const successRate = (): number | null => {
    const sinceMs = clock.monotonicMs() - HOUR_MS;
    while (settled[0] !== undefined && settled[0].atMs < sinceMs) settled.shift();
    if (settled.length === 0) return null;
    return settled.filter(({ isSuccess }) => isSuccess).length / settled.length;
  };

  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers });
  const registered = counter(
    'storebridge_products_registered_total',
    'Registrations that ended, by outcome and by where they came from.',
    ['status', 'source'],
  );
  const rejections = counter(
    'storebridge_rejection_reason_total',
    'Reasons why registrations were rejected.',
    ['reason'],
  );
  const apiDuration = new Histogram({
    name: 'storebridge_api_call_duration_seconds',
    help: 'Duration of calls to the marketplaces.',
    labelNames: ['api_name', 'method'],
    buckets: API_BUCKETS_S,
    registers,
  });
  const imageDuration = new Histogram({
    name: 'storebridge_image_processing_duration_seconds',
    help: 'Time to prepare the pictures of one product.',
    buckets: IMAGE_BUCKETS_S,
    registers,
  });
  const limited = counter(
    'storebridge_rate_limited_total',
    'Calls that a marketplace refused with 429.',
    ['api_name', 'method'],
  );
  const changes = counter(
    'storebridge_changes_total',
    'Changes found at the wholesaler, by kind and by what the policy did.',
    ['kind', 'action'],
  );
  const detectionDelay = new Histogram({
    name: 'storebridge_detection_delay_seconds',
    help: 'Longest time a change can have stood before it was found.',
    buckets: DELAY_BUCKETS_S,
    registers,
  });
  const gauge = (name: string, help: string, read: () => number | null): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read() ?? Number.NaN);
      },
    });
  };
  gauge(
    'storebridge_registration_success_rate',
    'Share of the registrations of the last hour that succeeded.',
    successRate,
  );
  gauge(
    'storebridge_cache_hit_rate',
    'Share of cache reads of the last five minutes that were hits.',
    () => sources.cache().hitRate,
  );
  gauge('storebridge_watch_lag_seconds', 'Age of the oldest check of a watched product.', () => {
    const lagMs = sources.watchLagMs();
    return lagMs === null ? null : lagMs / 1000;
  });
  new Gauge({
    name: 'storebridge_queue_depth',
    help: 'Jobs that are not at rest, by queue.',
    labelNames: ['queue_name'],
    registers,
    collect() {
      for (const [lane, depth] of Object.entries(sources.queueDepth())) {
        this.set({ queue_name: lane }, depth);
      }
    },
  });
  new Gauge({
    name: 'storebridge_call_budget_used',
    help: 'Calls of the Korean day that were used.',
    labelNames: ['api_name'],
    registers,
    async collect() {
      const { domeggook } = await sources.limits();
      this.set({ api_name: 'domeggook' }, domeggook.usedToday);
    },
  });
  new Gauge({
    name: 'storebridge_rate_limit_remaining',
    help: 'Calls that could be made now: permits of the tightest Naver API, Domeggook calls left today.',
    labelNames: ['api_name'],
    registers,
    async collect() {
      const { naver, domeggook } = await sources.limits();
      this.set(
        { api_name: 'naver' },
        naver.length === 0 ? Number.NaN : Math.min(...naver.map(({ remaining }) => remaining)),
      );
      this.set({ api_name: 'domeggook' }, Math.max(0, domeggook.perDay - domeggook.usedToday));
    },
  });
  new Gauge({
    name: 'storebridge_app_info',
    help: 'The running program; always 1.',
    labelNames: ['version', 'runtime', 'environment'],
    registers,
  }).set({ ...app }, 1);
  // Both outcomes exist from the start, so that rates can be computed from the first one on.
  for (const status of ['success', 'failed']) {
    for (const source of ['batch', 'manual']) registered.inc({ status, source }, 0);
  }

  return {
    contentType: registry.contentType,
    scrape: () => registry.metrics(),
    successRate,
    jobSettled: ({ lane, state, reasons }) => {
      if (!isResting(state)) return;
      const isSuccess = state === 'done';
      if (!isSuccess && state !== 'rejected' && state !== 'failed') return;
      registered.inc({
        status: isSuccess ? 'success' : 'failed',
        source: lane === 'batch' ? 'batch' : 'manual',
      });
      settled.push({ atMs: clock.monotonicMs(), isSuccess });
      if (state !== 'rejected') return;
      for (const reason of rejectionLabels(reasons)) rejections.inc({ reason });
    },
    apiCalled: ({ market, method, status, durationMs }) => {
      apiDuration.observe({ api_name: market, method }, durationMs / 1000);
      if (status === 429) limited.inc({ api_name: market, method });
    },
    picturesPrepared: (durationMs) => imageDuration.observe(durationMs / 1000),
    changeDetected: ({ kind, action, unseenForMs }) => {
      changes.inc({ kind, action });
      if (unseenForMs !== null) detectionDelay.observe(unseenForMs / 1000);
    },
  };
}

/** `NAVER_REJECTED_CATEGORY_RIGHT` as `CATEGORY_RIGHT`, each once; warnings do not reject. */
function rejectionLabels(
  reasons: Parameters<FigureSink['jobSettled']>[0]['reasons'],
): readonly string[] {
  const labels = reasons
    .filter(({ severity }) => severity !== 'warn')
    .map(({ code }) => code.replace(REASON_PREFIX, ''));
  return [...new Set(labels)];
}
