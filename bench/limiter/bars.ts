import {
  BACK_AT_MS,
  type CaseSpec,
  type GatewayStats,
  RATE_PER_SECOND,
  type WorkerStats,
} from './protocol';
import type { RawKind, RawResult } from './raw';

/** One figure against its bound. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly bound: string;
  readonly holds: boolean;
}

/** Everything seen of one case. */
export interface CaseResult {
  readonly spec: CaseSpec;
  readonly gateway: GatewayStats;
  readonly workers: readonly WorkerStats[];
}

const FULL_AGAIN_AFTER_MS = 3000;
const FULL_AGAIN_FOR_MS = 10_000;

/** Share of what the gateway allowed us that was used: the allowance less what others took. */
export function utilisation({ spec, gateway }: CaseResult): number {
  return gateway.passed / (RATE_PER_SECOND * spec.seconds - gateway.foreignPassed);
}

export function refusedShare(results: readonly CaseResult[]): number {
  const refused = sum(results.map((one) => one.gateway.refused));
  const all = refused + sum(results.map((one) => one.gateway.passed));
  return all === 0 ? 1 : refused / all;
}

export function redisCallsPerGrant({ workers }: CaseResult): number {
  return sum(workers.map((one) => one.redisCommands)) / sum(workers.map((one) => one.granted));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const atMost = (name: string, value: number, limit: number): Bar => ({
  name,
  value: rounded(value),
  bound: `<= ${limit}`,
  holds: value <= limit,
});
const atLeast = (name: string, value: number, limit: number): Bar => ({
  name,
  value: rounded(value),
  bound: `>= ${limit}`,
  holds: value >= limit,
});

export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000;
}

