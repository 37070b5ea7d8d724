import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where to look, for which machine. */
export interface LocateServerOptions {
  /** Where a packaged app keeps `redis/<platform>-<arch>/`; null when there is none. */
  readonly resourcesFolder: string | null;
  /** The PATH to search; empty for none. */
  readonly searchPath: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** A server program; `libraryFolder` holds shared libraries shipped beside it, when there are any. */
export interface ServerProgram {
  readonly path: string;
  readonly libraryFolder: string | null;
}

const PROGRAM_NAMES = ['valkey-server', 'redis-server'] as const;

/** The bundled server first, then one on the PATH; null when there is neither. */
export async function locateServer(options: LocateServerOptions): Promise<ServerProgram | null> {
  const suffix = options.platform === 'win32' ? '.exe' : '';
  if (options.resourcesFolder !== null) {
    const folder = join(options.resourcesFolder, 'redis', `${options.platform}-${options.arch}`);
    for (const name of PROGRAM_NAMES) {
      const path = join(folder, `${name}${suffix}`);
      if (!(await isExecutable(path))) continue;
      const libraries = join(folder, 'lib');
      return { path, libraryFolder: (await isThere(libraries)) ? libraries : null };
    }
  }
  for (const name of PROGRAM_NAMES) {
    for (const folder of options.searchPath.split(delimiter)) {
      if (folder === '') continue;
      const path = join(folder, `${name}${suffix}`);
      if (await isExecutable(path)) return { path, libraryFolder: null };
    }
  }
  return null;
}

function isExecutable(path: string): Promise<boolean> {
  return canAccess(path, constants.X_OK);
}

function isThere(path: string): Promise<boolean> {
  return canAccess(path, constants.F_OK);
}

async function canAccess(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    // Absent or not ours to run: both mean that it is not the one to start.
    return false;
  }
}
