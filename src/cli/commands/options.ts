import { answerOf, type CorpusLine, parseCorpusLine, rawOptionsOf } from '@shared/options/corpus';
import { ReadingMemory } from '@shared/options/inference/choice-list';
import { inferOptions } from '@shared/options/inference/infer';
import type { OptionReading } from '@shared/options/model';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { EXIT, type ExitStatus } from '../exit-status';
import { originalMapper } from '../options/original-mapper';
import {
  HIGH_CONFIDENCE,
  listsPerSecond,
  OptionScore,
  type ScoreResult,
  type Tally,
} from '../options/score';

/** What the `options` command works on. */
export interface OptionsCommandInput {
  /** Lines in the corpus format; empty ones are skipped. */
  readonly lines: Iterable<string> | AsyncIterable<string>;
  /** One JSON object per line instead of a readable text. */
  readonly json: boolean;
  /**
   * Compare with the lines' own `expect` and print accuracy by type and tag, and the speed, beside the
   * original design's algorithm.
   */
  readonly score: boolean;
  /** Processor time, for the speed. */
  readonly nowMs: () => number;
  readonly language: Language;
  /** Takes one line of output. */
  readonly write: (line: string) => void;
}

/**
 * Reads option lists and prints one result per line. A line that is no option list gives a line with
 * its error and the exit status `usage`; wrong readings under `score` give `attention`.
 */
export async function runOptionsCommand(input: OptionsCommandInput): Promise<ExitStatus> {
  const score = new OptionScore();
  const scored: CorpusLine[] = [];
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
    if (!input.score) continue;
    score.add(line, reading);
    scored.push(line);
  }
  const result = score.result();
  if (input.score) {
    const speed = {
      own: listsPerSecond(
        scored,
        (options, line) => inferOptions(options, line, memory),
        input.nowMs,
      ),
      original: listsPerSecond(scored, originalMapper, input.nowMs),
    };
    for (const line of scoreLines(result, speed, input.json)) input.write(line);
  }
  if (hasBadLine) return EXIT.usage;
  return result.wrong.length > 0 ? EXIT.attention : EXIT.done;
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

/** The score as one JSON line, or as a table with the original design's algorithm beside ours. */
function scoreLines(
  score: ScoreResult,
  speed: { readonly own: number; readonly original: number },
  isJson: boolean,
): readonly string[] {
  if (isJson) {
    const { byType, byTag, ...rest } = score;
    return [
      JSON.stringify({
        score: {
          ...rest,
          listsPerSecond: speed.own,
          originalListsPerSecond: speed.original,
          byType: Object.fromEntries(byType),
          byTag: Object.fromEntries(byTag),
        },
      }),
    ];
  }
  const rows = (tallies: ReadonlyMap<string, Tally>): readonly string[] =>
    [...tallies]
      .sort(([left], [right]) => left.localeCompare(right))
      .map(([name, tally]) => rowOf(name, tally));
  const { confident, total } = score;
  return [
    '',
    columns('', 'ours', 'original design'),
    rowOf('all', score),
    rowOf('structure alone', {
      right: score.structureRight,
      originalRight: score.originalStructureRight,
      total,
    }),
    columns('lists per second', String(speed.own), String(speed.original)),
    `confidence of ${HIGH_CONFIDENCE} or more: ${confident.total}, wrong among them: ${confident.wrong}`,
    ...rows(score.byType),
    ...rows(score.byTag),
    ...score.wrong.map((wrong) => `wrong  ${wrong}`),
  ];
}

function rowOf(name: string, { right, originalRight, total }: Tally): string {
  const share = (count: number): string =>
    total === 0 ? '-' : `${count} / ${total}  ${((count / total) * 100).toFixed(1)} %`;
  return columns(name, share(right), share(originalRight));
}

function columns(name: string, own: string, original: string): string {
  return `${name.padEnd(20)} ${own.padEnd(22)} ${original}`;
}
