import { EventEmitter } from 'node:events';
import type { BrowserWindow as ElectronWindow } from 'electron';
import { app } from './app';
import { createBrowserConnection } from './browser';
import { dismissQuestion } from './dialog';
import { screen } from './screen';
import { WebContents } from './web-contents';

const browser = createBrowserConnection(process.env.STOREBRIDGE_E2E_CDP);
const windows = new Set<BrowserWindow>();

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
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
      | 'close'
      | 'destroy'
      | 'focus'
      | 'getNormalBounds'
      | 'hide'
      | 'isDestroyed'
      | 'isMaximized'
      | 'isMinimized'
      | 'isVisible'
      | 'loadURL'
      | 'maximize'
      | 'restore'
      | 'setBounds'
      | 'setProgressBar'
      | 'show'
    >
{
  readonly webContents: WebContents;
  /** As it was last set, for the test; null = no bar. */
  progress: number | null = null;
  #isDestroyed = false;
  #isVisible: boolean;
  #isMaximised = false;
  #bounds: Bounds;

  constructor({ webPreferences = {}, show = true, ...place }: WindowOptions = {}) {
    super();
    const { width = 800, height = 600 } = place;
    const { workArea } = screen.getPrimaryDisplay();
    // Without a place the system's middle, as Electron does.
    const { x = (workArea.width - width) / 2, y = (workArea.height - height) / 2 } = place;
    this.#bounds = { x, y, width, height };
    this.#isVisible = show;
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
      dismissQuestion();
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

  isVisible(): boolean {
    return this.#isVisible;
  }

  isMaximized(): boolean {
    return this.#isMaximised;
  }

  maximize(): void {
    this.#isMaximised = true;
    this.emit('maximize');
  }

  getNormalBounds(): Bounds {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    return this.#bounds;
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }

  setProgressBar(progress: number): void {
    this.progress = progress < 0 ? null : progress;
  }

  restore(): void {
    this.emit('restore');
  }

  hide(): void {
    this.#isVisible = false;
    this.emit('hide');
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
  }

  /** As a press on the window's cross: the app may prevent it. */
  close(): void {
    let isPrevented = false;
    this.emit('close', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    if (!isPrevented) this.destroy();
  }

  destroy(): void {
    void this.webContents.close();
  }
}
