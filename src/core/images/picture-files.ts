import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../platform/clock';
import type { Randomness } from '../platform/randomness';
import { mapSqliteFault } from '../storage/sqlite-fault';

/** The data folder's pictures: one file per content, named by its SHA-256, written whole or not at all. */
export interface PictureFiles {
  /** Creates the folders and removes what an interrupted run left half written. */
  open(): Promise<void>;
  pathOf(sha256: string): string;
  /** For downloads that outgrow the memory. */
  readonly spillFolder: string;
  /** Keeps `bytes` under their hash and returns the path. Does nothing when they are there already. */
  save(sha256: string, bytes: Uint8Array): Promise<string>;
  has(sha256: string): Promise<boolean>;
  /**
   * Removes the files that were used longest ago until `maxBytes` are left; none that was used within
   * `minAgeMs`. Whatever is removed is made again when it is needed. Returns the bytes freed.
   */
  prune(limits: { readonly maxBytes: number; readonly minAgeMs: number }): Promise<number>;
}

/** No download or write takes this long. */
const LEFT_OVER_MS = 60 * 60_000;

/** Prepared pictures and their thumbnails. */
const FILE_NAME = /^[0-9a-f]{64}(-\d+)?\.jpg$/;

/** Faults of the disk come as STORAGE_*. `has` and `save` count as use of the file. */
export function createPictureFiles(ports: {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
}): PictureFiles {
  const folder = join(ports.dataFolder, 'pictures');
  const spillFolder = join(folder, 'unfinished');
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), `${sha256}.jpg`);

  const has = async (sha256: string): Promise<boolean> => {
    const path = pathOf(sha256);
    const nowSeconds = ports.clock.nowMs() / 1000;
    try {
      await utimes(path, nowSeconds, nowSeconds);
      return true;
    } catch (fault) {
      if (isAbsent(fault)) return false;
      throw mapSqliteFault(fault, path);
    }
  };
  return {
    open: async () => {
      try {
        await mkdir(spillFolder, { recursive: true });
        // Another process may share the folder: only what nobody can be writing any more goes.
        const leftBeforeMs = ports.clock.nowMs() - LEFT_OVER_MS;
        for (const name of await readdir(spillFolder)) {
          const path = join(spillFolder, name);
          const found = await stat(path).catch(ignoreAbsent);
          if (found && found.mtimeMs < leftBeforeMs) await rm(path, { force: true });
        }
      } catch (fault) {
        throw mapSqliteFault(fault, spillFolder);
      }
    },
    pathOf,
    spillFolder,
    has,
    save: async (sha256, bytes) => {
      const path = pathOf(sha256);
      if (await has(sha256)) return path;
      const unfinished = join(spillFolder, `${sha256}-${ports.randomness.hex(6)}`);
      try {
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
        await writeFile(unfinished, bytes);
        await rename(unfinished, path);
        return path;
      } catch (fault) {
        await rm(unfinished, { force: true });
        throw mapSqliteFault(fault, path);
      }
    },
    prune: async ({ maxBytes, minAgeMs }) => {
      const newestMs = ports.clock.nowMs() - minAgeMs;
      const files = await listFiles(folder);
      let totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
      let freedBytes = 0;
      for (const file of files.sort((one, other) => one.usedAtMs - other.usedAtMs)) {
        if (totalBytes <= maxBytes || file.usedAtMs > newestMs) break;
        await rm(file.path, { force: true });
        totalBytes -= file.sizeBytes;
        freedBytes += file.sizeBytes;
      }
      return freedBytes;
    },
  };
}

async function listFiles(
  folder: string,
): Promise<{ path: string; sizeBytes: number; usedAtMs: number }[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const pictures = entries.filter((entry) => entry.isFile() && FILE_NAME.test(entry.name));
    return await Promise.all(
      pictures.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = await stat(path);
        return { path, sizeBytes: size, usedAtMs: mtimeMs };
      }),
    );
  } catch (fault) {
    if (isAbsent(fault)) return [];
    throw mapSqliteFault(fault, folder);
  }
}

function ignoreAbsent(fault: unknown): null {
  if (isAbsent(fault)) return null;
  throw fault;
}

/** True for the fault of a file that is not there. */
export function isAbsent(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
}
