import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { AppError } from '@shared/errors/app-error';
import type { ReadingCourse } from './reading-course';
import workerCode from './sheet-worker.cjs?raw';
import type { Table, TableRow } from './table';
import { unpackedSizeBytes } from './zip-size';

/** Most that an XLSX may unpack to; a real list of 100,000 numbers is under 20 MB. */
const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Most memory of the thread that reads; 100,000 rows of 30 filled cells need about half. */
const MAX_HEAP_MB = 1024;
/** Rows handed over at once: a few milliseconds of copying. */
const PIECE_ROWS = 1_000;

/** What the thread says. It is our own code, so the shape is not checked again. */
type SheetMessage =
  | { readonly kind: 'opened'; readonly rowCount: number }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'damaged'; readonly problem: string };

/**
 * First sheet of an XLSX as rows, at most `maxRows` of them (`rowCount` is the true number). Formula
 * cells give their stored result. The library parses in one turn (2 s for 100,000 rows), therefore in
 * a thread of its own; Electron loads modules out of its archive there too (electron/electron#33216).
 * Throws INTAKE_DAMAGED, and INTAKE_SHEET_TOO_LARGE for an archive that unpacks to more than 300 MB
 * or needs more memory than the thread has.
 */
export async function tableOfXlsx(
  bytes: Uint8Array,
  fileName: string,
  maxRows: number,
  course: ReadingCourse,
): Promise<Table> {
  const params = { file: fileName };
  const unpackedBytes = unpackedSizeBytes(bytes);
  if (unpackedBytes === null) throw new AppError('INTAKE_DAMAGED', { params });
  if (unpackedBytes > MAX_UNPACKED_BYTES) throw new AppError('INTAKE_SHEET_TOO_LARGE', { params });
  course.signal?.throwIfAborted();
  const worker = new Worker(workerCode, {
    eval: true,
    workerData: {
      bytes,
      libraryPath: createRequire(import.meta.url).resolve('read-excel-file/node'),
      maxRows,
      pieceRows: PIECE_ROWS,
    },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  try {
    return await rowsOf(worker, maxRows, course);
  } catch (fault) {
    if (course.signal?.aborted === true) throw course.signal.reason;
    if (isOutOfMemory(fault)) {
      throw new AppError('INTAKE_SHEET_TOO_LARGE', { params, cause: fault });
    }
    throw new AppError('INTAKE_DAMAGED', { params, cause: fault });
  } finally {
    await worker.terminate();
  }
}

async function rowsOf(worker: Worker, maxRows: number, course: ReadingCourse): Promise<Table> {
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`the reading thread ended with ${status}`)));
  });
  // Met at the next wait; between two waits it must not count as unmet.
  ended.catch(() => undefined);
  const next = async (): Promise<SheetMessage> => {
    const waiting = once(worker, 'message', course.signal ? { signal: course.signal } : {});
    const [message] = await Promise.race([waiting, ended]);
    return message as SheetMessage;
  };
  // Listened for from the beginning: what a thread says while nobody listens is lost.
  const opening = next();
  opening.catch(() => undefined);
  await course.giveWay();
  const opened = await opening;
  if (opened.kind !== 'opened') throw new TypeError(JSON.stringify(opened));
  const wanted = Math.min(opened.rowCount, maxRows);
  const rows: TableRow[] = [];
  while (rows.length < wanted) {
    worker.postMessage('next');
    const message = await next();
    if (message.kind !== 'rows') throw new TypeError(JSON.stringify(message));
    for (const row of message.rows) rows.push(row);
    course.reached({ phase: 'lines', lineCount: rows.length, lineTotal: opened.rowCount });
    await course.giveWay();
  }
  return { rows, rowCount: opened.rowCount };
}

function isOutOfMemory(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
