import { AppError } from '@shared/errors/app-error';
import type { ClientMessage } from '@shared/ipc/client-message';
import { type Envelope, failure } from '@shared/ipc/envelope';
import {
  FILE_INPUT_HEADER,
  FILE_REQUEST_PATH,
  FILE_ROUTES,
  type HostMessage,
  isEnvelope,
  readHostMessage,
  SOCKET_PATH,
} from '@shared/ipc/wire';
import type { ConnectedBridge, ConnectionState } from './connection';

/** First and longest pause before another attempt to connect. */
const RECONNECT_FIRST_MS = 200;
const RECONNECT_MAX_MS = 5000;

/** What the bridge needs of a browser; the page's own globals, or a test's. */
export interface BrowserPorts {
  openSocket(path: string): WebSocket;
  fetch: typeof fetch;
  setTimeout(action: () => void, delayMs: number): void;
}

interface PendingRequest {
  readonly message: Extract<ClientMessage, { kind: 'request' }>;
  readonly resolve: (envelope: Envelope) => void;
  isSent: boolean;
}

/**
 * The bridge of a page served by the loopback host. Connects again by itself and subscribes anew; a
 * request that was under way when the connection broke is answered IPC_DISCONNECTED with the advice
 * to look up what became of it, one that was not sent yet waits.
 */
export function createWebSocketBridge(ports: BrowserPorts): ConnectedBridge {
  const pending = new Map<number, PendingRequest>();
  const topics = new Map<string, Set<(payload: unknown) => void>>();
  const watchers = new Set<(state: ConnectionState) => void>();
  let socket: WebSocket | null = null;
  let state: ConnectionState = 'connecting';
  let nextId = 0;
  let pauseMs = RECONNECT_FIRST_MS;

  const become = (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    for (const watcher of watchers) watcher(next);
  };
  const send = (message: ClientMessage): boolean => {
    if (socket === null || socket.readyState !== socket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  };
  const take = (message: HostMessage): void => {
    if (message.kind === 'event') {
      for (const listener of topics.get(message.topic) ?? []) listener(message.payload);
      return;
    }
    pending.get(message.id)?.resolve(message.envelope);
    pending.delete(message.id);
  };
  const onOpen = (): void => {
    pauseMs = RECONNECT_FIRST_MS;
    for (const topic of topics.keys()) send({ kind: 'subscribe', topic });
    for (const request of pending.values()) request.isSent = send(request.message);
    become('open');
  };
  const onClose = (): void => {
    socket = null;
    for (const [id, request] of pending) {
      if (!request.isSent) continue;
      pending.delete(id);
      request.resolve(disconnected());
    }
    become('lost');
    ports.setTimeout(() => void reconnect(), pauseMs);
    pauseMs = Math.min(pauseMs * 2, RECONNECT_MAX_MS);
  };
  const connect = (): void => {
    const opened = ports.openSocket(SOCKET_PATH);
    socket = opened;
    opened.addEventListener('open', onOpen);
    opened.addEventListener('close', onClose);
    opened.addEventListener('message', (event) => {
      const message = readHostMessage(String(event.data));
      if (message !== null) take(message);
    });
  };
  /** A refused WebSocket does not say why; a plain request does. */
  const reconnect = async (): Promise<void> => {
    try {
      const answer = await ports.fetch('/', { method: 'HEAD', cache: 'no-store' });
      if (answer.status === 401) {
        become('session-ended');
        for (const request of pending.values()) {
          request.resolve(failure(new AppError('IPC_SESSION_ENDED')));
        }
        pending.clear();
        return;
      }
    } catch {
      // The host is away: the attempt below fails too and plans the next one.
    }
    connect();
  };

  connect();
  return {
    bridge: {
      request: (route, input) => {
        if (FILE_ROUTES.includes(route)) {
          return requestWithFile(ports, route, input);
        }
        if (state === 'session-ended') {
          return Promise.resolve(failure(new AppError('IPC_SESSION_ENDED')));
        }
        return new Promise((resolve) => {
          const message = { kind: 'request', id: nextId, route, input } as const;
          nextId += 1;
          pending.set(message.id, { message, resolve, isSent: send(message) });
        });
      },
      subscribe: (topic, listener) => {
        const listeners = topics.get(topic) ?? new Set();
        if (listeners.size === 0) send({ kind: 'subscribe', topic });
        topics.set(topic, listeners.add(listener));
        return () => {
          listeners.delete(listener);
          if (listeners.size > 0 || topics.get(topic) !== listeners) return;
          topics.delete(topic);
          send({ kind: 'unsubscribe', topic });
        };
      },
    },
    connection: {
      current: () => state,
      subscribe: (watcher) => {
        watchers.add(watcher);
        return () => {
          watchers.delete(watcher);
        };
      },
    },
  };
}

async function requestWithFile(
  ports: BrowserPorts,
  route: string,
  input: unknown,
): Promise<Envelope> {
  const { bytes, ...rest } = input as { readonly bytes: Uint8Array<ArrayBuffer> };
  try {
    const answer = await ports.fetch(`${FILE_REQUEST_PATH}${route}`, {
      method: 'POST',
      headers: { [FILE_INPUT_HEADER]: encodeURIComponent(JSON.stringify(rest)) },
      body: bytes,
    });
    if (answer.status === 401) return failure(new AppError('IPC_SESSION_ENDED'));
    const envelope: unknown = await answer.json();
    return isEnvelope(envelope) ? envelope : disconnected();
  } catch (cause) {
    return disconnected(cause);
  }
}

function disconnected(cause?: unknown): Envelope {
  return failure(new AppError('IPC_DISCONNECTED', { retry: { kind: 'look-up' }, cause }));
}
