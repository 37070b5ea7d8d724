import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { openInHost } from './ways/host';

/** How the app is run: by the loopback host, on the double of Electron, or in Electron itself. */
export type Way = 'host' | 'double' | 'electron';

export interface WayOptions {
  readonly way: Way;
}

/** The running app as a test sees it. */
export interface RunningApp {
  readonly way: Way;
  readonly page: Page;
  /** Everything the page's console said at level error, and faults nobody caught. */
  readonly pageFaults: readonly string[];
}

interface Fixtures {
  /** Private to the test, removed after it. */
  readonly dataFolder: string;
  readonly app: RunningApp;
}

/** The one fixture of all specs: the same spec runs in every way that this computer can. */
export const test = base.extend<Fixtures & WayOptions>({
  way: ['host', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'storebridge-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ way, context }, use) => {
    test.skip(way !== 'host', 'not yet');
    const running = await openInHost(context);
    const pageFaults: string[] = [];
    running.page.on('pageerror', (fault) => pageFaults.push(String(fault)));
    running.page.on('console', (message) => {
      if (message.type() === 'error') pageFaults.push(message.text());
    });
    try {
      await running.page.goto(running.url);
      await use({ way, page: running.page, pageFaults });
    } finally {
      await running.close();
    }
  },
});

export { expect } from '@playwright/test';
