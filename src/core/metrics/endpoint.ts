import { createServer, type Server } from 'node:http';
import type { MetricsSettings } from '@shared/domain/settings';
import type { Logger } from '../platform/logger';
import type { PrometheusFigures } from './prometheus';

/** Whether Prometheus can fetch the figures now. */
export interface EndpointState {
  /** Null while it is off or could not be opened. */
  readonly url: string | null;
  /** The port that could not be opened. */
  readonly takenPort: number | null;
}

/** `GET /metrics` on 127.0.0.1, opened and closed as the settings say. */
export interface MetricsEndpoint {
  state(): EndpointState;
  /** Follows the settings; resolves when it listens or not. May be called at any time. */
  apply(settings: MetricsSettings): Promise<void>;
  close(): Promise<void>;
}

/**
 * Only for programs of this computer: it listens on loopback, answers one path, and only under a
 * host name of this computer, so that no page in a browser can read it by renaming its own host.
 */
export function createMetricsEndpoint(
  figures: Pick<PrometheusFigures, 'scrape' | 'contentType'>,
  logger: Logger,
): MetricsEndpoint {
  let server: Server | null = null;
  let openPort: number | null = null;
  let takenPort: number | null = null;
  let changing: Promise<void> = Promise.resolve();

  const close = async (): Promise<void> => {
    const closing = server;
    server = null;
    openPort = null;
    if (closing === null) return;
    closing.closeAllConnections();
    await new Promise<void>((resolve) => closing.close(() => resolve()));
  };
  const open = (port: number): Promise<void> =>
    new Promise((resolve) => {
      const opening = createServer((request, response) => {
        const answer = (status: number, text: string, type = 'text/plain'): void => {
          response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
          response.end(text);
        };
        if (!isOwnHost(request.headers.host, port)) return answer(403, 'forbidden\n');
        if (request.url?.split('?')[0] !== '/metrics') return answer(404, 'not found\n');
        if (request.method !== 'GET') return answer(405, 'method not allowed\n');
        figures.scrape().then(
          (text) => answer(200, text, figures.contentType),
          (fault: unknown) => {
            logger.error({ err: fault }, 'the figures could not be collected');
            answer(500, 'the figures could not be collected\n');
          },
        );
      });
      opening.once('error', (fault) => {
        takenPort = port;
        logger.warn({ err: fault, port }, 'the metrics port could not be opened');
        resolve();
      });
      opening.listen(port, '127.0.0.1', () => {
        server = opening;
        openPort = port;
        takenPort = null;
        resolve();
      });
    });

  return {
    state: () => ({
      url: openPort === null ? null : `http://127.0.0.1:${openPort}/metrics`,
      takenPort,
    }),
    apply: ({ isOn, port }) => {
      changing = changing.then(async () => {
        const wanted = isOn ? port : null;
        if (wanted === openPort) return;
        await close();
        takenPort = null;
        if (wanted !== null) await open(wanted);
      });
      return changing;
    },
    close: () => {
      changing = changing.then(close);
      return changing;
    },
  };
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(host ?? '');
}
