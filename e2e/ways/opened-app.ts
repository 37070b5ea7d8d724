import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import type { DesktopControl } from './desktop-control';

/** Folder of the project. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

/** The built program. Another build of the same sources can be tested by naming its folder. */
export const OUT = process.env.STOREBRIDGE_E2E_OUT ?? join(ROOT, 'out');

export interface OpenOptions {
  /** The browser of the host and the double, or Electron's own binary. */
  readonly executablePath: string;
  /** Private to the test. */
  readonly dataFolder: string;
  /** Language, time zone and size of the page, as the config says. */
  readonly contextOptions: BrowserContextOptions;
  /** The product's own environment, e.g. where the marketplaces are. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A running app with its first page; closing it ends everything it started. */
export interface OpenedApp {
  readonly page: Page;
  /** What a person and the system do outside of the page; null where a test cannot. */
  readonly desktop: DesktopControl | null;
  /** Ends the program as a power cut would; the page stays. */
  kill(): Promise<void>;
  /** Starts the app a second time on the same data; resolves when that start has ended. */
  openAgain(args: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** This process's environment without anything that configures the product or Electron. */
export function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(STOREBRIDGE|ELECTRON)_/.test(name) ? [] : [[name, value]],
    ),
  );
}
