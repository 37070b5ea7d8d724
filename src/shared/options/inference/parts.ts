import { BRACKET_BIT, SIGN_CLASSES } from './signs';

/** One part of a text; the positions include a bracket around it, so that neighbours can be joined again. */
export interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Classes of the sign in front of it; 0 for the first part and for parts without a sign. */
  readonly sign: number;
}

/** The smallest part of a text: what stands between two signs. */
export interface Atom {
  text: string;
  from: number;
  to: number;
  /** More than one class where several kinds of signs meet. */
  sign: number;
  /** Positions without the bracket around. */
  start: number;
  end: number;
  /** Bracket that the piece stands in, -1 outside. */
  bracket: number;
}

/** A text cut at every sign that may separate. */
export interface Scan {
  readonly text: string;
  readonly atoms: readonly Atom[];
  /** All classes of signs in the text. */
  readonly classes: number;
  /** The classes that must separate for every atom to be a part of its own. */
  readonly needed: number;
}

/** The scan of `text` with its atoms completed: what they say, with everything between them. */
export function scanOf(text: string, atoms: Atom[]): Scan {
  const first = atoms[0];
  const last = atoms[atoms.length - 1];
  if (first !== undefined) first.from = 0;
  if (last !== undefined) last.to = text.length;
  let classes = 0;
  let needed = 0;
  for (let place = 0; place < atoms.length; place += 1) {
    const atom = atoms[place];
    if (atom === undefined) continue;
    classes |= atom.sign;
    if (isBehindInBracket(atoms, place)) needed = BRACKET_BIT;
    atom.text = textOfAtoms(text, atoms, place, place);
  }
  return { text, atoms, classes, needed: needed | classes };
}

/** The parts of a scan when only the classes in `mask` separate. Signs inside brackets need the brackets, too. */
export function partsOf(scan: Scan, mask: number): readonly Part[] {
  const { text, atoms } = scan;
  if ((scan.needed & ~mask) === 0) return atoms;
  const parts: Part[] = [];
  let first = 0;
  for (let place = 1; place <= atoms.length; place += 1) {
    if (place < atoms.length && !separates(atoms, place, mask)) continue;
    parts.push({
      text: textOfAtoms(text, atoms, first, place - 1),
      from: atoms[first]?.from ?? 0,
      to: atoms[place - 1]?.to ?? 0,
      sign: atoms[first]?.sign ?? 0,
    });
    first = place;
  }
  return parts;
}

function separates(atoms: readonly Atom[], place: number, mask: number): boolean {
  if (((atoms[place]?.sign ?? 0) & mask) === 0) return false;
  return (mask & BRACKET_BIT) !== 0 || !isBehindInBracket(atoms, place);
}

/** True when the atom and the one in front of it stand in the same bracket. */
function isBehindInBracket(atoms: readonly Atom[], place: number): boolean {
  const bracket = atoms[place]?.bracket ?? -1;
  return bracket >= 0 && bracket === atoms[place - 1]?.bracket;
}

/** What the atoms `first` to `last` say, without the brackets when exactly their content is taken. */
function textOfAtoms(text: string, atoms: readonly Atom[], first: number, last: number): string {
  const start = atoms[first];
  const end = atoms[last];
  if (start === undefined || end === undefined) return '';
  const isBracketContent =
    start.bracket >= 0 &&
    start.bracket === end.bracket &&
    atoms[first - 1]?.bracket !== start.bracket &&
    atoms[last + 1]?.bracket !== end.bracket;
  return isBracketContent
    ? text.slice(start.start, end.end)
    : text.slice(start.from, end.to).trim();
}

/** The separator in words of the answer format: the sign, `()` for brackets, `mixed` for several. */
export function separatorName(bits: number): string {
  const names = SIGN_CLASSES.filter((_, place) => (bits & (1 << place)) !== 0);
  return names.length === 1 ? (names[0] ?? 'mixed') : 'mixed';
}
