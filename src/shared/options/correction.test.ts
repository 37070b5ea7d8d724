import { describe, expect, it } from 'vitest';
import { learnedFrom, offerCorrection, withCorrection } from './correction';
import { describeCorrection } from './describe-correction';
import type { OptionCommand } from './editor/commands';
import { inferOptions } from './inference/infer';
import type { OptionModel } from './model';

const CONTEXT = { category: '', title: '', setName: '옵션' };
const read = (...names: readonly string[]) =>
  inferOptions(
    names.map((name) => ({ name, priceKrw: 0, stock: 5, sold: true, sourceKey: null })),
    CONTEXT,
  );
const EMPTY = { type: 'NONE', dimensions: [], combinations: [], addOns: [] } as const;
const take = (
  from: Extract<OptionCommand, { kind: 'take-model' }>['from'],
  separator: string | null,
): OptionCommand => ({
  kind: 'take-model',
  from,
  separator,
  model: structuredClone(EMPTY) as never,
});
const RENAME = { kind: 'rename-dimension', axis: 0, name: '라인' } as const;

describe('learnedFrom', () => {
  it('keeps what speaks of names and structure, and nothing that belongs to one item', () => {
    expect(learnedFrom([{ kind: 'set-price', places: [0], priceKrw: 500 }])).toEqual([]);
    expect(learnedFrom([RENAME, { kind: 'set-usable', places: [0], usable: false }])).toEqual([
      RENAME,
    ]);
  });

  it('begins anew with another reading, and keeps a typed sign as typed', () => {
    expect(learnedFrom([RENAME, take('reading', null)])).toEqual([
      { kind: 'take-separator', separator: null, isTyped: false },
    ]);
    expect(learnedFrom([take('typed-sign', '!'), RENAME])).toEqual([
      { kind: 'take-separator', separator: '!', isTyped: true },
      RENAME,
    ]);
  });

  it('keeps earlier edits through a repair or newer data, and takes an offer for what it was', () => {
    expect(learnedFrom([RENAME, take('repair', '-'), take('supplier', '-')])).toEqual([RENAME]);
    const other = { kind: 'rename-value', axis: 0, value: '가', name: '나' } as const;
    expect(learnedFrom([RENAME, take('correction', '-')], [other])).toEqual([other]);
  });
});

describe('offerCorrection', () => {
  it('cuts the next list at a sign that only the seller saw', () => {
    const reading = read('로하스!대', '모에라!소', '모에라!중');
    const offer = offerCorrection(
      reading,
      [{ kind: 'take-separator', separator: '!', isTyped: true }],
      CONTEXT,
    );
    expect(offer?.separator).toBe('!');
    expect(offer?.model.dimensions.map(({ values }) => values)).toEqual([
      ['로하스', '모에라'],
      ['대', '소', '중'],
    ]);
  });

  it('offers nothing where the sign does not occur or the correction means nothing', () => {
    const reading = read('블랙', '화이트');
    const typed = { kind: 'take-separator', separator: '!', isTyped: true } as const;
    expect(offerCorrection(reading, [typed], CONTEXT)).toBeNull();
    expect(
      offerCorrection(
        reading,
        [{ kind: 'rename-value', axis: 0, value: '레드', name: '빨강' }],
        CONTEXT,
      ),
    ).toBeNull();
  });
});

describe('withCorrection', () => {
  it('keeps the former reading among the alternatives when the split changes', () => {
    const reading = read('블랙-S', '블랙-M', '화이트-S', '화이트-M');
    const offer = offerCorrection(
      reading,
      [{ kind: 'take-separator', separator: null, isTyped: false }],
      CONTEXT,
    );
    if (offer === null) throw new Error('no offer');
    const corrected = withCorrection(reading, offer);
    expect(corrected).toMatchObject({ type: 'SIMPLE', separator: null });
    expect(corrected.alternatives.map(({ separator }) => separator)).toEqual(['-']);
    const back: OptionModel | undefined = corrected.alternatives[0];
    expect(back?.dimensions).toEqual(reading.dimensions);
  });
});

describe('describeCorrection', () => {
  it('names the first steps in both languages and counts the others', () => {
    const steps = Array.from({ length: 6 }, (_, place) => ({
      kind: 'rename-value' as const,
      axis: 0,
      value: `값${place}`,
      name: `새 값${place}`,
    }));
    expect(describeCorrection([RENAME]).ko).toBe('옵션명 1 → ‘라인’');
    expect(describeCorrection(steps).ko).toContain('외 2가지');
    expect(describeCorrection(steps).en).toContain('and 2 more');
  });
});
