import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  emptyStats,
  ITEM_COUNT,
  type MarketStats,
  OWN_PER_ITEM,
  runMarket,
  SHARED_COUNT,
} from './images/market';
import { type Measured, medianOf } from './images/measure';
import { isRunName, RUN_NAMES, type RunName, run } from './images/runs';

/*
 * The image pipeline against the original design's, against its own floor and at packing uploads.
 * Ten JPEGs of 3000 x 3000 (about 3 MB each) from a server that answers after 500 ms, to an upload
 * endpoint that takes 300 ms. Every run is a process of its own, so that each one's memory is its own;
 * the runs take turns for ROUNDS rounds and the medians count.
 */

const ROUNDS = 3;
const FILES_PER_CALL = 10;

const SELF = fileURLToPath(import.meta.url);
const [role, argument, baseUrl] = process.argv.slice(2);

if (role === 'market') {
  await runMarket();
} else if (role === 'run' && argument !== undefined && isRunName(argument)) {
  console.log(JSON.stringify(await run(argument, baseUrl ?? '')));
} else {
  await compare();
}

async function compare(): Promise<void> {
  const market = spawn(process.execPath, [SELF, 'market'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const { port } = JSON.parse(await firstLineOf(market)) as { port: number };
    const url = `http://127.0.0.1:${port}`;
    const results = new Map<RunName, Measured[]>(RUN_NAMES.map((name) => [name, []]));
    let uploads = emptyStats();
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const name of RUN_NAMES) {
        // The hundred items take ten times as long as everything else and are counted, not timed.
        if (name === 'hundred-items' && round > 1) continue;
        await fetch(`${url}/stats`);
        const measured = await runApart(name, url);
        results.get(name)?.push(measured);
        if (name === 'hundred-items')
          uploads = (await (await fetch(`${url}/stats`)).json()) as MarketStats;
        console.error(
          `${round} ${name.padEnd(18)} ${measured.tookMs.toFixed(0).padStart(6)} ms  ${measured.cpuMs.toFixed(0).padStart(6)} ms of processor  +${measured.rssGrowthMb.toFixed(0)} MB`,
        );
      }
    }
    report(results, uploads);
  } finally {
    market.kill();
  }
}

function report(results: ReadonlyMap<RunName, readonly Measured[]>, uploads: MarketStats): void {
  const tookMs = (name: RunName): number =>
    medianOf((results.get(name) ?? []).map((measured) => measured.tookMs));
  const ours = tookMs('ours');
  const floorMs = Math.max(tookMs('wire'), tookMs('cpu'));
  // No picture can be decoded before it arrived, none uploaded before it is encoded.
  const chainMs = tookMs('wire') + tookMs('cpu');
  const uniqueFiles = ITEM_COUNT * OWN_PER_ITEM + SHARED_COUNT;
  const packingFloor = Math.ceil(uniqueFiles / FILES_PER_CALL);
  const rssGrowthMb = Math.max(
    ...[...results.values()].flat().map((measured) => measured.rssGrowthMb),
  );
  const bars = [
    atLeast('times faster than one after another', tookMs('one-after-another') / ours, 7),
    atLeast('times faster than the staged version', tookMs('staged') / ours, 1.5),
    atMost('share of the floor (longer of wire and CPU)', ours / floorMs, 1.35),
    atMost('resident memory growth of any run, MB', rssGrowthMb, 250),
    atMost('upload calls of 100 items / packing floor', uploads.uploadCalls / packingFloor, 1.1),
    atMost('refused upload calls', uploads.refusedCalls, 0),
  ];
  const times = Object.fromEntries(RUN_NAMES.map((name) => [name, Math.round(tookMs(name))]));
  const processorMs = Object.fromEntries(
    [...results].map(([name, measured]) => [
      name,
      Math.round(medianOf(measured.map((one) => one.cpuMs))),
    ]),
  );
  const memory = Object.fromEntries(
    [...results].map(([name, measured]) => [
      name,
      Math.round(Math.max(...measured.map((one) => one.rssGrowthMb))),
    ]),
  );
  console.log(
    JSON.stringify({
      bench: 'images',
      tookMs: times,
      processorMs,
      floorMs: Math.round(floorMs),
      shareOfWirePlusCpu: rounded(ours / chainMs),
      // The staged version with a kindness that its design does not have: all files in one upload.
      timesFasterThanStagedWithOneCall: rounded(tookMs('staged-one-call') / ours),
      rssGrowthMb: memory,
      hundredItems: { ...uploads, uniqueFiles, packingFloor },
      bars,
    }),
  );
}

function atLeast(name: string, value: number, bar: number) {
  return { name, value: rounded(value), bound: `>= ${bar}`, holds: value >= bar };
}

function atMost(name: string, value: number, bar: number) {
  return { name, value: rounded(value), bound: `<= ${bar}`, holds: value <= bar };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

async function runApart(name: RunName, url: string): Promise<Measured> {
  const child = spawn(process.execPath, ['--expose-gc', SELF, 'run', name, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await Promise.all([firstLineOf(child), once(child, 'exit')]);
  return JSON.parse(line) as Measured;
}

async function firstLineOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the process has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the process ended without a result');
}
