import type { BrowserWindowConstructorOptions } from 'electron';
import { WINDOW_MIN, type WindowPlace } from './window-state';

/** Options of every window: the page gets the bridge of the preload and nothing of Node. */
export function windowOptions(
  preloadPath: string,
  place: WindowPlace,
): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: WINDOW_MIN.width,
    minHeight: WINDOW_MIN.height,
    show: false,
    backgroundColor: '#f6f7f9',
    title: 'StoreBridge',
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
