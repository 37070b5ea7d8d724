import { join } from 'node:path';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import { createFakeStoreBridge } from '@core/testing/fake-storebridge';
import type { Browser } from '@playwright/test';
import { startHost } from '../../src/host/start-host';
import { type OpenedApp, type OpenOptions, ROOT } from './opened-app';

/** Serves the built page from the loopback host and opens it in the browser. */
export async function openInHost(
  browser: Browser,
  { contextOptions }: OpenOptions,
): Promise<OpenedApp> {
  const storebridge = createFakeStoreBridge({ clock: systemClock, stepMs: 100 });
  const host = await startHost({
    storebridge,
    port: 0,
    rendererFolder: join(ROOT, 'out', 'renderer'),
    version: '0.0.0-test',
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    checksOutputs: true,
  });
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  await page.goto(host.url);
  return {
    page,
    close: async () => {
      await context.close();
      await host.close();
      await storebridge.stop(0);
    },
  };
}
