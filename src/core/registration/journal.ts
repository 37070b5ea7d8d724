import type { AppError } from '@shared/errors/app-error';
import type { Database } from '../storage/database';
import { mapSqliteFault } from '../storage/sqlite-fault';

/**
 * Writes the queue's progress in groups: everything asked for in one turn of the event loop shares
 * one transaction and one flush to disk. A promise resolves only after its group is on disk, so what
 * follows it (a remote write above all) never runs ahead of the record.
 */
export interface Journal {
  /**
   * Runs `work` inside the next group; rejects with STORAGE_* when it could not be written. `work`
   * only reads and writes rows: it runs a second time when its group has to be taken apart.
   */
  commit<T>(work: () => T): Promise<T>;
  /** Runs `work` in a transaction of its own, now. Throws STORAGE_*. */
  commitNow<T>(work: () => T): T;
}

interface Entry {
  readonly run: () => void;
  readonly written: () => void;
  readonly failed: (fault: AppError) => void;
}

/** `onFault` hears of every failed write: the queue must send nothing more until the disk works. */
export function createJournal(database: Database, onFault: (fault: AppError) => void): Journal {
  let waiting: Entry[] = [];
  const runAll = database.transaction((entries: readonly Entry[]) => {
    for (const entry of entries) entry.run();
  });

  const write = (entries: readonly Entry[]): void => {
    try {
      runAll.immediate(entries);
    } catch (fault) {
      if (entries.length > 1) {
        // One bad entry must not take its neighbours down: each gets a transaction of its own.
        for (const entry of entries) write([entry]);
        return;
      }
      const mapped = mapSqliteFault(fault, database.name);
      onFault(mapped);
      for (const entry of entries) entry.failed(mapped);
      return;
    }
    for (const entry of entries) entry.written();
  };
  const flush = (): void => {
    const entries = waiting;
    waiting = [];
    write(entries);
  };

  return {
    commit: (work) =>
      new Promise((resolve, reject) => {
        let result: { readonly value: ReturnType<typeof work> } | null = null;
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          run: () => {
            result = { value: work() };
          },
          written: () => {
            if (result !== null) resolve(result.value);
          },
          failed: reject,
        });
      }),
    commitNow: (work) => {
      try {
        return database.transaction(work).immediate();
      } catch (fault) {
        const mapped = mapSqliteFault(fault, database.name);
        onFault(mapped);
        throw mapped;
      }
    },
  };
}
