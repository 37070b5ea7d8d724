import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { EventFanOut } from '@core/api/event-fan-out';
import type { Router } from '@core/api/router';
import type { Logger } from '@core/platform/logger';
import { AppError } from '@shared/errors/app-error';
import { type ClientMessage, clientMessageSchema } from '@shared/ipc/client-message';
import { failure } from '@shared/ipc/envelope';
import { type EventTopic, isEventTopic } from '@shared/ipc/registry';
import { type HostMessage, SOCKET_MESSAGE_MAX_BYTES, SOCKET_REQUESTS_MAX } from '@shared/ipc/wire';
import { type WebSocket, WebSocketServer } from 'ws';

/** A page that reads slower than this is skipped until it has caught up; the next event tells it all. */
const UNSENT_MAX_BYTES = 4 * 1024 * 1024;
/** Close code for a message that is not of the protocol (RFC 6455 7.4.1: policy violation). */
const POLICY_VIOLATION = 1008;

/** What answers and what tells. */
export interface SocketsDependencies {
  readonly router: Router;
  readonly events: EventFanOut;
  readonly logger: Logger;
}

/** The host's WebSocket side: requests in, answers and events out. */
export interface Sockets {
  /** Takes over an upgrade whose host, origin and session have been checked. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every connection. */
  close(): void;
}

/**
 * Answers at most `SOCKET_REQUESTS_MAX` requests of a connection at once (IPC_TOO_MANY_REQUESTS
 * beyond), ends a connection that sends anything else than messages of the protocol, and leaves out
 * events for one that does not read: it asks anew when it does.
 */
export function createSockets({ router, events, logger }: SocketsDependencies): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: SOCKET_MESSAGE_MAX_BYTES });
  let connectionCount = 0;

  const serve = (connection: WebSocket): void => {
    connectionCount += 1;
    const senderId = `socket-${connectionCount}`;
    const subscriptions = new Map<EventTopic, () => void>();
    let underWay = 0;

    const send = (message: HostMessage): void => {
      if (connection.readyState === connection.OPEN) connection.send(JSON.stringify(message));
    };
    const answer = async ({
      id,
      route,
      input,
    }: Extract<ClientMessage, { kind: 'request' }>): Promise<void> => {
      if (underWay >= SOCKET_REQUESTS_MAX) {
        const busy = new AppError('IPC_TOO_MANY_REQUESTS', { retry: { kind: 'now' } });
        send({ kind: 'answer', id, envelope: failure(busy) });
        return;
      }
      underWay += 1;
      const envelope = await router.answer(route, input, { senderId, isTrusted: true });
      underWay -= 1;
      send({ kind: 'answer', id, envelope });
    };
    const take = (message: ClientMessage): void => {
      if (message.kind === 'request') {
        answer(message).catch((fault: unknown) => {
          logger.error({ err: fault, senderId }, 'an answer could not be sent');
        });
        return;
      }
      if (!isEventTopic(message.topic)) return;
      const { topic } = message;
      subscriptions.get(topic)?.();
      subscriptions.delete(topic);
      if (message.kind === 'unsubscribe') return;
      const stop = events.subscribe(topic, (payload) => {
        if (connection.bufferedAmount < UNSENT_MAX_BYTES) send({ kind: 'event', topic, payload });
      });
      subscriptions.set(topic, stop);
    };

    connection.on('message', (data, isBinary) => {
      const message = isBinary ? null : parseMessage(String(data));
      if (message === null) connection.close(POLICY_VIOLATION, 'not a message of the protocol');
      else take(message);
    });
    connection.on('error', (fault) => {
      logger.warn({ err: fault, senderId }, 'a page connection failed');
    });
    connection.on('close', () => {
      for (const stop of subscriptions.values()) stop();
      subscriptions.clear();
    });
  };

  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, serve),
    close: () => {
      for (const connection of server.clients) connection.terminate();
      server.close();
    },
  };
}

function parseMessage(text: string): ClientMessage | null {
  try {
    const parsed = clientMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: the same answer as JSON of another shape.
    return null;
  }
}
