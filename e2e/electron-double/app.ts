import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App as ElectronApp } from 'electron';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process: its lock is left over.
    return false;
  }
}

/** Electron's `app`, as far as the product uses it: life, paths, lock. */
class App
  extends EventEmitter
  implements
    Pick<
      ElectronApp,
      | 'enableSandbox'
      | 'exit'
      | 'getName'
      | 'getVersion'
      | 'isPackaged'
      | 'isReady'
      | 'quit'
      | 'requestSingleInstanceLock'
      | 'setAsDefaultProtocolClient'
      | 'setBadgeCount'
      | 'setPath'
      | 'whenReady'
    >
{
  readonly isPackaged = false;
  badge = 0;
  readonly #paths = new Map<string, string>();
  #isReady = false;
  readonly #loaded = Promise.withResolvers<void>();
  #notified: Promise<void> = Promise.resolve();
  #lockPath: string | null = null;

  enableSandbox(): void {
    if (this.#isReady)
      throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  getVersion(): string {
    return '0.0.0-double';
  }

  getName(): string {
    return 'storebridge';
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    return this.#paths.get(name) ?? tmpdir();
  }

  /** Called by what runs the app, when its entry file has been evaluated. */
  entryLoaded(): void {
    setImmediate(() => {
      this.#isReady = true;
      this.emit('ready');
      this.#loaded.resolve();
    });
  }

  whenReady(): Promise<void> {
    return this.#loaded.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  /** One instance per `userData`: a lock file with the process's id, a socket to wake the first. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const lockPath = join(folder, 'instance.lock');
    const socketPath = join(folder, 'instance.sock');
    try {
      writeFileSync(lockPath, String(process.pid), { flag: 'wx' });
    } catch {
      if (isAlive(Number(readFileSync(lockPath, 'utf8')))) {
        this.#notified = new Promise((resolve) => {
          const first = connect(socketPath, () => {
            first.end(JSON.stringify(process.argv));
          });
          first.on('close', () => resolve());
          first.on('error', () => resolve());
        });
        return false;
      }
      writeFileSync(lockPath, String(process.pid));
    }
    this.#lockPath = lockPath;
    rmSync(socketPath, { force: true });
    const server = createServer((second) => {
      let text = '';
      second.on('data', (chunk) => {
        text += String(chunk);
      });
      second.on('end', () => this.emit('second-instance', {}, JSON.parse(text), process.cwd()));
    });
    server.listen(socketPath).unref();
    return true;
  }

  /** An app that is not installed must not become the computer's answer for a scheme. */
  setAsDefaultProtocolClient(scheme: string): boolean {
    throw new Error(`the app would take over ${scheme} for good`);
  }

  setBadgeCount(count = 0): boolean {
    this.badge = count;
    return true;
  }

  quit(): void {
    let isPrevented = false;
    const event = {
      preventDefault: () => {
        isPrevented = true;
      },
    };
    this.emit('before-quit', event);
    if (!isPrevented) this.exit(0);
  }

  exit(code = 0): void {
    void this.#notified.then(() => {
      if (this.#lockPath !== null) rmSync(this.#lockPath, { force: true });
      process.exit(code);
    });
  }
}

export const app = new App();
