import { createHash } from 'node:crypto';
import type { Reason } from '@shared/domain/reason';
import type { ImageSettings } from '@shared/domain/settings';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { CONVERT_LIMITS, type ConvertLimits, conversionBytesOf } from './convert-limits';
import { dropped } from './drop-reason';
import { LIKENESS_EDGE, type PictureSignature } from './likeness';
import { DECODABLE_FORMATS, type PictureFormat } from './picture-format';
import type { PictureRole } from './port';
import { releaseMemory } from './release-memory';
import { createSlots, createWeightedSlots } from './slots';

/** One JPEG ready for Naver. */
export interface EncodedFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The JPEGs of one picture, or why there are none. */
export type ConvertOutcome =
  | {
      readonly kind: 'converted';
      /** Slices from top to bottom; one for everything that is not a tall description picture. */
      readonly files: readonly EncodedFile[];
      /** Null for sliced pictures: they are compared by content only. */
      readonly signature: PictureSignature | null;
      readonly source: { readonly widthPx: number; readonly heightPx: number };
    }
  | { readonly kind: 'refused'; readonly reason: Reason };

/** One picture and what is to become of it. */
export interface ConvertRequest {
  /** Bytes, or the path of a file. */
  readonly input: Uint8Array | string;
  /** The same as a file, written when asked for; `input` is not used afterwards. */
  readonly asFile?: () => Promise<string>;
  /** By the first bytes; what the decoder finds must agree. */
  readonly format: PictureFormat;
  readonly role: PictureRole;
  /** The first picture of the gallery. */
  readonly isRepresentative: boolean;
  readonly settings: ImageSettings;
}

