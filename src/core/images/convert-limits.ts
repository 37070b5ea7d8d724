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

export const CONVERT_LIMITS: ConvertLimits = {
  maxPixels: 80_000_000,
  maxFrames: 1_000,
  memoryBytes: 144 * 1024 * 1024,
  bandBytes: 24 * 1024 * 1024,
  maxFileBytes: 9_000_000,
  sliceHeightPx: 3_000,
  minDetailEdgePx: 100,
};

/**
 * Memory the decoder needs at worst for a picture, from its header. Formats that stream line by line
 * cost little; a progressive JPEG keeps all its coefficients, and the others a whole frame.
 */
export function decodeBytesOf(header: Metadata, targetBytes: number): number {
  const pixels = header.width * header.height;
  const needsTurning = (header.orientation ?? 1) > 1;
  const frame = pixels * 4;
  switch (header.format) {
    case 'jpeg': {
      const samples = header.chromaSubsampling === '4:2:0' ? 1.5 : header.channels;
      const coefficients = header.isProgressive ? pixels * samples * 2 : 0;
      return (
        coefficients + (needsTurning ? pixels * header.channels : 0) + targetBytes + LINE_BYTES
      );
    }
    case 'png':
      return (header.isProgressive || needsTurning ? frame : 0) + targetBytes + LINE_BYTES;
    case 'webp':
      return frame * 2 + targetBytes;
    default:
      return frame * 2 + targetBytes;
  }
}

/** Line buffers and tables of a streaming decode. */
const LINE_BYTES = 8 * 1024 * 1024;
