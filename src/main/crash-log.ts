import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '@core/platform/atomic-file';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';

/** What went down: our own code in main, a promise of it, the page, a process of Electron, or no one knows. */
export type CrashKind =
  | 'main-fault'
  | 'promise-fault'
  | 'page-gone'
  | 'process-gone'
  | 'preload-fault'
  | 'ended-unexpectedly';

/** Where records go and what goes into each. */
export interface CrashLogDependencies {
  /** Folder of the logs. */
  readonly folder: string;
  /** Versions and system, written into every record. */
  readonly facts: Readonly<Record<string, string>>;
  /** Takes keys out of a text. */
  readonly hide: (text: string) => string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Records of crashes, one file each, without keys; the newest 20 are kept. */
export interface CrashLog {
  /** Writes at once: the process may be about to end. Gives the path; null when the disk refuses. */
  record(kind: CrashKind, what: unknown): string | null;
}

const KEPT_MAX = 20;
/** A stack of causes deeper than this repeats itself. */
const CAUSES_MAX = 5;

/** Never throws: a record that cannot be written is logged. */
export function createCrashLog(dependencies: CrashLogDependencies): CrashLog {
  const { folder, facts, hide, clock, logger } = dependencies;
  let count = 0;
  return {
    record: (kind, what) => {
      const atMs = clock.nowMs();
      count += 1;
      const stamp = new Date(atMs).toISOString().replaceAll(':', '-');
      const path = join(folder, `crash-${stamp}-${count}.json`);
      const record = { kind, at: new Date(atMs).toISOString(), ...facts, what: factsOf(what) };
      try {
        mkdirSync(folder, { recursive: true });
        writeFileAtomically(path, hide(JSON.stringify(record, null, 2)), 0o600);
        removeOldest(folder);
      } catch (fault) {
        logger.error({ err: fault, kind }, 'a crash could not be recorded');
        return null;
      }
      logger.error({ kind, path }, 'a crash was recorded');
      return path;
    },
  };
}

/** A fault with its stack and causes; details of a lost process as they are. */
function factsOf(what: unknown, depth = 0): unknown {
  if (!(what instanceof Error)) return what ?? null;
  const { name, message, stack, cause } = what;
  return {
    name,
    message,
    ...('code' in what ? { code: what.code } : {}),
    stack: stack?.split('\n').map((line) => line.trim()) ?? [],
    ...(cause === undefined || depth >= CAUSES_MAX ? {} : { cause: factsOf(cause, depth + 1) }),
  };
}

/** Their names sort by time. */
function removeOldest(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^crash-.*\.json$/.test(name));
  for (const name of names.sort().slice(0, -KEPT_MAX)) rmSync(join(folder, name));
}
