import { expect, it } from 'vitest';
import { windowOptions } from './window-options';

it('opens every window isolated, sandboxed and without Node', () => {
  expect(windowOptions('/out/preload/index.cjs', { width: 1, height: 1 }).webPreferences).toEqual({
    preload: '/out/preload/index.cjs',
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
  });
});
