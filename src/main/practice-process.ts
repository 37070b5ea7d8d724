import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { UtilityProcess, utilityProcess } from 'electron';
import type { Practice } from '../practice/open';
import { practiceAddressSchema } from '../practice/process';

/** Starting takes well under a second; this is for a machine that is busy with other things. */
const START_TIMEOUT_MS = 30_000;

/**
 * Runs the practice market in a utility process: the packed app cannot start itself as plain Node
 * (fuse `runAsNode` is off). Electron ends it with the app, however the app goes. `script` is the
 * built command line; registered products are kept in `folder`.
 */
export async function openPracticeInUtility(
  utility: typeof utilityProcess,
  script: string,
  folder: string,
): Promise<Practice> {
  const child = utility.fork(
    script,
    ['practice', '--persist', join(folder, 'practice-market.json')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      serviceName: 'StoreBridge practice market',
    },
  );
  const line = await firstLine(child);
  return {
    address: practiceAddressSchema.parse(JSON.parse(line)),
    close: () =>
      new Promise((done) => {
        if (child.pid === undefined) return done();
        child.once('exit', () => done());
        child.kill();
      }),
  };
}

/** Addresses and keys come as the first line of the command's output. */
function firstLine(child: UtilityProcess): Promise<string> {
  const { stdout } = child;
  if (stdout === null) throw new TypeError('the practice market has no output');
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error('the practice market did not answer in time'));
    }, START_TIMEOUT_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the practice market ended with status ${code}`));
    });
    createInterface({ input: stdout as NodeJS.ReadableStream }).once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
  });
}
