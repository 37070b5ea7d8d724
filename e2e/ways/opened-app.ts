import { resolve } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';

/** Folder of the project. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

export interface OpenOptions {
  /** Private to the test. */
  readonly dataFolder: string;
  /** Language, time zone and size of the page, as the config says. */
  readonly contextOptions: BrowserContextOptions;
}

/** A running app with its first page; closing it ends everything it started. */
export interface OpenedApp {
  readonly page: Page;
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
