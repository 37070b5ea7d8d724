import type { NamedColumn } from './naming';
import type { Candidate } from './split';
import type { ValueKinds } from './value-kind';

const NAME_CERTAINTY: Readonly<Record<NamedColumn['source'], number>> = {
  label: 0.99,
  supplier: 0.97,
  values: 0.96,
  context: 0.8,
  fallback: 0.75,
};

/** How sure a split is, 0 to 1: complete grids of known kinds most, odd rows and unknown blanks least. */
export function confidenceOfSplit(
  candidate: Candidate,
  names: readonly NamedColumn[],
  runnerUp: Candidate | null,
): number {
  const { structure, boundary } = candidate;
  const untyped = structure.columns.length - structure.typedCount;
  let confidence = 0.98;
  confidence -= untyped * (boundary === 'blank' ? 0.15 : 0.04);
  confidence -= (1 - structure.completeness) * (untyped > 0 ? 0.25 : 0.08);
  if (boundary === 'fused') confidence -= 0.05;
  if (candidate.odd.length > 0) confidence -= 0.15;
  confidence -= Math.min(0.1, candidate.repairedCount * 0.04);
  if (structure.columns.some((column) => !column.isRepeating)) confidence -= 0.08;
  if (runnerUp !== null && runnerUp.score > candidate.score - 3) confidence -= 0.1;
  return clamp(confidence * certaintyOfNames(names));
}

/**
 * What speaks for reading the list as one dimension. `promisesSeveral`: the supplier names more
 * dimensions than that.
 */
export interface SimpleEvidence {
  readonly texts: readonly string[];
  readonly kinds: ValueKinds;
  readonly names: readonly NamedColumn[];
  readonly isShadeNumber: boolean;
  readonly isReadable: boolean;
  readonly promisesSeveral: boolean;
}

/** How sure it is that the values are whole: known kinds and no signs most, many signs least. */
export function confidenceOfSimple(evidence: SimpleEvidence): number {
  if (!evidence.isReadable) return 0.3;
  let known = 0;
  let withSign = 0;
  for (const text of evidence.texts) {
    if (evidence.kinds.of(text) !== 0) known += 1;
    else if (/[/_,|~:;>=+&*()[\]-]| x /.test(text)) withSign += 1;
  }
  const share = known / evidence.texts.length;
  let confidence = 0.9 + share * 0.08;
  confidence -= (withSign / evidence.texts.length) * 0.25;
  if (evidence.isShadeNumber) confidence -= 0.2;
  if (evidence.promisesSeveral) confidence -= 0.25;
  return clamp(confidence * certaintyOfNames(evidence.names));
}

function certaintyOfNames(names: readonly NamedColumn[]): number {
  let least = 1;
  for (const { source } of names) least = Math.min(least, NAME_CERTAINTY[source]);
  return least;
}

function clamp(value: number): number {
  return Math.min(0.99, Math.max(0.05, value));
}
