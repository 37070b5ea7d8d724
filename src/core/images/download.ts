import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import type { Reason } from '@shared/domain/reason';
import { Agent, type Dispatcher } from 'undici';
import type { Clock } from '../platform/clock';
import type { Randomness } from '../platform/randomness';
import { mapSqliteFault } from '../storage/sqlite-fault';
import { dropped } from './drop-reason';
import { FORMAT_BYTES, pictureFormatOf } from './picture-format';
import { createAddressGuard } from './public-address';
import { createReadingTurns } from './reading-turns';
import { createSecureFirst } from './secure-first';
import { createMemoryBudget, createSourceCollector, type PictureSource } from './source';

/** Bounds of one download and of all together. */
export interface DownloadLimits {
  /** Largest picture file. */
  readonly maxBytes: number;
  /** One picture with all its redirects and attempts. */
  readonly timeoutMs: number;
  /** A host that does not even connect by then is taken for absent, so that plain http gets its turn. */
  readonly connectTimeoutMs: number;
  /** Waiting for the answer's head, and between two parts of its body. */
  readonly attemptTimeoutMs: number;
  readonly maxRedirects: number;
  readonly maxAttempts: number;
  readonly connectionsPerHost: number;
  /** Bytes of all downloads held in memory; what goes beyond waits in temporary files. */
  readonly memoryBytes: number;
}

const DOWNLOAD_LIMITS: DownloadLimits = {
  maxBytes: 20 * 1024 * 1024,
  timeoutMs: 20_000,
  connectTimeoutMs: 4_000,
  attemptTimeoutMs: 10_000,
  maxRedirects: 5,
  maxAttempts: 3,
  connectionsPerHost: 12,
  memoryBytes: 64 * 1024 * 1024,
};

/** One address of a host name; `family` is 4 or 6. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface PictureDownloaderPorts {
  /** For downloads that outgrow the memory; must exist. */
  readonly spillFolder: string;
  readonly allowsPrivateHosts: () => boolean;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly limits?: Partial<DownloadLimits>;
  /** All addresses of a host name; default the system's resolver. */
  readonly resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
}

/** A source that the caller must release, or why there is none. */
export type DownloadOutcome =
  | { readonly kind: 'downloaded'; readonly source: PictureSource }
  | {
      readonly kind: 'refused';
      readonly reason: Reason;
      /** Another try later may succeed. */
      readonly isTransient: boolean;
      /** How long the host asked to wait, where it did. */
      readonly retryAfterMs?: number;
    };

/**
 * Fetches pictures from foreign hosts. Only http and https, only public addresses and web ports:
 * every name is resolved by us and the connection goes to the address that was judged, on every hop.
 * A bad picture is an outcome; throws only when aborted or when the disk fails.
 */
export interface PictureDownloader {
  download(url: string, signal?: AbortSignal): Promise<DownloadOutcome>;
  close(): Promise<void>;
}

type Refused = Extract<DownloadOutcome, { kind: 'refused' }>;
type Hop = DownloadOutcome | { readonly kind: 'redirect'; readonly to: string };

const FORBIDDEN_ADDRESS = 'ERR_ADDRESS_NOT_PUBLIC';
const TRANSIENT_STATUS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const FIRST_BACKOFF_MS = 250;
const MAX_RETRY_AFTER_MS = 5_000;

/**
 * `resolve` is for tests; whatever it answers is judged like any other address. Reads its settings
 * at every download.
 */
