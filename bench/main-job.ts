import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { open } from '../src/cli/open';
import { readEnvironment } from '../src/core/settings/environment';
import type { StoreBridge } from '../src/core/storebridge';
import { type PracticeAddress, startPracticeProcess } from '../src/practice/process';
import { type ItemNo, MAIN_STORE, parseItemNo } from '../src/shared/domain/ids';
import { isResting } from '../src/shared/domain/job';

/*
 * The main job at the true limits, from an empty data folder to verified products; method and limits
 * of the figures in docs/main-job.md.
 */

const ITEM_COUNT = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 100);
const RATE_PER_SECOND = 2;
const FILES_PER_CALL = 10;
const UPLOAD_MS = 300;
/** The choosing process shares the key but not the limiter: the market has forgotten its calls after this. */
const SETTLE_MS = 3000;
/** Calls that an API lends at once after idling: they cost the job no time. */
const LENT_CALLS = 4;

const SCRIPT = resolve(import.meta.dirname, '..', 'cli.js');
const ROOT = resolve(import.meta.dirname, '..', '..', '..');
/** `--pictures=4`: only items with so many pictures of their own, which needs a larger catalogue. */
const PICTURES = Number(/--pictures=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 0);
const CATALOGUE_ITEMS = PICTURES === 0 ? 600 : 6000;
const CHOOSER = '--choose';
const CONTROL = '/_practice/control';

if (process.argv.includes(CHOOSER)) {
  process.once('message', (address: PracticeAddress) => {
    void withProduct(address, findReadyItems).then((ready) => {
      process.send?.(ready);
      process.disconnect();
    });
  });
} else {
  await bench();
}

async function bench(): Promise<void> {
  const startMs = await measureStart();
  const market = await startPracticeProcess(SCRIPT, ['--items', String(CATALOGUE_ITEMS)]);
  try {
    const ready = await chooseInOwnProcess(market.address);
    await new Promise((done) => setTimeout(done, SETTLE_MS));
    const result = await withProduct(market.address, (product, address) =>
      run(product, address, ready),
    );
    const bars = [
      bar('share of the ceiling', result.share, '>= 0.85', result.share >= 0.85),
      bar('429 answers', result.refused, '= 0', result.refused === 0),
      bar('peak resident memory, MB', result.peakRssMb, '< 300', result.peakRssMb < 300),
      bar('host start to first answer, ms', startMs, '< 1500', startMs < 1500),
    ];
    console.log(JSON.stringify({ bench: 'main-job', ...result, startMs, bars }));
  } finally {
    await market.close();
  }
}

/** Composes the product on an empty data folder against the market, and takes both down again. */
async function withProduct<Result>(
  { domeggookKey, naverClientSecret, ...address }: PracticeAddress,
  use: (storebridge: StoreBridge, address: PracticeAddress) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'storebridge-bench-'));
  const storebridge = await open({
    environment: {
      ...readEnvironment({ STOREBRIDGE_HOME: home }),
      overrides: { ...address, allowsPrivateImageHosts: true },
      secrets: { domeggookKey, naverClientSecret },
    },
    root: ROOT,
    script: SCRIPT,
  });
  try {
    return await use(storebridge, { domeggookKey, naverClientSecret, ...address });
  } finally {
    await storebridge.stop(5_000);
    rmSync(home, { recursive: true, force: true });
  }
}

/** Choosing reads the whole catalogue; in a process of its own it weighs nothing on the job's memory. */
function chooseInOwnProcess(address: PracticeAddress): Promise<readonly ItemNo[]> {
  const child = fork(import.meta.filename, [...process.argv.slice(2), CHOOSER]);
  child.send(address);
  return new Promise((done, reject) => {
    child.once('message', (ready: readonly ItemNo[]) => done(ready));
    child.once('exit', (code) => reject(new Error(`the chooser ended with status ${code}`)));
  });
}

function bar(name: string, value: number, bound: string, holds: boolean) {
  return { name, value, bound, holds };
}

interface MarketStats {
  readonly naver: {
    readonly tooManyRequests: number;
    readonly statuses: Readonly<Record<string, number>>;
  };
  readonly domeggook: {
    readonly tooManyRequests: number;
    readonly statuses: Readonly<Record<string, number>>;
  };
  readonly createdProducts: number;
  readonly duplicatesBySellerCode: number;
  readonly uploads: number;
  readonly files: number;
}

