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
export async function openInElectron(
  executablePath: string,
  { dataFolder }: OpenOptions,
): Promise<OpenedApp> {
  const app = await _electron.launch({
    executablePath,
    // Electron, like Chromium, has no sandbox of its own for root in a container.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT],
    env: { ...cleanEnvironment(), STOREBRIDGE_HOME: join(dataFolder, 'home') },
  });
  let isKilled = false;
  return {
    page: await app.firstWindow(),
    kill: async () => {
      isKilled = true;
      app.process().kill('SIGKILL');
    },
    close: async () => {
      if (!isKilled) await app.close();
    },
  };
}
