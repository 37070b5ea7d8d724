import type { BrowserWindow } from 'electron';

/** The app's one window. */
export interface MainWindow {
  /** Null while there is none. */
  current(): BrowserWindow | null;
  /** Makes the window when there is none, shows it and gives it the keyboard. */
  bringToFront(): void;
}

/** Keeps at most one window made by `open`. */
export function createMainWindow(open: () => BrowserWindow): MainWindow {
  let window: BrowserWindow | null = null;
  const current = (): BrowserWindow | null =>
    window === null || window.isDestroyed() ? null : window;
  return {
    current,
    bringToFront: () => {
      const there = current();
      if (there === null) {
        window = open();
        return;
      }
      if (there.isMinimized()) there.restore();
      there.show();
      there.focus();
    },
  };
}
