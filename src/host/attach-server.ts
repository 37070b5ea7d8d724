import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Router } from '@core/api/router';
import type { Logger } from '@core/platform/logger';
import type { Randomness } from '@core/platform/randomness';
import { removeAttachAddress, writeAttachAddress } from './attach-address';

const LOOPBACK = '127.0.0.1';
const TOKEN_BYTES = 32;
/** A list of 100,000 numbers has about a megabyte. */
const BODY_MAX_BYTES = 8 * 1024 * 1024;
/** What another program may ask for: the queue, and what a report of it shows. */
const ROUTES = /^(registration\.[A-Za-z]+|drafts\.get|app\.getInfo|limits\.get)$/;
/** Path under which the other program asks; the route's name follows it. */
export const ATTACH_PATH = '/attach/';

/** Where the address is written down, and what answers. */
export interface AttachServerOptions {
  /** Data folder. */
  readonly home: string;
  readonly router: Router;
  readonly randomness: Randomness;
  readonly logger: Logger;
}

/** The server of one data folder. */
export interface AttachServer {
  close(): Promise<void>;
}

/**
 * Lets other programs of the same user command the queue of the program that works on a data folder.
 * On 127.0.0.1 only, with a token that stands in a file only this user can read; pages are turned
 * away, since a browser always says where a request comes from.
 */
export async function startAttachServer(options: AttachServerOptions): Promise<AttachServer> {
  const { home, router, randomness, logger } = options;
  const token = randomness.hex(TOKEN_BYTES);
  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      logger.warn({ err: fault }, 'an attached program could not be answered');
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.origin !== undefined) return refuse(response, 403);
    if (!isToken(request.headers.authorization ?? '', `Bearer ${token}`)) {
      return refuse(response, 401);
    }
    const path = request.url ?? '';
    const route = path.startsWith(ATTACH_PATH) ? path.slice(ATTACH_PATH.length) : '';
    if (request.method !== 'POST' || !ROUTES.test(route)) return refuse(response, 404);
    const input = await readJson(request);
    if (input === undefined) return refuse(response, 400);
    const envelope = await router.answer(route, input, { senderId: 'attached', isTrusted: true });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(envelope));
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;
  writeAttachAddress(home, { version: 1, pid: process.pid, port, token });
  return {
    close: async () => {
      removeAttachAddress(home, token);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function isToken(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The body as JSON; undefined when it is none or too long. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request) {
    sizeBytes += chunk.length;
    if (sizeBytes > BODY_MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    // Not JSON: the caller is told so.
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' });
  response.end();
}
