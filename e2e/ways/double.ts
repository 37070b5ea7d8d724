import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS } from '../chromium';
import { createDesktopControl } from './desktop-control';
import { type MainProcess, startMainProcess } from './main-process';
import { type OpenedApp, type OpenOptions, OUT, ROOT } from './opened-app';

const DOUBLE = join(ROOT, 'e2e', 'electron-double');

/**
 * Runs the built main process with the double in the place of Electron: its window is a page of a
 * Chromium of its own, with a profile in the data folder.
 */
export async function openOnDouble({
  executablePath,
  dataFolder,
  contextOptions,
  variables,
}: OpenOptions): Promise<OpenedApp> {
  const profile = join(dataFolder, 'chromium');
  const context = await chromium.launchPersistentContext(profile, {
    ...contextOptions,
    executablePath,
    args: [...CHROMIUM_ARGS, '--remote-debugging-port=0'],
  });
  // The double's page has an https address, and Chromium asks before such a page may show pictures of
  // the practice market on this computer. Whether it asks the desktop window too is not known here.
  await context.grantPermissions(['local-network-access']);
  const [port = ''] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const opening = context.waitForEvent('page');
  const start = (args: readonly string[]): MainProcess =>
    startMainProcess(
      [
        '--import',
        join(DOUBLE, 'register.ts'),
        join(DOUBLE, 'launch.ts'),
        join(OUT, 'main', 'index.js'),
        ...args,
      ],
      dataFolder,
      { ...variables, STOREBRIDGE_E2E_CDP: `http://127.0.0.1:${port}` },
      true,
    );
  const main = start([]);
  try {
    const page = await main.orEnded(opening);
    return {
      page,
      desktop: createDesktopControl(main.child),
      kill: main.kill,
      openAgain: (args) => start(args).end(() => undefined),
      /** As a person does it: the window is closed, the app ends by itself. */
      close: async () => {
        try {
          await main.end(() => page.close());
        } finally {
          await context.close();
        }
      },
    };
  } catch (fault) {
    await main.kill();
    await context.close();
    throw fault;
  }
}
