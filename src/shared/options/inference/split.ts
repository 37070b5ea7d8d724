import { blankParts, fusedParts } from './blank-split';
import { readLabels } from './labels';
import { repairOdd } from './odd-rows';
import { type Part, partsOf, type Scan, separatorName } from './parts';
import { scanText } from './scan';
import { BRACKET_BIT, PLUS_BITS } from './signs';
import {
  type Boundary,
  type Column,
  judge,
  makeColumn,
  type SplitContext,
  type Structure,
} from './structure';

/** A way to split the list that gives a consistent structure. */
export interface Candidate {
  readonly structure: Structure;
  /** Rows of the structure, as places in the list. */
  readonly rows: readonly number[];
  /** Rows that do not split like the others. */
  readonly odd: readonly number[];
  readonly boundary: Boundary;
  readonly separator: string;
  readonly score: number;
  /** Rows whose parts were found by the values of the other rows. */
  readonly repairedCount: number;
}

/** A list splits although single options do not when at least this share of it does. */
const CONSISTENT_SHARE = 0.8;
const CONSISTENT_ROWS = 4;
/** Most sign classes tried in all their combinations. */
const CLASSES_MAX = 4;
/** Longest list for which an unproven split is worth offering. */
const UNPROVEN_MAX = 60;

/** All consistent splits of the texts, best first. */
export function findSplits(texts: readonly string[], context: SplitContext): readonly Candidate[] {
  if (texts.length < 2) return [];
  const found: Candidate[] = [];
  const labelled = labelCandidate(texts, context);
  if (labelled !== null) return [labelled];
  addSignCandidates(texts, context, found);
  const best = found[0];
  const isSettled =
    best !== undefined &&
    found.some(
      (candidate) =>
        candidate.odd.length === 0 &&
        candidate.structure.columns.every((column) => column.kinds !== 0),
    );
  if (!isSettled) addBlankCandidates(texts, context, found);
  const deepened = found.flatMap((candidate) => deepen(candidate, texts, context));
  found.push(...deepened);
  return found.sort((left, right) => right.score - left.score);
}

function labelCandidate(texts: readonly string[], context: SplitContext): Candidate | null {
  const labelled = readLabels(texts);
  if (labelled === null || labelled.names.length < 2) return null;
  const parts = labelled.parts.map((row, index) =>
    row.map((part) => {
      const from = texts[index]?.indexOf(part) ?? 0;
      return { text: part, from, to: from + part.length, sign: 0 };
    }),
  );
  const structure = judge(texts, parts, 'label', { ...context, names: labelled.names });
  if (structure === null || structure.columns.length !== labelled.names.length) return null;
  const columns = structure.columns.map((column, place) => ({
    ...column,
    label: labelled.names[place] ?? null,
  }));
  return candidateOf(
    { ...structure, columns },
    texts.map((_, index) => index),
    [],
    'label',
    0,
    'mixed',
  );
}

function addSignCandidates(
  texts: readonly string[],
  context: SplitContext,
  found: Candidate[],
): void {
  for (const isProtecting of [true, false]) {
    const scans = texts.map((text) => scanText(text, context.kinds, isProtecting));
    const coverage = coverageOf(scans);
    for (const mask of masksOf(coverage)) {
      const candidate = signCandidate(texts, scans, mask, context);
      if (candidate !== null && !found.some((known) => isSameSplit(known, candidate))) {
        found.push(candidate);
      }
    }
    // Without protection only names of the supplier may speak for a split of codes and ranges.
    if (found.length > 0 || context.names.length < 2) break;
  }
}

function isSameSplit(left: Candidate, right: Candidate): boolean {
  return (
    left.structure.columns.length === right.structure.columns.length &&
    left.odd.length === right.odd.length &&
    left.structure.columns.every((column, place) => {
      const other = right.structure.columns[place];
      return (
        other !== undefined &&
        other.distinct.length === column.distinct.length &&
        other.distinct.every((value, index) => value === column.distinct[index])
      );
    })
  );
}

/** Classes by the number of rows that have them, most first. */
function coverageOf(scans: readonly Scan[]): readonly (readonly [bit: number, rows: number])[] {
  const counts: (readonly [number, number])[] = [];
  let any = 0;
  for (const scan of scans) any |= scan.classes;
  if (any === 0) return counts;
  while (any !== 0) {
    const bit = any & -any;
    any ^= bit;
    let rows = 0;
    for (const scan of scans) if ((scan.classes & bit) !== 0) rows += 1;
    counts.push([bit, rows]);
  }
  return counts.sort((left, right) => right[1] - left[1]);
}

