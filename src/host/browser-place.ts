import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '@core/platform/clock';
import type { Randomness } from '@core/platform/randomness';
import { z } from 'zod';

const SESSION_BYTES = 32;
/** A browser that has stayed open for longer is signed in again by the address of the next start. */
const KEPT_FOR_MS = 30 * 24 * 60 * 60_000;

const keptSchema = z.object({
  session: z.string().regex(/^[0-9a-f]{64}$/),
  port: z.int().min(1).max(65_535).nullable(),
  madeAtMs: z.number(),
});
type Kept = z.infer<typeof keptSchema>;

/** Where the place is kept, and what makes it. */
export interface BrowserPlaceDependencies {
  /** The data folder. */
  readonly home: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** Where open pages of this data folder find the host again after a restart, and what they are known by. */
export interface BrowserPlace {
  /** What a browser that is signed in holds; made anew after 30 days. */
  readonly session: string;
  /** Where the host listened last; null for the first time. */
  readonly lastPort: number | null;
  /** The host listens here: the next start tries it first. */
  remember(port: number): void;
}

/**
 * Kept in `run/browser.json`, readable by this user only. In a folder that cannot be written to nothing
 * is kept: open pages are then told after a restart that they have to be opened anew.
 */
export function openBrowserPlace({
  home,
  clock,
  randomness,
}: BrowserPlaceDependencies): BrowserPlace {
  const path = join(home, 'run', 'browser.json');
  const nowMs = clock.nowMs();
  const found = read(path);
  const isFresh = found !== null && found.madeAtMs <= nowMs && nowMs < found.madeAtMs + KEPT_FOR_MS;
  const kept: Kept = isFresh
    ? found
    : { session: randomness.hex(SESSION_BYTES), port: found?.port ?? null, madeAtMs: nowMs };
  return {
    session: kept.session,
    lastPort: kept.port,
    remember: (port) => {
      if (!isFresh || port !== kept.port) write(path, { ...kept, port });
    },
  };
}

function read(path: string): Kept | null {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // None yet, or one that cannot be read: another is made.
    return null;
  }
}

function write(path: string, kept: Kept): void {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // The mode of an existing file would stay as it was.
    rmSync(temporary, { force: true });
    writeFileSync(temporary, JSON.stringify(kept), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch {
    // What this costs is said where the place is opened.
  }
}
