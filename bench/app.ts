import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../e2e/chromium';
import {
  heapBytes,
  measureBusyShare,
  measureFilter,
  measureOpening,
  measureRoutes,
  measureScroll,
} from './app/page-measures';
import { type HostOrder, runSeededHost } from './app/seeded-host';

/*
 * The app in a real Chromium over the built host: how soon it opens, how it scrolls and filters ten
 * thousand rows, and what a live queue costs. Method and limits of the figures in docs/app.md.
 */

const HOST = '--host';
const ROWS = 10_000;
const OPENINGS = 5;
const SCROLL_MS = 8000;
const FILTERS = 9;
const EVENTS_PER_SECOND = 200;
const BUSY_MS = 15_000;
/** What a queue at the speed of the limit tells: two jobs a second through five steps. */
const LIVE_EVENTS_PER_SECOND = 20;
const LIVE_MINUTES = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 10);
const WARM_UP_MS = 20_000;
const ROUTE_ROUNDS = 60;
const VIEWPORT = { width: 1280, height: 800 };
const RENDERER = resolve(import.meta.dirname, '..', '..', 'renderer');

const ROUTES = [
  { route: 'registration.getStatus', input: {} },
  { route: 'registration.listJobs', input: { offset: 0, limit: 100 } },
  { route: 'registration.listJobs', input: { offset: 5000, limit: 100, states: ['failed'] } },
  { route: 'drafts.overview', input: {} },
  { route: 'drafts.list', input: { offset: 0, limit: 100 } },
  { route: 'drafts.list', input: { offset: 2000, limit: 100, state: 'needs-review' } },
  { route: 'settings.get', input: {} },
  { route: 'limits.get', input: {} },
] as const;

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly bound: string;
  readonly holds: boolean;
}

const [, , word, homeOfHost] = process.argv;
if (word === HOST && homeOfHost !== undefined) await runSeededHost(homeOfHost, ROWS);
else await bench();

async function bench(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('Chromium is not on this computer');
  const home = mkdtempSync(join(tmpdir(), 'storebridge-bench-app-'));
  const host = fork(process.argv[1] ?? '', [HOST, home], { stdio: ['ignore', 2, 2, 'ipc'] });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const [{ url }] = (await once(host, 'message')) as [{ readonly url: string }];
    const figures = await measureAll(browser, host, url);
    const bars = barsOf(figures);
    for (const { name, value, bound, holds } of bars) {
      console.error(`${holds ? 'holds' : 'FAILS'}  ${name}: ${value} (${bound})`);
    }
    console.log(JSON.stringify({ bench: 'app', rows: ROWS, ...figures, bars }));
  } finally {
    await browser.close();
    const ended = once(host, 'exit');
    order(host, { kind: 'end' });
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureAll(browser: Browser, host: ChildProcess, url: string) {
  console.error(`Opening the app ${OPENINGS} times …`);
  const openings = [];
  for (let run = 0; run < OPENINGS; run += 1) {
    const context = await newContext(browser);
    openings.push(await measureOpening(context, url, RENDERER));
    await context.close();
  }
  const context = await newContext(browser);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto(url);
  const go = async (path: string): Promise<void> => {
    await page.evaluate(`location.hash = ${JSON.stringify(path)}`);
    await page.getByRole('region').getByRole('row').nth(3).waitFor();
  };
  console.error('Scrolling and filtering …');
  await go('#/drafts');
  const draftFrames = await measureScroll(page, '초안 목록', SCROLL_MS);
  const filtersMs: number[] = [];
  for (let run = 0; run < FILTERS; run += 1) {
    const choice = run % 2 === 0 ? /^확인 필요/ : /^전체/;
    filtersMs.push(await measureFilter(page, choice, '초안 목록'));
  }
  await go('#/queue');
  const queueFrames = await measureScroll(page, '작업 목록', SCROLL_MS);
  console.error('Routes …');
  const routesMs = await measureRoutes(page, ROUTES, ROUTE_ROUNDS);
  console.error(`${EVENTS_PER_SECOND} events per second …`);
  await page.reload();
  await page.getByRole('region').getByRole('row').nth(3).waitFor();
  order(host, { kind: 'events', perSecond: EVENTS_PER_SECOND });
  await page.waitForTimeout(2000);
  const busyShare = await measureBusyShare(page, cdp, BUSY_MS);
  console.error(`${LIVE_MINUTES} minutes of live queue …`);
  order(host, { kind: 'events', perSecond: LIVE_EVENTS_PER_SECOND });
  await page.waitForTimeout(WARM_UP_MS);
  const beforeBytes = await heapBytes(cdp);
  await page.waitForTimeout(LIVE_MINUTES * 60_000);
  const heapGrowthMb = (await heapBytes(cdp)) / 1e6 - beforeBytes / 1e6;
  order(host, { kind: 'events', perSecond: 0 });
  await context.close();
  return {
    firstPaintMs: median(openings.map((each) => each.firstPaintMs)),
    interactiveMs: median(openings.map((each) => each.interactiveMs)),
    jsGzipKb: Math.max(...openings.map((each) => each.jsGzipBytes)) / 1000,
    draftScrollP99Ms: percentile(draftFrames, 0.99),
    queueScrollP99Ms: percentile(queueFrames, 0.99),
    frames: { drafts: draftFrames.length, queue: queueFrames.length },
    filterMs: median(filtersMs),
    slowestFilterMs: Math.max(...filtersMs),
    busyShare,
    heapGrowthMb,
    liveMinutes: LIVE_MINUTES,
    routeP95Ms: percentile(routesMs, 0.95),
    routes: routesMs.length,
  };
}

function barsOf(figures: Awaited<ReturnType<typeof measureAll>>): readonly Bar[] {
  return [
    atMost('first contentful paint, ms', figures.firstPaintMs, 1000),
    atMost('interactive, ms', figures.interactiveMs, 1500),
    atMost('script of the first route, kB gzip', figures.jsGzipKb, 350),
    atMost('scroll of 10,000 drafts, p99 frame, ms', figures.draftScrollP99Ms, 50),
    atMost('scroll of 10,000 jobs, p99 frame, ms', figures.queueScrollP99Ms, 50),
    atMost('filter of 10,000 drafts, ms', figures.filterMs, 100),
    atMost('main thread busy at 200 events/s, share', figures.busyShare, 0.3),
    atMost(`heap growth over ${figures.liveMinutes} min, MB`, figures.heapGrowthMb, 20),
    atMost('route to answer, p95, ms', figures.routeP95Ms, 15),
  ];
}

function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: VIEWPORT, locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
}

function order(host: ChildProcess, message: HostOrder): void {
  host.send(message);
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function atMost(name: string, value: number, most: number): Bar {
  return { name, value: Number(value.toFixed(2)), bound: `<= ${most}`, holds: value <= most };
}
