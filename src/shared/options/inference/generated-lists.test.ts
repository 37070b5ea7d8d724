import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionReading, RawOption } from '../model';
import { inferOptions } from './infer';

/** Values of one kind, with the dimension names that are right for them. */
interface Pool {
  readonly names: readonly string[];
  readonly values: readonly string[];
}

const pool = (names: string, values: string): Pool => ({
  names: names.split('|'),
  values: values.split(' '),
});
const COLOURS = pool(
  '색상',
  '블랙 화이트 네이비 라이트그레이 카키 와인 스카이블루 연청 Ivory 딥그린 로즈골드',
);
const LETTERS = pool('사이즈', 'S M L XL 2XL FREE');
const PAIRS: readonly (readonly [Pool, Pool])[] = [
  [COLOURS, LETTERS],
  [LETTERS, COLOURS],
  [COLOURS, pool('사이즈', '230 240 250 260')],
  [COLOURS, pool('연령|사이즈', '1-2세 3-4세 5-6세')],
  [pool('모델', '아이폰15 아이폰15프로 갤럭시S24 갤럭시S24+ 갤럭시A35'), COLOURS],
  [pool('맛', '딸기맛 초코맛 순한맛'), pool('용량', '100g 500g 1kg')],
  [pool('단자', 'C타입 8핀 USB-C'), pool('길이|사이즈', '1m 1.5m 2m')],
  [pool('규격|사이즈', 'M6x20 M8x20 M8x40'), pool('수량', '10개 50개 100개')],
  [pool('방향|위치', '좌 우'), pool('사이즈|길이', '90cm 120cm 150cm')],
  [pool('디자인|타입', '체크무늬 줄무늬 꽃무늬'), LETTERS],
  [pool('호수', '17호 21호 23호'), pool('구성', '본품 리필')],
];
const SIGNS = [
  '-',
  '/',
  '_',
  '|',
  '~',
  ':',
  ';',
  '>',
  '=',
  ' / ',
  ' - ',
  '★',
  ' x ',
  '//',
  '(',
] as const;

interface Labelled {
  readonly pools: readonly [Pool, Pool];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly sign: (typeof SIGNS)[number];
}

const labelled: fc.Arbitrary<Labelled> = fc.constantFrom(...PAIRS).chain((pools) =>
  fc.record({
    pools: fc.constant(pools),
    left: fc.shuffledSubarray([...pools[0].values], { minLength: 2 }),
    right: fc.shuffledSubarray([...pools[1].values], { minLength: 2 }),
    sign: fc.constantFrom(...SIGNS),
  }),
);

function write(left: string, right: string, sign: string): string {
  return sign === '(' ? `${left}(${right})` : `${left}${sign}${right}`;
}

type Tuple = readonly [left: string, right: string];

function tuplesOf({ left, right }: Labelled): readonly Tuple[] {
  return left.flatMap((first) => right.map((second): Tuple => [first, second]));
}

function read(names: readonly string[]): OptionReading {
  const options = names.map(
    (name): RawOption => ({ name, priceKrw: 0, stock: 5, sold: true, sourceKey: null }),
  );
  return inferOptions(options, { category: '', title: '이름 없는 상품', setName: '옵션' });
}

function expectGrid(reading: OptionReading, list: Labelled, tuples: readonly Tuple[]): void {
  expect(reading.combinations.map((entry) => entry.values)).toEqual(tuples);
  expect(reading.type).toBe('COMBINATION');
  for (const [axis, { names }] of list.pools.entries())
    expect(names).toContain(reading.dimensions[axis]?.name);
}

/** Everything a supplier writes around a name; none of it changes what can be chosen. */
const NOISE: readonly (readonly [
  what: string,
  noisy: (name: string, row: number, tuple: Tuple, list: Labelled) => string,
])[] = [
  ['nothing', (name) => name],
  ['numbered lines', (name, row) => `${row + 1}) ${name}`],
  ['padded numbers', (name, row) => `${String(row + 1).padStart(3, '0')}.${name}`],
  ['numbered first parts', (name, _row, [left], list) => `${list.left.indexOf(left) + 1}. ${name}`],
  ['prices', (name, row) => (row % 2 === 0 ? `${name}(+1,000원)` : name)],
  ['stock notes', (name, row) => (row % 3 === 0 ? `${name} (재고 ${row}개)` : name)],
  ['sold-out marks', (name, row) => (row % 3 === 1 ? `[품절] ${name}` : name)],
  ['badges', (name, row) => (row % 4 === 0 ? `★신상★ ${name}` : name)],
  ['emoji', (name, row) => (row % 2 === 0 ? `🔥${name}` : name)],
  ['words of the title', (name) => `[이름] ${name}`],
  ['zero-width characters', (name) => [...name].join('\u200b')],
  ['odd blanks', (name) => `\u00a0 ${name}\t`],
];

describe('inferOptions on generated lists', () => {
  it.each(NOISE)('finds the grid under %s', (_, noisy) => {
    fc.assert(
      fc.property(labelled, (list) => {
        const tuples = tuplesOf(list);
        const names = tuples.map((tuple, row) =>
          noisy(write(tuple[0], tuple[1], list.sign), row, tuple, list),
        );
        expectGrid(read(names), list, tuples);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });

  it('finds a grid of which a few combinations are not listed, and adds none', () => {
    fc.assert(
      fc.property(labelled, fc.nat(), (list, chosen) => {
        const all = tuplesOf(list);
        fc.pre(all.length >= 9 && list.left.length >= 3 && list.right.length >= 3);
        const tuples = all.filter((_, row) => row !== chosen % all.length);
        expectGrid(
          read(tuples.map(([left, right]) => write(left, right, list.sign))),
          list,
          tuples,
        );
      }),
      { numRuns: 100, seed: 20_261_123 },
    );
  });

  it('finds the grid when signs and blanks differ from row to row', () => {
    const mixed = ['-', '/', '_', ' - ', ' /', '_ '];
    fc.assert(
      fc.property(labelled, (list) => {
        const tuples = tuplesOf(list);
        expectGrid(
          read(
            tuples.map(([left, right], row) =>
              write(left, right, mixed[row % mixed.length] ?? '-'),
            ),
          ),
          list,
          tuples,
        );
      }),
      { numRuns: 100, seed: 20_261_123 },
    );
  });

  it('keeps the values of one kind whole', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAIRS.flat()), fc.nat(), ({ names, values }, turn) => {
        const rotated = [
          ...values.slice(turn % values.length),
          ...values.slice(0, turn % values.length),
        ];
        const reading = read(rotated);
        expect(reading.type).toBe('SIMPLE');
        expect(reading.dimensions[0]?.values).toEqual(rotated);
        expect(names).toContain(reading.dimensions[0]?.name);
      }),
      { numRuns: 100, seed: 20_261_123 },
    );
  });
});
