import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { OpenedFiles } from '@core/api/opened-files';
import { AppError } from '@shared/errors/app-error';
import { listTooLarge } from '@shared/errors/list-too-large';
import type { App } from 'electron';

/** Kinds of lists that can be opened with the app. */
export const LIST_EXTENSIONS = ['.txt', '.csv', '.tsv', '.xlsx'];

/** The arguments that name a list, as absolute paths in their order. */
export function listPathsOf(args: readonly string[], folder: string): readonly string[] {
  return args
    .filter((arg) => LIST_EXTENSIONS.includes(extname(arg).toLowerCase()))
    .map((name) => resolve(folder, name));
}

/** Also takes lists that were chosen inside of the app. */
export interface OfferedFiles extends OpenedFiles {
  offer(paths: readonly string[]): void;
}

/**
 * Collects lists opened with the app: by its own command line, by that of a second start, and by the
 * Mac's `open-file`. Has to be made before Electron is ready, or the first `open-file` is missed.
 */
export function createOpenedFiles(
  app: Pick<App, 'on'>,
  args: readonly string[],
  folder: string,
): OfferedFiles {
  const listeners = new Set<() => void>();
  const waitingPaths = [...listPathsOf(args, folder)];
  const receive = (paths: readonly string[]): void => {
    if (paths.length === 0) return;
    waitingPaths.push(...paths);
    for (const listener of listeners) listener();
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive(listPathsOf([path], folder));
  });
  app.on('second-instance', (_, otherArgs, otherFolder) => {
    receive(listPathsOf(otherArgs, otherFolder));
  });
  return {
    offer: receive,
    take: async () => {
      const path = waitingPaths.shift();
      return path === undefined ? null : { fileName: basename(path), bytes: await readList(path) };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

async function readList(path: string): Promise<Uint8Array> {
  const fileName = basename(path);
  try {
    const tooLarge = listTooLarge(fileName, (await stat(path)).size);
    if (tooLarge !== null) throw tooLarge;
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('IPC_FILE_UNREADABLE', { params: { fileName }, cause });
  }
}
