import { KIND } from '../vocabulary/kinds';
import { readLabels } from './labels';
import { removeNumbering } from './numbering';
import type { Part } from './parts';
import { removeRepeatedWords, type TitleWords } from './repeated-words';
import { BRACKET_BIT, PLUS_BITS } from './signs';
import type { ValueKinds } from './value-kind';

/** What the judging of a split needs to know besides the parts. */
export interface SplitContext {
  readonly kinds: ValueKinds;
  readonly title: TitleWords;
  /** The supplier's names by position; null for a name that says nothing. */
  readonly names: readonly (string | null)[];
  readonly isBareNumberingAllowed: boolean;
}

/** One dimension of a split: the cleaned value of every row and what is known of the values. */
export interface Column {
  /** Parallel to the rows; equal values in their first spelling. */
  readonly values: readonly string[];
  readonly distinct: readonly string[];
  /** Parallel to the rows: place in `distinct`. */
  readonly ids: readonly number[];
  /** Kinds that the values share; 0 when unknown. */
  readonly kinds: number;
  /** Name that a label in front of the values gave. */
  readonly label: string | null;
  readonly isRepeating: boolean;
}

/**
 * A way of reading the rows as a grid. `typedCount` columns hold values of a known kind;
 * `completeness` is 0 to 1.
 */
export interface Structure {
  readonly columns: readonly Column[];
  /** Signs that separate, over all rows. */
  readonly signs: number;
  readonly typedCount: number;
  /** Share of the full grid that is listed. */
  readonly completeness: number;
  readonly parts: readonly (readonly Part[])[];
}

/** How the parts were found: a sign, a blank, or a change of script. */
export type Boundary = 'sign' | 'blank' | 'fused' | 'label';

const FREE_SIZE =
  /^(?:free|f|프리|프리사이즈|프리 사이즈|one ?size|원사이즈|원 사이즈|free ?size)$/i;
/** Two neighbours of one of these kinds are one compound value. */
const COMPOUND_KINDS =
  KIND.colour |
  KIND.sizeLetter |
  KIND.sizeNumber |
  KIND.sizeWord |
  KIND.measure |
  KIND.capacity |
  KIND.count |
  KIND.age |
  KIND.voltage |
  KIND.power |
  KIND.taste |
  KIND.gender;
const BARE_NUMBER = /^\d+(?:\.\d+)?$/;
const SINGLE_LETTER = /^[A-Za-z]$/;

/**
 * Judges a split: parts that only note, repeat or belong together are joined again, and what is left
 * must be a grid. Null when no two dimensions are left.
 */
export function judge(
  texts: readonly string[],
  initial: readonly (readonly Part[])[],
  boundary: Boundary,
  context: SplitContext,
): Structure | null {
  let parts = initial;
  let width = parts[0]?.length ?? 0;
  const promised = context.names.length === width ? context.names : [];
  let names: readonly (string | null)[] = promised;
  while (width >= 2) {
    const columns = columnsOf(parts, width, context);
    if (columns === null) return null;
    const place = placeToJoin(columns, parts, boundary, names);
    if (place === -1) return structureOf(columns, parts);
    parts = parts.map((row, index) => joinAt(row, place, texts[index] ?? ''));
    names = names.length === width ? names.filter((_, index) => index !== place + 1) : [];
    width -= 1;
  }
  return null;
}

function structureOf(columns: readonly Column[], parts: readonly (readonly Part[])[]): Structure {
  let signs = 0;
  for (const row of parts) for (const part of row) signs |= part.sign;
  let cells = 1;
  let typedCount = 0;
  for (const column of columns) {
    cells *= column.distinct.length;
    if (column.kinds !== 0) typedCount += 1;
  }
  return { columns, signs, typedCount, completeness: Math.min(1, parts.length / cells), parts };
}

function joinAt(row: readonly Part[], place: number, text: string): readonly Part[] {
  const left = row[place];
  const right = row[place + 1];
  if (left === undefined || right === undefined) return row;
  const joined: Part = {
    text: text.slice(left.from, right.to).trim(),
    from: left.from,
    to: right.to,
    sign: left.sign,
  };
  return [...row.slice(0, place), joined, ...row.slice(place + 2)];
}

function columnsOf(
  parts: readonly (readonly Part[])[],
  width: number,
  context: SplitContext,
): readonly Column[] | null {
  const columns: Column[] = [];
  for (let place = 0; place < width; place += 1) {
    const texts: string[] = [];
    for (let row = 0; row < parts.length; row += 1) texts.push(parts[row]?.[place]?.text ?? '');
    const column = makeColumn(texts, context);
    if (column === null) return null;
    columns.push(column);
  }
  return columns;
}

