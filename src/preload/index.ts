import { type Bridge, type BridgeEvent, EVENT_CHANNEL, REQUEST_CHANNEL } from '@shared/ipc/bridge';
import { contextBridge, ipcRenderer } from 'electron';

// The one place where loading does something: a preload has no other way to be called.
const listeners = new Map<string, Set<(payload: unknown) => void>>();

ipcRenderer.on(EVENT_CHANNEL, (_, { topic, payload }: BridgeEvent) => {
  for (const listener of listeners.get(topic) ?? []) listener(payload);
});

/** Two functions and nothing else: no ipcRenderer, no Node object reaches the page. */
const bridge: Bridge = {
  request: (route, input) => ipcRenderer.invoke(REQUEST_CHANNEL, String(route), input),
  subscribe: (topic, listener) => {
    // Wrapped, so that the same function subscribed twice is heard twice and ends twice.
    const heard = (payload: unknown): void => listener(payload);
    const subscribed = listeners.get(topic) ?? new Set();
    listeners.set(topic, subscribed.add(heard));
    return () => {
      subscribed.delete(heard);
    };
  },
};

contextBridge.exposeInMainWorld('storebridge', bridge);
