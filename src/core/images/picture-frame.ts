import type { PictureRegion } from './port';

/** A frame painted around a picture. */
export interface PictureFrame {
  /** Where its inner edge lies, as a share of the side. */
  readonly thicknessShare: number;
  /** The four bands: top, bottom, left, right. */
  readonly bands: readonly PictureRegion[];
}

/** A frame ends within this share of the side; farther in it is the ground the product stands on. */
const MAX_SHARE = 0.1;
/** Levels within which a ring counts as one colour. */
const SAME_LEVELS = 16;
/** Levels by which what lies inside a frame differs from it. */
const STEP_LEVELS = 28;
/** How much of a ring has to be of the frame's colour. */
const RING_SHARE = 0.97;
/**
 * How much of each side has to change right behind the frame. A product on a plain ground reaches a
 * ring in some places, a vignette changes slowly; only a painted frame ends all along a line.
 */
const EDGE_SHARE = 0.8;
/** The reduction to the sample blurs an edge over as many pixels. */
const BLUR_PX = 2;
/** A white margin is how products are photographed. */
const WHITE_LEVEL = 238;

type Colour = readonly [number, number, number];
type Side = 'top' | 'bottom' | 'left' | 'right';
const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right'];

/**
 * The frame of an RGB picture of `edgePx` x `edgePx`, or null: a band of one colour other than white,
 * at the border or shortly inside it, all around, with a straight and sharp inner edge on every side.
 */
export function findFrame(rgb: Uint8Array, edgePx: number): PictureFrame | null {
  const limit = Math.floor(edgePx * MAX_SHARE);
  for (let outer = 0; outer <= limit; outer += 1) {
    const colour = ringColourOf(rgb, edgePx, outer);
    if (colour === null || Math.min(...colour) >= WHITE_LEVEL) continue;
    let inner = outer + 1;
    while (inner <= limit && isRingOf(rgb, edgePx, inner, colour)) inner += 1;
    if (inner > limit) return null;
    // A single ring inside a margin is where the margin and the picture run into each other.
    const isBand = outer === 0 || inner - outer >= BLUR_PX;
    if (isBand && endsAllAround(rgb, edgePx, inner, colour)) return frameUpTo(inner / edgePx);
    outer = inner - 1;
  }
  return null;
}

/** The ring's colour when nearly all of it has one: that of the middle of its top side. */
function ringColourOf(rgb: Uint8Array, edgePx: number, inset: number): Colour | null {
  const at = (inset * edgePx + Math.floor(edgePx / 2)) * 3;
  const colour: Colour = [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
  return isRingOf(rgb, edgePx, inset, colour) ? colour : null;
}

function isRingOf(rgb: Uint8Array, edgePx: number, inset: number, colour: Colour): boolean {
  return SIDES.every(
    (side) =>
      shareOf(edgePx, inset, (along) => {
        return distance(rgb, edgePx, side, inset, along, colour) <= SAME_LEVELS;
      }) >= RING_SHARE,
  );
}

function endsAllAround(rgb: Uint8Array, edgePx: number, inset: number, colour: Colour): boolean {
  return SIDES.every(
    (side) =>
      shareOf(edgePx, inset + BLUR_PX, (along) => {
        return distance(rgb, edgePx, side, inset + BLUR_PX, along, colour) >= STEP_LEVELS;
      }) >= EDGE_SHARE,
  );
}

/** The share of one side of the ring at `inset` of which `holds` is true. */
function shareOf(edgePx: number, inset: number, holds: (along: number) => boolean): number {
  let count = 0;
  for (let along = inset; along < edgePx - inset; along += 1) if (holds(along)) count += 1;
  return count / (edgePx - 2 * inset);
}

/** Largest difference of a channel between `colour` and the pixel `inset` deep on `side`. */
function distance(
  rgb: Uint8Array,
  edgePx: number,
  side: Side,
  inset: number,
  along: number,
  [red, green, blue]: Colour,
): number {
  const far = edgePx - 1 - inset;
  const x = side === 'left' ? inset : side === 'right' ? far : along;
  const y = side === 'top' ? inset : side === 'bottom' ? far : along;
  const at = (y * edgePx + x) * 3;
  return Math.max(
    Math.abs((rgb[at] ?? 0) - red),
    Math.abs((rgb[at + 1] ?? 0) - green),
    Math.abs((rgb[at + 2] ?? 0) - blue),
  );
}

function frameUpTo(share: number): PictureFrame {
  const between = 1 - 2 * share;
  return {
    thicknessShare: share,
    bands: [
      { left: 0, top: 0, width: 1, height: share },
      { left: 0, top: 1 - share, width: 1, height: share },
      { left: 0, top: share, width: share, height: between },
      { left: 1 - share, top: share, width: share, height: between },
    ],
  };
}
