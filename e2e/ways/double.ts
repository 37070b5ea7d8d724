import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import {
  cleanEnvironment,
  type OpenedApp,
  type OpenOptions,
  OUT,
  ROOT,
  STOP_DEADLINE_MS,
} from './opened-app';

/**
 * Runs the built main process with the double in the place of Electron: its window is a page of a
 * Chromium of its own, with a profile in the data folder.
 */
export async function openOnDouble({
  dataFolder,
  contextOptions,
}: OpenOptions): Promise<OpenedApp> {
  const profile = join(dataFolder, 'chromium');
  const context = await chromium.launchPersistentContext(profile, {
    ...contextOptions,
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGS, '--remote-debugging-port=0'],
  });
  const [port = ''] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const opening = context.waitForEvent('page');
  const main = spawn(
    process.execPath,
    [
      '--import',
      join(ROOT, 'e2e', 'electron-double', 'register.ts'),
      join(OUT, 'main', 'index.js'),
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...cleanEnvironment(),
        STOREBRIDGE_HOME: join(dataFolder, 'home'),
        STOREBRIDGE_E2E_CDP: `http://127.0.0.1:${port}`,
      },
    },
  );
  const exited = once(main, 'exit');
  const stderr: string[] = [];
  main.stderr.on('data', (chunk) => stderr.push(String(chunk)));
  const died = exited.then(([code]) => {
    throw new Error(`the main process ended with ${code}:\n${stderr.join('')}`);
  });
  try {
    const page = await Promise.race([opening, died]);
    return {
      page,
      /** As a person does it: the window is closed, the app ends by itself. */
      close: async () => {
        died.catch(() => undefined);
        await page.close();
        const timer = setTimeout(() => main.kill('SIGKILL'), STOP_DEADLINE_MS);
        const [code, signal] = await exited;
        clearTimeout(timer);
        await context.close();
        if (code !== 0) {
          throw new Error(`the app ended with ${code ?? signal}:\n${stderr.join('')}`);
        }
      },
    };
  } catch (fault) {
    main.kill('SIGKILL');
    await context.close();
    throw fault;
  }
}
