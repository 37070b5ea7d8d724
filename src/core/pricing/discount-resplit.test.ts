import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsExtraPriceWindow, resplitForOptions } from './discount-resplit';

const base = {
  costKrw: 5000,
  immediateDiscountKrw: 0,
  optionFactor: 1,
  netProfitKrw: 1000,
  marginRate: 0.1,
  resaleMinimumKrw: null,
};

describe('resplitForOptions', () => {
  it('leaves a price alone whose additions fit', () => {
    const price = { ...base, salePriceKrw: 12_000 };
    expect(resplitForOptions(price, [0, 6000, -6000], 100)).toBe(price);
  });

  it('raises the price to the smallest one that allows the addition and discounts it back', () => {
    const split = resplitForOptions({ ...base, salePriceKrw: 12_000 }, [0, 9000], 100);
    expect(split).toMatchObject({ salePriceKrw: 18_000, immediateDiscountKrw: 6000 });
  });

  it('never changes what a buyer pays and always fits when it offers something', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_000_000 }).map((tens) => tens * 10),
        fc.array(
          fc.integer({ min: -400_000, max: 400_000 }).map((tens) => tens * 10),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        fc.constantFrom(10, 100, 1000),
        (salePriceKrw, additions, step) => {
          const price = { ...base, salePriceKrw };
          const split = resplitForOptions(price, additions, step);
          if (split === null) {
            expect(fitsExtraPriceWindow(salePriceKrw, additions)).toBe(false);
            return;
          }
          expect(split.salePriceKrw - split.immediateDiscountKrw).toBe(salePriceKrw);
          expect(fitsExtraPriceWindow(split.salePriceKrw, additions)).toBe(true);
          expect(split.immediateDiscountKrw % 10).toBe(0);
        },
      ),
    );
  });

  it('offers nothing when the needed discount is above what Naver allows', () => {
    expect(resplitForOptions({ ...base, salePriceKrw: 12_000 }, [0, 9_000_000], 100)).toBeNull();
  });
});
