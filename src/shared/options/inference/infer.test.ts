import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionReading, RawOption } from '../model';
import { inferOptions } from './infer';
import { CLEANING_CASES } from './labelled/cleaning-cases';
import type { LabelledCase } from './labelled/labelled-case';
import { NAMING_CASES } from './labelled/naming-cases';
import { PREFIX_CASES } from './labelled/prefix-cases';
import { SPLITTING_CASES } from './labelled/splitting-cases';

/** Whole lists of one product area, one JSON object per line. */
function listsOf(area: string): readonly LabelledCase[] {
  return readFileSync(new URL(`./labelled/${area}-lists.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledCase);
}

/** Our own labelled lists: at least one for every rule of the labelling specification, and whole products. */
const LABELLED_CASES: readonly LabelledCase[] = [
  ...SPLITTING_CASES,
  ...CLEANING_CASES,
  ...PREFIX_CASES,
  ...NAMING_CASES,
  ...['clothes', 'home', 'goods'].flatMap(listsOf),
];

const NOTHING_KNOWN = { category: '', title: '', setName: '' };

function option(name: string, overrides: Partial<RawOption> = {}): RawOption {
  return { name, priceKrw: 0, stock: 10, sold: true, sourceKey: null, ...overrides };
}

function read(labelled: LabelledCase): OptionReading {
  const options = labelled.values.map((name, place) =>
    option(name, {
      priceKrw: labelled.additionsKrw?.[place] ?? 0,
      ...(labelled.closed?.includes(place) ? { stock: 0, sold: false } : {}),
    }),
  );
  return inferOptions(options, {
    category: labelled.category ?? '',
    title: labelled.title ?? '상품',
    setName: labelled.set ?? '옵션',
  });
}

describe('inferOptions', () => {
  it('is seldom wrong where it is sure, on all labelled lists together', () => {
    const readings = LABELLED_CASES.map((labelled) => ({ labelled, reading: read(labelled) }));
    const sure = readings.filter(({ reading }) => reading.confidence >= 0.9);
    expect(readings.length).toBeGreaterThan(400);
    // Being right is held case by case below; being sure of what is right is held here.
    expect(sure.length / readings.length).toBeGreaterThan(0.7);
  });

  it.each(LABELLED_CASES.map((labelled) => [labelled.rule, labelled] as const))(
    'reads %s',
    (_, labelled) => {
      const reading = read(labelled);
      if (labelled.orWhole === true && reading.type === 'SIMPLE') return;
      const names = Object.keys(labelled.dims);
      expect(reading.dimensions.map((dimension) => dimension.values)).toEqual(
        Object.values(labelled.dims),
      );
      for (const [place, dimension] of reading.dimensions.entries()) {
        // A name of last resort says nothing, in whichever words.
        const isOpen = /^옵션|종류/.test(names[place] ?? '') && dimension.name === '종류';
        expect(isOpen || names[place]?.split('|').includes(dimension.name), dimension.name).toBe(
          true,
        );
      }
      if (labelled.pricesKrw)
        expect(reading.combinations.map((entry) => entry.priceKrw)).toEqual(labelled.pricesKrw);
      if (labelled.addOns)
        expect(reading.addOns.map((entry) => entry.name)).toEqual(labelled.addOns);
      if (labelled.unusable) {
        expect(
          reading.combinations.flatMap((entry, place) => (entry.usable ? [] : [place])),
        ).toEqual(labelled.unusable);
      }
    },
  );

  it('reads no options from an empty list', () => {
    expect(inferOptions([], NOTHING_KNOWN)).toMatchObject({
      type: 'NONE',
      dimensions: [],
      combinations: [],
      confidence: 1,
    });
  });

  it.each(['기본', '단품', '옵션없음', 'DEFAULT', '-', '.', '기본 선택', '무소음 벽시계'])(
    'keeps price and stock of the dummy %s',
    (name) => {
      const reading = inferOptions([option(name, { priceKrw: 500, stock: 3, sourceKey: '00' })], {
        ...NOTHING_KNOWN,
        title: '[특가] 무소음 벽시계',
      });
      expect(reading.type).toBe('NONE');
      expect(reading.confidence).toBeGreaterThan(0.95);
      expect(reading.combinations).toEqual([
        { values: [], priceKrw: 500, stock: 3, usable: true, sourceKey: '00' },
      ]);
    },
  );

  it('offers a single real value as a list of one', () => {
    const reading = inferOptions([option('블랙')], NOTHING_KNOWN);
    expect(reading.type).toBe('NONE');
    expect(
      reading.alternatives.map(({ type, dimensions }) => [type, dimensions[0]?.values]),
    ).toEqual([['SIMPLE', ['블랙']]]);
  });

  it('is independent when every option is an add-on', () => {
    const reading = inferOptions(
      [option('추가)필터', { priceKrw: -3000 }), option('추가)리모컨', { stock: 0 })],
      NOTHING_KNOWN,
    );
    expect(reading.type).toBe('INDEPENDENT');
    expect(reading.addOns.map(({ name, priceKrw, usable }) => [name, priceKrw, usable])).toEqual([
      ['필터', -3000, true],
      ['리모컨', 0, false],
    ]);
  });

  it('lets a structured price win over the text and says that they differ', () => {
    const reading = inferOptions(
      [option('블랙(+1,000원)', { priceKrw: 1500 }), option('화이트')],
      NOTHING_KNOWN,
    );
    expect(reading.combinations[0]?.priceKrw).toBe(1500);
    expect(reading.notes.map((note) => note.code)).toContain('OPTIONS_PRICE_TEXT_DIFFERS');
  });

  it.each([
    ['marks of writing direction', '블랙\u200f'],
    ['HTML', '<font color="red">블랙</font>'],
    ['emoji that are a part of the name', '블랙🔥핫'],
    ['emoji alone', '🔥'],
  ])('sends names with %s to review', (_, name) => {
    const reading = inferOptions([option(name), option('화이트'), option('네이비')], NOTHING_KNOWN);
    expect(reading.notes).toContainEqual(
      expect.objectContaining({ code: 'OPTIONS_STRANGE_NAME', severity: 'ask' }),
    );
    expect(reading.combinations).toHaveLength(3);
  });

  it('has nothing against decoration, brackets and zero-width characters', () => {
    const names = ['🔥블랙', '화이트<M>', '네\u200b이비', '★베이지★', '핑크 ♥'];
    const reading = inferOptions(
      names.map((name) => option(name)),
      NOTHING_KNOWN,
    );
    expect(reading.notes).toEqual([]);
  });

  it('notes every row that it leaves out', () => {
    const reading = inferOptions(
      [option('옵션을 선택하세요', { stock: 0 }), option('블랙'), option('블랙'), option('화이트')],
      NOTHING_KNOWN,
    );
    expect(reading.notes.map((note) => [note.code, note.params?.row])).toEqual([
      ['OPTIONS_PLACEHOLDER_LEFT_OUT', 1],
      ['OPTIONS_DUPLICATE_LEFT_OUT', 3],
    ]);
  });

  it('invents no combination of a partial grid', () => {
    const reading = inferOptions(
      ['블랙-S', '블랙-M', '화이트-S'].map((name) => option(name)),
      NOTHING_KNOWN,
    );
    expect(reading.combinations.map((entry) => entry.values.join('-'))).toEqual([
      '블랙-S',
      '블랙-M',
      '화이트-S',
    ]);
  });

  it('explains in both languages how it split', () => {
    const reading = inferOptions(
      ['블랙-S', '블랙-M', '화이트-S', '화이트-M'].map((name) => option(name)),
      NOTHING_KNOWN,
    );
    expect(reading.separator).toBe('-');
    expect(reading.steps.map((step) => step.en)).toContain(
      'Split at “-”: 2 × 2 grid, 4 of 4 listed.',
    );
    expect(reading.steps.every((step) => step.ko !== '' && step.en !== '')).toBe(true);
  });

  it('offers the whole values beside a split', () => {
    const reading = inferOptions(
      ['블랙-S', '블랙-M', '화이트-S'].map((name) => option(name)),
      NOTHING_KNOWN,
    );
    expect(reading.alternatives.map((alternative) => alternative.separator)).toContain(null);
    expect(
      reading.alternatives.every((alternative) => alternative.confidence < reading.confidence),
    ).toBe(true);
  });

  it('offers the split that only the names promise', () => {
    const reading = inferOptions(
      ['블랙-S', '화이트-M', '네이비-L'].map((name) => option(name)),
      { ...NOTHING_KNOWN, setName: '색상/사이즈' },
    );
    expect(reading.type).toBe('SIMPLE');
    expect(reading.confidence).toBeLessThan(0.9);
    expect(
      reading.alternatives.map((alternative) => alternative.dimensions.map(({ name }) => name)),
    ).toContainEqual(['색상', '사이즈']);
  });
});

const PARTS = [
  '블랙',
  '화이트',
  'S',
  'M',
  '-',
  '/',
  '(',
  ')',
  '[',
  ']',
  ' ',
  '+',
  '1,000원',
  '품절',
  '①',
  '01.',
  '색상:',
  'x',
  '100',
  'cm',
  '🔥',
  '\u200f',
  '&amp;',
  '<b>',
  '추가)',
  'é',
  '가',
];
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PARTS), { maxLength: 10 }).map((parts) => parts.join('')),
);
const anyOption = fc.record({
  name: anyName,
  priceKrw: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  stock: fc.integer({ min: 0, max: 1000 }),
  sold: fc.boolean(),
  sourceKey: fc.constant(null),
});
const LEFT_OUT = new Set(['OPTIONS_PLACEHOLDER_LEFT_OUT', 'OPTIONS_DUPLICATE_LEFT_OUT']);

describe('inferOptions on any list', () => {
  it('loses no option without a note and invents none', () => {
    fc.assert(
      fc.property(fc.array(anyOption, { maxLength: 40 }), (options) => {
        const keyed = options.map((entry, place) => ({ ...entry, sourceKey: String(place) }));
        const reading = inferOptions(keyed, NOTHING_KNOWN);
        const leftOut = reading.notes.filter((note) => LEFT_OUT.has(note.code)).length;
        expect(reading.combinations.length + reading.addOns.length + leftOut).toBe(options.length);
        const keys = [...reading.combinations, ...reading.addOns].map((entry) => entry.sourceKey);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the order of the input, and every value in order of first appearance', () => {
    fc.assert(
      fc.property(fc.array(anyOption, { maxLength: 40 }), (options) => {
        const keyed = options.map((entry, place) => ({ ...entry, sourceKey: String(place) }));
        const reading = inferOptions(keyed, NOTHING_KNOWN);
        const places = reading.combinations.map((entry) => Number(entry.sourceKey));
        expect(places).toEqual([...places].sort((left, right) => left - right));
        for (const [axis, dimension] of reading.dimensions.entries()) {
          const seen = [...new Set(reading.combinations.map((entry) => entry.values[axis]))];
          expect(dimension.values).toEqual(seen);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never gives the same combination twice, and takes stock only from the data', () => {
    fc.assert(
      fc.property(fc.array(anyOption, { maxLength: 40 }), (options) => {
        const keyed = options.map((entry, place) => ({ ...entry, sourceKey: String(place) }));
        const reading = inferOptions(keyed, NOTHING_KNOWN);
        const tuples = reading.combinations.map((entry) => JSON.stringify(entry.values));
        expect(new Set(tuples).size).toBe(tuples.length);
        for (const entry of reading.combinations) {
          const source = keyed[Number(entry.sourceKey)];
          expect(entry.stock).toBe(source?.stock);
          if (entry.usable) expect(source?.sold === true && source.stock > 0).toBe(true);
          if (source !== undefined && source.priceKrw !== 0)
            expect(entry.priceKrw).toBe(source.priceKrw);
        }
      }),
      { numRuns: 400 },
    );
  });
});
