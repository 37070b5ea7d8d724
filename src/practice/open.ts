import { join } from 'node:path';
import { type PracticeAddress, startPracticeProcess } from './process';

/** A practice market that runs for one app. */
export interface Practice {
  readonly address: PracticeAddress;
  close(): Promise<void>;
}

/**
 * A practice market for an app. With a `folder`, registered products are kept there over restarts;
 * null = a market that forgets.
 */
export function openPractice(script: string, folder: string | null): Promise<Practice> {
  const args = folder === null ? [] : ['--persist', join(folder, 'practice-market.json')];
  return startPracticeProcess(script, args);
}
