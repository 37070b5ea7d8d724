import { createContext, useContext } from 'react';
import type { IpcClient } from './client';

/** Null outside of the app. */
export const IpcContext = createContext<IpcClient | null>(null);

/** The client given by the app's frame; a component outside of it is a mistake. */
export function useClient(): IpcClient {
  const client = useContext(IpcContext);
  if (client === null) throw new TypeError('no IpcContext around this component');
  return client;
}
