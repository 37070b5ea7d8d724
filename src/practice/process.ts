import { fork } from 'node:child_process';
import { z } from 'zod';

/** What a started practice market tells; the first line of `storebridge practice` too. */
export const practiceAddressSchema = z.object({
  domeggookUrl: z.string(),
  naverUrl: z.string(),
  domeggookKey: z.string(),
  naverClientId: z.string(),
  naverClientSecret: z.string(),
});
export type PracticeAddress = z.infer<typeof practiceAddressSchema>;

/** A practice market in a process of its own; `close` ends it. */
export interface PracticeProcess {
  readonly address: PracticeAddress;
  close(): Promise<void>;
}

/** Starting takes well under a second; this is for a machine that is busy with other things. */
const START_TIMEOUT_MS = 30_000;

/**
 * Runs the practice market in a process of its own, so that it costs the app neither memory nor
 * event loop. It ends by itself when this process is gone, however it went: the channel closes.
 * `script` is the built command line; `args` follow its `practice` command.
 */
export function startPracticeProcess(
  script: string,
  args: readonly string[] = [],
): Promise<PracticeProcess> {
  const child = fork(script, ['practice', '--child', ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error('the practice market did not answer in time'));
    }, START_TIMEOUT_MS);
    child.once('error', (fault) => {
      clearTimeout(timer);
      reject(fault);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the practice market ended with status ${code}`));
    });
    child.once('message', (message) => {
      clearTimeout(timer);
      const address = practiceAddressSchema.safeParse(message);
      if (!address.success) {
        child.kill();
        reject(address.error);
        return;
      }
      resolve({
        address: address.data,
        close: () =>
          new Promise((done) => {
            if (child.exitCode !== null) return done();
            child.once('exit', () => done());
            child.disconnect();
          }),
      });
    });
  });
}
