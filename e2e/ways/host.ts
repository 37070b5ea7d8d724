import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS } from '../chromium';
import { startMainProcess } from './main-process';
import { type OpenedApp, type OpenOptions, OUT } from './opened-app';

/** Runs the built program's `serve` command and opens its address in the browser. */
export async function openInHost({
  executablePath,
  dataFolder,
  contextOptions,
  variables,
}: OpenOptions): Promise<OpenedApp> {
  const main = startMainProcess(
    [join(OUT, 'main', 'cli.js'), 'serve', '--port', '0'],
    dataFolder,
    variables,
  );
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const lines = createInterface({ input: main.child.stdout ?? process.stdin });
    const [line] = await main.orEnded(once(lines, 'line'));
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(String(line)) ?? [];
    if (url === undefined) throw new Error(`no address in: ${line}`);
    const context = await browser.newContext(contextOptions);
    const page = await context.newPage();
    await page.goto(url);
    return {
      page,
      desktop: null,
      kill: main.kill,
      openAgain: () => Promise.reject(new TypeError('the host has no single instance')),
      close: async () => {
        await browser.close();
        await main.end(() => main.child.kill('SIGTERM'));
      },
    };
  } catch (fault) {
    await main.kill();
    await browser.close();
    throw fault;
  }
}
