import { describe, expect, it } from 'vitest';
import { createFakeRandomness } from '../testing/fake-randomness';
import { createSimulation, type Simulation } from '../testing/limiter-simulation';

const PROCESSES = [0, 1, 2];
const SEEDS = [1, 4, 9, 12, 35];
const OFFSETS_MS = [-400, 0, 400] as const;
const offsetOf = (seed: number): number => OFFSETS_MS[seed % OFFSETS_MS.length] ?? 0;

/** Full batch load of three processes, begun at a different part of the gateway's second per seed. */
async function loadAll(simulation: Simulation, seed: number): Promise<AbortController> {
  const stop = new AbortController();
  await simulation.clock.advance(seed * 77.7);
  for (const process of PROCESSES) simulation.load(process, 'batch', 4, stop.signal);
  return stop;
}

describe.each(['A', 'B'] as const)('three processes at a gateway of model %s', (model) => {
  it.each(SEEDS)(
    'use a rate that came back in full within three seconds, course %d',
    async (seed) => {
      const simulation = createSimulation({ model, offsetMs: offsetOf(seed), seed });
      const stop = await loadAll(simulation, seed);
      await simulation.clock.advance(12_000);
      simulation.setRate(1);
      await simulation.clock.advance(10_000);
      simulation.setRate(2);
      await simulation.clock.advance(3_000);
      // Whole seconds of the gateway: a call at the edge of any other span is in or out by chance.
      const fromMs = nextSecondMs(simulation.clock.monotonicMs(), offsetOf(seed));
      await simulation.clock.advance(12_000);
      stop.abort();
      const { passedAtMs, refusedAtMs } = simulation.seen;
      const inTenSeconds = passedAtMs.filter((at) => at >= fromMs && at < fromMs + 10_000);
      expect(inTenSeconds.length).toBeGreaterThanOrEqual(20);
      expect(refusedAtMs.length).toBeLessThanOrEqual(2);
    },
  );

  it.each(SEEDS)('each get their share with few questions, course %d', async (seed) => {
    const simulation = createSimulation({ model, offsetMs: offsetOf(seed), seed });
    const stop = await loadAll(simulation, seed);
    await simulation.clock.advance(40_000);
    const { passedAtMs, refusedAtMs, asked, granted } = simulation.seen;
    const shares = simulation.seen.grantedTo;
    stop.abort();
    expect(refusedAtMs).toEqual([]);
    expect(passedAtMs.length).toBeGreaterThanOrEqual(0.98 * 80);
    expect(asked / granted).toBeLessThanOrEqual(1.1);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.7 * (granted / PROCESSES.length));
  });
});

it.each([2, 9, 12])(
  'a token bucket that stalls have left nearly empty is not told again with every answer, course %d',
  async (seed) => {
    const simulation = createSimulation({
      model: 'A',
      offsetMs: offsetOf(seed),
      seed,
      stalledShare: 0.06,
    });
    const stop = await loadAll(simulation, seed);
    await simulation.clock.advance(40_000);
    const { refusedAtMs, asked, granted } = simulation.seen;
    stop.abort();
    expect(refusedAtMs).toEqual([]);
    expect(asked / granted).toBeLessThanOrEqual(1.1);
  },
);

describe('three processes at a gateway without burst', () => {
  it.each(SEEDS)(
    'use nine tenths without a refusal and with few questions, course %d',
    async (seed) => {
      const simulation = createSimulation({
        model: 'S',
        setting: 'strict',
        offsetMs: offsetOf(seed),
        seed,
      });
      const stop = await loadAll(simulation, seed);
      await simulation.clock.advance(40_000);
      const { passedAtMs, refusedAtMs, asked, granted } = simulation.seen;
      stop.abort();
      expect(refusedAtMs).toEqual([]);
      expect(passedAtMs.length).toBeGreaterThanOrEqual(0.9 * 80);
      expect(asked / granted).toBeLessThanOrEqual(1.1);
    },
  );
});

it.each(['A', 'B', 'S'] as const)(
  'a sync call hardly ever waits for a second behind the batch of three processes, model %s',
  async (model) => {
    const waits: number[] = [];
    for (const seed of SEEDS) {
      const setting = model === 'S' ? 'strict' : 'burst';
      const simulation = createSimulation({ model, setting, offsetMs: offsetOf(seed), seed });
      const stop = await loadAll(simulation, seed);
      const chance = createFakeRandomness(seed + 5000);
      for (let call = 0; call < 12; call += 1) {
        await simulation.clock.advance(3000 + 4000 * chance.fraction());
        const process = Math.floor(3 * chance.fraction());
        void simulation.call(process, 'sync').then((waitedMs) => {
          if (waitedMs !== null) waits.push(waitedMs);
        });
      }
      await simulation.clock.advance(3000);
      stop.abort();
    }
    expect(waits).toHaveLength(60);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
  },
);

function nextSecondMs(nowMs: number, offsetMs: number): number {
  return Math.ceil((nowMs + offsetMs) / 1000) * 1000 - offsetMs;
}

it.each([
  ['A', 0.02, 0.88],
  ['B', 0.05, 0.8],
] as const)(
  'what another program on the same key leaves is used with few refusals, model %s',
  async (model, refusedMost, useLeast) => {
    let passed = 0;
    let refused = 0;
    let left = 0;
    for (const seed of SEEDS) {
      const simulation = createSimulation({ model, offsetMs: offsetOf(seed), seed });
      const stop = await loadAll(simulation, seed);
      const chance = createFakeRandomness(seed + 9000);
      let foreign = 0;
      for (let spentMs = 0; ; ) {
        const pauseMs = -Math.log(1 - chance.fraction()) * 2000;
        await simulation.clock.advance(Math.min(pauseMs, 80_000 - spentMs));
        spentMs += pauseMs;
        if (spentMs >= 80_000) break;
        if (simulation.foreignCall()) foreign += 1;
      }
      passed += simulation.seen.passedAtMs.length;
      refused += simulation.seen.refusedAtMs.length;
      left += 160 - foreign;
      stop.abort();
    }
    expect(refused / (refused + passed)).toBeLessThanOrEqual(refusedMost);
    expect(passed / left).toBeGreaterThanOrEqual(useLeast);
  },
);
