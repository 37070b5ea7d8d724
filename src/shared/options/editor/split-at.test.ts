import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionModel } from '../model';
import { splitAtSign } from './split-at';

const CONTEXT = { category: '', title: '', setName: '' };

function whole(...texts: readonly string[]): OptionModel {
  return {
    type: 'SIMPLE',
    dimensions: [{ name: '옵션', values: texts }],
    combinations: texts.map((text, place) => ({
      values: [text],
      priceKrw: place * 100,
      stock: place,
      usable: true,
      sourceKey: String(place),
    })),
    addOns: [],
  };
}

describe('splitAtSign', () => {
  it('cuts at any sign and names what it knows', () => {
    const split = splitAtSign(whole('블랙!S', '블랙!M', '화이트!S'), '!', CONTEXT);
    expect(split?.wholeCount).toBe(0);
    expect(split?.model.dimensions).toEqual([
      { name: '색상', values: ['블랙', '화이트'] },
      { name: '사이즈', values: ['S', 'M'] },
    ]);
    expect(split?.model.combinations.map(({ priceKrw }) => priceKrw)).toEqual([0, 100, 200]);
  });

  it('keeps a value without the sign whole and counts it', () => {
    const split = splitAtSign(whole('블랙%%S', '블랙%%M', '사은품'), '%%', CONTEXT);
    expect(split?.wholeCount).toBe(1);
    expect(split?.model.combinations[2]?.values).toEqual(['사은품', '단일']);
  });

  it('joins parts beyond the third', () => {
    const split = splitAtSign(whole('가.나.다.라', '가.나.다.마'), '.', CONTEXT);
    expect(split?.model.combinations.map(({ values }) => values)).toEqual([
      ['가', '나', '다.라'],
      ['가', '나', '다.마'],
    ]);
  });

  it('does nothing where no value has the sign, or several dimensions are there', () => {
    expect(splitAtSign(whole('블랙', '화이트'), '!', CONTEXT)).toBeNull();
    expect(splitAtSign(whole('블랙!', '화이트!'), '!', CONTEXT)).toBeNull();
    expect(splitAtSign({ ...whole('가!나'), dimensions: [] }, '!', CONTEXT)).toBeNull();
  });

  it('loses no option whatever the values and the sign', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.string({ minLength: 1, maxLength: 2 }),
        (texts, sign) => {
          const model = whole(...texts);
          const split = splitAtSign(model, sign, CONTEXT);
          if (split === null) return;
          expect(split.model.combinations.map(({ sourceKey }) => sourceKey)).toEqual(
            model.combinations.map(({ sourceKey }) => sourceKey),
          );
          const width = split.model.dimensions.length;
          expect(split.model.combinations.every(({ values }) => values.length === width)).toBe(
            true,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
