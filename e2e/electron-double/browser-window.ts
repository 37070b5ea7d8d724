import { EventEmitter } from 'node:events';
import type { BrowserWindow as ElectronWindow } from 'electron';
import { app } from './app';
import { createBrowserConnection } from './browser';
import { WebContents } from './web-contents';

const browser = createBrowserConnection(process.env.STOREBRIDGE_E2E_CDP);
const windows = new Set<BrowserWindow>();

interface WindowOptions {
  readonly webPreferences?: {
    readonly preload?: string;
    readonly contextIsolation?: boolean;
    readonly sandbox?: boolean;
    readonly nodeIntegration?: boolean;
  };
}

/** A window that is a page of the real Chromium. Only the safe settings exist: others are refused. */
export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      ElectronWindow,
      'close' | 'focus' | 'isDestroyed' | 'isMinimized' | 'loadURL' | 'restore' | 'show'
    >
{
  readonly webContents: WebContents;
  #isDestroyed = false;

  constructor({ webPreferences = {} }: WindowOptions = {}) {
    super();
    const { preload, contextIsolation, sandbox, nodeIntegration } = webPreferences;
    if (contextIsolation === false || sandbox === false || nodeIntegration === true) {
      throw new Error('the double has only isolated, sandboxed windows without Node');
    }
    this.webContents = new WebContents(browser, preload ?? null);
    windows.add(this);
    this.webContents.on('double-fault', (fault: unknown) => {
      process.stderr.write(`electron double: ${String(fault)}\n`);
    });
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => {
      this.#isDestroyed = true;
      windows.delete(this);
      this.emit('closed');
      if (windows.size === 0) app.emit('window-all-closed');
    });
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.emit('restore');
  }

  show(): void {
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
  }

  close(): void {
    void this.webContents.close();
  }
}
