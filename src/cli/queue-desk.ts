import { wireStatus } from '@core/api/handlers/registration';
import type { StoreBridge } from '@core/storebridge';
import { MAIN_STORE } from '@shared/domain/ids';
import type { RouteOutput } from '@shared/ipc/registry';
import type { RunningApp } from './running-app';

/** The queue as the contract tells it. */
export type QueueState = RouteOutput<'registration.getStatus'>;

/** What `queue` needs of the product, whether it runs in this process or in another one. */
export interface QueueDesk {
  /** The process that works on the queue; null when nobody does. */
  readonly pid: number | null;
  status(): Promise<QueueState>;
  /** Gives the status after it. */
  pause(): Promise<QueueState>;
  /** Gives the status after it. */
  resume(): Promise<QueueState>;
}

/** A queue that nobody works on; what is asked of it counts from the next start. */
export function createLocalQueue({ registration }: Pick<StoreBridge, 'registration'>): QueueDesk {
  const status = async (): Promise<QueueState> => wireStatus(registration.status(MAIN_STORE));
  return {
    pid: null,
    status,
    pause: async () => {
      registration.pause();
      return status();
    },
    resume: async () => {
      registration.resume();
      return status();
    },
  };
}

/** The queue of the program that works on the data folder already. */
export function createAttachedQueue(app: RunningApp): QueueDesk {
  return {
    pid: app.pid,
    status: () => app.request('registration.getStatus', {}),
    pause: () => app.request('registration.pause', {}),
    resume: () => app.request('registration.resume', {}),
  };
}
