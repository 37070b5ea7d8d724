import { availableParallelism } from 'node:os';
import type { Reason } from '@shared/domain/reason';
import type { ImageSettings } from '@shared/domain/settings';
import { toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { ConversionLog } from './conversion-log';
import { type ConvertOutcome, createPictureConverter } from './convert';
import type { ConvertLimits } from './convert-limits';
import { createPictureDownloader, type DownloadLimits, type ResolvedAddress } from './download';
import { dropped } from './drop-reason';
import { groupDuplicates, type PictureSignature } from './likeness';
import { createPictureFiles, type PictureFiles } from './picture-files';
import { FORMAT_BYTES, pictureFormatOf } from './picture-format';
import { createPictureQuality } from './picture-quality';
import type {
  PictureOutcome,
  PicturePreparer,
  PictureWarning,
  PlannedPicture,
  PreparedFile,
} from './port';
import { releaseMemory } from './release-memory';
import { createSharedWork } from './shared-work';
import { createSlots } from './slots';
import { type PictureSource, startOfFile } from './source';

export interface PicturePreparerPorts {
  /** Pictures are kept in `pictures` below it. */
  readonly dataFolder: string;
  readonly settings: () => {
    readonly images: ImageSettings;
    readonly allowsPrivateImageHosts: boolean;
  };
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** Remembers conversions over restarts; absent = only while the product is open. */
  readonly conversions?: ConversionLog;
  /** Conversions at once; default the number of cores. */
  readonly parallelism?: number;
  /** Pictures fetched or waiting for conversion at once, over all items. */
  readonly maxPicturesInFlight?: number;
  readonly downloadLimits?: Partial<DownloadLimits>;
  readonly convertLimits?: Partial<ConvertLimits>;
  readonly resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
}

const MAX_PICTURES_IN_FLIGHT = 32;
/** What the pictures folder may grow to; what was used within the day stays in any case. */
const FOLDER_MAX_BYTES = 2 * 1024 ** 3;
const FOLDER_MIN_AGE_MS = 24 * 60 * 60_000;
/** A supplier may put another picture under the same address; within this time that is not looked for. */
const KEEP_RESULT_MS = 30 * 60_000;
/** Refusals that another try cannot change are kept shortly, so that a shared dead address costs once. */
const KEEP_REFUSAL_MS = 5 * 60_000;
const MAX_KEPT_RESULTS = 2_000;
/** Raised when the same bytes and settings give other files than before: conversions outlive a version. */
const CONVERTER_VERSION = 2;

/** One picture fetched and converted, as it is shared by the items that use it. */
type Work =
  | {
      readonly kind: 'made';
      readonly sourceSha256: string;
      readonly sourceBytes: number;
      readonly files: readonly PreparedFile[];
      readonly signature: PictureSignature | null;
      readonly source: { readonly widthPx: number; readonly heightPx: number };
    }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly isTransient: boolean };

type Made = Extract<Work, { kind: 'made' }>;

/**
 * Opens the pictures folder at first use and prunes it then. Results are shared for 30 minutes by
 * address, refusals that will not change for 5.
 */
