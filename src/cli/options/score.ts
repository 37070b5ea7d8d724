import {
  answerOf,
  type CorpusLine,
  differenceTo,
  type ExpectedAnswer,
  rawOptionsOf,
} from '@shared/options/corpus';
import type { OptionReading, RawOption } from '@shared/options/model';
import { originalMapper } from './original-mapper';

/** From this confidence on a wrong reading counts as confidently wrong. */
export const HIGH_CONFIDENCE = 0.9;

/** How many lists of a kind were read right, by us and by the original design's algorithm. */
export interface Tally {
  right: number;
  originalRight: number;
  total: number;
}

/** What a set of labelled lists showed. */
export interface ScoreResult extends Tally {
  /** Right in type and values alone, in any order and without names, price and stock. */
  readonly structureRight: number;
  readonly originalStructureRight: number;
  readonly confident: { readonly wrong: number; readonly total: number };
  readonly byType: ReadonlyMap<string, Tally>;
  readonly byTag: ReadonlyMap<string, Tally>;
  /** `id: difference` of every list that we read wrong. */
  readonly wrong: readonly string[];
}

/** Counts right readings over all lines that state what is expected, beside the original design's. */
export class OptionScore {
  readonly #all: Tally = { right: 0, originalRight: 0, total: 0 };
  readonly #byType = new Map<string, Tally>();
  readonly #byTag = new Map<string, Tally>();
  readonly #wrong: string[] = [];
  #structureRight = 0;
  #originalStructureRight = 0;
  #confidentCount = 0;
  #confidentlyWrongCount = 0;

  add(line: CorpusLine, reading: OptionReading): void {
    const { expect: expected } = line;
    if (expected === undefined) return;
    const answer = answerOf(reading);
    const original = originalMapper(rawOptionsOf(line));
    const difference = differenceTo(answer, expected);
    const isRight = difference === null;
    const isOriginalRight = differenceTo(original, expected) === null;
    const tallies = [this.#all, tallyOf(this.#byType, expected.type)];
    for (const tag of line.tags) tallies.push(tallyOf(this.#byTag, tag));
    for (const tally of tallies) {
      tally.total += 1;
      if (isRight) tally.right += 1;
      if (isOriginalRight) tally.originalRight += 1;
    }
    if (hasStructure(answer, expected)) this.#structureRight += 1;
    if (hasStructure(original, expected)) this.#originalStructureRight += 1;
    if (reading.confidence >= HIGH_CONFIDENCE) {
      this.#confidentCount += 1;
      if (!isRight) this.#confidentlyWrongCount += 1;
    }
    if (difference !== null) this.#wrong.push(`${line.id}: ${difference}`);
  }

  result(): ScoreResult {
    return {
      ...this.#all,
      structureRight: this.#structureRight,
      originalStructureRight: this.#originalStructureRight,
      confident: { wrong: this.#confidentlyWrongCount, total: this.#confidentCount },
      byType: this.#byType,
      byTag: this.#byTag,
      wrong: this.#wrong,
    };
  }
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  let tally = tallies.get(name);
  if (tally === undefined) {
    tally = { right: 0, originalRight: 0, total: 0 };
    tallies.set(name, tally);
  }
  return tally;
}

/** Structure alone: the original design never promised names, order, price and stock. */
function hasStructure(
  answer: ExpectedAnswer,
  expected: NonNullable<CorpusLine['expect']>,
): boolean {
  const setsOf = ({ type, dimensions }: ExpectedAnswer): string =>
    JSON.stringify([type, dimensions.map(({ values }) => [...values].sort())]);
  const own = setsOf(answer);
  return [expected, ...(expected.accept ?? [])].some((other) => setsOf(other) === own);
}

/** What reads a list; the reading itself is not looked at. */
export type Reader = (options: readonly RawOption[], line: CorpusLine) => unknown;

/**
 * Lists per second: the middle of several rounds over `lines`, after rounds that only warm up.
 * `nowMs`: processor time.
 */
export function listsPerSecond(
  lines: readonly CorpusLine[],
  read: Reader,
  nowMs: () => number,
): number {
  const lists = lines.map((line) => ({ line, options: rawOptionsOf(line) }));
  if (lists.length === 0) return 0;
  const repeats = Math.ceil(ROUND_LISTS / lists.length);
  const times: number[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    const startedAtMs = nowMs();
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (const { line, options } of lists) read(options, line);
    }
    if (round >= WARM_UP_ROUNDS) times.push(nowMs() - startedAtMs);
  }
  times.sort((left, right) => left - right);
  const middleMs = times[Math.floor(times.length / 2)] ?? 0;
  return middleMs > 0 ? Math.round((lists.length * repeats * 1000) / middleMs) : 0;
}

const ROUND_LISTS = 60;
const WARM_UP_ROUNDS = 40;
const ROUNDS = 11;
