import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Things that must outlive the server process, one JSON line each. Appended at once and in order,
 * so that a killed process loses at most an unfinished last line.
 */
export interface Journal {
  /** Entries of earlier runs, oldest first; unreadable lines are left out. */
  readonly past: readonly JournalEntry[];
  append(entry: JournalEntry): void;
}

/** One thing that happened; what `value` is depends on `kind`. */
export interface JournalEntry {
  readonly kind: string;
  readonly value: unknown;
}

function parseLine(line: string): JournalEntry[] {
  try {
    const entry = JSON.parse(line) as JournalEntry;
    return typeof entry.kind === 'string' ? [entry] : [];
  } catch {
    // The last line of a killed process may be cut; what it announced was never answered.
    return [];
  }
}

/** Opens or begins the journal at `path`; without a path nothing is kept. */
export function openJournal(path: string | undefined): Journal {
  if (path === undefined) return { past: [], append: () => undefined };
  mkdirSync(dirname(path), { recursive: true });
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const past = text.split('\n').flatMap((line) => (line === '' ? [] : parseLine(line)));
  // A cut last line would swallow the next entry: begin on a fresh line.
  if (text !== '' && !text.endsWith('\n')) writeFileSync(path, '\n', { flag: 'a' });
  return { past, append: (entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`) };
}

/** The last entry of `kind`, or undefined. */
export function lastEntry(journal: Journal, kind: string): unknown {
  return journal.past.findLast((entry) => entry.kind === kind)?.value;
}