export function createPictureDownloader(ports: PictureDownloaderPorts): PictureDownloader {
  const { clock, randomness } = ports;
  const limits = { ...DOWNLOAD_LIMITS, ...ports.limits };
  const guard = createAddressGuard();
  const budget = createMemoryBudget(limits.memoryBytes);
  const turns = createReadingTurns(clock);
  const resolve = ports.resolve ?? ((hostname) => systemLookup(hostname, { all: true }));

  const agentFor = (allowsPrivate: boolean): Agent =>
    new Agent({
      connections: limits.connectionsPerHost,
      pipelining: 1,
      headersTimeout: limits.attemptTimeoutMs,
      bodyTimeout: limits.attemptTimeoutMs,
      keepAliveTimeout: 15_000,
      connect: { lookup: guardedLookup(allowsPrivate), timeout: limits.connectTimeoutMs },
    });
  const guardedLookup =
    (allowsPrivate: boolean): LookupFunction =>
    (hostname, options, callback) => {
      resolve(hostname).then(
        (found) => {
          const usable = allowsPrivate ? found : found.filter((one) => guard.isPublic(one.address));
          const first = usable[0];
          if (first === undefined) callback(forbiddenAddress(hostname), '', 0);
          else if (options.all) callback(null, [...usable]);
          else callback(null, first.address, first.family);
        },
        (fault: unknown) =>
          callback(fault instanceof Error ? fault : new Error(String(fault)), '', 0),
      );
    };
  // Two agents, so that a connection opened while private hosts were allowed is not used afterwards.
  const agents = { open: agentFor(true), guarded: agentFor(false) };

  const fetchHop = async (url: URL, signal: AbortSignal): Promise<Hop> => {
    const allowsPrivate = ports.allowsPrivateHosts();
    if (!(allowsPrivate ? guard.isWeb(url) : guard.allows(url))) return forbidden(url);
    const agent = allowsPrivate ? agents.open : agents.guarded;
    const response = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: {
        accept: 'image/jpeg,image/png,image/webp,image/gif,image/*;q=0.8',
        'accept-encoding': 'identity',
        // Some picture hosts refuse clients that do not name themselves as a browser does.
        'user-agent': 'Mozilla/5.0 (compatible; StoreBridge)',
      },
      signal,
    });
    const { statusCode, headers, body } = response;
    if (REDIRECT_STATUS.has(statusCode)) {
      await body.dump({ limit: 64 * 1024, signal });
      const location = headers.location;
      const target = typeof location === 'string' ? location : '';
      if (target === '' || !URL.canParse(target, url.href)) return notFound(url, statusCode);
      return { kind: 'redirect', to: new URL(target, url).href };
    }
    if (statusCode !== 200) {
      await body.dump({ limit: 64 * 1024, signal });
      return TRANSIENT_STATUS.has(statusCode)
        ? { ...hostFailed(url, statusCode), retryAfterMs: retryAfterMsOf(headers['retry-after']) }
        : notFound(url, statusCode);
    }
    const declared = Number(headers['content-length']);
    if (declared > limits.maxBytes) {
      body.destroy();
      return tooLarge(limits.maxBytes);
    }
    return readBody(url, body, Number.isFinite(declared) ? declared : 0, signal);
  };

  const readBody = async (
    url: URL,
    body: Dispatcher.ResponseData['body'],
    expectedBytes: number,
    signal: AbortSignal,
  ): Promise<Hop> => {
    const spillPath = join(ports.spillFolder, `${randomness.hex(12)}.part`);
    const collector = createSourceCollector(budget, spillPath, expectedBytes);
    let receivedBytes = 0;
    let head: Buffer = Buffer.alloc(0);
    const turn = await turns.begin(signal).catch((fault: unknown) => {
      body.destroy();
      throw fault;
    });
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        turn.progressed();
        receivedBytes += chunk.byteLength;
        if (head.byteLength < FORMAT_BYTES) {
          head = Buffer.concat([head, chunk]).subarray(0, FORMAT_BYTES);
          // Anything but a picture is not read to its end.
          if (head.byteLength >= FORMAT_BYTES && pictureFormatOf(head) === 'unknown') {
            await collector.discard();
            return notAPicture(url);
          }
        }
        if (receivedBytes > limits.maxBytes) {
          await collector.discard();
          return tooLarge(limits.maxBytes);
        }
        await collector.add(chunk).catch((fault: unknown) => {
          throw new SpillFault(mapSqliteFault(fault, spillPath));
        });
      }
    } catch (fault) {
      await collector.discard();
      throw fault;
    } finally {
      turn.end();
    }
    if (receivedBytes === 0) {
      await collector.discard();
      return { kind: 'refused', reason: dropped('PICTURE_EMPTY'), isTransient: false };
    }
    return { kind: 'downloaded', source: await collector.finish() };
  };

  /** Follows redirects from `url`. Faults of the wire are thrown for `attempt` to judge. */
  const follow = async (url: URL, signal: AbortSignal): Promise<DownloadOutcome> => {
    let current = url;
    for (let hops = 0; hops <= limits.maxRedirects; hops += 1) {
      const hop = await fetchHop(current, signal);
      if (hop.kind !== 'redirect') return hop;
      current = new URL(hop.to);
    }
    return {
      kind: 'refused',
      reason: dropped('PICTURE_REDIRECTS', {
        host: url.host,
        maxRedirects: limits.maxRedirects,
      }),
      isTransient: false,
    };
  };

  const attempt = async (url: URL, signal: AbortSignal): Promise<DownloadOutcome> => {
    try {
      return await follow(url, signal);
    } catch (fault) {
      if (fault instanceof SpillFault) throw fault.cause;
      if (signal.aborted) throw signal.reason;
      if (isForbiddenAddress(fault)) return forbidden(url);
      return {
        kind: 'refused',
        reason: isTimeout(fault)
          ? timedOut(url, limits.attemptTimeoutMs)
          : dropped('PICTURE_UNREACHABLE', { host: url.host }),
        isTransient: true,
      };
    }
  };

  const withRetries = async (url: URL, signal: AbortSignal): Promise<DownloadOutcome> => {
    for (let attempts = 1; ; attempts += 1) {
      const outcome = await attempt(url, signal);
      if (outcome.kind === 'downloaded' || !outcome.isTransient) return outcome;
      if (attempts >= limits.maxAttempts) return outcome;
      const backoffMs = FIRST_BACKOFF_MS * 2 ** (attempts - 1) * (0.5 + randomness.fraction());
      await clock.sleep(Math.max(backoffMs, outcome.retryAfterMs ?? 0), signal);
    }
  };

  const secureFirst = createSecureFirst({ once: attempt, persistently: withRetries });

  return {
    download: async (address, signal) => {
      signal?.throwIfAborted();
      const url = new URL(address);
      const timeUp = new AbortController();
      const done = new AbortController();
      const combined = AbortSignal.any(signal ? [timeUp.signal, signal] : [timeUp.signal]);
      const timer = clock.sleep(limits.timeoutMs, done.signal).then(
        () => timeUp.abort(new Error('the time for this picture is up')),
        // The sleep ends early when the download is over: nothing to do.
        () => undefined,
      );
      try {
        return await secureFirst(url, combined);
      } catch (fault) {
        signal?.throwIfAborted();
        if (!timeUp.signal.aborted) throw fault;
        return { kind: 'refused', reason: timedOut(url, limits.timeoutMs), isTransient: true };
      } finally {
        done.abort();
        await timer;
      }
    },
    close: async () => {
      await Promise.all([agents.open.destroy(), agents.guarded.destroy()]);
    },
  };
}

