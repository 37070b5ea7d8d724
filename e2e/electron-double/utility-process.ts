import { type ChildProcess, spawn } from 'node:child_process';

const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href;

/** Electron's utility process as a plain Node process that ends with this one. */
export const utilityProcess = {
  fork: (script: string, args: string[] = []): ChildProcess =>
    spawn(process.execPath, ['--import', END_WITH_PARENT, script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    }),
};