/** Cleans the values of one dimension and finds out what they are. Null when a value is empty. */
export function makeColumn(texts: readonly string[], context: SplitContext): Column | null {
  let label: string | null = null;
  const rowsOf = new Map<string, number>();
  const ids: number[] = [];
  const raw: string[] = [];
  for (const text of texts) {
    if (text === '') return null;
    let id = rowsOf.get(text);
    if (id === undefined) {
      id = raw.length;
      rowsOf.set(text, id);
      raw.push(text);
    }
    ids.push(id);
  }
  let cleaned: readonly string[] = raw;
  if (raw.length > 1) {
    const numbered = removeNumbering(cleaned, context.isBareNumberingAllowed);
    if (numbered !== null) cleaned = numbered.texts;
    const labelled = readLabels(cleaned);
    if (labelled !== null && labelled.names.length === 1) {
      label = labelled.names[0] ?? null;
      cleaned = labelled.parts.map((row) => row[0] ?? '');
    }
    cleaned = removeRepeatedWords(cleaned, context.title)?.texts ?? cleaned;
  }
  return columnOf(cleaned, ids, label, context.kinds);
}

function columnOf(
  cleaned: readonly string[],
  rawIds: readonly number[],
  label: string | null,
  kinds: ValueKinds,
): Column {
  const idOfKey = new Map<string, number>();
  const distinct: string[] = [];
  const idOfRaw = cleaned.map((value) => {
    const key = spellingKey(value);
    let id = idOfKey.get(key);
    if (id === undefined) {
      id = distinct.length;
      idOfKey.set(key, id);
      distinct.push(value);
    }
    return id;
  });
  const ids = rawIds.map((id) => idOfRaw[id] ?? 0);
  const common = commonKinds(distinct, kinds);
  const spelled = distinct.map((value) => capitalSize(value, common));
  return {
    values: ids.map((id) => spelled[id] ?? ''),
    distinct: spelled,
    ids,
    kinds: common,
    label,
    isRepeating: distinct.length < ids.length,
  };
}

/** Values that are equal under this key are the same value. */
export function spellingKey(value: string): string {
  let hasBlank = false;
  let hasOther = false;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    // Only a blank, a capital or a rare letter needs the slower way.
    if (code === 32) hasBlank = true;
    else if ((code >= 65 && code <= 90) || (code > 127 && code < 0xac00)) hasOther = true;
  }
  const joined = hasBlank ? value.replaceAll(' ', '') : value;
  return hasOther ? joined.toLowerCase() : joined;
}