/** The disk failed while a download was put aside: not the picture's fault. */
class SpillFault extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
  }
}

function forbidden(url: URL): Refused {
  const reason = dropped('PICTURE_HOST_FORBIDDEN', { host: url.host || url.protocol });
  return { kind: 'refused', reason, isTransient: false };
}

function notFound(url: URL, status: number): Refused {
  const reason = dropped('PICTURE_NOT_FOUND', { host: url.host, status });
  return { kind: 'refused', reason, isTransient: false };
}

function hostFailed(url: URL, status: number): Refused {
  const reason = dropped('PICTURE_HOST_FAILED', { host: url.host, status });
  return { kind: 'refused', reason, isTransient: true };
}

function notAPicture(url: URL): Refused {
  const reason = dropped('PICTURE_NOT_A_PICTURE', { host: url.host });
  return { kind: 'refused', reason, isTransient: false };
}

function timedOut(url: URL, timeoutMs: number): Reason {
  return dropped('PICTURE_TIMED_OUT', { host: url.host, seconds: Math.ceil(timeoutMs / 1000) });
}

function tooLarge(maxBytes: number): Refused {
  return {
    kind: 'refused',
    reason: dropped('PICTURE_TOO_LARGE', {
      maxMegabytes: Math.floor(maxBytes / 1024 ** 2),
    }),
    isTransient: false,
  };
}

/** Seconds form only; a date or a longer wait than we are ready for counts as none. */
function retryAfterMsOf(header: string | string[] | undefined): number {
  const delayMs = Number(header) * 1000;
  return delayMs > 0 && delayMs <= MAX_RETRY_AFTER_MS ? delayMs : 0;
}

function forbiddenAddress(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no public address`), { code: FORBIDDEN_ADDRESS });
}

function isForbiddenAddress(fault: unknown): boolean {
  return codeOf(fault) === FORBIDDEN_ADDRESS;
}

function isTimeout(fault: unknown): boolean {
  return /TIMEOUT|ETIMEDOUT/.test(codeOf(fault));
}

function codeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return '';
  return String(fault.code);
}
