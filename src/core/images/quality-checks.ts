import type { Reason } from '@shared/domain/reason';

/** A small RGB copy of a picture, QUALITY_EDGE on each side, and the picture's real size. */
export interface QualitySample {
  readonly rgb: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Side of the sample; a multiple of the likeness grid, so that both come from one reduction. */
export const QUALITY_EDGE = 192;

/** Below this the shorter side is shown enlarged on a product page of today. */
const LOW_RESOLUTION_PX = 600;
const BLOCK_EDGE = 8;
const TEXT_HEAVY_SHARE = 0.2;
const BLANK_SHARE = 0.985;
const BLANK_LEVELS = 10;
const FRAME_MAX_SHARE = 0.12;
const FRAME_LEVELS = 14;
const WHITE_LEVEL = 238;

/**
 * What a seller should look at before using the picture as the representative one: text, a frame, a
 * low resolution, nothing to see. Rules of thumb, so they warn and never stop an item. Naver's shopping
 * search asks for pictures without text and frames (naver-commerce-api.md section 4, read 2026-09).
 */
export function checkQuality(sample: QualitySample): readonly Reason[] {
  const luminance = luminanceOf(sample.rgb);
  const reasons: Reason[] = [];
  const { widthPx, heightPx } = sample;
  if (Math.min(widthPx, heightPx) < LOW_RESOLUTION_PX) {
    reasons.push(warning('PICTURE_LOW_RESOLUTION', { widthPx, heightPx }));
  }
  if (isNearlyBlank(luminance)) {
    reasons.push(warning('PICTURE_NEARLY_BLANK', {}));
    return reasons;
  }
  const frameShare = frameShareOf(sample.rgb);
  if (frameShare > 0) {
    reasons.push(warning('PICTURE_BORDERED', { sharePercent: Math.round(frameShare * 100) }));
  }
  const textShare = textShareOf(luminance);
  if (textShare >= TEXT_HEAVY_SHARE) {
    reasons.push(warning('PICTURE_TEXT_HEAVY', { sharePercent: Math.round(textShare * 100) }));
  }
  return reasons;
}

function luminanceOf(rgb: Uint8Array): Float32Array {
  const luminance = new Float32Array(QUALITY_EDGE * QUALITY_EDGE);
  for (let index = 0; index < luminance.length; index += 1) {
    const at = index * 3;
    luminance[index] =
      0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
  }
  return luminance;
}

function isNearlyBlank(luminance: Float32Array): boolean {
  const counts = new Array<number>(256).fill(0);
  for (const level of luminance) counts[Math.round(level)] = (counts[Math.round(level)] ?? 0) + 1;
  const mode = counts.indexOf(Math.max(...counts));
  let near = 0;
  for (const level of luminance) if (Math.abs(level - mode) <= BLANK_LEVELS) near += 1;
  return near / luminance.length >= BLANK_SHARE;
}

/**
 * Text on a plain ground is made of small blocks with two levels far apart and steep steps between
 * them; photographs are smooth or busy in many levels. The share of such blocks.
 */
function textShareOf(luminance: Float32Array): number {
  const blocks = QUALITY_EDGE / BLOCK_EDGE;
  let textBlocks = 0;
  for (let blockY = 0; blockY < blocks; blockY += 1) {
    for (let blockX = 0; blockX < blocks; blockX += 1) {
      if (looksLikeText(luminance, blockX * BLOCK_EDGE, blockY * BLOCK_EDGE)) textBlocks += 1;
    }
  }
  return textBlocks / (blocks * blocks);
}

function looksLikeText(luminance: Float32Array, left: number, top: number): boolean {
  let low = 255;
  let high = 0;
  for (let y = 0; y < BLOCK_EDGE; y += 1) {
    for (let x = 0; x < BLOCK_EDGE; x += 1) {
      const level = luminance[(top + y) * QUALITY_EDGE + left + x] ?? 0;
      low = Math.min(low, level);
      high = Math.max(high, level);
    }
  }
  const span = high - low;
  if (span < 70) return false;
  let steps = 0;
  let ground = 0;
  for (let y = 0; y < BLOCK_EDGE; y += 1) {
    for (let x = 0; x < BLOCK_EDGE; x += 1) {
      const at = (top + y) * QUALITY_EDGE + left + x;
      const level = luminance[at] ?? 0;
      if (high - level < span * 0.2 || level - low < span * 0.2) ground += 1;
      if (x > 0 && Math.abs(level - (luminance[at - 1] ?? 0)) > span * 0.35) steps += 1;
    }
  }
  // Letters cross a line of the block several times; the edge of an object crosses it once.
  return steps >= BLOCK_EDGE * 1.6 && ground >= BLOCK_EDGE * BLOCK_EDGE * 0.35;
}

/**
 * Thickness of a frame as a share of the side, 0 for none. A frame is a band of one colour along all
 * four sides, other than white (a white margin is how products are photographed), that ends within
 * an eighth of the picture.
 */
function frameShareOf(rgb: Uint8Array): number {
  const colour = [rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0] as const;
  if (Math.min(...colour) >= WHITE_LEVEL) return 0;
  const isFrameRing = (inset: number): boolean => {
    const last = QUALITY_EDGE - 1 - inset;
    let matching = 0;
    let total = 0;
    for (let along = inset; along <= last; along += 1) {
      for (const [x, y] of [
        [along, inset],
        [along, last],
        [inset, along],
        [last, along],
      ] as const) {
        total += 1;
        if (isColour(rgb, x, y, colour)) matching += 1;
      }
    }
    return matching / total >= 0.97;
  };
  const limit = Math.floor(QUALITY_EDGE * FRAME_MAX_SHARE);
  let thickness = 0;
  while (thickness <= limit && isFrameRing(thickness)) thickness += 1;
  // Going on further than the limit it is a plain background, not a frame.
  return thickness === 0 || thickness > limit ? 0 : thickness / QUALITY_EDGE;
}

function isColour(
  rgb: Uint8Array,
  x: number,
  y: number,
  colour: readonly [number, number, number],
): boolean {
  const at = (y * QUALITY_EDGE + x) * 3;
  return colour.every(
    (level, channel) => Math.abs((rgb[at + channel] ?? 0) - level) <= FRAME_LEVELS,
  );
}

function warning(code: Reason['code'], params: NonNullable<Reason['params']>): Reason {
  return { code, severity: 'warn', field: 'images', params };
}
