import type { Reason } from '@shared/domain/reason';
import { findFrame } from './picture-frame';
import type { PictureRegion, PictureWarning } from './port';

/** A small RGB copy of a picture, QUALITY_EDGE on each side, and the picture's real size. */
export interface QualitySample {
  readonly rgb: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Side of the sample: fine enough for letters, coarse enough to be looked through at once. */
export const QUALITY_EDGE = 192;

/** Below this the shorter side is shown enlarged on a product page of today. */
const LOW_RESOLUTION_PX = 600;
const BLOCK_EDGE = 8;
const TEXT_HEAVY_SHARE = 0.2;
const BLANK_SHARE = 0.985;
const BLANK_LEVELS = 10;
/** Most places of text that are marked; the largest. */
const MAX_TEXT_REGIONS = 8;

/**
 * What a seller should look at before using the picture as the representative one: text, a frame, a
 * low resolution, nothing to see. Rules of thumb, so they warn and never stop an item. Naver's shopping
 * search asks for pictures without text and frames (naver-commerce-api.md section 4, read 2026-09).
 */
export function checkQuality(sample: QualitySample): readonly PictureWarning[] {
  const luminance = luminanceOf(sample.rgb);
  const warnings: PictureWarning[] = [];
  const { widthPx, heightPx } = sample;
  if (Math.min(widthPx, heightPx) < LOW_RESOLUTION_PX) {
    warnings.push(warning('PICTURE_LOW_RESOLUTION', { widthPx, heightPx }, []));
  }
  if (isNearlyBlank(luminance)) {
    warnings.push(warning('PICTURE_NEARLY_BLANK', {}, []));
    return warnings;
  }
  const frame = findFrame(sample.rgb, QUALITY_EDGE);
  if (frame !== null) {
    const params = { sharePercent: Math.round(frame.thicknessShare * 100) };
    warnings.push(warning('PICTURE_BORDERED', params, frame.bands));
  }
  const textBlocks = textBlocksOf(luminance);
  const textShare = textBlocks.length / (BLOCKS * BLOCKS);
  if (textShare >= TEXT_HEAVY_SHARE) {
    const params = { sharePercent: Math.round(textShare * 100) };
    warnings.push(warning('PICTURE_TEXT_HEAVY', params, regionsOf(textBlocks)));
  }
  return warnings;
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
  for (let index = 0; index < luminance.length; index += 1) {
    const level = Math.round(luminance[index] ?? 0);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  const mode = counts.indexOf(Math.max(...counts));
  let near = 0;
  for (let index = 0; index < luminance.length; index += 1) {
    if (Math.abs((luminance[index] ?? 0) - mode) <= BLANK_LEVELS) near += 1;
  }
  return near / luminance.length >= BLANK_SHARE;
}

/** Blocks along a side. */
const BLOCKS = QUALITY_EDGE / BLOCK_EDGE;

/**
 * Text on a plain ground is made of small blocks with two levels far apart and steep steps between
 * them; photographs are smooth or busy in many levels. The numbers of such blocks, row by row.
 */
function textBlocksOf(luminance: Float32Array): readonly number[] {
  const found: number[] = [];
  for (let block = 0; block < BLOCKS * BLOCKS; block += 1) {
    const left = (block % BLOCKS) * BLOCK_EDGE;
    const top = Math.floor(block / BLOCKS) * BLOCK_EDGE;
    if (looksLikeText(luminance, left, top)) found.push(block);
  }
  return found;
}

/** The boxes around blocks that touch, largest first, without those of a single block. */
function regionsOf(blocks: readonly number[]): readonly PictureRegion[] {
  const left = new Set(blocks);
  const groups: { readonly size: number; readonly region: PictureRegion }[] = [];
  for (const start of blocks) {
    if (!left.delete(start)) continue;
    const members = [start];
    for (let at = 0; at < members.length; at += 1) {
      for (const next of neighboursOf(members[at] ?? start)) {
        if (left.delete(next)) members.push(next);
      }
    }
    if (members.length > 1) groups.push({ size: members.length, region: boxAround(members) });
  }
  return groups
    .sort((one, other) => other.size - one.size)
    .slice(0, MAX_TEXT_REGIONS)
    .map(({ region }) => region);
}

function neighboursOf(block: number): readonly number[] {
  const [x, y] = [block % BLOCKS, Math.floor(block / BLOCKS)];
  const found: number[] = [];
  for (let nextY = Math.max(0, y - 1); nextY <= Math.min(BLOCKS - 1, y + 1); nextY += 1) {
    for (let nextX = Math.max(0, x - 1); nextX <= Math.min(BLOCKS - 1, x + 1); nextX += 1) {
      found.push(nextY * BLOCKS + nextX);
    }
  }
  return found;
}

function boxAround(blocks: readonly number[]): PictureRegion {
  const columns = blocks.map((block) => block % BLOCKS);
  const rows = blocks.map((block) => Math.floor(block / BLOCKS));
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  return {
    left: left / BLOCKS,
    top: top / BLOCKS,
    width: (Math.max(...columns) + 1 - left) / BLOCKS,
    height: (Math.max(...rows) + 1 - top) / BLOCKS,
  };
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

function warning(
  code: Reason['code'],
  params: NonNullable<Reason['params']>,
  regions: readonly PictureRegion[],
): PictureWarning {
  return { reason: { code, severity: 'warn', field: 'images', params }, regions };
}
