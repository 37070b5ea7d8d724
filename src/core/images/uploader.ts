import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { StoreId } from '@shared/domain/ids';
import { AppError, toAppError } from '@shared/errors/app-error';
import { LANES, type Lane, type Mutex } from '../limiter/port';
import type { NaverClient, UploadFile } from '../naver/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Database } from '../storage/database';
import type { PictureUploader, PreparedFile } from './port';
import { releaseMemory } from './release-memory';
import { createSqliteUploadLog } from './upload-log';
import { CALL_LIMITS, type CallLimits, type Packable, packCall } from './upload-packing';

export interface PictureUploaderPorts {
  readonly naver: Pick<NaverClient, 'uploadImages'>;
  readonly mutex: Mutex;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /**
   * How old a remembered address may be to be used again; default 30 days. Whether Naver keeps
   * pictures that no product uses is not documented (naver-commerce-api.md 8.2 no. 9, 2026-09).
   */
  readonly maxReuseAgeMs?: number;
  /** One file per call makes a store independent of the order of the answer, which is not documented. */
  readonly callLimits?: Partial<CallLimits>;
  /** Longest wait for more files before a call that is not full, while others are uploading too. */
  readonly gatherMs?: number;
}

const MAX_REUSE_AGE_MS = 30 * 24 * 60 * 60_000;
/** At two calls a second a call that is not full costs more than this wait. */
const GATHER_MS = 500;
/** Two callers within this time mean a list being worked on; a single one's files go at once. */
const BUSY_MS = 2_000;
const MAX_ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 1_000;

/** One content on its way to a store, wanted by one caller or more. */
interface Pending extends Packable {
  readonly file: PreparedFile;
  lane: Lane;
  readonly arrivedMs: number;
  waiters: Waiter[];
  isInCall: boolean;
  /** How often the lock was lost while it was on the wire. */
  losses: number;
}

interface Waiter {
  readonly caller: object;
  readonly arrived: (url: string) => void;
  readonly failed: (fault: AppError) => void;
}

interface StoreQueue {
  readonly storeId: StoreId;
  readonly pending: Map<string, Pending>;
  isWorking: boolean;
  /** When the latest two callers came: somebody who uploads alone need not wait for company. */
  callersMs: readonly [number, number];
  /** Wakes the worker that waits for more files. */
  wake: () => void;
  /** Ends the worker's wait for the lock when nobody wants anything any more. */
  stopWaiting: () => void;
}

/** The lock that keeps uploads of one store apart, in all processes that share the limiter. */
function uploadMutexName(storeId: StoreId): string {
  return `naver-image-upload:${storeId}`;
}

/**
 * Waits at most `gatherMs` for more files while lists are worked on, then calls under the store's
 * upload mutex; a lost mutex aborts the call and its files go again.
 */
