import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionWindowKrw, FORBIDDEN_CHARACTERS, lengthOf } from './limits';
import { mapToNaver } from './map';
import { codes, model, sizes, TERMS } from './map-fixture';
import { proposeShortNames } from './short-names';
import { isSellable, paidKrw, viewOf } from './terms';

describe('repairs', () => {
  it('raises the sale price with a discount so that buyers pay the same', () => {
    const [repair] = mapToNaver(sizes(0, 15_000), TERMS).repairs;
    expect(repair).toMatchObject({
      kind: 'resplit',
      salePriceKrw: 30_000,
      discountKrw: 10_000,
      shiftKrw: 0,
      changes: [],
    });
  });

  it('proposes another base when none is free of an addition', () => {
    const [repair] = mapToNaver(sizes(1000, 2000), TERMS).repairs;
    expect(repair).toMatchObject({
      kind: 'rebase',
      salePriceKrw: 21_000,
      discountKrw: 0,
      shiftKrw: 1000,
      changes: [],
    });
    expect(repair?.model.combinations.map((entry) => entry.priceKrw)).toEqual([0, 1000]);
  });

  it('moves add-ons along with the base, so that their price stays', () => {
    const addOns = [{ name: '필터', priceKrw: -9000, stock: 5, usable: true, sourceKey: null }];
    const before = { ...sizes(1000, 2000), addOns };
    const [repair] = mapToNaver(before, TERMS).repairs;
    if (repair === undefined) throw new Error('no repair');
    const after = mapToNaver(repair.model, { ...TERMS, salePriceKrw: repair.salePriceKrw });
    const priceOf = (mapped: typeof after): number | undefined =>
      mapped.supplementProductInfo?.supplementProducts[0]?.price;
    expect(priceOf(after)).toBe(priceOf(mapToNaver(before, TERMS)));
  });

  it('shortens names that Naver refuses and keeps them apart', () => {
    const long = '아주 아주 길고 자세한 설명이 들어 있는 옵션 이름 ';
    const options = model(
      ['색상'],
      [
        { values: [`${long}A`] },
        { values: [`${long}B`] },
        { values: ['100*200'] },
        { values: ['100x200'] },
      ],
    );
    const repair = mapToNaver(options, TERMS).repairs.find((entry) => entry.kind === 'rename');
    if (repair === undefined) throw new Error('no repair');
    expect(codes(mapToNaver(repair.model, TERMS))).toEqual([]);
    expect(new Set(repair.model.dimensions[0]?.values).size).toBe(4);
  });

  const anyModel = fc
    .array(
      fc.record({
        priceKrw: fc.integer({ min: -300, max: 3000 }).map((tens) => tens * 10),
        usable: fc.boolean(),
        stock: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows) =>
      model(
        ['사이즈'],
        rows.map((row, place) => ({
          values: [`${place}호`],
          ...row,
          usable: row.usable && row.stock > 0,
        })),
      ),
    );

  it('solves every price problem it proposes a repair for, and states exactly what buyers pay', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.integer({ min: 100, max: 5000 }),
        fc.constantFrom(1, 1.3, 1.55),
        (options, tens, optionFactor) => {
          const terms = { ...TERMS, salePriceKrw: tens * 10, optionFactor };
          for (const repair of mapToNaver(options, terms).repairs) {
            const after = {
              ...terms,
              salePriceKrw: repair.salePriceKrw,
              discountKrw: repair.discountKrw,
            };
            expect(codes(mapToNaver(repair.model, after))).toEqual([]);
            const paidBefore = viewOf(options, terms).combinations.map((entry) =>
              paidKrw(entry, terms),
            );
            const changed = new Map(
              repair.changes.map((change) => [change.values.join(), change.afterKrw]),
            );
            for (const [place, entry] of viewOf(repair.model, after).combinations.entries()) {
              expect(paidKrw(entry, after)).toBe(
                changed.get(entry.values.join()) ?? paidBefore[place],
              );
            }
          }
        },
      ),
    );
  });

  it('proposes a repair whenever only the window or the base is wrong', () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 300, max: 5000 }), (options, tens) => {
        const terms = { ...TERMS, salePriceKrw: tens * 10 };
        const mapped = mapToNaver(options, terms);
        const priceProblems = codes(mapped).filter(
          (code) => code === 'OPTIONS_PRICE_WINDOW' || code === 'OPTIONS_NO_ZERO_PRICE',
        );
        const others = codes(mapped).length - priceProblems.length;
        if (priceProblems.length === 0 || others > 0) return;
        const cheapestPaid = Math.min(
          ...viewOf(options, terms).combinations.map((entry) => paidKrw(entry, terms)),
        );
        if (cheapestPaid >= 10) expect(mapped.repairs.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('proposeShortNames', () => {
  it('gives every text an allowed form that no other has, and leaves good ones alone', () => {
    const word = fc.string({
      unit: fc.constantFrom('가', '나', 'a', ' ', '*', '"', '<', '>', '?', '\\', '(', ')', '🔥'),
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), (texts) => {
        const proposed = proposeShortNames(texts);
        expect(new Set(proposed).size).toBe(texts.length);
        for (const [place, text] of texts.entries()) {
          const short = proposed[place] ?? '';
          expect(lengthOf(short)).toBeLessThanOrEqual(25);
          expect(short).not.toBe('');
          expect(FORBIDDEN_CHARACTERS.test(short)).toBe(false);
          if (lengthOf(text) <= 25 && !FORBIDDEN_CHARACTERS.test(text)) expect(short).toBe(text);
        }
      }),
    );
  });
});

describe('additionWindowKrw', () => {
  it('never narrows when the price rises within a band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 900_000 }), (price) => {
        expect(additionWindowKrw(price + 1000).maxKrw).toBeGreaterThanOrEqual(
          additionWindowKrw(price).maxKrw,
        );
      }),
    );
  });

  it('counts as sellable only what is on and in stock', () => {
    const [on, off, empty] = viewOf(
      model(
        ['a'],
        [{ values: ['1'] }, { values: ['2'], usable: false }, { values: ['3'], stock: 0 }],
      ),
      TERMS,
    ).combinations;
    expect([on, off, empty].map((entry) => entry !== undefined && isSellable(entry))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
