import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePriceTiers, parseQuantityTable } from './quantity-table';

describe('price tiers', () => {
  it('reads the published example', () => {
    expect(parsePriceTiers('1+3800|20+3500|50+3300')).toEqual([
      { minQuantity: 1, unitPriceKrw: 3800 },
      { minQuantity: 20, unitPriceKrw: 3500 },
      { minQuantity: 50, unitPriceKrw: 3300 },
    ]);
  });

  it('reads a text without a plus as a flat price', () => {
    expect(parsePriceTiers('8900')).toEqual([{ minQuantity: 1, unitPriceKrw: 8900 }]);
  });

  it.each([
    '',
    '0',
    '-100',
    '1+',
    '+3800',
    '1+3800|',
    '1+3800|20',
    '1+38.5',
    '0+100',
    '1+100|1+90',
    '문의',
    '1+3,800',
  ])('refuses %o rather than guess a price', (text) => {
    expect(parsePriceTiers(text)).toBeNull();
  });

  it('gives back every table it could have been written from, in order of quantity', () => {
    const entry = fc.tuple(
      fc.integer({ min: 1, max: 9_999 }),
      fc.integer({ min: 1, max: 9_999_999 }),
    );
    const tables = fc.uniqueArray(entry, { minLength: 1, selector: ([quantity]) => quantity });
    fc.assert(
      fc.property(tables, (table) => {
        const text = table.map(([quantity, price]) => `${quantity}+${price}`).join('|');
        const sorted = [...table].sort(([a], [b]) => a - b);
        expect(parsePriceTiers(text)).toEqual(
          sorted.map(([minQuantity, unitPriceKrw]) => ({ minQuantity, unitPriceKrw })),
        );
      }),
    );
  });

  it('never throws and never gives a price that is not positive', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+|. -a') }), (text) => {
        for (const tier of parsePriceTiers(text) ?? [])
          expect(tier.unitPriceKrw).toBeGreaterThan(0);
      }),
    );
  });
});

describe('quantity table', () => {
  it('keeps the written order, which matters for proportional fees', () => {
    expect(parseQuantityTable('50+2500|100+2000')).toEqual([
      { quantity: 50, amountKrw: 2500 },
      { quantity: 100, amountKrw: 2000 },
    ]);
  });
});
