import type { Bridge } from '@shared/ipc/bridge';

/** `session-ended`: the host was restarted and no longer knows this page. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'session-ended';

/** The transport's state, for the banner and for reading everything anew after a gap. */
export interface Connection {
  current(): ConnectionState;
  subscribe(listener: (state: ConnectionState) => void): () => void;
}

/** A bridge over a wire, with the state of the wire. */
export interface ConnectedBridge {
  readonly bridge: Bridge;
  readonly connection: Connection;
}

/** The desktop app's connection: the core lives and dies with the window. */
export const alwaysOpen: Connection = {
  current: () => 'open',
  subscribe: () => () => undefined,
};
