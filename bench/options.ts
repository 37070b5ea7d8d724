import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  answerOf,
  type CorpusLine,
  differenceTo,
  type ExpectedAnswer,
  parseCorpusLine,
  rawOptionsOf,
} from '@shared/options/corpus';
import { edit, previewAtNaver, startEditing } from '@shared/options/editor/editor';
import { ReadingMemory } from '@shared/options/inference/choice-list';
import { inferOptions } from '@shared/options/inference/infer';
import type { RawOption } from '@shared/options/model';
import { originalMapper } from './options/original';

/*
 * The option mapper on the labelled corpus and on the clock, beside the original design's algorithm.
 * The fastest of many short rounds counts, so that a busy machine does not count against the code; the
 * median is printed beside it. The last line is JSON.
 */

const BARS = {
  rightShare: 0.98,
  confidentlyWrongShare: 0.005,
  listsPerSecond: 20_000,
  list300Ms: 5,
  previewMs: 16,
};
/** Many short rounds: some of them fall between the turns of whatever else the machine does. */
const ROUNDS = 60;
const LISTS_PER_ROUND = 400;
const LIST_LENGTH = 12;

const CORPUS = process.argv[2] ?? resolve('..', 'shared', 'corpus', 'options.visible.jsonl');
if (!existsSync(CORPUS)) {
  console.error(
    `The labelled option lists are missing: ${CORPUS}. Put the shared folder beside the checkout or name the file.`,
  );
  process.exit(2);
}
const corpus = readFileSync(CORPUS, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map(parseCorpusLine);

interface Accuracy {
  readonly right: number;
  readonly total: number;
  readonly confident: number;
  readonly confidentlyWrong: number;
}

function accuracyOf(
  read: (line: CorpusLine) => { readonly answer: ExpectedAnswer; readonly confidence: number },
): Accuracy {
  let right = 0;
  let total = 0;
  let confident = 0;
  let confidentlyWrong = 0;
  for (const line of corpus) {
    if (line.expect === undefined) continue;
    const { answer, confidence } = read(line);
    const isRight = differenceTo(answer, line.expect) === null;
    total += 1;
    if (isRight) right += 1;
    if (confidence >= 0.9) {
      confident += 1;
      if (!isRight) confidentlyWrong += 1;
    }
  }
  return { right, total, confident, confidentlyWrong };
}

/** Lists of 12 values made of the corpus' own words: every list that long, cut; and shorter ones of a kind. */
function listsOfTwelve(): readonly {
  readonly line: CorpusLine;
  readonly options: readonly RawOption[];
}[] {
  return corpus
    .map((line) => ({ line, options: rawOptionsOf(line).slice(0, LIST_LENGTH) }))
    .filter(({ options }) => options.length === LIST_LENGTH);
}

interface Pace {
  readonly cpuMs: number;
  readonly wallMs: number;
}

function timed(work: () => void): Pace {
  const cpuBefore = process.cpuUsage();
  const startedAtMs = performance.now();
  work();
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpuMs: (user + system) / 1000, wallMs };
}

/** The fastest and the middle of several rounds, by the wall clock. */
interface Rounds {
  readonly fastestMs: number;
  readonly medianMs: number;
}

function roundsOf(work: () => void): Rounds {
  const times = Array.from({ length: ROUNDS }, () => timed(work).wallMs).sort(
    (left, right) => left - right,
  );
  return { fastestMs: times[0] ?? 0, medianMs: times[Math.floor(times.length / 2)] ?? 0 };
}

const lists = listsOfTwelve();
const REPEATS = Math.ceil(LISTS_PER_ROUND / lists.length);
const listCount = lists.length * REPEATS;
const memory = new ReadingMemory();
const ours = roundsOf(() => {
  for (let round = 0; round < REPEATS; round += 1) {
    for (const { line, options } of lists) inferOptions(options, line, memory);
  }
});
const oursAlone = roundsOf(() => {
  for (let round = 0; round < REPEATS; round += 1) {
    for (const { line, options } of lists) inferOptions(options, line);
  }
});
const original = roundsOf(() => {
  for (let round = 0; round < REPEATS; round += 1) {
    for (const { options } of lists) originalMapper(options);
  }
});

const COLOURS = [
  '블랙',
  '화이트',
  '네이비',
  '그레이',
  '베이지',
  '카키',
  '레드',
  '핑크',
  '민트',
  '와인',
];
const three = COLOURS.flatMap((colour) =>
  Array.from(
    { length: 30 },
    (_, place): RawOption => ({
      name: `${colour}/${120 + place * 5}`,
      priceKrw: place > 20 ? 1000 : 0,
      stock: 5,
      sold: true,
      sourceKey: null,
    }),
  ),
);
const SHOES = { category: '신발>운동화', title: '경량 런닝화', setName: '색상/사이즈' };
for (let round = 0; round < 20; round += 1) inferOptions(three, SHOES);
const list300 = roundsOf(() => {
  inferOptions(three, SHOES);
});

