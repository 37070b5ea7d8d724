import { LANES, type Lane } from '../limiter/port';

/** Bounds of one upload call (naver-commerce-api.md section 4 and 8.2 no. 10, read 2026-09). */
export interface CallLimits {
  readonly maxFiles: number;
  /** All files together; 10,000,000 less room for the multipart frame. */
  readonly maxBytes: number;
}

/** What the app runs with. */
export const CALL_LIMITS: CallLimits = { maxFiles: 10, maxBytes: 9_500_000 };

/** What a file's place in the next call depends on. */
export interface Packable {
  readonly lane: Lane;
  /** Rises with arrival. */
  readonly order: number;
  readonly sizeBytes: number;
}

/**
 * The files of the next call: the most urgent first, then by arrival; one that does not fit any more
 * leaves its place to a later one that does. The first is always taken, so that the queue moves on.
 * `isFull`: nothing that waits could still be added, so that waiting longer gains nothing.
 */
export function packCall<T extends Packable>(
  waiting: readonly T[],
  limits: CallLimits,
): { readonly files: readonly T[]; readonly isFull: boolean } {
  const sorted = [...waiting].sort(
    (one, other) => LANES.indexOf(one.lane) - LANES.indexOf(other.lane) || one.order - other.order,
  );
  const files: T[] = [];
  let totalBytes = 0;
  let isLeftOver = false;
  for (const file of sorted) {
    const fits = files.length < limits.maxFiles && totalBytes + file.sizeBytes <= limits.maxBytes;
    if (!fits && files.length > 0) {
      isLeftOver = true;
      continue;
    }
    files.push(file);
    totalBytes += file.sizeBytes;
  }
  return { files, isFull: isLeftOver || files.length >= limits.maxFiles };
}
