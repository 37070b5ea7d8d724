import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** One request as the practice servers see it. */
export interface PracticeRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Whole body; throws BodyTooLarge above `maxBytes`. */
  body(maxBytes?: number): Promise<Buffer>;
}

/** An answer before it goes over the wire; header names in lower case. */
export interface PracticeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What a server does with a request; `drop` closes the connection without an answer. */
export type PracticeOutcome = PracticeAnswer | 'drop';

/** The body is longer than the server reads. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** A server that listens on loopback. */
export interface RunningServer {
  readonly port: number;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** An answer with `value` as its body and Korean text as UTF-8. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}) {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    body: JSON.stringify(value),
  } satisfies PracticeAnswer;
}

const DEFAULT_MAX_BODY_BYTES = 30_000_000;

async function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of message) {
    const bytes = chunk as Buffer;
    sizeBytes += bytes.length;
    if (sizeBytes > maxBytes) throw new BodyTooLarge(`body above ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function toRequest(message: IncomingMessage): PracticeRequest {
  const url = new URL(message.url ?? '/', 'http://127.0.0.1');
  let whole: Promise<Buffer> | null = null;
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    body: (maxBytes = DEFAULT_MAX_BODY_BYTES) => {
      whole ??= readBody(message, maxBytes);
      return whole;
    },
  };
}

function send(answer: PracticeAnswer, dateMs: number, response: ServerResponse): void {
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.sendDate = false;
  response.writeHead(answer.status, {
    date: new Date(dateMs).toUTCString(),
    ...answer.headers,
    'content-length': String(bytes.byteLength),
  });
  response.end(bytes);
}

async function listen(
  server: ReturnType<typeof createServer>,
  port: number,
  fallsBack: boolean,
): Promise<void> {
  const attempt = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
  try {
    await attempt(port);
  } catch (fault) {
    if (!fallsBack || port === 0) throw fault;
    await attempt(0);
  }
}

/** How a server listens and what it answers. */
export interface ServerOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** When `port` is taken, use any free one instead of failing. */
  readonly fallsBack: boolean;
  /** Time of the Date header. */
  nowMs(): number;
  /** Must not throw; a fault inside becomes a bare 500. */
  handle(request: PracticeRequest): Promise<PracticeOutcome>;
}

/** Starts a server on 127.0.0.1. Rejects with Node's own error when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  const server = createServer((message, response) => {
    options
      .handle(toRequest(message))
      .then((outcome) => {
        if (outcome === 'drop') {
          message.socket.destroy();
          return;
        }
        message.resume();
        send(outcome, options.nowMs(), response);
      })
      .catch((fault: unknown) => {
        const problem = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
        send(json(500, { practiceServerFault: problem }), options.nowMs(), response);
      });
  });
  server.keepAliveTimeout = 30_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await listen(server, options.port, options.fallsBack);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
