import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from '@playwright/test';
import {
  cleanEnvironment,
  type OpenedApp,
  type OpenOptions,
  OUT,
  STOP_DEADLINE_MS,
} from './opened-app';

/** Runs the built program's `serve` command and opens its address in the browser. */
export async function openInHost(
  browser: Browser,
  { dataFolder, contextOptions }: OpenOptions,
): Promise<OpenedApp> {
  const host = spawn(process.execPath, [join(OUT, 'main', 'cli.js'), 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), STOREBRIDGE_HOME: join(dataFolder, 'home') },
  });
  const stderr: string[] = [];
  host.stderr.on('data', (chunk) => stderr.push(String(chunk)));
  const exited = once(host, 'exit');
  const died = exited.then(([code]) => {
    throw new Error(`the host ended with ${code}:\n${stderr.join('')}`);
  });
  const context = await browser.newContext(contextOptions);
  const close = async (): Promise<void> => {
    died.catch(() => undefined);
    await context.close();
    host.kill('SIGTERM');
    const timer = setTimeout(() => host.kill('SIGKILL'), STOP_DEADLINE_MS);
    const [code, signal] = await exited;
    clearTimeout(timer);
    if (code !== 0) throw new Error(`the host ended with ${code ?? signal}:\n${stderr.join('')}`);
  };
  try {
    const [line] = await Promise.race([
      once(createInterface({ input: host.stdout }), 'line'),
      died,
    ]);
    const [url] = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(String(line)) ?? [];
    if (url === undefined) throw new Error(`no address in: ${line}`);
    const page = await context.newPage();
    await page.goto(url);
    return { page, close };
  } catch (fault) {
    host.kill('SIGKILL');
    await context.close();
    throw fault;
  }
}
