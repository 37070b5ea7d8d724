import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { AppError } from '@shared/errors/app-error';
import { Agent } from 'undici';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { multipartBody } from './multipart';
import { AnswerTooLargeError, ExchangeTimeoutError, toNetworkError } from './network-error';
import type { HttpClient, HttpRequest, HttpResponse, RequestBody } from './port';
import { redactedUrl } from './redaction';

export interface HttpClientDependencies {
  readonly clock: Clock;
  readonly logger: Logger;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BODY_BYTES = 20 * 1024 * 1024;
/** Shorter than the whole exchange, so that "never connected" can be told from "never answered". */
const CONNECT_TIMEOUT_MS = 10_000;
/** Under the usual 5 s of servers, so that a connection is seldom reused while the server closes it. */
const KEEP_ALIVE_MS = 4_000;
/** The limits allow few calls at once; more connections per marketplace would only idle. */
const MAX_CONNECTIONS = 16;

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/**
 * The HTTP client for the marketplaces: keeps connections alive, follows no redirect (a marketplace
 * that redirects is a wrong address, and a key must not travel to another host), limits time and size.
 */
export function createHttpClient({ clock, logger }: HttpClientDependencies): HttpClient {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    connections: MAX_CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    pipelining: 1,
    allowH2: false,
  });

  const exchange = async (request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> => {
    const maxBodyBytes = request.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
    const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const { body, headers } = encodedBody(request.body);
    const sentAtMs = clock.nowMs();
    const answer = await agent.request({
      origin: request.url.origin,
      path: request.url.pathname + request.url.search,
      method: request.method,
      headers: { 'accept-encoding': 'gzip', ...headers, ...lowerCased(request.headers) },
      body,
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    // The head's arrival is what limits are counted by, not the end of a long body.
    const receivedAtMs = clock.nowMs();
    const responseHeaders = flattened(answer.headers);
    const bytes = await readBounded(answer.body, maxBodyBytes);
    return {
      status: answer.statusCode,
      headers: responseHeaders,
      bytes: await decompressed(bytes, responseHeaders['content-encoding'], maxBodyBytes),
      sentAtMs,
      receivedAtMs,
    };
  };

  return {
    send: async (request) => {
      assertSendable(request.url);
      const host = request.url.host;
      const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
      if (request.signal?.aborted) {
        throw new AppError('NETWORK_ABORTED', { params: { host }, retry: { kind: 'now' } });
      }
      const about = { method: request.method, url: redactedUrl(request.url, request.secretParams) };
      const startedMs = clock.monotonicMs();
      const stop = new AbortController();
      const settled = new AbortController();
      const onAbort = (): void => {
        stop.abort(
          new AppError('NETWORK_ABORTED', { params: { host }, retry: { kind: 'look-up' } }),
        );
      };
      request.signal?.addEventListener('abort', onAbort, { once: true });
      clock.sleep(timeoutMs, settled.signal).then(
        () => stop.abort(new ExchangeTimeoutError()),
        // The exchange ended first, which is what stops this timer.
        () => undefined,
      );
      try {
        const response = await exchange(request, stop.signal);
        logger.debug(
          {
            ...about,
            status: response.status,
            sizeBytes: response.bytes.length,
            durationMs: Math.round(clock.monotonicMs() - startedMs),
          },
          'marketplace answered',
        );
        return response;
      } catch (fault) {
        const problem = toNetworkError(stop.signal.aborted ? stop.signal.reason : fault, {
          host,
          timeoutMs,
        });
        logger.warn(
          {
            ...about,
            code: problem.code,
            durationMs: Math.round(clock.monotonicMs() - startedMs),
          },
          'marketplace did not answer',
        );
        throw problem;
      } finally {
        settled.abort();
        request.signal?.removeEventListener('abort', onAbort);
      }
    },
    close: () => agent.destroy(),
  };
}

function assertSendable(url: URL): void {
  if (url.protocol === 'http:' || url.protocol === 'https:') return;
  throw new AppError('NETWORK_BAD_ADDRESS', {
    params: { address: `${url.protocol}//${url.host}` },
  });
}

function encodedBody(body: RequestBody | undefined): {
  readonly body: string | Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
} {
  switch (body?.kind) {
    case undefined:
      return { body: null, headers: {} };
    case 'json':
      return {
        body: JSON.stringify(body.value),
        headers: { 'content-type': 'application/json;charset=UTF-8' },
      };
    case 'form':
      return {
        body: new URLSearchParams(body.fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      };
    case 'files': {
      const { bytes, contentType } = multipartBody(body.partName, body.files);
      return { body: bytes, headers: { 'content-type': contentType } };
    }
  }
}

async function readBounded(
  chunks: AsyncIterable<Uint8Array>,
  maxBodyBytes: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    // Leaving the loop destroys the stream and with it the connection.
    if (sizeBytes > maxBodyBytes) throw new AnswerTooLargeError(maxBodyBytes);
    parts.push(chunk);
  }
  return Buffer.concat(parts, sizeBytes);
}

async function decompressed(
  bytes: Uint8Array,
  encoding: string | undefined,
  maxBodyBytes: number,
): Promise<Uint8Array> {
  const name = encoding?.trim().toLowerCase();
  if (!isKnownEncoding(name)) return bytes;
  try {
    return await DECODERS[name](bytes, { maxOutputLength: maxBodyBytes });
  } catch (fault) {
    if (fault instanceof RangeError) throw new AnswerTooLargeError(maxBodyBytes);
    throw fault;
  }
}

function isKnownEncoding(name: string | undefined): name is keyof typeof DECODERS {
  return name !== undefined && Object.hasOwn(DECODERS, name);
}

function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function flattened(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
