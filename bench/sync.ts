import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@core/platform/clock';
import { computeDue, type ScheduleEntry } from '@core/sync/due';
import type { ItemNo } from '@shared/domain/ids';
import { cacheBars } from './sync/cache';
import {
  CALLS_PER_DAY,
  changesOf,
  PRODUCTS,
  simulateOriginal,
  simulateOurs,
  simulateRoundRobin,
} from './sync/day';
import { openSweepBench } from './sync/sweeps';

/*
 * Watching, measured: how many calls a whole sweep takes, what deciding and comparing cost at a hundred
 * thousand products, and how soon a change is noticed over a simulated day, beside plain round-robin and
 * the original design. Last line: JSON with every figure and its bar.
 */

const MANY = 100_000;
const CHANGED = 1_000;
const MIB = 1024 * 1024;

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly bound: string;
  readonly holds: boolean;
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

function atMost(name: string, value: number, bound: number): Bar {
  const rounded = Math.round(value * 100) / 100;
  return { name, value: rounded, bound: `<= ${bound}`, holds: value <= bound };
}

async function sweepBars(folder: string): Promise<readonly Bar[]> {
  const bench = await openSweepBench(join(folder, 'ten.db'), PRODUCTS);
  await bench.watch.runOnce();
  const before = bench.calls();
  const report = await bench.watch.runOnce();
  const calls = bench.calls() - before;
  bench.database.close();
  say(`a sweep of ${report.checked}: ${calls} calls; the original design: one call each`);
  return [
    atMost('calls of a sweep over 10,000 products', calls, 101),
    {
      name: 'times fewer calls than the original design (10,000)',
      value: Math.round(PRODUCTS / calls),
      bound: '>= 99',
      holds: PRODUCTS / calls >= 99,
    },
  ];
}

function dueBars(): readonly Bar[] {
  const nowMs = 1_800_000_000_000;
  const entries = Array.from(
    { length: MANY },
    (_, place): ScheduleEntry => ({
      itemNo: String(10_000_000 + place) as ItemNo,
      addedAtMs: nowMs - 90 * 86_400_000,
      lastCheckedAtMs: place % 50 === 0 ? null : nowMs - ((place * 7919) % 7_200_000),
      lastChangedAtMs: place % 33 === 0 ? nowMs - (place % 86_400_000) : null,
      lastSoldAtMs: null,
      stock: place % 200,
      isPinned: place % 5000 === 0,
      isEnded: place % 97 === 0,
      failures: 0,
    }),
  );
  const durations = Array.from({ length: 9 }, () => {
    const startedMs = systemClock.monotonicMs();
    computeDue({ entries, nowMs, calls: 1000, callsPerMs: 0.00017, lowStock: 5 });
    return systemClock.monotonicMs() - startedMs;
  }).sort((a, b) => a - b);
  return [atMost('deciding what is due among 100,000, ms (median of 9)', durations[4] ?? 0, 200)];
}

async function compareBars(folder: string): Promise<readonly Bar[]> {
  const bench = await openSweepBench(join(folder, 'hundred.db'), MANY);
  await bench.watch.runOnce();
  const sizeBefore = bench.sizeBytes();
  globalThis.gc?.();
  const rssBefore = process.memoryUsage().rss;
  const cpuBefore = process.cpuUsage();
  const report = await bench.watch.runOnce();
  const cpu = process.cpuUsage(cpuBefore);
  const rssGrowth = process.memoryUsage().rss - rssBefore;
  const sizeUnchanged = bench.sizeBytes();
  bench.change(CHANGED);
  const changed = await bench.watch.runOnce();
  const sizeChanged = bench.sizeBytes();
  bench.database.close();
  say(
    `${report.checked} unchanged: ${Math.round((cpu.user + cpu.system) / 1000)} ms CPU with the database's part; ` +
      `${changed.changed} changed: ${sizeChanged - sizeUnchanged} bytes`,
  );
  return [
    atMost('comparing 100,000 unchanged snapshots, s of CPU', (cpu.user + cpu.system) / 1e6, 4),
    atMost('RSS growth over it, MiB', rssGrowth / MIB, 200),
    atMost('database growth without changes, KiB', (sizeUnchanged - sizeBefore) / 1024, 16),
    {
      name: 'database growth with 1,000 changes, KiB',
      value: Math.round((sizeChanged - sizeUnchanged) / 1024),
      bound: '> 0',
      holds: sizeChanged > sizeUnchanged,
    },
  ];
}

function dayBars(): readonly Bar[] {
  const changes = changesOf(20_261_123);
  const ours = simulateOurs(changes);
  const roundRobin = simulateRoundRobin(changes);
  const original = simulateOriginal(changes);
  say(`a day with ${PRODUCTS} products and ${CALLS_PER_DAY} calls, detection delay in minutes:`);
  say(`  ours         ${JSON.stringify(ours)}`);
  say(`  round-robin  ${JSON.stringify(roundRobin)}`);
  say(`  original     ${JSON.stringify(original)}`);
  // What docs/adr/0067 was decided on; slow, so only when asked for.
  for (const perSupplier of process.argv.includes('--hint') ? [50, 200, 1000] : []) {
    const hinted = simulateOurs(changes, { perSupplier, share: 0.3 });
    say(`  with lists, ${perSupplier} products a supplier  ${JSON.stringify(hinted)}`);
  }
  return [
    atMost('median detection delay, min', ours.medianMin, 15),
    atMost('95 % detection delay, min', ours.p95Min, 60),
    atMost('calls of the day', ours.calls, CALLS_PER_DAY),
    {
      name: 'median delay as a share of round-robin',
      value: Math.round((ours.medianMin / roundRobin.medianMin) * 100) / 100,
      bound: '< 1',
      holds: ours.medianMin < roundRobin.medianMin,
    },
    {
      name: 'share of changes that the original design notices',
      value: original.noticed,
      bound: `< ours (${ours.noticed})`,
      holds: original.noticed < ours.noticed,
    },
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'storebridge-bench-sync-'));
try {
  const bars: Bar[] = [
    ...dueBars(),
    ...(await sweepBars(folder)),
    ...(await compareBars(folder)),
    ...dayBars(),
    ...(await cacheBars()),
  ];
  for (const bar of bars) {
    say(`${bar.holds ? 'holds' : 'MISSED'}  ${bar.name}: ${bar.value} (${bar.bound})`);
  }
  process.stdout.write(`${JSON.stringify({ bench: 'sync', bars })}\n`);
  process.exitCode = bars.every(({ holds }) => holds) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
