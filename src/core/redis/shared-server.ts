import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toAppError } from '@shared/errors/app-error';
import { z } from 'zod';
import { writeFileAtomically } from '../platform/atomic-file';
import { acquireWorkerLock, type WorkerLock } from '../storage/worker-lock';
import { connectRedis, type LocalRedisAddress } from './connection';
import { type RedisSupervisor, type RedisSupervisorDeps, startRedisSupervisor } from './supervisor';

/** The one server of all programs on a data folder, whichever of them runs it. */
export interface SharedRedisServer {
  /** The same for all programs, also after another one took the server over. */
  readonly address: LocalRedisAddress;
  /** True while this program runs the server. */
  isOwner(): boolean;
  /** Ends the server when it is this program's; the next program starts it anew. May be called twice. */
  stop(): Promise<void>;
}

/** The address is not asked for: it is read from the folder or made new. */
export type SharedRedisServerDeps = Omit<RedisSupervisorDeps, 'address'>;

const addressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('socket'), path: z.string(), password: z.string().min(1) }),
  z.object({
    kind: z.literal('loopback'),
    port: z.int().min(1).max(65_535),
    password: z.string().min(1),
  }),
]);

/** How long a program waits for the one that is starting the server. */
const PATIENCE_MS = 6000;
const LOOK_AGAIN_MS = 200;
const ANSWER_WITHIN_MS = 500;
/** How often a program that uses another's server looks whether that one is gone. */
const WATCH_MS = 1000;

/**
 * Runs the server of a data folder, or uses the one that another program of this user runs there: the
 * folder's limits hold for all of them together. The address lies in the folder, which is this user's
 * alone; who holds the lock runs the server, and the lock ends with its program, however that ends.
 * Then the next one starts a server at the same address, so that the others find it again by themselves.
 * Throws REDIS_START when no server answers in time.
 */
export async function openSharedServer(deps: SharedRedisServerDeps): Promise<SharedRedisServer> {
  const { clock, logger, runtimeFolder } = deps;
  await mkdir(runtimeFolder, { recursive: true, mode: 0o700 });
  const addressPath = join(runtimeFolder, 'redis.json');
  const lockPath = join(runtimeFolder, 'redis.lock');
  const stopping = new AbortController();
  let own: { readonly lock: WorkerLock; readonly supervisor: RedisSupervisor } | null = null;

  /** Becomes the one that runs the server; null while another is. */
  const takeOver = async (): Promise<LocalRedisAddress | null> => {
    const lock = lockUnlessHeld(lockPath);
    if (lock === null) return null;
    try {
      const known = await readAddress(addressPath);
      const supervisor = await startAt(known);
      try {
        writeFileAtomically(addressPath, JSON.stringify(supervisor.address), 0o600);
      } catch (fault) {
        // A server that nobody can find, on a full disk for one, must not outlive the attempt.
        await supervisor.stop();
        throw fault;
      }
      own = { lock, supervisor };
      return supervisor.address;
    } catch (fault) {
      lock.release();
      throw fault;
    }
  };

  /** At the place that others know, or at a new one where that is taken. */
  const startAt = async (known: LocalRedisAddress | null): Promise<RedisSupervisor> => {
    if (known === null) return startRedisSupervisor(deps);
    try {
      return await startRedisSupervisor({ ...deps, address: known });
    } catch (fault) {
      if (known.kind === 'socket') throw fault;
      return startRedisSupervisor(deps);
    }
  };

  const findOther = async (): Promise<LocalRedisAddress | null> => {
    const address = await readAddress(addressPath);
    if (address === null) return null;
    try {
      await (await connectRedis(address, logger, ANSWER_WITHIN_MS)).close();
      return address;
    } catch {
      // Not up yet, or just gone: the caller looks again.
      return null;
    }
  };

  const openNow = async (): Promise<LocalRedisAddress> => {
    const untilMs = clock.monotonicMs() + PATIENCE_MS;
    for (;;) {
      const address = (await takeOver()) ?? (await findOther());
      if (address !== null) return address;
      if (clock.monotonicMs() >= untilMs) {
        throw new AppError('REDIS_START', {
          params: { problem: 'another program holds the lock' },
        });
      }
      await clock.sleep(LOOK_AGAIN_MS);
    }
  };

  /** Takes the server over when the program that runs it is gone. */
  const watchOver = async (): Promise<void> => {
    while (own === null) {
      await clock.sleep(WATCH_MS, stopping.signal);
      try {
        if ((await takeOver()) !== null) logger.info({}, 'this program runs the shared redis now');
      } catch (fault) {
        logger.warn({ err: toAppError(fault) }, 'the shared redis could not be taken over');
      }
    }
  };

  const address = await openNow();
  // The only rejection is the abort by `stop`, which waits for it.
  const watching = watchOver().catch(() => undefined);
  return {
    address,
    isOwner: () => own !== null,
    stop: async () => {
      stopping.abort();
      await watching;
      const held = own;
      own = null;
      await held?.supervisor.stop();
      held?.lock.release();
    },
  };
}

function lockUnlessHeld(path: string): WorkerLock | null {
  try {
    return acquireWorkerLock(path);
  } catch (fault) {
    if (toAppError(fault).code === 'REGISTRATION_OTHER_WORKER') return null;
    throw fault;
  }
}

/** The address that a program left in the folder; null for none, or one that says nothing. */
async function readAddress(path: string): Promise<LocalRedisAddress | null> {
  try {
    return addressSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // None, or not ours: a server at a new place is started instead.
    return null;
  }
}