export function createPicturePreparer(ports: PicturePreparerPorts): PicturePreparer {
  const { clock, logger } = ports;
  const files = createPictureFiles(ports);
  const downloader = createPictureDownloader({
    spillFolder: files.spillFolder,
    allowsPrivateHosts: () => ports.settings().allowsPrivateImageHosts,
    clock,
    randomness: ports.randomness,
    ...(ports.downloadLimits && { limits: ports.downloadLimits }),
    ...(ports.resolve && { resolve: ports.resolve }),
  });
  const converter = createPictureConverter({
    parallelism: ports.parallelism ?? availableParallelism(),
    ...(ports.convertLimits && { limits: ports.convertLimits }),
  });
  const inFlight = createSlots(ports.maxPicturesInFlight ?? MAX_PICTURES_IN_FLIGHT);
  const keepMs = (work: Work): number => {
    if (work.kind === 'made') return KEEP_RESULT_MS;
    return work.isTransient ? 0 : KEEP_REFUSAL_MS;
  };
  const byAddress = createSharedWork<Work>({
    nowMs: () => clock.monotonicMs(),
    keepMs,
    capacity: MAX_KEPT_RESULTS,
  });
  /** The same bytes under another address are not converted again. */
  const byContent = createSharedWork<Work>({
    nowMs: () => clock.monotonicMs(),
    keepMs,
    capacity: MAX_KEPT_RESULTS,
  });
  const quality = createPictureQuality({ clock, logger });
  let opening: Promise<void> | null = null;

  /** What to look at in the picture that becomes the representative one. */
  const warningsOf = async (work: Work | undefined): Promise<readonly PictureWarning[]> => {
    const file = work?.kind === 'made' ? work.files[0] : undefined;
    return work?.kind === 'made' && file !== undefined ? quality.inspect(file, work.source) : [];
  };

  const makeOne = async (request: Request, signal: AbortSignal): Promise<Work> => {
    const download = await downloader.download(request.picture.url, signal);
    if (download.kind === 'refused') return download;
    const { source } = download;
    const key = `${source.sha256} ${request.targetKey}`;
    let isOurs = false;
    const convert = async (ending: AbortSignal): Promise<Work> => {
      isOurs = true;
      try {
        return await convertOne(request, source, ending);
      } finally {
        await source.release();
      }
    };
    try {
      return await byContent.get(key, convert, signal);
    } finally {
      // A conversion that began with our bytes may outlive us, because others wait for it.
      if (!isOurs) await source.release();
    }
  };

  /** What an earlier run made of the same bytes, if its files are still there. */
  const earlierOf = async (source: PictureSource, targetKey: string): Promise<Made | null> => {
    const logged = ports.conversions?.find(source.sha256, targetKey) ?? null;
    if (logged === null) return null;
    const made: Made = {
      kind: 'made',
      sourceSha256: source.sha256,
      sourceBytes: source.sizeBytes,
      files: logged.files.map((file) => ({
        ...file,
        path: files.pathOf(file.sha256),
        contentType: 'image/jpeg' as const,
      })),
      signature: logged.signature,
      source: logged.source,
    };
    return (await areKept(files, made)) ? made : null;
  };

  const convertOne = async (
    request: Request,
    source: PictureSource,
    signal: AbortSignal,
  ): Promise<Work> => {
    const { picture, isRepresentative, settings, targetKey } = request;
    const earlier = await earlierOf(source, targetKey);
    if (earlier !== null) return earlier;
    const format = pictureFormatOf(await startOfFile(source.input, FORMAT_BYTES));
    if (format === 'unknown') {
      const reason = dropped('PICTURE_NOT_A_PICTURE', { host: new URL(picture.url).host });
      return { kind: 'refused', reason, isTransient: false };
    }
    const outcome = await converter.convert(
      {
        input: source.input,
        asFile: source.asFile,
        format,
        role: picture.role,
        isRepresentative,
        settings,
      },
      signal,
    );
    if (outcome.kind === 'refused') return { ...outcome, isTransient: false };
    const made: Made = {
      kind: 'made',
      sourceSha256: source.sha256,
      sourceBytes: source.sizeBytes,
      files: await saveAll(files, outcome),
      signature: outcome.signature,
      source: outcome.source,
    };
    ports.conversions?.record(source.sha256, targetKey, {
      files: made.files.map(({ sha256, widthPx, heightPx, sizeBytes }) => ({
        sha256,
        widthPx,
        heightPx,
        sizeBytes,
      })),
      source: made.source,
      signature: made.signature,
    });
    return made;
  };

  /** Room that cannot be made now is made at the next start. */
  const tidy = async (): Promise<void> => {
    try {
      const limits = { maxBytes: FOLDER_MAX_BYTES, minAgeMs: FOLDER_MIN_AGE_MS };
      const freedBytes = await files.prune(limits);
      if (freedBytes > 0) logger.info({ freedBytes }, 'old pictures removed');
    } catch (fault) {
      logger.warn({ fault: toAppError(fault).code }, 'old pictures could not be removed');
    }
  };

  /** A folder that cannot be made is asked for again by the next item: the seller may have freed it. */
  const openOnce = async (): Promise<void> => {
    opening ??= files.open().then(tidy);
    try {
      await opening;
    } catch (fault) {
      opening = null;
      throw fault;
    }
  };

  const workFor = async (request: Request, signal: AbortSignal | undefined): Promise<Work> => {
    const key = `${request.picture.url} ${request.targetKey}`;
    const make = (ending: AbortSignal): Promise<Work> =>
      inFlight.run(() => makeOne(request, ending), ending);
    const work = await byAddress.get(key, make, signal);
    if (work.kind === 'refused' || (await areKept(files, work))) return work;
    // The files were removed meanwhile (pruned, or by hand): make them anew.
    byAddress.forget(key);
    byContent.forget(`${work.sourceSha256} ${request.targetKey}`);
    return byAddress.get(key, make, signal);
  };

  return {
    prepare: async (pictures, signal) => {
      signal?.throwIfAborted();
      await openOnce();
      const { images: settings } = ports.settings();
      const startedMs = clock.monotonicMs();
      const stop = new AbortController();
      const ending = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      try {
        const requests = requestsOf(pictures, settings);
        const works = await Promise.all(
          requests.map(async (request) => {
            const work = await workFor(request, ending);
            // Looked at while the others are still made; asked for again below, where it is known.
            if (request.isRepresentative) void warningsOf(work);
            return work;
          }),
        );
        const plannedAt = requests.findIndex((request) => request.isRepresentative);
        const squaredAt = settings.isRepresentativeSquare ? plannedAt : null;
        const { outcomes, representativeAt } = outcomesOf(pictures, works, squaredAt);
        const warnings = await warningsOf(works[representativeAt]);
        const count = (kind: PictureOutcome['kind']): number =>
          outcomes.filter((outcome) => outcome.kind === kind).length;
        logger.debug(
          {
            prepared: count('prepared'),
            duplicate: count('duplicate'),
            dropped: count('dropped'),
            tookMs: Math.round(clock.monotonicMs() - startedMs),
          },
          'pictures prepared',
        );
        return outcomes.map((outcome, at) =>
          at === representativeAt && outcome.kind === 'prepared'
            ? { ...outcome, warnings }
            : outcome,
        );
      } catch (fault) {
        // One failed for all (aborted, disk): the others of this caller are not needed any more.
        stop.abort(fault);
        throw fault;
      }
    },
    close: () => downloader.close(),
  };
}

