import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeFileAtomically } from '@core/platform/atomic-file';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import { z } from 'zod';

const markerSchema = z.strictObject({ pid: z.int(), startedAtMs: z.number() });

/** The mark of this run, and what the last one left. */
export interface RunMarker {
  /** When the last run began, if it never came to its end; null after a good one. */
  readonly brokenRunAtMs: number | null;
  /** This run ends in good order. */
  remove(): void;
}

/**
 * A file that is there while the app runs. Left over from before, it says that the last run ended
 * without a word: a crash of native code, `kill -9`, or the power. To be called by the one instance.
 */
export function leaveRunMarker(path: string, clock: Clock, logger: Logger): RunMarker {
  const brokenRunAtMs = startOfBrokenRun(path, clock);
  try {
    writeFileAtomically(path, JSON.stringify({ pid: process.pid, startedAtMs: clock.nowMs() }));
  } catch (fault) {
    // Only the next start knows less.
    logger.warn({ err: fault }, 'the run marker could not be written');
  }
  return { brokenRunAtMs, remove: () => rmSync(path, { force: true }) };
}

function startOfBrokenRun(path: string, clock: Clock): number | null {
  if (!existsSync(path)) return null;
  try {
    return markerSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).startedAtMs;
  } catch {
    // Half written by a run that the power ended: it is there, so the run was broken.
    return clock.nowMs();
  }
}
