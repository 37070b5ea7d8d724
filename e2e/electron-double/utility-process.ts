import { type ChildProcess, spawn } from 'node:child_process';

/** Electron's utility process as a plain Node process that ends with this one. */
export const utilityProcess = {
  fork: (script: string, args: string[] = []): ChildProcess => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.on('exit', () => child.kill());
    return child;
  },
};
