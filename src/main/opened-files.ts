import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { OpenedFiles } from '@core/api/opened-files';
import { AppError } from '@shared/errors/app-error';
import { listTooLarge } from '@shared/errors/list-too-large';
import type { App } from 'electron';

/** Kinds of lists that can be opened with the app. */
export const LIST_EXTENSIONS = ['.txt', '.csv', '.tsv', '.xlsx'];

/** The last argument that names a list, as an absolute path; null when none does. */
export function listPathOf(args: readonly string[], folder: string): string | null {
  const name = args.findLast((arg) => LIST_EXTENSIONS.includes(extname(arg).toLowerCase()));
  return name === undefined ? null : resolve(folder, name);
}

/** Also takes a list that was chosen inside of the app. */
export interface OfferedFiles extends OpenedFiles {
  offer(path: string): void;
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
  let waitingPath = listPathOf(args, folder);
  const receive = (path: string | null): void => {
    if (path === null) return;
    waitingPath = path;
    for (const listener of listeners) listener();
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive(listPathOf([path], folder));
  });
  app.on('second-instance', (_, otherArgs, otherFolder) => {
    receive(listPathOf(otherArgs, otherFolder));
  });
  return {
    offer: receive,
    take: async () => {
      const path = waitingPath;
      waitingPath = null;
      return path === null ? null : { fileName: basename(path), bytes: await readList(path) };
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
