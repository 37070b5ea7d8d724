import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../platform/atomic-file';
import { DATABASE_SIDE_FILES } from '../storage/database-file';
import { mapSqliteFault } from '../storage/sqlite-fault';
import { itemOf } from './content';

const RESTORE_FOLDER = 'restore';
const INTENT_NAME = 'intent.json';

const intentSchema = z.object({
  /** Where the present files go, below the data folder. */
  asideFolder: z.string().regex(/^set-aside\/[\w.-]+$/),
  paths: z.array(z.string().refine((path) => itemOf(path) !== null)).min(1),
});

/** Where the files of a restore are laid ready, before anything is decided. */
export function stagingFolder(home: string): string {
  return join(home, RESTORE_FOLDER, 'staged');
}

/** Folder for files that make way, with what happened in its name. */
export function asideFolder(stamp: string, why: 'before-restore' | 'damaged'): string {
  return `set-aside/${stamp}-${why}`;
}

/**
 * Decides the restore: from here on it is completed, by this process or by the next start. Everything
 * named in `paths` has been laid ready.
 */
export function decideRestore(home: string, aside: string, paths: readonly string[]): void {
  const intent = { asideFolder: aside, paths };
  writeFileAtomically(join(home, RESTORE_FOLDER, INTENT_NAME), JSON.stringify(intent));
}

/**
 * Completes a restore that was decided, and clears away one that was not. Each step can be repeated:
 * killed at any point, the next call goes on from there. The product must be closed. Throws STORAGE_*.
 */
export function completeRestore(home: string): { readonly asideFolder: string } | null {
  const folder = join(home, RESTORE_FOLDER);
  const intentPath = join(folder, INTENT_NAME);
  try {
    if (!existsSync(intentPath)) {
      rmSync(folder, { recursive: true, force: true });
      return null;
    }
    const intent = intentSchema.parse(JSON.parse(readFileSync(intentPath, 'utf8')));
    for (const path of intent.paths) swapIn(home, path, intent.asideFolder);
    rmSync(intentPath);
    rmSync(folder, { recursive: true, force: true });
    return { asideFolder: intent.asideFolder };
  } catch (fault) {
    throw mapSqliteFault(fault, folder);
  }
}

/** Moves what stands at `path` aside and what was laid ready into its place; nothing when that is done. */
function swapIn(home: string, path: string, aside: string): void {
  const staged = join(stagingFolder(home), path);
  if (!existsSync(staged)) return;
  moveAside(home, path, aside);
  mkdirSync(dirname(join(home, path)), { recursive: true });
  renameSync(staged, join(home, path));
}

/**
 * Moves the file at `path` into `aside`, its database's logs first: a log that stays behind would be
 * played into the next database of that name.
 */
export function moveAside(home: string, path: string, aside: string): void {
  const names = [...DATABASE_SIDE_FILES.map((suffix) => `${path}${suffix}`), path];
  for (const name of names) {
    const from = join(home, name);
    if (!existsSync(from)) continue;
    const to = join(home, aside, name);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}
