import { startPracticeMarket } from '../../practice';
import type { PracticeAddress } from '../../practice/process';
import type { Terminal } from '../terminal';
import { tellParent, whenParentLeaves } from './parent-channel';

/** What `storebridge practice` was asked for; absent = the market's own defaults. */
export interface PracticeCommandOptions {
  readonly seed?: number;
  readonly items?: number;
  readonly portDomeggook?: number;
  readonly portNaver?: number;
  readonly persist?: string;
  /** Started by the app: tells the address over the channel and ends with it. */
  readonly isChild: boolean;
}

/** Runs both practice servers until the process is ended. First line of stdout: addresses and keys. */
export async function runPractice(
  options: PracticeCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { isChild, seed, items, portDomeggook, portNaver, persist } = options;
  // Listened for from the beginning: the app may be gone before the servers listen.
  const end = isChild ? whenParentLeaves(process) : whenSignalled();
  const market = await startPracticeMarket({
    ...(seed === undefined ? {} : { seed }),
    ...(items === undefined ? {} : { itemCount: items }),
    ...(portDomeggook === undefined ? {} : { domeggookPort: portDomeggook }),
    ...(portNaver === undefined ? {} : { naverPort: portNaver }),
    ...(persist === undefined ? {} : { persistPath: persist }),
  });
  const address: PracticeAddress = {
    domeggookUrl: market.domeggookUrl,
    naverUrl: market.naverUrl,
    ...market.credentials,
  };
  try {
    if (!isChild) terminal.out(JSON.stringify(address));
    else if (!(await tellParent(process, address))) return;
    await end;
  } finally {
    await market.close();
  }
}

function whenSignalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
