import type { Scan } from './scan';
import { BRACKET_BIT, SIGN_CLASSES } from './signs';

/** One part of a text; the positions include a bracket around it, so that neighbours can be joined again. */
export interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Classes of the sign in front of it; 0 for the first part and for parts without a sign. */
  readonly sign: number;
}

/** The parts of a scan when only the classes in `mask` separate. Signs inside brackets need the brackets, too. */
export function partsOf(scan: Scan, mask: number): Part[] {
  const parts: Part[] = [];
  let first = 0;
  let sign = 0;
  for (let place = 0; place <= scan.signs.length; place += 1) {
    if (place < scan.signs.length && !separates(scan, place, mask)) continue;
    parts.push(partOfAtoms(scan, first, place, sign));
    first = place + 1;
    sign = scan.signs[place] ?? 0;
  }
  return parts;
}

function separates(scan: Scan, place: number, mask: number): boolean {
  const sign = scan.signs[place] ?? 0;
  if ((sign & mask) === 0) return false;
  const bracket = scan.atoms[place]?.bracket ?? -1;
  const isInside = bracket >= 0 && bracket === scan.atoms[place + 1]?.bracket;
  return !isInside || (mask & BRACKET_BIT) !== 0;
}

/** The part of the atoms `first` to `last`, without the brackets when exactly their content is taken. */
function partOfAtoms(scan: Scan, first: number, last: number, sign: number): Part {
  const start = scan.atoms[first];
  const end = scan.atoms[last];
  if (start === undefined || end === undefined) return { text: '', from: 0, to: 0, sign };
  const from = first === 0 ? 0 : start.outerStart;
  const to = last === scan.atoms.length - 1 ? scan.text.length : end.outerEnd;
  const isBracketContent =
    start.bracket >= 0 &&
    start.bracket === end.bracket &&
    scan.atoms[first - 1]?.bracket !== start.bracket &&
    scan.atoms[last + 1]?.bracket !== end.bracket;
  const text = isBracketContent ? scan.text.slice(start.start, end.end) : scan.text.slice(from, to);
  return { text: text.trim(), from, to, sign };
}

/** The separator in words of the answer format: the sign, `()` for brackets, `mixed` for several. */
export function separatorName(bits: number): string {
  const names = SIGN_CLASSES.filter((_, place) => (bits & (1 << place)) !== 0);
  return names.length === 1 ? (names[0] ?? 'mixed') : 'mixed';
}
