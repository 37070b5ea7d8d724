import { createContext, useContext, useSyncExternalStore } from 'react';
import { alwaysOpen, type Connection, type ConnectionState } from '../ipc/connection';

/** Whether the core can be reached; always open where there is no wire between. */
export const ConnectionContext = createContext<Connection>(alwaysOpen);

/** The transport's state, kept up to date. */
export function useConnectionState(): ConnectionState {
  const connection = useContext(ConnectionContext);
  return useSyncExternalStore(connection.subscribe, connection.current);
}
