import { createHash } from 'node:crypto';
import type {
  PictureOutcome,
  PicturePreparer,
  PictureUploader,
  PlannedPicture,
  PreparedFile,
} from '../images/port';
import type { NaverClient } from '../naver/port';
import type { Clock } from '../platform/clock';

/** Prepares pictures without downloading anything: the content hash is the hash of the address. */
export interface FakePicturePreparer extends PicturePreparer {
  /** Throws or waits before pictures are prepared; change at any time. */
  readonly faults: { before?: (count: number) => Promise<void> | void };
  readonly calls: readonly (readonly PlannedPicture[])[];
  /** Most preparations that were under way at the same time. */
  mostAtOnce(): number;
}

export function createFakePicturePreparer(
  options: { readonly clock?: Clock; readonly latencyMs?: number } = {},
): FakePicturePreparer {
  const faults: FakePicturePreparer['faults'] = {};
  const calls: (readonly PlannedPicture[])[] = [];
  let underWay = 0;
  let most = 0;
  return {
    faults,
    calls,
    mostAtOnce: () => most,
    prepare: async (pictures, signal) => {
      signal?.throwIfAborted();
      calls.push(pictures);
      underWay += 1;
      most = Math.max(most, underWay);
      try {
        await faults.before?.(calls.length);
        if (options.clock !== undefined && options.latencyMs !== undefined) {
          await options.clock.sleep(options.latencyMs, signal);
        }
        return pictures.map(outcomeOf);
      } finally {
        underWay -= 1;
      }
    },
    close: async () => undefined,
  };
}

function outcomeOf({ url, role }: PlannedPicture): PictureOutcome {
  const sha256 = createHash('sha256').update(url).digest('hex');
  const file: PreparedFile = {
    sha256,
    path: `/pictures/${sha256}.jpg`,
    contentType: 'image/jpeg',
    widthPx: 1000,
    heightPx: 1000,
    sizeBytes: 100_000,
  };
  return {
    kind: 'prepared',
    url,
    role,
    files: [file],
    warnings: [],
    source: { widthPx: 1000, heightPx: 1000 },
  };
}

/** Files of one upload call (naver-commerce-api.md 4, 2026-09). */
const FILES_PER_CALL = 10;

/**
 * Uploads through `naver`, one call at a time and up to ten files per call, files of all callers
 * together, and remembers what it has sent.
 */
export function createFakePictureUploader(
  naver: Pick<NaverClient, 'uploadImages'>,
): PictureUploader {
  const known = new Map<string, string>();
  let waiting: {
    readonly sha256: string;
    readonly done: () => void;
    readonly failed: (fault: unknown) => void;
  }[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    // Callers of the same turn share a call.
    await Promise.resolve();
    while (waiting.length > 0) {
      const pack = waiting.slice(0, FILES_PER_CALL);
      waiting = waiting.slice(FILES_PER_CALL);
      try {
        const urls = await naver.uploadImages(
          pack.map(({ sha256 }) => ({
            fileName: `${sha256}.jpg`,
            contentType: 'image/jpeg',
            bytes: new Uint8Array([0xff, 0xd8, 0xff]),
          })),
          { lane: 'batch' },
        );
        pack.forEach((file, index) => {
          known.set(file.sha256, urls[index] ?? '');
          file.done();
        });
      } catch (fault) {
        for (const file of pack) file.failed(fault);
      }
    }
    isRunning = false;
  };
  return {
    forget: (_storeId, urls) => {
      for (const [sha256, url] of known) if (urls.includes(url)) known.delete(sha256);
    },
    upload: async (_storeId, files, { signal }) => {
      signal?.throwIfAborted();
      await Promise.all(
        files
          .filter((file) => !known.has(file.sha256))
          .map(
            (file) =>
              new Promise<void>((resolve, reject) => {
                waiting.push({ sha256: file.sha256, done: resolve, failed: reject });
                if (!isRunning) void run();
              }),
          ),
      );
      return new Map(files.map((file) => [file.sha256, known.get(file.sha256) ?? ''] as const));
    },
  };
}