const LETTER_SIZE =
  /^(?:x{0,4}[sml]|[2-7]x?[sl]|[2-7]xl|x{1,5}l|free|ss|[fqkd]|sk|lk|one ?size|os|free ?size)(?=$|[(\s/~-])/i;

/** Letter sizes in capitals (`xl`, `free`, `m(95)`); every other value as it is. */
export function capitalSize(value: string, kinds: number): string {
  if ((kinds & KIND.sizeLetter) === 0 && value.length > 5) return value;
  if (value.charCodeAt(0) > 127) return value;
  const match = LETTER_SIZE.exec(value);
  if (match === null || match[0] === match[0].toUpperCase()) return value;
  if (match[0].length < value.length && (kinds & KIND.sizeLetter) === 0) return value;
  return match[0].toUpperCase() + value.slice(match[0].length);
}

/** Kinds that the values share: all of them, or nearly all with the others unknown. 0 when there is none. */
export function commonKinds(values: readonly string[], kinds: ValueKinds): number {
  let common = -1;
  let unknown = 0;
  for (const value of values) {
    const of = kinds.of(value);
    if (of === 0) unknown += 1;
    else common &= of;
  }
  if (unknown === values.length || common === -1) return 0;
  if (common !== 0) return unknown <= values.length * 0.4 ? common : 0;
  return majorityKind(values, kinds, 0.8);
}

/** The one kind that at least `share` of the values can be of, or 0; the lowest bit wins a tie. */
export function majorityKind(values: readonly string[], kinds: ValueKinds, share: number): number {
  const own = values.map((value) => kinds.of(value));
  let open = own.reduce((union, of) => union | of, 0);
  let best = 0;
  let bestCount = 0;
  while (open !== 0) {
    const bit = open & -open;
    open ^= bit;
    let count = 0;
    for (const of of own) if ((of & bit) !== 0) count += 1;
    if (count > bestCount) {
      best = bit;
      bestCount = count;
    }
  }
  return bestCount >= values.length * share ? best : 0;
}

/** Place whose column is to be joined with the next one, or -1 when the columns stand as they are. */
function placeToJoin(
  columns: readonly Column[],
  parts: readonly (readonly Part[])[],
  boundary: Boundary,
  names: readonly (string | null)[],
): number {
  const width = columns.length;
  for (let place = 0; place + 1 < width; place += 1) {
    const left = columns[place];
    const right = columns[place + 1];
    if (left === undefined || right === undefined) return place;
    if (isOneToOne(left, right) || isNoteOnConstant(left, right, parts, place + 1)) return place;
    const areNamedApart =
      (left.label !== null && right.label !== null && left.label !== right.label) ||
      (names[place] != null && names[place + 1] != null && names[place] !== names[place + 1]);
    if ((left.kinds & right.kinds & COMPOUND_KINDS) !== 0 && !areNamedApart) return place;
    if (boundary === 'sign' && isOnlyPlus(parts, place + 1)) {
      const areKnown = left.kinds !== 0 && right.kinds !== 0 && (left.kinds & right.kinds) === 0;
      if (!areKnown || (right.kinds & KIND.set) !== 0) return place;
    }
    if (width > 2 && isHierarchy(left, right)) return place;
  }
  for (const [place, column] of columns.entries()) {
    if (column.label !== null) continue;
    if (column.distinct.length === 1 && !isConstantKept(column, boundary)) return neighbour(place);
    if (isBareColumn(column) && !isBareAllowed(columns, place, names)) return neighbour(place);
  }
  return placeWithoutRepetition(columns);
}

function neighbour(place: number): number {
  return place === 0 ? 0 : place - 1;
}

/** In a bijection the one part only notes the other. */
function isOneToOne(left: Column, right: Column): boolean {
  const size = left.distinct.length;
  if (size === 1 || right.distinct.length !== size) return false;
  const partner = new Int32Array(size).fill(-1);
  const owner = new Int32Array(size).fill(-1);
  for (let row = 0; row < left.ids.length; row += 1) {
    const a = left.ids[row] ?? 0;
    const b = right.ids[row] ?? 0;
    if ((partner[a] !== -1 && partner[a] !== b) || (owner[b] !== -1 && owner[b] !== a))
      return false;
    partner[a] = b;
    owner[b] = a;
  }
  return true;
}

/** `FREE(55-66)` in every option: the bracket explains the constant. */
function isNoteOnConstant(
  left: Column,
  right: Column,
  parts: readonly (readonly Part[])[],
  place: number,
): boolean {
  if (left.distinct.length > 1 || right.distinct.length > 1) return false;
  return parts.every((row) => ((row[place]?.sign ?? 0) & BRACKET_BIT) !== 0);
}

/** Each right part belongs to one left part only and the kinds do not tell them apart: no grid. */
function isHierarchy(left: Column, right: Column): boolean {
  if (left.distinct.length === 1 || right.distinct.length === 1) return false;
  if (left.kinds !== 0 && right.kinds !== 0) return false;
  const owner = new Int32Array(right.distinct.length).fill(-1);
  for (let row = 0; row < left.ids.length; row += 1) {
    const a = left.ids[row] ?? 0;
    const b = right.ids[row] ?? 0;
    if (owner[b] !== -1 && owner[b] !== a) return false;
    owner[b] = a;
  }
  return true;
}

function isOnlyPlus(parts: readonly (readonly Part[])[], place: number): boolean {
  return parts.every((row) => ((row[place]?.sign ?? 0) & ~PLUS_BITS) === 0);
}

function isConstantKept(column: Column, boundary: Boundary): boolean {
  const value = column.distinct[0] ?? '';
  if (FREE_SIZE.test(value)) return true;
  if (boundary === 'label') return true;
  return boundary === 'sign' && column.kinds !== 0;
}

function isBareColumn(column: Column): boolean {
  let bare = 0;
  for (const value of column.distinct) {
    if (BARE_NUMBER.test(value) || SINGLE_LETTER.test(value)) bare += 1;
  }
  return bare * 2 >= column.distinct.length && bare > 0;
}

function isBareAllowed(
  columns: readonly Column[],
  place: number,
  names: readonly (string | null)[],
): boolean {
  const column = columns[place];
  if (column === undefined) return false;
  if ((column.kinds & (KIND.sizeLetter | KIND.sizeNumber)) !== 0) return true;
  if (names[place] != null) return true;
  return (columns[place - 1]?.kinds ?? 0) !== 0 && (columns[place + 1]?.kinds ?? 0) !== 0;
}

/**
 * In every dimension a value must occur twice; when all parts are of known kinds, repetition in one
 * dimension is enough. A kept constant does not count.
 */
function placeWithoutRepetition(columns: readonly Column[]): number {
  const areTyped = columns.every((column) => column.kinds !== 0 || column.label !== null);
  if (areTyped) return columns.some((column) => column.isRepeating) ? -1 : 0;
  const hasTypedConstant = columns.some(
    (column) => column.distinct.length === 1 && column.kinds !== 0,
  );
  if (columns.length === 2 && hasTypedConstant) return -1;
  const place = columns.findIndex((column) => !column.isRepeating);
  return place === -1 ? -1 : neighbour(place);
}
