import type { Clock } from '../platform/clock';
import type { CacheKind, CacheStats } from './port';

type Outcome = 'hits' | 'staleHits' | 'misses';
type Counts = Record<Outcome, number>;

/** Counts reads for ever and over the last five minutes. */
export interface HitCounter {
  count(kind: CacheKind, outcome: Outcome): void;
  /** An upstream load got a second reader. */
  shared(): void;
  stats(): Omit<CacheStats, 'isTierAway'>;
}

const WINDOW_MS = 300_000;
/** The window moves in steps of this length. */
const STEP_MS = 10_000;

/** Starts at nothing with the product; the window is counted in steps of ten seconds. */
export function createHitCounter(clock: Clock): HitCounter {
  const byKind: Record<CacheKind, Counts> = { item: zero(), list: zero() };
  const steps = new Map<number, { hits: number; reads: number }>();
  let sharedLoads = 0;
  const stepNow = (): number => Math.floor(clock.monotonicMs() / STEP_MS);
  return {
    count: (kind, outcome) => {
      byKind[kind][outcome] += 1;
      const now = stepNow();
      let step = steps.get(now);
      if (step === undefined) {
        for (const old of steps.keys()) {
          if (old <= now - WINDOW_MS / STEP_MS) steps.delete(old);
        }
        step = { hits: 0, reads: 0 };
        steps.set(now, step);
      }
      step.reads += 1;
      if (outcome !== 'misses') step.hits += 1;
    },
    shared: () => {
      sharedLoads += 1;
    },
    stats: () => {
      const oldest = stepNow() - WINDOW_MS / STEP_MS;
      let hits = 0;
      let reads = 0;
      for (const [step, counts] of steps) {
        if (step <= oldest) continue;
        hits += counts.hits;
        reads += counts.reads;
      }
      return {
        byKind: { item: { ...byKind.item }, list: { ...byKind.list } },
        hitRate: reads === 0 ? null : hits / reads,
        sharedLoads,
      };
    },
  };
}

function zero(): Counts {
  return { hits: 0, staleHits: 0, misses: 0 };
}
