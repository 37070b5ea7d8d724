import { type BrowserContext, chromium } from 'playwright-core';

/** The Chromium that stands in for Electron's; started by the test, which sees the same pages. */
export interface BrowserConnection {
  context(): Promise<BrowserContext>;
}

/** Connects at the first window. `STOREBRIDGE_E2E_CDP` names the address of Chromium's debugging port. */
export function createBrowserConnection(address: string | undefined): BrowserConnection {
  let connecting: Promise<BrowserContext> | null = null;
  const connect = async (): Promise<BrowserContext> => {
    if (address === undefined) throw new Error('STOREBRIDGE_E2E_CDP is not set');
    const browser = await chromium.connectOverCDP(address);
    // Without its browser the app has no window and nobody to end it.
    browser.on('disconnected', () => process.exit(1));
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('the Chromium has no default context');
    return context;
  };
  return {
    context: () => {
      connecting ??= connect();
      return connecting;
    },
  };
}