const TERMS = {
  salePriceKrw: 20_000,
  discountKrw: 0,
  optionFactor: 1.4,
  maxCombinations: 500,
  isPriceWindowExempt: false,
  isBook: false,
};
const editing = startEditing(inferOptions(three, SHOES));
const keystroke = (round: number): void => {
  const { editing: next } = edit(editing, {
    kind: 'rename-value',
    axis: 0,
    value: '블랙',
    name: `검정${round}`,
  });
  previewAtNaver(next, TERMS);
};
const firstPreview = timed(() => keystroke(0));
const preview = roundsOf(() => keystroke(1));

const own = accuracyOf((line) => {
  const reading = inferOptions(rawOptionsOf(line), line);
  return { answer: answerOf(reading), confidence: reading.confidence };
});
const theirs = accuracyOf((line) => ({
  answer: originalMapper(rawOptionsOf(line)),
  confidence: 1,
}));

/** Structure alone, names, order, price and stock aside: the original design never promised those. */
function hasStructure(answer: ExpectedAnswer, expected: ExpectedAnswer): boolean {
  const setsOf = ({ type, dimensions }: ExpectedAnswer): string =>
    JSON.stringify([type, dimensions.map(({ values }) => [...values].sort())]);
  return setsOf(answer) === setsOf(expected);
}
const structured = (
  read: (options: readonly RawOption[], line: CorpusLine) => ExpectedAnswer,
): number =>
  corpus.filter(
    (line) =>
      line.expect !== undefined &&
      [line.expect, ...(line.expect.accept ?? [])].some((expected) =>
        hasStructure(read(rawOptionsOf(line), line), expected),
      ),
  ).length / own.total;

const perSecond = (tookMs: number): number => Math.round(listCount / (tookMs / 1000));
const result = {
  rightShare: own.right / own.total,
  confidentlyWrongShare: own.confident === 0 ? 0 : own.confidentlyWrong / own.confident,
  listsPerSecond: perSecond(ours.fastestMs),
  listsPerSecondUnshared: perSecond(oursAlone.fastestMs),
  listsPerSecondMedian: perSecond(ours.medianMs),
  list300Ms: list300.fastestMs,
  firstPreviewMs: firstPreview.cpuMs,
  previewMs: preview.medianMs,
  structureShare: structured((options, line) => answerOf(inferOptions(options, line))),
  original: {
    rightShare: theirs.right / theirs.total,
    structureShare: structured(originalMapper),

    listsPerSecond: perSecond(original.fastestMs),
  },
};
const bars = [
  bar('right on the corpus', result.rightShare, '>=', BARS.rightShare),
  bar(
    'wrong with confidence of 0.9 or more',
    result.confidentlyWrongShare,
    '<=',
    BARS.confidentlyWrongShare,
  ),
  bar('lists of 12 per second, fastest round', result.listsPerSecond, '>=', BARS.listsPerSecond),
  bar('one list of 300, ms', result.list300Ms, '<=', BARS.list300Ms),
  bar('first keystroke to preview of 300, ms', result.firstPreviewMs, '<=', BARS.previewMs),
];

function bar(name: string, value: number, relation: '>=' | '<=', limit: number) {
  const holds = relation === '>=' ? value >= limit : value <= limit;
  return { name, value, bound: `${relation} ${limit}`, holds };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
console.log(`                          ours            original design`);
console.log(
  `right on ${own.total} lists         ${percent(result.rightShare).padEnd(15)} ${percent(result.original.rightShare)}`,
);
console.log(
  `right structure alone     ${percent(result.structureShare).padEnd(15)} ${percent(result.original.structureShare)}`,
);
console.log(
  `lists of 12 per second    ${String(result.listsPerSecond).padEnd(15)} ${result.original.listsPerSecond}`,
);
console.log(`  each on its own         ${result.listsPerSecondUnshared}`);
console.log(`  median round            ${result.listsPerSecondMedian}`);
console.log(`confident and wrong       ${own.confidentlyWrong} of ${own.confident}`);
console.log(`one list of 300           ${result.list300Ms.toFixed(2)} ms`);
console.log(
  `keystroke to preview, 300 ${result.firstPreviewMs.toFixed(2)} ms first, ${result.previewMs.toFixed(2)} ms then`,
);
console.log(JSON.stringify({ bench: 'options', ...result, bars }));
if (bars.some((entry) => !entry.holds)) process.exitCode = 1;
