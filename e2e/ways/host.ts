import { resolve } from 'node:path';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import { createFakeStoreBridge } from '@core/testing/fake-storebridge';
import type { BrowserContext, Page } from '@playwright/test';
import { startHost } from '../../src/host/start-host';

export interface OpenedApp {
  readonly page: Page;
  readonly url: string;
  close(): Promise<void>;
}

export async function openInHost(context: BrowserContext): Promise<OpenedApp> {
  const storebridge = createFakeStoreBridge({ clock: systemClock, stepMs: 100 });
  const host = await startHost({
    storebridge,
    port: 0,
    rendererFolder: resolve(import.meta.dirname, '..', '..', 'out', 'renderer'),
    version: '0.0.0-test',
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    checksOutputs: true,
  });
  const page = await context.newPage();
  return {
    page,
    url: host.url,
    close: async () => {
      await page.close();
      await host.close();
      await storebridge.stop(0);
    },
  };
}