interface Request {
  readonly picture: PlannedPicture;
  readonly isRepresentative: boolean;
  readonly settings: ImageSettings;
  /** Everything that decides what is made of a source. */
  readonly targetKey: string;
}

function requestsOf(
  pictures: readonly PlannedPicture[],
  settings: ImageSettings,
): readonly Request[] {
  const first = pictures.findIndex((picture) => picture.role === 'product');
  const { minEdgePx, maxEdgePx, jpegQuality, jpegEffort, isRepresentativeSquare } = settings;
  return pictures.map((picture, index) => {
    const isRepresentative = index === first;
    const isSquare = isRepresentative && isRepresentativeSquare;
    const target = [
      CONVERTER_VERSION,
      picture.role,
      isSquare,
      minEdgePx,
      maxEdgePx,
      jpegQuality,
      jpegEffort,
    ];
    return { picture, isRepresentative, settings, targetKey: target.join(' ') };
  });
}

/** Duplicates are looked for within a role: the gallery and the description may show the same picture. */
function outcomesOf(
  pictures: readonly PlannedPicture[],
  works: readonly Work[],
  /** The picture that was made square, if one was: its copies are not, so it stays. */
  squaredAt: number | null,
): { readonly outcomes: readonly PictureOutcome[]; readonly representativeAt: number } {
  const outcomes = new Array<PictureOutcome | undefined>(pictures.length);
  let representativeAt = -1;
  for (const role of ['product', 'detail'] as const) {
    const made: { readonly at: number; readonly work: Made; readonly url: string }[] = [];
    pictures.forEach((picture, at) => {
      const work = works[at];
      if (picture.role !== role || work === undefined) return;
      const { url } = picture;
      if (work.kind === 'made') made.push({ at, work, url });
      else outcomes[at] = { kind: 'dropped', url, role, reason: work.reason };
    });
    const kept = groupDuplicates(
      made.map(({ work, at }) => ({
        sourceSha256: work.sourceSha256,
        signature: work.signature,
        sizeBytes: work.sourceBytes,
        isPreferred: role === 'product' && at === squaredAt,
      })),
    );
    if (role === 'product') representativeAt = made[kept[0] ?? 0]?.at ?? -1;
    made.forEach(({ at, work, url }, index) => {
      const original = made[kept[index] ?? index];
      if (original === undefined || original.at === at) {
        const { files, source } = work;
        outcomes[at] = { kind: 'prepared', url, role, files, warnings: [], source };
      } else outcomes[at] = { kind: 'duplicate', url, role, ofUrl: original.url };
    });
  }
  return { outcomes: outcomes.filter((outcome) => outcome !== undefined), representativeAt };
}

function saveAll(
  files: PictureFiles,
  outcome: Extract<ConvertOutcome, { kind: 'converted' }>,
): Promise<readonly PreparedFile[]> {
  return Promise.all(
    outcome.files.map(async ({ bytes, sha256, widthPx, heightPx }): Promise<PreparedFile> => {
      const sizeBytes = bytes.byteLength;
      const path = await files.save(sha256, bytes);
      releaseMemory(bytes);
      return { sha256, path, contentType: 'image/jpeg', widthPx, heightPx, sizeBytes };
    }),
  );
}

async function areKept(files: PictureFiles, work: Made): Promise<boolean> {
  const kept = await Promise.all(work.files.map((file) => files.has(file.sha256)));
  return kept.every(Boolean);
}
