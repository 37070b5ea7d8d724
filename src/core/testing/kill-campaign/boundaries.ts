import type { Database } from '../../storage/database';

/** Places at which a process can end with something half done, counted as they are passed. */
export interface Boundaries {
  pass(): void;
  passed(): number;
}

/** Ends this process the hard way at the n-th place; null = never. */
export function countBoundaries(killAt: number | null): Boundaries {
  let passed = 0;
  return {
    pass: () => {
      passed += 1;
      if (passed === killAt) process.kill(process.pid, 'SIGKILL');
    },
    passed: () => passed,
  };
}

/** Every place between two writes is a boundary: before a commit and after it. */
export function passAtCommits(database: Database, pass: () => void): void {
  const transaction = database.transaction.bind(database);
  Object.assign(database, {
    transaction: (work: (...args: unknown[]) => unknown) => {
      const made = transaction(work);
      // Called without a mode it is part of a commit that is watched already.
      return Object.assign((...args: unknown[]) => made(...args), {
        immediate: (...args: unknown[]) => {
          pass();
          const result = made.immediate(...args);
          pass();
          return result;
        },
      });
    },
  });
}
