import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { acquireWorkerLock } from '../storage/worker-lock';
import { DATABASE_PATHS } from './content';

/** Runs `work` while no program works on the databases of `home`. Throws REGISTRATION_OTHER_WORKER. */
export async function whileAlone<Result>(
  home: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const paths = DATABASE_PATHS.map((path) => join(home, path)).filter((path) =>
    existsSync(dirname(path)),
  );
  const locks: { release(): void }[] = [];
  try {
    for (const path of paths) locks.push(acquireWorkerLock(`${path}.worker`));
    return await work();
  } finally {
    for (const lock of locks) lock.release();
  }
}