/** Every figure that is promised, from what was measured. */
export function judge(
  results: readonly CaseResult[],
  raw: Readonly<Record<RawKind, RawResult>>,
): readonly Bar[] {
  const of = (filter: Partial<CaseSpec>): CaseResult[] =>
    results.filter(({ spec }) =>
      Object.entries(filter).every(([key, value]) => spec[key as keyof CaseSpec] === value),
    );
  const bars: Bar[] = [];
  for (const contender of ['ours-redis', 'ours-embedded'] as const) {
    for (const model of ['A', 'B'] as const) {
      const cases = of({ scenario: 'steady', contender, model });
      bars.push(
        atMost(`${contender} ${model}: refused`, sum(cases.map((one) => one.gateway.refused)), 0),
        atLeast(`${contender} ${model}: utilisation`, Math.min(...cases.map(utilisation)), 0.98),
      );
    }
    for (const setting of ['strict', 'burst'] as const) {
      const cases = of({ scenario: 'steady', contender, model: 'S', setting });
      const name = `${contender} S ${setting === 'strict' ? 'by setting' : 'by itself'}`;
      bars.push(
        // Left to itself it may take one refusal to find out.
        atMost(
          `${name}: refused${setting === 'burst' ? ' per case' : ''}`,
          Math.max(...cases.map((one) => one.gateway.refused)),
          setting === 'strict' ? 0 : 1,
        ),
        atLeast(`${name}: utilisation`, Math.min(...cases.map(utilisation)), 0.9),
      );
    }
  }
  for (const model of ['A', 'B'] as const) {
    const bursts = of({ scenario: 'burst', model });
    const spans = bursts.flatMap((one) => one.workers.flatMap((worker) => worker.burstMs));
    bars.push(
      atMost(`burst ${model}: slowest 4 calls, ms`, Math.max(...spans), 50),
      atMost(`burst ${model}: refused`, sum(bursts.map((one) => one.gateway.refused)), 0),
    );
  }
  for (const [model, share, use] of [
    ['A', 0.02, 0.88],
    ['B', 0.05, 0.8],
  ] as const) {
    const foreign = of({ scenario: 'foreign', model });
    const allowed = sum(
      foreign.map(({ spec, gateway }) => RATE_PER_SECOND * spec.seconds - gateway.foreignPassed),
    );
    bars.push(
      atMost(`foreign ${model}: refused share`, refusedShare(foreign), share),
      atLeast(
        `foreign ${model}: utilisation of what is left`,
        sum(foreign.map((one) => one.gateway.passed)) / allowed,
        use,
      ),
    );
  }
  bars.push(
    atMost(
      'all of ours: calls lost',
      sum(ours(results).flatMap((one) => one.workers.map((w) => w.lost))),
      0,
    ),
    atMost(
      'all of ours: calls sent twice',
      sum(ours(results).map((one) => one.gateway.sentTwice)),
      0,
    ),
  );
  for (const model of ['A', 'B'] as const) {
    const drops = of({ scenario: 'drop', model });
    const full = drops.map(({ gateway }) => {
      // Ten whole seconds of the gateway: at the edge of any other span a call is in or out by chance.
      const fromMs = nextSecondMs(BACK_AT_MS + FULL_AGAIN_AFTER_MS, gateway.startedAtMs);
      const passed = gateway.passedAtMs.filter(
        (at) => at >= fromMs && at < fromMs + FULL_AGAIN_FOR_MS,
      );
      return passed.length / ((RATE_PER_SECOND * FULL_AGAIN_FOR_MS) / 1000);
    });
    bars.push(
      atMost(
        `rate drop ${model}: refused`,
        Math.max(...drops.map((one) => one.gateway.refused)),
        2,
      ),
      atLeast(`rate drop ${model}: use from 3 s after`, Math.min(...full), 0.98),
    );
  }
  for (const model of ['A', 'B', 'S'] as const) {
    const waits = of({ scenario: 'lanes', model }).flatMap((one) =>
      one.workers.flatMap((worker) => worker.syncWaitsMs),
    );
    bars.push(
      atMost(`lanes ${model}: sync p99 of ${waits.length}, ms`, quantile(waits, 0.99), 1000),
    );
  }
  for (const one of of({ scenario: 'sync-load' })) {
    const batch = sum(one.workers.map((worker) => worker.batchGranted));
    bars.push(atLeast(`lanes ${one.spec.model}: batch calls under full sync load`, batch, 1));
  }
  const steady = of({ scenario: 'steady', contender: 'ours-redis' });
  const perGrant = (models: string): number =>
    Math.max(...steady.filter((one) => models.includes(one.spec.model)).map(redisCallsPerGrant));
  bars.push(
    atMost('Redis calls per grant, A and B', perGrant('AB'), 1.1),
    atMost('Redis calls per grant, S', perGrant('S'), 1.1),
    atLeast('raw Redis: grants/s', raw['ours-redis'].grantsPerSecond, 8000),
    atLeast(
      'raw Redis: times the faster library',
      raw['ours-redis'].grantsPerSecond /
        Math.max(raw['flexible-redis'].grantsPerSecond, raw['bottleneck-redis'].grantsPerSecond),
      1,
    ),
    atLeast('raw embedded: grants/s', raw['ours-embedded'].grantsPerSecond, 300_000),
    // Nobody may be faster than the rate of a million: both at it stand within a hundredth of each other.
    atLeast(
      'raw embedded: times the faster library',
      raw['ours-embedded'].grantsPerSecond /
        Math.max(raw['flexible-memory'].grantsPerSecond, raw['bottleneck-local'].grantsPerSecond),
      1,
    ),
  );
  return bars;
}

/** First moment from `sinceMs` on at which a second of the gateway begins, since the case began. */
function nextSecondMs(sinceMs: number, startedAtMs: number): number {
  return Math.ceil((startedAtMs + sinceMs) / 1000) * 1000 - startedAtMs;
}

function ours(results: readonly CaseResult[]): readonly CaseResult[] {
  return results.filter(({ spec }) => spec.contender.startsWith('ours'));
}
