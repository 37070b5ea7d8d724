import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { open } from '../src/cli/open';
import { readEnvironment } from '../src/core/settings/environment';
import type { StoreBridge } from '../src/core/storebridge';
import { type ItemNo, MAIN_STORE } from '../src/shared/domain/ids';
import { isResting } from '../src/shared/domain/job';

/*
 * The main job at the true limits: 100 ready items of the practice market, from an empty data folder
 * to verified products. The market runs in a process of its own with its documented limits (2 calls
 * a second for each API, 300 ms for an upload). Ceiling: the slowest of creates, look-ups and
 * read-backs at 2 a second each and of upload calls, if every call held ten files and the calls
 * followed each other without a gap at min(2 a second, one at a time).
 */

const ITEM_COUNT = 100;
const RATE_PER_SECOND = 2;
const FILES_PER_CALL = 10;
const UPLOAD_MS = 300;
/** Burst that an idle API lends once (naver-commerce-api.md 2.3): those calls cost no time. */
const BURST = 4;

const SCRIPT = resolve(import.meta.dirname, '..', 'cli.js');
const ROOT = resolve(import.meta.dirname, '..', '..', '..');

const home = mkdtempSync(join(tmpdir(), 'storebridge-bench-'));
try {
  const startMs = await measureStart();
  const storebridge = await open({
    environment: {
      ...readEnvironment({ ...process.env, STOREBRIDGE_HOME: home }),
      overrides: {},
      secrets: {},
    },
    root: ROOT,
    script: SCRIPT,
    isPracticeFresh: true,
  });
  try {
    const ready = await findReadyItems(storebridge);
    const result = await run(storebridge, ready);
    const bars = [
      {
        name: 'share of the ceiling',
        value: result.share,
        bound: '>= 0.85',
        holds: result.share >= 0.85,
      },
      { name: '429 answers', value: result.refused, bound: '= 0', holds: result.refused === 0 },
      {
        name: 'resident memory during the job, MB',
        value: result.peakRssMb,
        bound: '< 300',
        holds: result.peakRssMb < 300,
      },
      {
        name: 'host start to first answer, ms',
        value: startMs,
        bound: '< 1500',
        holds: startMs < 1500,
      },
    ];
    console.log(JSON.stringify({ bench: 'main-job', ...result, startMs, bars }));
  } finally {
    await storebridge.stop(5_000);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** Numbers of the practice catalogue whose draft passes every gate by itself. */
async function findReadyItems(storebridge: StoreBridge): Promise<readonly ItemNo[]> {
  const options = { lane: 'normal' } as const;
  const ready: ItemNo[] = [];
  const supplied = new Set<ItemNo>();
  const categories = await storebridge.domeggook.fetchCategories(options);
  for (const category of categories.filter((entry) => entry.depth >= 2)) {
    const page = await storebridge.domeggook.searchItems(
      { categoryCode: category.code, page: 1, pageSize: 200 },
      options,
    );
    for (const item of page.items) supplied.add(item.itemNo);
    if (supplied.size >= 330) break;
  }
  for (const lookup of await storebridge.domeggook.fetchItems([...supplied], options)) {
    if (lookup.kind !== 'found') continue;
    const draft = await storebridge.drafts.prepare(MAIN_STORE, lookup.item, options);
    if (draft.state === 'ready') ready.push(lookup.itemNo);
    if (ready.length === ITEM_COUNT) break;
  }
  console.error(`${ready.length} ready items found among ${supplied.size}`);
  return ready;
}

async function run(storebridge: StoreBridge, itemNos: readonly ItemNo[]) {
  let peakRssBytes = 0;
  const sampler = setInterval(() => {
    peakRssBytes = Math.max(peakRssBytes, process.memoryUsage.rss());
  }, 100);
  const beganMs = performance.now();
  const { verdicts } = storebridge.registration.enqueue(MAIN_STORE, itemNos, {
    lane: 'batch',
    batchName: 'bench',
  });
  await storebridge.start();
  const jobIds = verdicts.map((verdict) => verdict.job.jobId);
  let resting = 0;
  while (resting < jobIds.length) {
    await new Promise((done) => setTimeout(done, 100));
    resting = jobIds.filter((id) =>
      isResting(storebridge.registration.findJob(id)?.state ?? 'queued'),
    ).length;
  }
  const tookMs = performance.now() - beganMs;
  clearInterval(sampler);
  const jobs = jobIds.flatMap((id) => storebridge.registration.findJob(id) ?? []);
  const done = jobs.filter((job) => job.state === 'done').length;
  for (const job of jobs.filter((entry) => entry.state !== 'done')) {
    console.error(
      `${job.itemNo} ${job.state} ${job.reasons.map((reason) => reason.code).join(' ')}`,
    );
  }
  const { naver } = await storebridge.limits();
  const calls = (api: string): number =>
    naver.find((entry) => entry.bucket.api === api)?.grantedTotal ?? 0;
  const uploads = calls('POST /v1/product-images/upload');
  const createsMs = ((done - BURST) / RATE_PER_SECOND) * 1000;
  const uploadsMs = Math.max(((uploads - BURST) / RATE_PER_SECOND) * 1000, uploads * UPLOAD_MS);
  const ceilingMs = Math.max(createsMs, uploadsMs);
  return {
    items: itemNos.length,
    done,
    tookMs: Math.round(tookMs),
    ceilingMs: Math.round(ceilingMs),
    share: Number((ceilingMs / tookMs).toFixed(3)),
    itemsPerHour: Math.round((done / tookMs) * 3_600_000),
    uploadCalls: uploads,
    filesPerCall: FILES_PER_CALL,
    refused: naver.reduce((sum, entry) => sum + entry.refusedTotal, 0),
    peakRssMb: Math.round(peakRssBytes / 1024 / 1024),
  };
}

/** Milliseconds from starting `serve` on an empty data folder to the answered first page. */
async function measureStart(): Promise<number> {
  const startHome = mkdtempSync(join(tmpdir(), 'storebridge-bench-start-'));
  const beganMs = performance.now();
  const child = spawn(process.execPath, [SCRIPT, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, STOREBRIDGE_HOME: startHome },
  });
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
    await new Promise((done) => child.once('exit', done));
    rmSync(startHome, { recursive: true, force: true });
  }
}