function masksOf(coverage: readonly (readonly [bit: number, rows: number])[]): readonly number[] {
  const top = coverage.slice(0, CLASSES_MAX).map(([bit]) => bit);
  const masks = new Set<number>();
  for (let subset = 1; subset < 1 << top.length; subset += 1) {
    let mask = 0;
    for (let place = 0; place < top.length; place += 1) {
      if ((subset & (1 << place)) !== 0) mask |= top[place] ?? 0;
    }
    masks.add(mask);
  }
  let all = 0;
  for (const [bit] of coverage) all |= bit;
  masks.add(all);
  return [...masks];
}

function signCandidate(
  texts: readonly string[],
  scans: readonly Scan[],
  mask: number,
  context: SplitContext,
): Candidate | null {
  const all = scans.map((scan) => partsOf(scan, mask));
  for (const width of widthsOf(all)) {
    const candidate = widthCandidate(texts, all, width, context);
    if (candidate !== null) return candidate;
  }
  return null;
}

function widthCandidate(
  texts: readonly string[],
  cut: readonly (readonly Part[])[],
  width: number,
  context: SplitContext,
): Candidate | null {
  const rows: number[] = [];
  const odd: number[] = [];
  for (let index = 0; index < cut.length; index += 1) {
    (cut[index]?.length === width ? rows : odd).push(index);
  }
  let all = cut;
  let repairedCount = 0;
  if (odd.length > 0) {
    const repaired = cut.slice();
    repairedCount = repairOdd(texts, repaired, rows, odd, width, context);
    all = repaired;
  }
  if (!isConsistent(rows.length, texts.length)) return null;
  const isWhole = odd.length === 0 && repairedCount === 0;
  if (!isWhole) rows.sort((left, right) => left - right);
  const structure = judge(
    isWhole ? texts : rows.map((row) => texts[row] ?? ''),
    isWhole ? all : rows.map((row) => all[row] ?? []),
    'sign',
    context,
  );
  if (structure === null) return null;
  return candidateOf(
    structure,
    rows,
    odd,
    'sign',
    repairedCount,
    separatorName(usedSigns(structure)),
  );
}

function usedSigns(structure: Structure): number {
  const { signs } = structure;
  const withoutBrackets = signs & ~BRACKET_BIT;
  return withoutBrackets === 0 ? signs : withoutBrackets;
}

function isConsistent(rows: number, total: number): boolean {
  return rows === total || (rows >= CONSISTENT_ROWS && rows >= total * CONSISTENT_SHARE);
}

/** Numbers of parts that occur, the most frequent first; fewer parts win a tie. */
function widthsOf(all: readonly (readonly Part[])[]): readonly number[] {
  const first = all[0]?.length ?? 0;
  if (all.every((parts) => parts.length === first)) return first >= 2 ? [first] : [];
  const counts = new Map<number, number>();
  for (const parts of all) counts.set(parts.length, (counts.get(parts.length) ?? 0) + 1);
  return [...counts]
    .filter(([width, count]) => width >= 2 && count >= 2)
    .sort((left, right) => right[1] - left[1] || left[0] - right[0])
    .slice(0, 3)
    .map(([width]) => width);
}

function addBlankCandidates(
  texts: readonly string[],
  context: SplitContext,
  found: Candidate[],
): void {
  for (const { parts, rows, odd } of blankParts(texts, context)) {
    if (!isConsistent(rows.length, texts.length)) continue;
    const structure = judge(
      rows.map((row) => texts[row] ?? ''),
      parts,
      'blank',
      context,
    );
    if (structure === null || !isBlankGrid(structure, rows.length)) continue;
    const candidate = candidateOf(structure, rows, odd, 'blank', 0, ' ');
    if (!found.some((known) => isSameSplit(known, candidate))) found.push(candidate);
  }
  const fused = fusedParts(texts, context.kinds);
  if (fused === null) return;
  const structure = judge(texts, fused, 'fused', context);
  if (structure?.columns.length !== 2 || structure.completeness < 1 || structure.typedCount < 2)
    return;
  found.push(
    candidateOf(
      structure,
      texts.map((_, index) => index),
      [],
      'fused',
      0,
      '',
    ),
  );
}

/** Blanks stand inside names, too: parts of unknown kinds must form a good part of a grid. */
function isBlankGrid(structure: Structure, rowCount: number): boolean {
  if (structure.typedCount > 0) return true;
  return rowCount >= 4 && structure.completeness >= 0.6;
}

