import { setTimeout as pause } from 'node:timers/promises';
import { toAppError } from '@shared/errors/app-error';
import type { ExitStatus } from './exit-status';
import type { RunningApp } from './running-app';

/** How often another program may end, or come first, before its fault is the answer. */
const MOST_ROUNDS = 6;
/** The other program has the folder already and tells its address in a moment. */
const ADDRESS_PAUSE_MS = 1_000;

/** Where a command's work can be done; `Desk` is what it needs of the product there. */
export interface WorkPlaces<Desk> {
  /** The program that works on the data folder now; null when nobody does. */
  findRunning(): Promise<RunningApp | null>;
  attachedDesk(running: RunningApp): Desk;
  /** Says whom the work is handed to. */
  onHanded(running: RunningApp): void;
  /** Says that the other program has ended and the rest goes on without it. */
  onTakenBack(running: RunningApp): void;
  /** Does the work with a product of this process, and closes it. */
  here(work: (desk: Desk) => Promise<ExitStatus>): Promise<ExitStatus>;
}

/**
 * Does `work` at the program that has the data folder, else in this process. When the other one ends on
 * the way, or another came first after all, the work begins anew: it must be such that may be asked for any number of times.
 */
export async function atWorker<Desk>(
  places: WorkPlaces<Desk>,
  work: (desk: Desk) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  for (let round = 1; ; round += 1) {
    const running = await places.findRunning();
    try {
      if (running === null) return await places.here(work);
      places.onHanded(running);
      return await work(places.attachedDesk(running));
    } catch (fault) {
      const { code } = toAppError(fault);
      const isTakenBack = running !== null && code === 'ATTACH_LOST';
      const isLate = running === null && code === 'REGISTRATION_OTHER_WORKER';
      if (round >= MOST_ROUNDS || !(isTakenBack || isLate)) throw fault;
      if (isTakenBack) places.onTakenBack(running);
      else await pause(ADDRESS_PAUSE_MS);
    }
  }
}
