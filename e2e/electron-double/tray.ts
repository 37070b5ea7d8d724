import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Menu } from './menu';

/** A picture by its file; stricter than Electron, which gives an empty one for a file that is not there. */
export class NativeImage {
  readonly name: string;

  constructor(path: string) {
    if (!existsSync(path)) throw new Error(`there is no picture ${path}`);
    this.name = basename(path);
  }

  setTemplateImage(): void {
    if (process.platform !== 'darwin') throw new Error('template pictures are the Mac’s');
  }
}

export const nativeImage = {
  createFromPath: (path: string): NativeImage => new NativeImage(path),
};

let current: Tray | null = null;

/** The tray icon that there is, for the test. */
export function currentTray(): Tray | null {
  return current;
}

/** Electron's `Tray`, without being drawn. */
export class Tray extends EventEmitter {
  image: NativeImage;
  toolTip = '';
  menu: Menu | null = null;

  constructor(image: NativeImage) {
    super();
    if (current !== null) throw new Error('the product has one tray icon');
    this.image = image;
    current = this;
  }

  setImage(image: NativeImage): void {
    this.image = image;
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
  }

  destroy(): void {
    current = null;
  }
}
