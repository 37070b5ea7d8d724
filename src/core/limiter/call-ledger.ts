import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { type Database, openDatabase } from '../storage/database';
import { migrations } from '../storage/migrations';

const FILE_NAME = 'calls.db';
const STEPS = migrations.filter(({ name }) => /^(0001-key-values|0005-call-counts)$/.test(name));

/**
 * Opens the calls that were sent to real marketplaces, `calls.db` in `folder`: one for all stores of a
 * data folder, because the wholesaler counts per key, and in no backup, because a restore does not
 * take calls back. A damaged file is put aside and begun anew: the program opens, and what was counted
 * today is forgotten, which is logged. Throws STORAGE_* otherwise.
 */
export async function openCallLedger(
  folder: string,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): Promise<Database> {
  const path = join(folder, FILE_NAME);
  try {
    return await openDatabase(path, clock, STEPS);
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code !== 'STORAGE_DAMAGED') throw fault;
    const aside = `${path}.damaged-${clock.nowMs()}`;
    for (const part of ['', '-wal', '-shm']) {
      if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${aside}${part}`);
    }
    logger.warn({ err: fault, aside }, 'the count of calls was damaged and begins anew');
    return openDatabase(path, clock, STEPS);
  }
}
