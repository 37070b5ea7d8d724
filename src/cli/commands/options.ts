import {
  answerOf,
  type CorpusLine,
  differenceTo,
  parseCorpusLine,
  rawOptionsOf,
} from '@shared/options/corpus';
import { ReadingMemory } from '@shared/options/inference/choice-list';
import { inferOptions } from '@shared/options/inference/infer';
import type { OptionReading } from '@shared/options/model';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { EXIT, type ExitStatus } from '../exit-status';

/** What the `options` command works on. */
export interface OptionsCommandInput {
  /** Lines in the corpus format; empty ones are skipped. */
  readonly lines: Iterable<string> | AsyncIterable<string>;
  /** One JSON object per line instead of a readable text. */
  readonly json: boolean;
  /** Compare with the lines' own `expect` and print the accuracy by type and tag. */
  readonly score: boolean;
  readonly language: Language;
  /** Takes one line of output. */
  readonly write: (line: string) => void;
}

/** From this confidence on a wrong reading counts as confidently wrong. */
const HIGH_CONFIDENCE = 0.9;

/**
 * Reads option lists and prints one result per line. A line that is no option list gives a line with
 * its error and the exit status `usage`; wrong readings under `score` give `attention`.
 */
export async function runOptionsCommand(input: OptionsCommandInput): Promise<ExitStatus> {
  const score = new Score();
  const memory = new ReadingMemory();
  let lineNumber = 0;
  let hasBadLine = false;
  for await (const text of input.lines) {
    lineNumber += 1;
    if (text.trim() === '') continue;
    const line = parseLine(text, lineNumber);
    if (typeof line === 'string') {
      hasBadLine = true;
      input.write(input.json ? JSON.stringify({ line: lineNumber, error: line }) : line);
      continue;
    }
    const reading = inferOptions(rawOptionsOf(line), line, memory);
    input.write(input.json ? jsonOf(line, reading, input.language) : readableOf(line, reading));
    if (input.score) score.add(line, reading);
  }
  if (input.score) for (const line of score.lines(input.json)) input.write(line);
  if (hasBadLine) return EXIT.usage;
  return score.wrongCount > 0 ? EXIT.attention : EXIT.done;
}

function parseLine(text: string, lineNumber: number): CorpusLine | string {
  try {
    return parseCorpusLine(text);
  } catch (fault) {
    const problem = fault instanceof Error ? fault.message.replace(/\s+/g, ' ') : String(fault);
    return `line ${lineNumber}: ${problem.slice(0, 300)}`;
  }
}

function jsonOf(line: CorpusLine, reading: OptionReading, language: Language): string {
  const answer = answerOf(reading);
  return JSON.stringify({
    id: line.id,
    type: answer.type,
    dimensions: answer.dimensions,
    combinations: answer.combinations,
    addOns: answer.addOns ?? [],
    confidence: reading.confidence,
    separator: reading.separator,
    notes: [
      ...reading.steps.map((step) => step[language]),
      ...reading.notes.map((note) => textOf(note.code, language, note.params).message),
    ],
  });
}

function readableOf(line: CorpusLine, reading: OptionReading): string {
  const dimensions = reading.dimensions
    .map(({ name, values }) => `${name}[${values.join(', ')}]`)
    .join(' × ');
  const parts = [
    line.id,
    reading.type,
    dimensions === '' ? '-' : dimensions,
    `${reading.combinations.length} combinations`,
    ...(reading.addOns.length === 0 ? [] : [`${reading.addOns.length} add-ons`]),
    `confidence ${reading.confidence.toFixed(2)}`,
  ];
  return parts.join('  ');
}

interface Tally {
  right: number;
  total: number;
}

/** Counts right readings over all lines that state what is expected. */
class Score {
  readonly #all: Tally = { right: 0, total: 0 };
  readonly #byType = new Map<string, Tally>();
  readonly #byTag = new Map<string, Tally>();
  readonly #wrong: string[] = [];
  #confidentCount = 0;
  #confidentlyWrongCount = 0;

  get wrongCount(): number {
    return this.#wrong.length;
  }

  add(line: CorpusLine, reading: OptionReading): void {
    if (line.expect === undefined) return;
    const difference = differenceTo(answerOf(reading), line.expect);
    const isRight = difference === null;
    const tallies = [this.#all, tallyOf(this.#byType, line.expect.type)];
    for (const tag of line.tags) tallies.push(tallyOf(this.#byTag, tag));
    for (const tally of tallies) {
      tally.total += 1;
      if (isRight) tally.right += 1;
    }
    if (reading.confidence >= HIGH_CONFIDENCE) {
      this.#confidentCount += 1;
      if (!isRight) this.#confidentlyWrongCount += 1;
    }
    if (difference !== null) this.#wrong.push(`${line.id}: ${difference}`);
  }

  lines(isJson: boolean): readonly string[] {
    const confident = { wrong: this.#confidentlyWrongCount, total: this.#confidentCount };
    if (isJson) {
      return [
        JSON.stringify({
          score: {
            ...this.#all,
            confident,
            byType: Object.fromEntries(this.#byType),
            byTag: Object.fromEntries(this.#byTag),
            wrong: this.#wrong,
          },
        }),
      ];
    }
    const rows = (tallies: ReadonlyMap<string, Tally>): readonly string[] =>
      [...tallies]
        .sort(([left], [right]) => left.localeCompare(right))
        .map(([name, tally]) => rowOf(name, tally));
    return [
      '',
      rowOf('all', this.#all),
      `confidence of ${HIGH_CONFIDENCE} or more: ${confident.total}, wrong among them: ${confident.wrong}`,
      ...rows(this.#byType),
      ...rows(this.#byTag),
      ...this.#wrong.map((wrong) => `wrong  ${wrong}`),
    ];
  }
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  let tally = tallies.get(name);
  if (tally === undefined) {
    tally = { right: 0, total: 0 };
    tallies.set(name, tally);
  }
  return tally;
}

function rowOf(name: string, { right, total }: Tally): string {
  const percent = total === 0 ? '-' : `${((right / total) * 100).toFixed(1)} %`;
  return `${name.padEnd(20)} ${String(right).padStart(5)} / ${String(total).padEnd(5)} ${percent}`;
}