/** Splits a dimension of a candidate again at blanks where both new parts are of known, different kinds. */
function deepen(
  candidate: Candidate,
  texts: readonly string[],
  context: SplitContext,
): readonly Candidate[] {
  const { structure, boundary } = candidate;
  if (boundary === 'fused' || boundary === 'label' || structure.columns.length > 3) return [];
  const deeper: Candidate[] = [];
  for (const [place, column] of structure.columns.entries()) {
    if (column.kinds !== 0 || !column.distinct.some((value) => value.includes(' '))) continue;
    for (const split of blankParts(column.values, context)) {
      if (split.odd.length > 0) continue;
      const parts = structure.parts.map((row, index) => {
        const whole = row[place];
        const inner = split.parts[index] ?? [];
        if (whole === undefined) return row;
        const offset = whole.from;
        const moved = inner.map((part, order) => ({
          text: part.text,
          from: order === 0 ? whole.from : offset + part.from,
          to: order === inner.length - 1 ? whole.to : offset + part.to,
          sign: order === 0 ? whole.sign : 0,
        }));
        return [...row.slice(0, place), ...moved, ...row.slice(place + 1)];
      });
      const rowTexts = candidate.rows.map((row) => texts[row] ?? '');
      const next = judge(rowTexts, parts, boundary, { ...context, names: [] });
      if (next === null || next.columns.length <= structure.columns.length) continue;
      const added = [next.columns[place], next.columns[place + 1]];
      if (!isProvenDeeper(added)) continue;
      const separator = boundary === 'blank' ? ' ' : 'mixed';
      deeper.push(
        candidateOf(
          next,
          candidate.rows,
          candidate.odd,
          boundary,
          candidate.repairedCount,
          separator,
        ),
      );
    }
  }
  return deeper;
}

/** Two parts of known kinds; or one unknown beside a known one, when both make a full grid. */
function isProvenDeeper(added: readonly (Column | undefined)[]): boolean {
  const [left, right] = added;
  if (left === undefined || right === undefined) return false;
  if (left.distinct.length < 2 || right.distinct.length < 2) return false;
  const knownCount = added.filter((part) => part !== undefined && part.kinds !== 0).length;
  if (knownCount === 2) return true;
  const pairs = new Set(
    left.ids.map((id, row) => id * right.distinct.length + (right.ids[row] ?? 0)),
  );
  return knownCount === 1 && pairs.size === left.distinct.length * right.distinct.length;
}

/**
 * A split of which only the supplier's names or clear kinds speak, because no value repeats: never the
 * answer, but a reading to offer.
 */
export function findUnprovenSplit(
  texts: readonly string[],
  context: SplitContext,
): Candidate | null {
  if (texts.length < 2 || texts.length > UNPROVEN_MAX) return null;
  const scans = texts.map((text) => scanText(text, context.kinds, true));
  const first = scans[0]?.classes ?? 0;
  if (first === 0 || scans.some((scan) => scan.classes === 0)) return null;
  const parts = scans.map((scan) => partsOf(scan, -1));
  const width = parts[0]?.length ?? 0;
  if (width < 2 || width > 3 || parts.some((row) => row.length !== width)) return null;
  const columns: Column[] = [];
  for (let place = 0; place < width; place += 1) {
    const column = makeColumn(
      parts.map((row) => row[place]?.text ?? ''),
      context,
    );
    if (column === null) return null;
    columns.push(column);
  }
  const namesPromise = context.names.filter((name) => name !== null).length === width;
  const kindsDiffer = columns.every(
    (column, place) =>
      column.kinds !== 0 && (column.kinds & (columns[place + 1]?.kinds ?? 0)) === 0,
  );
  if (!namesPromise && !kindsDiffer) return null;
  let signs = 0;
  for (const row of parts) for (const part of row) signs |= part.sign;
  const structure = { columns, signs, typedCount: 0, completeness: 0, parts };
  const rows = texts.map((_, index) => index);
  return candidateOf(structure, rows, [], 'sign', 0, separatorName(usedSigns(structure)));
}

function candidateOf(
  structure: Structure,
  rows: readonly number[],
  odd: readonly number[],
  boundary: Boundary,
  repairedCount: number,
  separator: string,
): Candidate {
  const total = rows.length + odd.length;
  const score =
    structure.columns.length * 10 +
    structure.typedCount * 4 +
    structure.completeness * 4 -
    (odd.length / total) * 30 -
    (boundary === 'blank' || boundary === 'fused' ? 3 : 0) +
    (boundary === 'label' ? 20 : 0) -
    ((structure.signs & ~PLUS_BITS) === 0 && boundary === 'sign' ? 2 : 0);
  return { structure, rows, odd, boundary, separator, score, repairedCount };
}
