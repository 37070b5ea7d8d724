import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cleanEnvironment } from './opened-app';

/** How long the app may take to end after it was asked to. */
const STOP_DEADLINE_MS = 15_000;

/** The program under test as a process of its own, which never outlives the test. */
export interface MainProcess {
  readonly child: ChildProcess;
  /** Rejects with what the program said when it ends before `settled`. */
  orEnded<T>(settled: Promise<T>): Promise<T>;
  /** As kill -9: nothing is finished or written. */
  kill(): Promise<void>;
  /** Waits for the end that `ask` causes; throws when the program does not end by itself and well. */
  end(ask: () => Promise<unknown> | unknown): Promise<void>;
}

export function startMainProcess(
  args: readonly string[],
  dataFolder: string,
  variables: Readonly<Record<string, string>> = {},
  isControlled = false,
): MainProcess {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...(isControlled ? ['ipc' as const] : [])];
  const child = spawn(process.execPath, args, {
    stdio,
    env: { ...cleanEnvironment(), STOREBRIDGE_HOME: join(dataFolder, 'home'), ...variables },
  });
  const said: string[] = [];
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const died = exited.then((how) => {
    throw new Error(`the program ended with ${how}:\n${said.join('')}`);
  });
  died.catch(() => undefined);
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  void exited.then(() => process.off('exit', killNow));
  let isKilled = false;
  return {
    child,
    orEnded: (settled) => Promise.race([settled, died]),
    kill: async () => {
      isKilled = true;
      killNow();
      await exited;
    },
    end: async (ask) => {
      if (isKilled) return;
      await ask();
      const timer = setTimeout(killNow, STOP_DEADLINE_MS);
      const how = await exited;
      clearTimeout(timer);
      if (how !== 0) throw new Error(`the program ended with ${how}:\n${said.join('')}`);
    },
  };
}
