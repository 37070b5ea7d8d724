import type { Metadata } from 'sharp';

/** Bounds of one decode and of all together; checked on the header, before any pixel is made. */
export interface ConvertLimits {
  readonly maxPixels: number;
  readonly maxFrames: number;
  /** Estimated working memory of all conversions under way. */
  readonly memoryBytes: number;
  /** Largest block of finished pixels held at once; taller pictures are made in bands. */
  readonly bandBytes: number;
  /** Largest file Naver gets: some fit into a call of under 10,000,000 bytes. */
  readonly maxFileBytes: number;
  /** Description pictures taller than this become slices of at most this height. */
  readonly sliceHeightPx: number;
  /** Description pictures whose longer side is shorter than this are spacers and counters. */
  readonly minDetailEdgePx: number;
}

/**
 * What the app runs with. The 9,000,000 bytes of a file are our own, below Naver's 10,000,000 of a
 * whole call (naver-commerce-api.md 4, 2026-09).
 */
export const CONVERT_LIMITS: ConvertLimits = {
  maxPixels: 80_000_000,
  maxFrames: 1_000,
  memoryBytes: 144 * 1024 * 1024,
  bandBytes: 24 * 1024 * 1024,
  maxFileBytes: 9_000_000,
  sliceHeightPx: 3_000,
  minDetailEdgePx: 100,
};

/** Line buffers and tables of a streaming decode. */
const LINE_BYTES = 8 * 1024 * 1024;

/**
 * Memory a conversion needs at worst, from the header; the factors are measured and rounded up.
 * Formats that stream line by line cost little; a progressive JPEG keeps all its coefficients, AVIF
 * several frames at high depth, and the others a whole frame twice. `bandBytes` is the largest block
 * of finished pixels, of which up to three wait to be collected.
 */
export function conversionBytesOf(header: Metadata, bandBytes: number): number {
  return decodeBytesOf(header) + bandBytes * 3;
}

function decodeBytesOf(header: Metadata): number {
  const pixels = header.width * header.height;
  const needsTurning = (header.orientation ?? 1) > 1;
  switch (header.format) {
    case 'jpeg': {
      const samples = header.chromaSubsampling === '4:2:0' ? 1.5 : header.channels;
      const coefficients = header.isProgressive ? pixels * samples * 3 : 0;
      return coefficients + (needsTurning ? pixels * header.channels : 0) + LINE_BYTES;
    }
    case 'png':
      return (header.isProgressive || needsTurning ? pixels * 4 : 0) + LINE_BYTES;
    case 'heif':
      return pixels * 28;
    default:
      return pixels * 8;
  }
}