/** Turns foreign pictures into JPEGs for Naver; as many at once as there are cores. */
export interface PictureConverter {
  /** A bad picture is an outcome. Rejects only when aborted while waiting for its turn, or when the disk fails. */
  convert(request: ConvertRequest, signal?: AbortSignal): Promise<ConvertOutcome>;
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Pixels extends Size {
  readonly data: Buffer;
}

const WHITE = '#ffffff';
/** Size Naver recommends for the representative picture (naver-commerce-api.md section 4, 2026-09). */
const REPRESENTATIVE_EDGE_PX = 1000;
/**
 * How hard mozjpeg tries. Measured on a photograph of 1200 x 1200 at quality 85: `fast` takes 7 ms
 * and gives 460 KB, its full search takes 366 ms and gives 384 KB, and Naver encodes again anyway.
 */
const ENCODER = {
  fast: { optimiseCoding: false },
  small: { mozjpeg: true },
} as const;
/** Asks the decoder for half the size: options of libvips' loaders follow a file's name. */
const HALVED = '[shrink=2]';
const QUALITY_STEP = 10;
const MIN_QUALITY = 40;

/** Sets sharp's own threads and cache for the whole process: one thread per picture, no cache. */
export function createPictureConverter(ports: {
  /** How many conversions run at once: the number of cores. */
  readonly parallelism: number;
  readonly limits?: Partial<ConvertLimits>;
}): PictureConverter {
  const limits = { ...CONVERT_LIMITS, ...ports.limits };
  const turns = createSlots(ports.parallelism);
  const memory = createWeightedSlots(limits.memoryBytes);
  // Pictures are the unit of work here: one thread each and no cache of operations, which only holds memory.
  sharp.concurrency(1);
  sharp.cache(false);

  const convert = async (
    request: ConvertRequest,
    signal: AbortSignal | undefined,
  ): Promise<ConvertOutcome> => {
    if (!DECODABLE_FORMATS.has(request.format)) {
      return refused('PICTURE_FORMAT_UNSUPPORTED', { format: request.format.toUpperCase() });
    }
    const header = await headerOf(request.input);
    if (header === null || !agrees(header.format, request.format))
      return refused('PICTURE_DAMAGED');
    const { width: widthPx, height: heightPx } = header.autoOrient;
    const problem = problemOf(header, request, limits);
    if (problem !== null) return { kind: 'refused', reason: problem };
    const target = targetOf(request, widthPx, heightPx);
    const bandBytes = Math.min(target.widthPx * target.heightPx * 3, limits.bandBytes);
    const neededBytes = conversionBytesOf(header, bandBytes);
    if (neededBytes > limits.memoryBytes) {
      return refused('PICTURE_TOO_MANY_PIXELS', { widthPx, heightPx });
    }
    return memory.run(
      neededBytes,
      async () => {
        const input = await inputOf(request, { widthPx, heightPx }, target);
        try {
          const made = await make({ ...request, input }, { widthPx, heightPx }, target);
          return { kind: 'converted', ...made, source: { widthPx, heightPx } };
        } catch {
          // Whatever the decoder says about a foreign file, it means that the file is not sound.
          return refused('PICTURE_DAMAGED');
        }
      },
      signal,
    );
  };

  const sliceCountOf = ({ role }: ConvertRequest, target: Size): number =>
    role === 'detail' ? Math.ceil(target.heightPx / limits.sliceHeightPx) : 1;

  /** What to decode: half the size of a large JPEG is made for less than the whole of it. */
  const inputOf = async (
    request: ConvertRequest,
    source: Size,
    target: Size,
  ): Promise<Uint8Array | string> => {
    const isWhole = sliceCountOf(request, target) === 1;
    if (request.asFile === undefined || !isWhole || !isHalvedByUs(request.format, source, target)) {
      return request.input;
    }
    return `${await request.asFile()}${HALVED}`;
  };

  const make = async (request: ConvertRequest, source: Size, target: Size) => {
    const { settings } = request;
    const sliceCount = sliceCountOf(request, target);
    if (sliceCount > 1) {
      const files = await makeSlices(request, source, target, sliceCount);
      return { files, signature: null };
    }
    let pixels = await pixelsOf(
      open(request.input).resize({
        width: target.widthPx,
        height: target.heightPx,
        fit: 'fill',
        kernel: 'lanczos3',
      }),
    );
    const cells = await cellsOf(pixels);
    if (request.isRepresentative && settings.isRepresentativeSquare) pixels = await squared(pixels);
    const file = await encode(pixels, settings);
    releaseMemory(pixels.data);
    return {
      files: [file],
      signature: { cells, ...source },
    };
  };

  /** Bands of whole slices, each decoded by itself, so that no picture is ever whole in memory. */
  const makeSlices = async (
    request: ConvertRequest,
    source: Size,
    target: Size,
    sliceCount: number,
  ): Promise<readonly EncodedFile[]> => {
    const rowBytes = target.widthPx * 3;
    const edges = edgesOf(target.heightPx, sliceCount);
    const sliceBytes = Math.ceil(target.heightPx / sliceCount) * rowBytes;
    const slicesPerBand = Math.max(1, Math.floor(limits.bandBytes / sliceBytes));
    const files: EncodedFile[] = [];
    for (let first = 0; first < sliceCount; first += slicesPerBand) {
      const last = Math.min(sliceCount, first + slicesPerBand);
      const [top, bottom] = [edges[first] ?? 0, edges[last] ?? target.heightPx];
      const scale = source.heightPx / target.heightPx;
      const sourceTop = Math.round(top * scale);
      const sourceBottom = Math.min(source.heightPx, Math.round(bottom * scale));
      const band = await pixelsOf(
        open(request.input)
          .extract({
            left: 0,
            top: sourceTop,
            width: source.widthPx,
            height: sourceBottom - sourceTop,
          })
          .resize({
            width: target.widthPx,
            height: bottom - top,
            fit: 'fill',
            kernel: 'lanczos3',
          }),
      );
      for (let slice = first; slice < last; slice += 1) {
        const sliceTop = (edges[slice] ?? 0) - top;
        const sliceBottom = (edges[slice + 1] ?? target.heightPx) - top;
        const data = band.data.subarray(sliceTop * rowBytes, sliceBottom * rowBytes);
        const pixels = { data, widthPx: target.widthPx, heightPx: sliceBottom - sliceTop };
        files.push(await encode(pixels, request.settings));
      }
      releaseMemory(band.data);
    }
    return files;
  };

  /** Turned upright, in sRGB, on white. A file that ends early or has broken data is refused. */
  const open = (input: Uint8Array | string): Sharp =>
    sharp(input, { failOn: 'error', limitInputPixels: limits.maxPixels, autoOrient: true });

  const encode = async (
    pixels: Pixels,
    { jpegQuality, jpegEffort }: ImageSettings,
  ): Promise<EncodedFile> => {
    for (let quality = jpegQuality; ; quality -= QUALITY_STEP) {
      const bytes = await raw(pixels)
        .jpeg({ quality, ...ENCODER[jpegEffort] })
        .toBuffer();
      if (bytes.byteLength <= limits.maxFileBytes || quality - QUALITY_STEP < MIN_QUALITY) {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { bytes, sha256, widthPx: pixels.widthPx, heightPx: pixels.heightPx };
      }
    }
  };

  return {
    convert: (request, signal) => turns.run(() => convert(request, signal), signal),
  };
}

async function headerOf(input: Uint8Array | string): Promise<Metadata | null> {
  try {
    return await sharp(input, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch {
    // The decoder cannot even read the header: the caller reports the file as damaged.
    return null;
  }
}

function agrees(decoded: Metadata['format'], format: PictureFormat): boolean {
  return decoded === (format === 'avif' ? 'heif' : format);
}

function problemOf(
  header: Metadata,
  request: ConvertRequest,
  limits: ConvertLimits,
): Reason | null {
  const { width: widthPx, height: heightPx } = header.autoOrient;
  if (widthPx * heightPx > limits.maxPixels) {
    return dropped('PICTURE_TOO_MANY_PIXELS', { widthPx, heightPx });
  }
  const frames = header.pages ?? 1;
  if (frames > limits.maxFrames) return dropped('PICTURE_TOO_MANY_FRAMES', { frames });
  const { minEdgePx } = request.settings;
  if (request.role === 'product' && Math.min(widthPx, heightPx) < minEdgePx) {
    return dropped('PICTURE_TOO_SMALL', { widthPx, heightPx, minEdgePx });
  }
  const { minDetailEdgePx } = limits;
  if (request.role === 'detail' && Math.max(widthPx, heightPx) < minDetailEdgePx) {
    return dropped('PICTURE_TOO_SMALL', { widthPx, heightPx, minEdgePx: minDetailEdgePx });
  }
  return null;
}

/** Product pictures fit into a square; description pictures keep their height and are bounded in width. */
function targetOf(request: ConvertRequest, widthPx: number, heightPx: number): Size {
  const { maxEdgePx, isRepresentativeSquare } = request.settings;
  const isSquare = request.isRepresentative && isRepresentativeSquare;
  const edgePx = isSquare ? REPRESENTATIVE_EDGE_PX : maxEdgePx;
  const longest = request.role === 'product' ? Math.max(widthPx, heightPx) : widthPx;
  const scale = Math.min(1, edgePx / longest);
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}

/**
 * The JPEG decoder can give half the size for less than the whole, and sharp lets it from a third
 * downwards, but for nothing between a third and a half: sides that do not divide evenly come out a pixel
 * off there, which does not matter when the target's size is given.
 */
function isHalvedByUs(format: PictureFormat, source: Size, target: Size): boolean {
  const shrink = Math.min(source.widthPx / target.widthPx, source.heightPx / target.heightPx);
  return format === 'jpeg' && shrink >= 2 && shrink < 3;
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .flatten({ background: WHITE })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

function raw(pixels: Pixels): Sharp {
  const { widthPx: width, heightPx: height } = pixels;
  return sharp(pixels.data, { raw: { width, height, channels: 3 } });
}

/** Reduced by the decoder's library to this, then by plain means: its reduction alone blurs too far. */
const CELL_SAMPLES = 2;

/** The picture as LIKENESS_EDGE x LIKENESS_EDGE mean colours, whatever its shape. */
async function cellsOf(pixels: Pixels): Promise<Uint8Array> {
  const edge = LIKENESS_EDGE * CELL_SAMPLES;
  const sample = await raw(pixels)
    .resize({ width: edge, height: edge, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  const cells = new Uint8Array(LIKENESS_EDGE * LIKENESS_EDGE * 3);
  for (let cell = 0; cell < LIKENESS_EDGE * LIKENESS_EDGE; cell += 1) {
    const x = (cell % LIKENESS_EDGE) * CELL_SAMPLES;
    const y = Math.floor(cell / LIKENESS_EDGE) * CELL_SAMPLES;
    for (let channel = 0; channel < 3; channel += 1) {
      let total = 0;
      for (let row = y; row < y + CELL_SAMPLES; row += 1) {
        for (let column = x; column < x + CELL_SAMPLES; column += 1) {
          total += sample[(row * edge + column) * 3 + channel] ?? 0;
        }
      }
      cells[cell * 3 + channel] = Math.round(total / CELL_SAMPLES ** 2);
    }
  }
  return cells;
}

async function squared(pixels: Pixels): Promise<Pixels> {
  const edge = Math.max(REPRESENTATIVE_EDGE_PX, pixels.widthPx, pixels.heightPx);
  const left = Math.floor((edge - pixels.widthPx) / 2);
  const top = Math.floor((edge - pixels.heightPx) / 2);
  const data = await raw(pixels)
    .extend({
      left,
      right: edge - pixels.widthPx - left,
      top,
      bottom: edge - pixels.heightPx - top,
      background: WHITE,
    })
    .raw()
    .toBuffer();
  releaseMemory(pixels.data);
  return { data, widthPx: edge, heightPx: edge };
}

/** Row numbers where slices begin, and the end: equal heights, on multiples of 8 rows where JPEG blocks end. */
function edgesOf(heightPx: number, sliceCount: number): readonly number[] {
  const edges = [0];
  for (let slice = 1; slice < sliceCount; slice += 1) {
    edges.push(Math.round((heightPx * slice) / sliceCount / 8) * 8);
  }
  return [...edges, heightPx];
}

function refused(code: Reason['code'], params?: NonNullable<Reason['params']>): ConvertOutcome {
  return { kind: 'refused', reason: dropped(code, params) };
}
