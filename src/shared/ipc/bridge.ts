import type { Envelope } from './envelope';

/** The two IPC channels of the desktop app; everything travels on these. */
export const REQUEST_CHANNEL = 'storebridge:request';
/** The one channel of events from the main process to a page. */
export const EVENT_CHANNEL = 'storebridge:event';

/**
 * All that a page gets of the product. In Electron the preload puts it on `window.storebridge`; in a
 * browser the page builds it over a WebSocket. Neither validates: the core does.
 */
export interface Bridge {
  /** Answers with an envelope; rejects only when the transport itself is gone. */
  request(route: string, input: unknown): Promise<Envelope>;
  /** Calls `listener` for every event of `topic` until the returned function is called. */
  subscribe(topic: string, listener: (payload: unknown) => void): () => void;
}

/** One event on the desktop's event channel. */
export interface BridgeEvent {
  readonly topic: string;
  readonly payload: unknown;
}