export function createPictureUploader(ports: PictureUploaderPorts): PictureUploader {
  const { clock, logger, mutex, naver } = ports;
  const log = createSqliteUploadLog(ports.database, clock);
  const limits = { ...CALL_LIMITS, ...ports.callLimits };
  const maxReuseAgeMs = ports.maxReuseAgeMs ?? MAX_REUSE_AGE_MS;
  const gatherMs = ports.gatherMs ?? GATHER_MS;
  const queues = new Map<StoreId, StoreQueue>();
  let order = 0;

  const queueOf = (storeId: StoreId): StoreQueue => {
    const known = queues.get(storeId);
    if (known !== undefined) return known;
    const queue: StoreQueue = {
      storeId,
      pending: new Map(),
      isWorking: false,
      callersMs: [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
      wake: () => undefined,
      stopWaiting: () => undefined,
    };
    queues.set(storeId, queue);
    return queue;
  };

  const waitingOf = (queue: StoreQueue): readonly Pending[] =>
    [...queue.pending.values()].filter((pending) => !pending.isInCall);

  /** Waits until a call is worth sending; returns at once when it is full or nobody else is uploading. */
  const gather = async (queue: StoreQueue): Promise<void> => {
    for (;;) {
      const waiting = waitingOf(queue);
      if (waiting.length === 0 || packCall(waiting, limits).isFull) return;
      const isBusy = clock.monotonicMs() - queue.callersMs[0] < BUSY_MS;
      if (!isBusy) return;
      const oldestMs = Math.min(...waiting.map((pending) => pending.arrivedMs));
      const leftMs = oldestMs + gatherMs - clock.monotonicMs();
      if (leftMs <= 0) return;
      const more = new AbortController();
      queue.wake = () => more.abort();
      // Woken early by new files or an abort: the loop looks again.
      await clock.sleep(leftMs, more.signal).catch(() => undefined);
      queue.wake = () => undefined;
    }
  };

  const work = async (queue: StoreQueue): Promise<void> => {
    queue.isWorking = true;
    try {
      // Callers of the same turn come together in the first call.
      await Promise.resolve();
      for (;;) {
        await gather(queue);
        if (waitingOf(queue).length === 0) return;
        await sendNext(queue);
      }
    } catch (fault) {
      // The lock itself failed: nobody who waits can be served.
      for (const pending of [...queue.pending.values()]) fail(queue, pending, toAppError(fault));
    } finally {
      queue.isWorking = false;
    }
  };

  const sendNext = async (queue: StoreQueue): Promise<void> => {
    const idle = new AbortController();
    queue.stopWaiting = () => idle.abort(new Error('nobody waits for an upload any more'));
    try {
      await mutex.runExclusive(
        uploadMutexName(queue.storeId),
        async (lost) => {
          // Files that came while the lock was awaited go along.
          const batch = packCall(waitingOf(queue), limits).files;
          if (batch.length === 0) return;
          for (const pending of batch) pending.isInCall = true;
          await sendBatch(queue, batch, lost);
        },
        idle.signal,
      );
    } catch (fault) {
      if (!idle.signal.aborted) throw fault;
    }
  };

  const sendBatch = async (
    queue: StoreQueue,
    batch: readonly Pending[],
    lost: AbortSignal,
  ): Promise<void> => {
    const read = await Promise.all(
      batch.map(async (pending) => {
        try {
          return { pending, upload: await readChecked(pending.file) };
        } catch (fault) {
          fail(queue, pending, toAppError(fault));
          return null;
        }
      }),
    );
    const readable = read.filter((one) => one !== null);
    try {
      await send(queue, readable, lost);
    } finally {
      for (const { upload } of readable) releaseMemory(upload.bytes);
    }
  };

  /**
   * One call, repeated while repeating may help. After an unknown outcome the same files are sent
   * again: pictures that nobody refers to do no harm, a guessed address would. Files that are refused
   * together are sent in halves, so that one bad file does not take the others down.
   */
  const send = async (
    queue: StoreQueue,
    batch: readonly { readonly pending: Pending; readonly upload: UploadFile }[],
    lost: AbortSignal,
  ): Promise<void> => {
    const wanted = batch.filter(({ pending }) => pending.waiters.length > 0);
    if (wanted.length === 0) return;
    let fault: AppError | null = null;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      try {
        const uploads = wanted.map(({ upload }) => upload);
        const lane = mostUrgent(wanted.map(({ pending }) => pending.lane));
        const urls = await naver.uploadImages(uploads, { lane, signal: lost });
        assertMatched(uploads.length, urls);
        succeed(queue, wanted, urls);
        return;
      } catch (thrown) {
        fault = toAppError(thrown);
        logger.warn(
          { code: fault.code, files: wanted.length, attempt, storeId: queue.storeId },
          'picture upload failed',
        );
        if (lost.aborted) {
          giveBack(queue, wanted, fault);
          return;
        }
        if (fault.retry.kind === 'never' || attempt === MAX_ATTEMPTS) break;
        // A lock lost during the pause shows in the next call, which gets the same signal.
        await clock.sleep(pauseMsOf(fault, attempt), lost).catch(() => undefined);
      }
    }
    if (fault === null) return;
    if (wanted.length > 1 && fault.retry.kind === 'never' && isAboutFiles(fault)) {
      const middle = Math.ceil(wanted.length / 2);
      await send(queue, wanted.slice(0, middle), lost);
      await send(queue, wanted.slice(middle), lost);
      return;
    }
    for (const { pending } of wanted) fail(queue, pending, fault);
  };

  /** The lock went to another process: the files wait for the next turn, a few times. */
  const giveBack = (
    queue: StoreQueue,
    batch: readonly { readonly pending: Pending }[],
    fault: AppError,
  ): void => {
    for (const { pending } of batch) {
      pending.isInCall = false;
      pending.losses += 1;
      if (pending.losses >= MAX_ATTEMPTS) fail(queue, pending, fault);
    }
  };

  const succeed = (
    queue: StoreQueue,
    batch: readonly { readonly pending: Pending }[],
    urls: readonly string[],
  ): void => {
    const uploaded = batch.flatMap(({ pending }, index) => {
      const url = urls[index];
      return url === undefined ? [] : [{ pending, sha256: pending.file.sha256, url }];
    });
    log.record(queue.storeId, uploaded);
    for (const { pending, sha256, url } of uploaded) {
      queue.pending.delete(sha256);
      for (const waiter of pending.waiters) waiter.arrived(url);
    }
  };

  const fail = (queue: StoreQueue, pending: Pending, fault: AppError): void => {
    queue.pending.delete(pending.file.sha256);
    for (const waiter of pending.waiters) waiter.failed(fault);
  };

  const enqueue = (queue: StoreQueue, file: PreparedFile, lane: Lane, waiter: Waiter): void => {
    const known = queue.pending.get(file.sha256);
    if (known !== undefined) {
      known.waiters.push(waiter);
      known.lane = mostUrgent([known.lane, lane]);
      return;
    }
    order += 1;
    queue.pending.set(file.sha256, {
      file,
      lane,
      order,
      sizeBytes: file.sizeBytes,
      arrivedMs: clock.monotonicMs(),
      waiters: [waiter],
      isInCall: false,
      losses: 0,
    });
  };

  const leave = (queue: StoreQueue, caller: object): void => {
    for (const [sha256, pending] of queue.pending) {
      pending.waiters = pending.waiters.filter((waiter) => waiter.caller !== caller);
      // A file on the wire is finished: its address is remembered for the next time.
      if (pending.waiters.length === 0 && !pending.isInCall) queue.pending.delete(sha256);
    }
    queue.wake();
    if (queue.pending.size === 0) queue.stopWaiting();
  };

  return {
    upload: (storeId, files, { lane, signal }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const urls = new Map<string, string>();
        const missing = new Map<string, PreparedFile>();
        for (const file of files) {
          const url = log.find(storeId, file.sha256, maxReuseAgeMs);
          if (url === null) missing.set(file.sha256, file);
          else urls.set(file.sha256, url);
        }
        if (missing.size === 0) {
          resolve(urls);
          return;
        }
        const queue = queueOf(storeId);
        queue.callersMs = [queue.callersMs[1], clock.monotonicMs()];
        const caller = {};
        const onAbort = (): void => {
          leave(queue, caller);
          reject(signal?.reason);
        };
        const end = (): void => signal?.removeEventListener('abort', onAbort);
        signal?.addEventListener('abort', onAbort, { once: true });
        for (const file of missing.values()) {
          enqueue(queue, file, lane, {
            caller,
            arrived: (url) => {
              urls.set(file.sha256, url);
              missing.delete(file.sha256);
              if (missing.size > 0) return;
              end();
              resolve(urls);
            },
            failed: (fault) => {
              end();
              leave(queue, caller);
              reject(fault);
            },
          });
        }
        queue.wake();
        if (!queue.isWorking) void work(queue);
      }),
    forget: (storeId, urls) => log.forget(storeId, urls),
  };
}

