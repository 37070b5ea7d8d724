/** A picture boiled down to what two copies of it share whatever their size, format and quality. */
export interface PictureSignature {
  /** LIKENESS_EDGE x LIKENESS_EDGE cells of mean red, green and blue, row by row. */
  readonly cells: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Fine enough that a changed digit in a size chart shows, coarse enough that re-encoding and
 * rescaling do not.
 */
export const LIKENESS_EDGE = 48;

/**
 * The stated tolerance, in levels of 0 to 255 and a share of the side ratio. Re-encoding at quality
 * 40, a third of the size or another format stays below half of it; another colour, a moved object or
 * a changed line of text is above it.
 */
const LIKENESS_TOLERANCE = { meanLevels: 2.5, maxLevels: 26, ratioShare: 0.02 } as const;

/** True when both show the same picture within LIKENESS_TOLERANCE. Symmetric. */
export function isSamePicture(one: PictureSignature, other: PictureSignature): boolean {
  const ratio = (one.widthPx * other.heightPx) / (one.heightPx * other.widthPx);
  if (Math.abs(Math.log(ratio)) > LIKENESS_TOLERANCE.ratioShare) return false;
  const length = one.cells.length;
  if (length !== other.cells.length) return false;
  const maxTotal = LIKENESS_TOLERANCE.meanLevels * length;
  let total = 0;
  for (let index = 0; index < length; index += 1) {
    const difference = Math.abs((one.cells[index] ?? 0) - (other.cells[index] ?? 0));
    if (difference > LIKENESS_TOLERANCE.maxLevels) return false;
    total += difference;
    if (total > maxTotal) return false;
  }
  return true;
}

/** One candidate of `groupDuplicates`. */
export interface Likeness {
  readonly sourceSha256: string;
  /** Null for pictures that are compared by content only (tall, sliced ones). */
  readonly signature: PictureSignature | null;
  readonly sizeBytes: number;
  /** Stays whatever its copies are like. */
  readonly isPreferred?: boolean;
}

/**
 * For every candidate the index of the copy that stays: itself when it is unique or the best of its
 * copies. Same bytes first, then the same picture; the best has the most pixels, then the most bytes,
 * then came first. Every index points to one that points to itself.
 */
export function groupDuplicates(candidates: readonly Likeness[]): readonly number[] {
  const groups: number[][] = [];
  candidates.forEach((candidate, index) => {
    // Compared with every group's first member only: likeness is not transitive, and a chain of small
    // differences must not join two different pictures.
    const group = groups.find((members) => {
      const first = candidates[members[0] ?? -1];
      return first !== undefined && isCopy(first, candidate);
    });
    if (group === undefined) groups.push([index]);
    else group.push(index);
  });
  const kept: number[] = candidates.map((_candidate, index) => index);
  for (const members of groups) {
    const best = members.reduce((left, right) =>
      rank(candidates[right]) > rank(candidates[left]) ? right : left,
    );
    for (const member of members) kept[member] = best;
  }
  return kept;
}

function isCopy(one: Likeness, other: Likeness): boolean {
  if (one.sourceSha256 === other.sourceSha256) return true;
  if (one.signature === null || other.signature === null) return false;
  return isSamePicture(one.signature, other.signature);
}

/** Pixels decide, bytes only between equals: far fewer than 2^30 bytes fit below one pixel's weight. */
function rank(candidate: Likeness | undefined): number {
  if (candidate === undefined) return -1;
  if (candidate.isPreferred) return Number.POSITIVE_INFINITY;
  const { signature } = candidate;
  const pixels = signature === null ? 0 : signature.widthPx * signature.heightPx;
  return pixels + candidate.sizeBytes / 2 ** 30;
}
