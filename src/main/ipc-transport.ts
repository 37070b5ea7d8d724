import type { EventFanOut } from '@core/api/event-fan-out';
import type { Router } from '@core/api/router';
import { type BridgeEvent, EVENT_CHANNEL, REQUEST_CHANNEL } from '@shared/ipc/bridge';
import { EVENT_TOPICS } from '@shared/ipc/registry';
import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import { isAppUrl } from './app-url';

/** What answers and what tells. */
export interface IpcTransportDependencies {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly router: Router;
  readonly events: EventFanOut;
}

/** Carries requests and events between the core and the desktop's windows. */
export interface IpcTransport {
  /** Sends every event to `window` until it is closed. */
  connect(window: BrowserWindow): void;
}

/**
 * Handles requests at once; events go to windows that were connected, until they are closed. A
 * request of any frame but the page's own top one is answered with IPC_BAD_SENDER.
 */
export function createIpcTransport({
  ipcMain,
  router,
  events,
}: IpcTransportDependencies): IpcTransport {
  ipcMain.handle(REQUEST_CHANNEL, async (event, route: unknown, input: unknown) => {
    return router.answer(typeof route === 'string' ? route : '', input, {
      senderId: `window-${event.sender.id}`,
      isTrusted: isOwnTopFrame(event),
    });
  });
  return {
    connect: (window) => {
      const stops = EVENT_TOPICS.map((topic) =>
        events.subscribe(topic, (payload) => {
          if (window.isDestroyed()) return;
          const message: BridgeEvent = { topic, payload };
          window.webContents.send(EVENT_CHANNEL, message);
        }),
      );
      window.on('closed', () => {
        for (const stop of stops) stop();
      });
    },
  };
}

/** Only the top frame of our own page may ask; a frame inside it, a navigated or a gone one may not. */
export function isOwnTopFrame({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}
