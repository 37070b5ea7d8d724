import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** How a first opening of the app went, in ms from the start of the navigation. */
export interface Opening {
  readonly firstPaintMs: number;
  readonly interactiveMs: number;
  readonly jsGzipBytes: number;
}

/** Runs in the page before anything else: remembers when the main thread was busy last. */
const WATCH_LONG_TASKS = `
  window.__busyUntilMs = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.__busyUntilMs = task.startTime + task.duration;
  }).observe({ type: 'longtask', buffered: true });
`;

const READ_OPENING = `({
  firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  nowMs: performance.now(),
  busyUntilMs: window.__busyUntilMs,
  scripts: performance.getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith('.js')),
})`;

const WATCH_FRAMES = `(() => {
  const frames = [];
  let last = performance.now();
  let isOn = true;
  const step = (nowMs) => {
    frames.push(nowMs - last);
    last = nowMs;
    if (isOn) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  window.__stopFrames = () => {
    isOn = false;
    return frames.slice(1);
  };
})()`;

/** Presses a choice and waits for the frame after the one in which the list has another length. */
const FILTER = `async ({ pattern, name }) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const label = [...document.querySelectorAll('label')]
    .find((each) => new RegExp(pattern).test(each.textContent ?? ''));
  const count = () =>
    document.querySelector('[aria-label="' + name + '"] table')?.getAttribute('aria-rowcount');
  const before = count();
  if (label === undefined || before === undefined) throw new Error('there is nothing to filter');
  const startedMs = performance.now();
  label.click();
  while (count() === before || count() === undefined) {
    await frame();
    if (performance.now() - startedMs > 5000) throw new Error('the filter did nothing');
  }
  await frame();
  return performance.now() - startedMs;
}`;

const ASK_IN_TURN = `async ({ asked, rounds }) => {
  const socket = new WebSocket('ws://' + location.host + '/socket');
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const waiting = new Map();
  socket.addEventListener('message', (event) => {
    const message = JSON.parse(String(event.data));
    if (message.kind === 'answer') waiting.get(message.id)?.(message.envelope);
  });
  const took = [];
  let id = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const { route, input } of asked) {
      const own = id++;
      const startedMs = performance.now();
      const answered = new Promise((resolve) => waiting.set(own, resolve));
      socket.send(JSON.stringify({ kind: 'request', id: own, route, input }));
      const envelope = await answered;
      waiting.delete(own);
      if (!envelope.ok) throw new Error(route + ' was refused');
      took.push(performance.now() - startedMs);
    }
  }
  socket.close();
  return took;
}`;

/**
 * Opens the app in a fresh context. Interactive: the menu can be used, the first numbers of the core
 * are shown, and the last task over 50 ms before that moment has ended.
 */
export async function measureOpening(
  context: BrowserContext,
  url: string,
  rendererFolder: string,
): Promise<Opening> {
  const page = await context.newPage();
  await page.addInitScript(WATCH_LONG_TASKS);
  // The token is traded for a cookie first, as it is once per start.
  await page.request.get(url);
  await page.goto(new URL('/', url).href);
  await page.getByRole('navigation').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The core's first numbers: how many drafts wait for a decision.
  await page.getByRole('navigation').getByText('2,500').first().waitFor();
  const shown = await page.evaluate<{
    readonly firstPaintMs: number;
    readonly nowMs: number;
    readonly busyUntilMs: number;
    readonly scripts: readonly string[];
  }>(READ_OPENING);
  await page.close();
  return {
    firstPaintMs: shown.firstPaintMs,
    interactiveMs: Math.max(shown.nowMs, shown.busyUntilMs),
    jsGzipBytes: [...new Set(shown.scripts)]
      .map((path) => gzipSync(readFileSync(join(rendererFolder, path))).byteLength)
      .reduce((sum, sizeBytes) => sum + sizeBytes, 0),
  };
}

/** Times between frames while the list is scrolled through by the wheel for `durationMs`. */
export async function measureScroll(
  page: Page,
  listName: string,
  durationMs: number,
): Promise<readonly number[]> {
  const list = page.getByRole('region', { name: listName });
  await list.getByRole('row').nth(3).waitFor();
  const box = await list.boundingBox();
  if (box === null) throw new Error(`the list ${listName} is not in view`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(WATCH_FRAMES);
  const endMs = Date.now() + durationMs;
  while (Date.now() < endMs) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(16);
  }
  return page.evaluate<readonly number[]>('window.__stopFrames()');
}

/** From the press on a choice of the filter to the frame that shows the narrowed list. */
export async function measureFilter(page: Page, choice: RegExp, listName: string): Promise<number> {
  return page.evaluate<number>(
    `(${FILTER})(${JSON.stringify({ pattern: choice.source, name: listName })})`,
  );
}

/** Share of the time that the page's main thread worked while `durationMs` went by. */
export async function measureBusyShare(
  page: Page,
  cdp: CDPSession,
  durationMs: number,
): Promise<number> {
  await cdp.send('Performance.enable');
  const read = async (): Promise<{ readonly busyS: number; readonly atS: number }> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0;
    return { busyS: of('TaskDuration'), atS: of('Timestamp') };
  };
  const before = await read();
  await page.waitForTimeout(durationMs);
  const after = await read();
  return (after.busyS - before.busyS) / (after.atS - before.atS);
}

/** Heap of the page after a collection, in bytes. */
export async function heapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Round trips of requests over a WebSocket of the page's own session, one after another, in ms. */
export async function measureRoutes(
  page: Page,
  requests: readonly { readonly route: string; readonly input: object }[],
  rounds: number,
): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>(
    `(${ASK_IN_TURN})(${JSON.stringify({ asked: requests, rounds })})`,
  );
}