async function ask<Result>(address: PracticeAddress, command: string): Promise<Result> {
  const response = await fetch(new URL(CONTROL, address.domeggookUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-practice-key': address.domeggookKey },
    body: JSON.stringify({ command }),
  });
  const { result } = (await response.json()) as { readonly result: Result };
  return result;
}

/** Items of the practice catalogue whose draft passes every gate by itself. */
async function findReadyItems(
  storebridge: StoreBridge,
  address: PracticeAddress,
): Promise<readonly ItemNo[]> {
  const options = { lane: 'normal' } as const;
  const items = await ask<readonly { readonly itemNo: number }[]>(address, 'items');
  const numbers = items.flatMap((item) => parseItemNo(String(item.itemNo)) ?? []);
  const ready: ItemNo[] = [];
  for (const lookup of await storebridge.domeggook.fetchItems(numbers, options)) {
    if (ready.length === ITEM_COUNT) break;
    if (lookup.kind !== 'found') continue;
    const draft = await storebridge.drafts.prepare(MAIN_STORE, lookup.item, options);
    const { product, detail } = draft.content.images;
    const isWanted = PICTURES === 0 || product.length + detail.length === PICTURES;
    if (draft.state === 'ready' && isWanted) ready.push(lookup.itemNo);
  }
  console.error(`${ready.length} ready items chosen of ${numbers.length}`);
  return ready;
}

async function run(storebridge: StoreBridge, address: PracticeAddress, itemNos: readonly ItemNo[]) {
  const { registration } = storebridge;
  let peakRssBytes = 0;
  const sampler = setInterval(() => {
    peakRssBytes = Math.max(peakRssBytes, process.memoryUsage.rss());
  }, 100);
  const cpu = process.cpuUsage();
  const beganMs = performance.now();
  const { verdicts } = await registration.enqueue(MAIN_STORE, itemNos, {
    lane: 'batch',
    batchName: 'bench',
  });
  await storebridge.start();
  const jobIds = verdicts.map((verdict) => verdict.job.jobId);
  const jobs = () => jobIds.flatMap((id) => registration.findJob(id) ?? []);
  while (!jobs().every((job) => isResting(job.state))) {
    await new Promise((done) => setTimeout(done, 100));
  }
  const tookMs = performance.now() - beganMs;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampler);
  for (const job of jobs().filter((entry) => entry.state !== 'done')) {
    console.error(`${job.itemNo} ${job.state} ${job.reasons.map((entry) => entry.code).join(' ')}`);
  }
  const stats = await ask<MarketStats>(address, 'stats');
  // The floor of calls for the files that went out, not the calls that we happened to make.
  const uploadFloor = Math.ceil(stats.files / FILES_PER_CALL);
  const paced = (calls: number): number =>
    (Math.max(0, calls - LENT_CALLS) / RATE_PER_SECOND) * 1000;
  const ceilingMs = Math.max(
    paced(stats.createdProducts),
    paced(uploadFloor),
    uploadFloor * UPLOAD_MS,
  );
  return {
    items: itemNos.length,
    created: stats.createdProducts,
    doubled: stats.duplicatesBySellerCode,
    tookMs: Math.round(tookMs),
    ceilingMs: Math.round(ceilingMs),
    share: Number((ceilingMs / tookMs).toFixed(3)),
    itemsPerHour: Math.round((stats.createdProducts / tookMs) * 3_600_000),
    files: stats.files,
    uploadCalls: stats.uploads,
    uploadFloor,
    refused: stats.naver.tooManyRequests + stats.domeggook.tooManyRequests,
    refusedApis: [stats.naver, stats.domeggook].flatMap(({ statuses }) =>
      Object.keys(statuses).filter((answer) => answer.endsWith(' 429')),
    ),
    cpuShare: Number(((user + system) / 1000 / tookMs).toFixed(2)),
    peakRssMb: Math.round(peakRssBytes / 1024 / 1024),
  };
}

/** Milliseconds from starting `serve` on an empty data folder to the answered first page. */
async function measureStart(): Promise<number> {
  const startHome = mkdtempSync(join(tmpdir(), 'storebridge-bench-start-'));
  const beganMs = performance.now();
  const child = spawn(process.execPath, [SCRIPT, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, STOREBRIDGE_HOME: startHome },
  });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    let text = '';
    for await (const chunk of child.stdout) {
      text += String(chunk);
      const url = /http:\/\/127\.0\.0\.1:\S+/.exec(text)?.[0];
      if (url === undefined) continue;
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      return Math.round(performance.now() - beganMs);
    }
    throw new Error('the host ended before it told its address');
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(startHome, { recursive: true, force: true });
  }
}
