import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { cleanEnvironment, type OpenedApp, type OpenOptions, ROOT } from './opened-app';

/** Path of Electron's own binary, or null where it was never fetched. */
export function findElectron(): string | null {
  const folder = join(ROOT, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Runs the built app in Electron itself. */
export async function openInElectron({
  executablePath,
  dataFolder,
  variables,
}: OpenOptions): Promise<OpenedApp> {
  // Electron, like Chromium, has no sandbox of its own for root in a container.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = {
    ...cleanEnvironment(),
    STOREBRIDGE_HOME: join(dataFolder, 'home'),
    ...variables,
  };
  const app = await _electron.launch({ executablePath, args: [...sandbox, ROOT], env });
  let isKilled = false;
  return {
    page: await app.firstWindow(),
    // Menus of the system and its windows are out of reach of a test there.
    desktop: null,
    kill: async () => {
      isKilled = true;
      app.process().kill('SIGKILL');
    },
    openAgain: async (args) => {
      const second = spawn(executablePath, [...sandbox, ROOT, ...args], { env, stdio: 'ignore' });
      await once(second, 'exit');
    },
    close: async () => {
      if (!isKilled) await app.close();
    },
  };
}
