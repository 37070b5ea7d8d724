import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CorpusLine, parseCorpusLine, rawOptionsOf } from '@shared/options/corpus';
import { edit, previewAtNaver, startEditing } from '@shared/options/editor/editor';
import { ReadingMemory } from '@shared/options/inference/choice-list';
import { inferOptions } from '@shared/options/inference/infer';
import type { RawOption } from '@shared/options/model';
import { originalMapper } from '../src/cli/options/original-mapper';
import { OptionScore } from '../src/cli/options/score';

/*
 * The option mapper on the labelled corpus and on the clock, beside the original design's algorithm.
 * The median of many warm rounds counts, in processor time, so that a busy machine does not count
 * against the code. The last line is JSON.
 */

const BARS = {
  rightShare: 0.98,
  confidentlyWrongShare: 0.005,
  listsPerSecond: 20_000,
  list300Ms: 5,
  previewMs: 16,
};
/** Rounds before any is counted: the machine code for a mapper that runs all day is made in them. */
const WARM_UP_ROUNDS = 150;
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

/** Lists of 12 values: every longer list of the corpus in pieces of twelve. */
function listsOfTwelve(): readonly {
  readonly line: CorpusLine;
  readonly options: readonly RawOption[];
}[] {
  return corpus.flatMap((line) => {
    const options = rawOptionsOf(line);
    return Array.from({ length: Math.floor(options.length / LIST_LENGTH) }, (_, piece) => ({
      line,
      options: options.slice(piece * LIST_LENGTH, (piece + 1) * LIST_LENGTH),
    }));
  });
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

/** The fastest and the middle of several warm rounds, in processor time. */
interface Rounds {
  readonly fastestMs: number;
  readonly medianMs: number;
}

/**
 * Processor time of all threads of this process counts, collecting of garbage included: that is what
 * the work takes of one core, whatever else the machine does.
 */
function roundsOf(work: () => void): Rounds {
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) work();
  const times = Array.from({ length: ROUNDS }, () => timed(work).cpuMs).sort(
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

const score = new OptionScore();
for (const line of corpus) score.add(line, inferOptions(rawOptionsOf(line), line));
const accuracy = score.result();

const perSecond = (tookMs: number): number => Math.round(listCount / (tookMs / 1000));
const result = {
  rightShare: accuracy.right / accuracy.total,
  confidentlyWrongShare:
    accuracy.confident.total === 0 ? 0 : accuracy.confident.wrong / accuracy.confident.total,
  listsPerSecond: perSecond(ours.medianMs),
  listsPerSecondUnshared: perSecond(oursAlone.medianMs),
  listsPerSecondFastest: perSecond(ours.fastestMs),
  list300Ms: list300.medianMs,
  firstPreviewMs: firstPreview.cpuMs,
  previewMs: preview.medianMs,
  structureShare: accuracy.structureRight / accuracy.total,
  original: {
    rightShare: accuracy.originalRight / accuracy.total,
    structureShare: accuracy.originalStructureRight / accuracy.total,
    listsPerSecond: perSecond(original.medianMs),
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
  bar(
    'lists of 12 per second of one core, median round',
    result.listsPerSecond,
    '>=',
    BARS.listsPerSecond,
  ),
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
  `right on ${accuracy.total} lists         ${percent(result.rightShare).padEnd(15)} ${percent(result.original.rightShare)}`,
);
console.log(
  `right structure alone     ${percent(result.structureShare).padEnd(15)} ${percent(result.original.structureShare)}`,
);
console.log(
  `lists of 12 per second    ${String(result.listsPerSecond).padEnd(15)} ${result.original.listsPerSecond}`,
);
console.log(`  each on its own         ${result.listsPerSecondUnshared}`);
console.log(`  fastest round           ${result.listsPerSecondFastest}`);
console.log(`confident and wrong       ${accuracy.confident.wrong} of ${accuracy.confident.total}`);
console.log(`one list of 300           ${result.list300Ms.toFixed(2)} ms`);
console.log(
  `keystroke to preview, 300 ${result.firstPreviewMs.toFixed(2)} ms first, ${result.previewMs.toFixed(2)} ms then`,
);
console.log(JSON.stringify({ bench: 'options', ...result, bars }));
if (bars.some((entry) => !entry.holds)) process.exitCode = 1;