/** The file's bytes, if they still are what was prepared. Throws PICTURE_FILE_MISSING. */
async function readChecked(file: PreparedFile): Promise<UploadFile> {
  const bytes = await readFile(file.path).catch((fault: unknown) => {
    throw missingFile(file, fault);
  });
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw missingFile(file);
  const extension = file.contentType === 'image/png' ? 'png' : 'jpg';
  const fileName = `${file.sha256.slice(0, 16)}.${extension}`;
  return { fileName, contentType: file.contentType, bytes };
}

function missingFile(file: PreparedFile, cause?: unknown): AppError {
  return new AppError('PICTURE_FILE_MISSING', {
    retry: { kind: 'now' },
    params: { path: file.path },
    cause,
  });
}

/** An answer that does not give every file an address of its own cannot be matched; nothing of it is used. */
function assertMatched(sent: number, urls: readonly string[]): void {
  const received = new Set(urls.filter((url) => url !== '')).size;
  if (received === sent && urls.length === sent) return;
  throw new AppError('PICTURE_UPLOAD_MISMATCH', {
    retry: { kind: 'look-up' },
    params: { sent, received },
  });
}

/** True for a refusal of the files; keys, token, address list and limits concern every file alike. */
function isAboutFiles(fault: AppError): boolean {
  return fault.code.startsWith('NAVER_REJECTED') || fault.code === 'NAVER_UPLOAD_TOO_LARGE';
}

function pauseMsOf(fault: AppError, attempt: number): number {
  if (fault.retry.kind === 'after') return fault.retry.delayMs;
  return FIRST_BACKOFF_MS * 2 ** (attempt - 1);
}

function mostUrgent(lanes: readonly Lane[]): Lane {
  return LANES.find((lane) => lanes.includes(lane)) ?? 'batch';
}
