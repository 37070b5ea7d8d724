import type { Bridge } from '@shared/ipc/bridge';
import { alwaysOpen, type ConnectedBridge } from './connection';
import { createWebSocketBridge } from './web-socket-bridge';

declare global {
  interface Window {
    /** Present in the desktop app only; put there by its preload. */
    readonly storebridge?: Bridge;
  }
}

/** The one reader of `window.storebridge`: the desktop's bridge, else one over a WebSocket. */
export function connect(page: Window): ConnectedBridge {
  if (page.storebridge) return { bridge: page.storebridge, connection: alwaysOpen };
  return createWebSocketBridge({
    openSocket: (path) => new WebSocket(`ws://${page.location.host}${path}`),
    fetch: (input, init) => page.fetch(input, init),
    setTimeout: (action, delayMs) => void page.setTimeout(action, delayMs),
  });
}
