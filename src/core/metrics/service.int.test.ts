import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../http/client';
import { measureCalls } from '../http/measured-client';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { type Database, openDatabase } from '../storage/database';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createMetricsService, type MetricsService } from './service';

let database: Database;
let clock: FakeClock;
let metrics: MetricsService;
let settings: Settings;
let listeners: (() => void)[];
let hitRate: number | null;

function open(): MetricsService {
  return createMetricsService({
    database,
    clock,
    logger: silentLogger,
    settings: {
      get: () => settings,
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    app: { version: '1.2.3', runtime: 'node 24', environment: 'practice' },
    sources: {
      queueDepth: () => ({ normal: 1, batch: 250, sync: 0, review: 3 }),
      limits: async () => ({
        backend: 'embedded',
        fault: null,
        naver: [4, 2].map((remaining) => ({
          bucket: { application: 'a', api: `POST /v${remaining}` },
          ratePerSecond: 2,
          burst: 4,
          remaining,
          waiting: { sync: 0, normal: 0, batch: 0 },
          pausedUntilMs: null,
          refusedTotal: 0,
          grantedTotal: 0,
        })),
        domeggook: {
          perMinute: 150,
          perDay: 15_000,
          usedToday: 1_200,
          reservedForSync: 0,
          resetsAtMs: 0,
          silentUntilMs: null,
        },
      }),
      cache: () => ({
        byKind: {
          item: { hits: 3, staleHits: 1, misses: 1 },
          list: { hits: 0, staleHits: 0, misses: 0 },
        },
        hitRate,
        sharedLoads: 0,
        isTierAway: false,
      }),
      watchLagMs: () => 90_000,
    },
  });
}

beforeEach(async () => {
  clock = createFakeClock();
  database = await openDatabase(':memory:', clock);
  settings = defaultSettings();
  listeners = [];
  hitRate = 0.8;
  metrics = open();
});
afterEach(async () => {
  await metrics.stop();
  database.close();
});

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The text format (https://prometheus.io/docs/instrumenting/exposition_formats/, 2026-09), strictly. */
function parse(text: string): {
  readonly types: ReadonlyMap<string, string>;
  readonly samples: readonly Sample[];
} {
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# HELP ')) continue;
    const type = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line);
    if (type) {
      types.set(type[1] ?? '', type[2] ?? '');
      continue;
    }
    const sample = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (!sample) throw new Error(`not of the format: ${line}`);
    const labels = Object.fromEntries(
      [...(sample[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    );
    samples.push({
      name: sample[1] ?? '',
      labels,
      value: Number(sample[3]?.replace('Nan', 'NaN')),
    });
  }
  return { types, samples };
}

async function scraped() {
  const { types, samples } = parse(await metrics.scrape());
  const sampled = (name: string, labels: Readonly<Record<string, string>> = {}) =>
    samples.find(
      (sample) =>
        sample.name === name &&
        Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    )?.value;
  return { types, samples, sampled };
}

const settled = (
  state: 'done' | 'rejected' | 'failed' | 'cancelled',
  lane: 'normal' | 'batch',
) => ({
  lane,
  state,
  reasons:
    state === 'rejected'
      ? [
          { code: 'NAVER_REJECTED_TAG' as const, severity: 'block' as const },
          { code: 'NAVER_REJECTED_IMAGE_ADDRESS' as const, severity: 'warn' as const },
        ]
      : [],
});

describe('what Prometheus fetches', () => {
  it.each([
    ['storebridge_products_registered_total', 'counter', ['source', 'status']],
    ['storebridge_registration_success_rate', 'gauge', []],
    ['storebridge_rejection_reason_total', 'counter', ['reason']],
    ['storebridge_api_call_duration_seconds', 'histogram', ['api_name', 'method']],
    ['storebridge_image_processing_duration_seconds', 'histogram', []],
    ['storebridge_queue_depth', 'gauge', ['queue_name']],
    ['storebridge_rate_limit_remaining', 'gauge', ['api_name']],
    ['storebridge_cache_hit_rate', 'gauge', []],
    ['storebridge_app_info', 'gauge', ['environment', 'runtime', 'version']],
  ])('has %s as a %s with exactly its labels', async (name, type, labels) => {
    metrics.jobSettled(settled('rejected', 'batch'));
    metrics.apiCalled({ market: 'naver', method: 'POST /v2/products', status: 200, durationMs: 1 });
    metrics.picturesPrepared(700);
    const { types, samples } = await scraped();
    expect(types.get(name)).toBe(type);
    const own = samples.filter(
      (sample) => sample.name.replace(/_(bucket|sum|count)$/, '') === name,
    );
    expect(own.length).toBeGreaterThan(0);
    const found = new Set(own.flatMap((sample) => Object.keys(sample.labels)));
    found.delete('le');
    expect([...found].toSorted()).toEqual(labels);
  });

  it('has exactly the buckets that were asked for', async () => {
    metrics.apiCalled({ market: 'domeggook', method: 'getItemView', status: 200, durationMs: 1 });
    metrics.picturesPrepared(1);
    const { samples } = await scraped();
    const bounds = (name: string) =>
      samples.filter((sample) => sample.name === `${name}_bucket`).map(({ labels }) => labels.le);
    expect(bounds('storebridge_api_call_duration_seconds')).toEqual([
      '0.1',
      '0.5',
      '1',
      '2',
      '5',
      '10',
      '30',
      '+Inf',
    ]);
    expect(bounds('storebridge_image_processing_duration_seconds')).toEqual([
      '0.5',
      '1',
      '2',
      '5',
      '10',
      '+Inf',
    ]);
  });

  it('counts registrations by outcome and source, and reasons of rejections', async () => {
    metrics.jobSettled(settled('done', 'batch'));
    metrics.jobSettled(settled('done', 'normal'));
    metrics.jobSettled(settled('rejected', 'batch'));
    metrics.jobSettled(settled('failed', 'normal'));
    metrics.jobSettled(settled('cancelled', 'batch'));
    const { samples, sampled } = await scraped();
    const name = 'storebridge_products_registered_total';
    expect(sampled(name, { status: 'success', source: 'batch' })).toBe(1);
    expect(sampled(name, { status: 'success', source: 'manual' })).toBe(1);
    expect(sampled(name, { status: 'failed', source: 'batch' })).toBe(1);
    expect(sampled(name, { status: 'failed', source: 'manual' })).toBe(1);
    expect(
      samples.filter((sample) => sample.name === 'storebridge_rejection_reason_total'),
    ).toEqual([
      { name: 'storebridge_rejection_reason_total', labels: { reason: 'TAG' }, value: 1 },
    ]);
    expect(sampled('storebridge_registration_success_rate')).toBe(0.5);
  });

  it('forgets outcomes after an hour, and then has no success rate', async () => {
    metrics.jobSettled(settled('failed', 'batch'));
    await clock.advance(3_600_001);
    metrics.jobSettled(settled('done', 'batch'));
    expect((await scraped()).sampled('storebridge_registration_success_rate')).toBe(1);
    await clock.advance(3_600_001);
    expect((await scraped()).sampled('storebridge_registration_success_rate')).toBeNaN();
  });

  it('reads depth, allowance, hits and lag when it is asked', async () => {
    const { sampled } = await scraped();
    expect(sampled('storebridge_queue_depth', { queue_name: 'batch' })).toBe(250);
    expect(sampled('storebridge_rate_limit_remaining', { api_name: 'naver' })).toBe(2);
    expect(sampled('storebridge_rate_limit_remaining', { api_name: 'domeggook' })).toBe(13_800);
    expect(sampled('storebridge_call_budget_used', { api_name: 'domeggook' })).toBe(1_200);
    expect(sampled('storebridge_cache_hit_rate')).toBe(0.8);
    expect(sampled('storebridge_watch_lag_seconds')).toBe(90);
    expect(sampled('storebridge_app_info', { version: '1.2.3', environment: 'practice' })).toBe(1);
  });

  it('keeps the figures of two compositions apart', async () => {
    const other = open();
    metrics.jobSettled(settled('done', 'batch'));
    const { samples } = parse(await other.scrape());
    const counted = samples.find(
      ({ name, labels }) =>
        name === 'storebridge_products_registered_total' && labels.status === 'success',
    );
    expect(counted?.value).toBe(0);
  });

  it('times calls by API, counts refusals, and leaves unnamed ones out', async () => {
    const market: Server = createServer((_, response) => {
      response.writeHead(429).end('{}');
    });
    await new Promise<void>((resolve) => market.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(market.address() as AddressInfo).port}/x/12345`);
    const http = measureCalls(
      createHttpClient({ clock: systemClock, logger: silentLogger }),
      metrics,
      systemClock,
    );
    const api = { market: 'naver', method: 'GET /x/{no}' } as const;
    await http.send({ method: 'GET', url, api });
    await http.send({ method: 'GET', url });
    await http.close();
    await new Promise((resolve) => market.close(resolve));
    const labels = { api_name: 'naver', method: 'GET /x/{no}' };
    const { sampled } = await scraped();
    expect(sampled('storebridge_api_call_duration_seconds_count', labels)).toBe(1);
    expect(sampled('storebridge_rate_limited_total', labels)).toBe(1);
  });
});

describe('the endpoint', () => {
  const fetchFrom = (
    port: number,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly text: string }> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      }).on('error', reject);
    });
  const freePort = async (): Promise<number> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  };
  const apply = async (change: Partial<Settings['metrics']>): Promise<void> => {
    settings = { ...settings, metrics: { ...settings.metrics, ...change } };
    for (const listener of listeners) listener();
    for (let turn = 0; turn < 200 && metrics.overview(1).endpoint.url === null; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('is off until it is switched on, and off again after that', async () => {
    const port = await freePort();
    await metrics.start();
    await expect(fetchFrom(port, '/metrics')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await apply({ isOn: true, port });
    const { status, text } = await fetchFrom(port, '/metrics');
    expect(status).toBe(200);
    expect(parse(text).types.has('storebridge_app_info')).toBe(true);
    expect(metrics.overview(1).endpoint.url).toBe(`http://127.0.0.1:${port}/metrics`);
    await metrics.stop();
    await expect(fetchFrom(port, '/metrics')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('answers one path, and no page that renamed its host', async () => {
    const port = await freePort();
    settings = { ...settings, metrics: { isOn: true, port } };
    await metrics.start();
    expect((await fetchFrom(port, '/')).status).toBe(404);
    expect((await fetchFrom(port, '/metrics', { host: 'evil.example' })).status).toBe(403);
    expect((await fetchFrom(port, '/metrics', { host: `evil.example:${port}` })).status).toBe(403);
    expect((await fetchFrom(port, '/metrics', { host: `localhost:${port}` })).status).toBe(200);
  });

  it('says which port is taken instead of failing the start', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    settings = { ...settings, metrics: { isOn: true, port } };
    await metrics.start();
    expect(metrics.overview(1).endpoint).toEqual({ url: null, takenPort: port });
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('what the charts show', () => {
  it('outlives a restart, by the hour today and by the day over a week', async () => {
    metrics.jobSettled(settled('done', 'batch'));
    await clock.advance(2 * 3_600_000);
    metrics.jobSettled(settled('rejected', 'batch'));
    await metrics.stop();
    metrics = open();
    const today = metrics.overview(1);
    expect(today.registered).toHaveLength(24);
    // The fake clock begins at 09:00 in Korea.
    expect(today.registered[9]).toMatchObject({ success: 1, failed: 0 });
    expect(today.registered[11]).toMatchObject({ success: 0, failed: 1 });
    expect(today.rejections).toEqual([{ code: 'NAVER_REJECTED_TAG', count: 1 }]);
    await clock.advance(24 * 3_600_000);
    expect(metrics.overview(1).registered.every(({ success }) => success === 0)).toBe(true);
    expect(metrics.overview(7).registered.map(({ success, failed }) => success + failed)).toEqual([
      0, 0, 0, 0, 0, 2, 0,
    ]);
  });

  it('gives durations by API with a percentile, and the delay of detections', () => {
    for (let n = 0; n < 99; n += 1) {
      metrics.apiCalled({
        market: 'naver',
        method: 'POST /v2/products',
        status: 200,
        durationMs: 300,
      });
    }
    metrics.apiCalled({
      market: 'naver',
      method: 'POST /v2/products',
      status: 429,
      durationMs: 9_000,
    });
    metrics.changeDetected({ kind: 'price-up', action: 'ask', unseenForMs: 600_000 });
    const { calls, refusedForRate, changes, detectionDelay } = metrics.overview(1);
    expect(calls[0]).toMatchObject({ market: 'naver', method: 'POST /v2/products', count: 100 });
    expect(calls[0]?.averageMs).toBeCloseTo(387);
    expect(calls[0]?.p95Ms).toBeGreaterThan(200);
    expect(calls[0]?.p95Ms).toBeLessThanOrEqual(350);
    expect(refusedForRate).toBe(1);
    expect(changes).toEqual([{ kind: 'price-up', action: 'ask', count: 1 }]);
    expect(detectionDelay).toMatchObject({ count: 1 });
    expect(detectionDelay?.medianMs).toBeGreaterThan(300_000);
    expect(detectionDelay?.medianMs).toBeLessThanOrEqual(900_000);
  });
});
