import type { MetricsService } from '../metrics/service';

/** Figures of a program that has done nothing yet. */
export function createFakeMetrics(): MetricsService {
  return {
    jobSettled: () => undefined,
    apiCalled: () => undefined,
    picturesPrepared: () => undefined,
    changeDetected: () => undefined,
    overview: (days) => ({
      fromMs: 0,
      stepMs: days === 1 ? 3_600_000 : 86_400_000,
      registered: [],
      successRateLastHour: null,
      rejections: [],
      calls: [],
      refusedForRate: 0,
      changes: [],
      detectionDelay: null,
      cache: { hitRate: null, hits: 0, misses: 0 },
      endpoint: { url: null, takenPort: null },
    }),
    scrape: async () => '',
    start: async () => undefined,
    stop: async () => undefined,
  };
}
