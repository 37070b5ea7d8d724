import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { findChromium } from './chromium';
import type { DesktopControl } from './ways/desktop-control';
import { openOnDouble } from './ways/double';
import { findElectron, openInElectron } from './ways/electron';
import { openInHost } from './ways/host';
import type { OpenedApp, OpenOptions } from './ways/opened-app';

/** How the app is run: by the loopback host, on the double of Electron, or in Electron itself. */
export type Way = 'host' | 'double' | 'electron';

export interface WayOptions {
  readonly way: Way;
}

/** The running app as a test sees it. */
export interface RunningApp {
  readonly way: Way;
  /** The app's page; another one after a restart. */
  readonly page: Page;
  /** What a person and the system do outside of the page; only on the double. */
  readonly desktop: DesktopControl;
  /** Everything the page's console said at level error, and faults nobody caught. */
  readonly pageFaults: readonly string[];
  /** Ends the program as a power cut would; the page stays. */
  kill(): Promise<void>;
  /** Starts the app a second time on the same data; resolves when that start has ended. */
  openAgain(args: readonly string[]): Promise<void>;
  /** Closes what is left and opens the app again on the same data. */
  restart(): Promise<void>;
}

export interface StartOptions {
  /** Begin as a new seller does, with the guide; else it is already behind. */
  readonly startsWithGuide: boolean;
}

interface Fixtures {
  /** Private to the test, removed after it. */
  readonly dataFolder: string;
  /** The product's environment; empty by default, so that it practises in a market of its own. */
  readonly variables: Readonly<Record<string, string>>;
  readonly app: RunningApp;
}

/** The one fixture of all specs: the same spec runs in every way that this computer can. */
export const test = base.extend<Fixtures & WayOptions & StartOptions>({
  startsWithGuide: [false, { option: true }],
  way: ['host', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'storebridge-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  variables: async ({}, use) => use({}),
  app: async (
    { way, startsWithGuide, dataFolder, variables, locale, timezoneId, viewport },
    use,
  ) => {
    const executablePath = way === 'electron' ? findElectron() : findChromium();
    if (executablePath === null) {
      const missing = way === 'electron' ? 'the Electron binary' : 'Chromium';
      test.skip(true, `${missing} is not on this computer`);
      return;
    }
    const contextOptions = {
      viewport,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    };
    if (!startsWithGuide) await leaveGuideBehind(join(dataFolder, 'home'));
    const pageFaults: string[] = [];
    let opened: OpenedApp | null = null;
    const begin = async (): Promise<void> => {
      opened = await open(way, { executablePath, dataFolder, contextOptions, variables });
      opened.page.on('pageerror', (fault) => pageFaults.push(String(fault)));
      opened.page.on('console', (message) => {
        if (message.type() === 'error') pageFaults.push(message.text());
      });
      await opened.page.getByRole('navigation').first().waitFor();
    };
    const current = (): OpenedApp => {
      if (opened === null) throw new TypeError('the app is not open');
      return opened;
    };
    try {
      await begin();
      await use({
        way,
        get page() {
          return current().page;
        },
        get desktop() {
          const { desktop } = current();
          if (desktop === null) throw new TypeError('there is nothing outside of the page here');
          return desktop;
        },
        pageFaults,
        kill: () => current().kill(),
        openAgain: (args) => current().openAgain(args),
        restart: async () => {
          const previous = current();
          opened = null;
          await previous.close();
          await begin();
        },
      });
    } finally {
      await (opened as OpenedApp | null)?.close();
    }
  },
});

/** Adds to the settings, which the spec may have written before, that the guide has been seen. */
async function leaveGuideBehind(home: string): Promise<void> {
  const path = join(home, 'settings.json');
  await mkdir(home, { recursive: true });
  const saved = await readFile(path, 'utf8').catch(() => '{}');
  await writeFile(path, JSON.stringify({ ...JSON.parse(saved), guide: { isDone: true } }));
}

function open(way: Way, options: OpenOptions): Promise<OpenedApp> {
  switch (way) {
    case 'host':
      return openInHost(options);
    case 'double':
      return openOnDouble(options);
    case 'electron':
      return openInElectron(options);
  }
}

export { expect } from '@playwright/test';
