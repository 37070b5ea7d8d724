import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { contentPolicy } from '@core/api/content-policy';
import { noOpenedFiles } from '@core/api/opened-files';
import {
  type PictureRequest,
  type PictureSource,
  pictureRequestOf,
} from '@core/api/picture-source';
import { createWorkspaceEvents } from '@core/api/workspace-events';
import { picturesOf } from '@core/api/workspace-pictures';
import { createWorkspaceRouter } from '@core/api/workspace-router';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import type { Randomness } from '@core/platform/randomness';
import type { Workspace } from '@core/workspace/port';
import { AppError } from '@shared/errors/app-error';
import { FILE_REQUEST_PATH, SOCKET_PATH } from '@shared/ipc/wire';
import sirv from 'sirv';
import { type Access, createAccess } from './access';
import { answerFileRequest } from './file-requests';
import { createSockets } from './sockets';

/** Never any other address: the host must not be reachable from the network. */
const LOOPBACK = '127.0.0.1';
const TOKEN_BYTES = 32;

/** What is served, where, and to whom. */
export interface HostOptions {
  readonly workspace: Workspace;
  /** 0 = any free port. */
  readonly port: number;
  /** Folder of the built page. */
  readonly rendererFolder: string;
  /** Version shown in the app's frame. */
  readonly version: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** Check answers against the contract too. */
  readonly checksOutputs: boolean;
  /** What a browser that is signed in holds; kept over a restart, its open pages go on. Default: of this start alone. */
  readonly session?: string;
  /** Default: those of the open product. */
  readonly pictures?: PictureSource;
}

/** A host that listens on loopback. */
export interface RunningHost {
  readonly port: number;
  /** Address with this start's token, to be opened once; secret. */
  readonly url: string;
  /** Closes every connection and the port. The workspace is closed by whoever made it. */
  close(): Promise<void>;
}

/**
 * Serves the page, its WebSocket and kept pictures to this computer only. Resolves when it listens.
 * Throws HOST_PORT_TAKEN when the port is in use.
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { workspace, logger, clock } = options;
  const server = createServer();
  const port = await listen(server, options.port);
  const token = options.randomness.hex(TOKEN_BYTES);
  const router = createWorkspaceRouter({
    workspace,
    shell: { version: options.version, shell: 'browser', openedFiles: noOpenedFiles },
    clock,
    logger,
    checksOutputs: options.checksOutputs,
  });
  const events = createWorkspaceEvents({ workspace, openedFiles: noOpenedFiles, clock, logger });
  const sockets = createSockets({ router, events, logger });
  const access = createAccess(port, token, options.session ?? options.randomness.hex(TOKEN_BYTES));
  const servePage = sirv(options.rendererFolder, { etag: true, dotfiles: false });
  const pictures = options.pictures ?? picturesOf(workspace);

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(pageHeaders(isPractising(workspace)))) {
      response.setHeader(name, value);
    }
    serve(request, response).catch((fault: unknown) => {
      logger.error({ err: fault, path: pathOf(request) }, 'a page request failed');
      if (!response.headersSent) refuse(response, 500, 'The host could not answer.');
      else response.destroy();
    });
  });
  server.on('upgrade', (request, socket: Duplex, head) => {
    const isAllowed =
      pathOf(request) === SOCKET_PATH &&
      access.isOwnHost(request.headers) &&
      access.isOwnOrigin(request.headers) &&
      access.hasSession(request.headers);
    if (isAllowed) sockets.accept(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!access.isOwnHost(request.headers)) return refuse(response, 421, 'Unknown host name.');
    if (signIn(request, response, access)) return;
    if (!access.hasSession(request.headers)) {
      return refuse(response, 401, 'Open the address that the StoreBridge program shows.');
    }
    const path = pathOf(request);
    if (path.startsWith(FILE_REQUEST_PATH)) {
      if (request.method !== 'POST') return refuse(response, 405, 'POST only.');
      if (!access.isOwnOrigin(request.headers)) return refuse(response, 403, 'Foreign page.');
      return answerFileRequest(request, response, router, { senderId: 'file', isTrusted: true });
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, 405, 'GET only.');
    }
    const picture = pictureRequestOf(path, (request.url ?? '').slice(path.length));
    if (picture !== null) return servePicture(pictures, picture, response);
    servePage(request, response, () => refuse(response, 404, 'There is no such file.'));
  };

  return {
    port,
    url: `http://${LOOPBACK}:${port}/?token=${token}`,
    close: async () => {
      events.close();
      sockets.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      reject(
        fault.code === 'EADDRINUSE'
          ? new AppError('HOST_PORT_TAKEN', { params: { port: String(port) }, cause: fault })
          : fault,
      );
    });
    server.listen(port, LOOPBACK, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** The practice market's pictures are allowed from the first page on, before it is known which mode opens. */
function isPractising(workspace: Workspace): boolean {
  const state = workspace.state();
  return state.kind !== 'open' || state.storebridge.mode === 'practice';
}

function pageHeaders(isPractice: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy({
      // The practice market serves its pictures from a free port of this computer.
      pictureSources: isPractice ? ['https:', 'http://127.0.0.1:*'] : ['https:'],
      connectSources: [],
    }),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-cache',
  };
}

/** Trades the token of the address for a cookie, so that it stays in no history entry or bookmark. */
function signIn(request: IncomingMessage, response: ServerResponse, access: Access): boolean {
  const url = new URL(request.url ?? '/', 'http://host');
  const token = url.searchParams.get('token');
  if (url.pathname !== '/' || token === null || !access.isToken(token)) return false;
  response.writeHead(303, { location: '/', 'set-cookie': access.cookie });
  response.end();
  return true;
}

async function servePicture(
  pictures: PictureSource,
  { sha256, widthPx }: PictureRequest,
  response: ServerResponse,
): Promise<void> {
  const picture = await pictures.find(sha256, widthPx);
  if (picture === null) return refuse(response, 404, 'There is no such picture.');
  response.setHeader('content-type', picture.contentType);
  // Named by its content: it can never change.
  response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  await pipeline(createReadStream(picture.path), response);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
