import { existsSync, writeSync } from 'node:fs';
import type { Shell } from 'electron';

const STDERR = 2;

const openedPaths: string[] = [];
let refusal = '';

/** What the app asked the system to show, first to last. */
export const pathsOpened = (): readonly string[] => openedPaths;

/** From now on the system answers `problem` and opens nothing; an empty text lets it work again. */
export function refusePaths(problem: string): void {
  refusal = problem;
}

/** Nothing is opened; what would be is kept or said, so that a test can read it. */
export const shell = {
  openExternal: async (url: string): Promise<void> => {
    writeSync(STDERR, `electron double: openExternal ${url}\n`);
  },
  openPath: async (path: string): Promise<string> => {
    openedPaths.push(path);
    return refusal !== '' || existsSync(path) ? refusal : 'there is no such file';
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath'>;
