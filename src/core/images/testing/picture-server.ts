import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type PictureHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server on loopback that answers by path; unknown paths are 404. */
export interface PictureServer {
  readonly baseUrl: string;
  /** Every request's path in order of arrival. */
  readonly requests: readonly string[];
  /** Answers `path` with 200 and `body`; returns the whole address. */
  serve(path: string, body: Uint8Array, contentType?: string): string;
  handle(path: string, handler: PictureHandler): string;
  close(): Promise<void>;
}

export async function startPictureServer(): Promise<PictureServer> {
  const handlers = new Map<string, PictureHandler>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const handler = handlers.get(path);
    if (handler === undefined) response.writeHead(404).end('not here');
    else handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const baseUrl = `http://127.0.0.1:${address.port}`;
  const handle = (path: string, handler: PictureHandler): string => {
    handlers.set(path, handler);
    return baseUrl + path;
  };
  return {
    baseUrl,
    requests,
    handle,
    serve: (path, body, contentType = 'image/jpeg') =>
      handle(path, (_request, response) => {
        response.writeHead(200, { 'content-type': contentType, 'content-length': body.byteLength });
        response.end(body);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
