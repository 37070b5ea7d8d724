import { defaultSettings, type PricingSettings } from '@shared/domain/settings';
import { buyerAdditionKrw } from '@shared/options/naver/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeChoiceProfit,
  computePrice,
  type PriceInput,
  SALE_PRICE_MAX_KRW,
  sellable,
} from './price';
import { supplierDeliveryFeeKrw, unitPriceAtKrw, unitQuantityOf } from './supply-cost';

const settings: PricingSettings = defaultSettings().pricing;

function anInput(overrides: Partial<PriceInput> = {}): PriceInput {
  return {
    tiers: [{ minQuantity: 1, unitPriceKrw: 5000 }],
    unitQuantity: 1,
    resaleMinimumKrw: null,
    deliveryKrwAt: () => 0,
    baseAdditionKrw: 0,
    choices: [],
    settings,
    ...overrides,
  };
}

function priced(input: PriceInput) {
  const outcome = computePrice(input);
  if (outcome.kind !== 'priced') throw new Error(outcome.reason.code);
  return outcome.price;
}

describe('computePrice', () => {
  it('reaches the wanted margin after fee and rounds up to the step', () => {
    // 5,000 / (1 - 0.055 - 0.2) = 6,711.4
    expect(priced(anInput()).salePriceKrw).toBe(6800);
  });

  it('keeps the least profit where the margin alone would give less', () => {
    const price = priced(anInput({ tiers: [{ minQuantity: 1, unitPriceKrw: 500 }] }));
    // (500 + 500) / 0.945 = 1,058.2
    expect(price.salePriceKrw).toBe(1100);
    expect(price.netProfitKrw).toBeGreaterThanOrEqual(500);
  });

  it('never goes below the resale minimum, times the pieces of a bundle', () => {
    const price = priced(anInput({ unitQuantity: 3, resaleMinimumKrw: 12_345 }));
    expect(price.salePriceKrw).toBe(37_100);
  });

  it('keeps the resale minimum for a cheaper option too', () => {
    const price = priced(
      anInput({
        resaleMinimumKrw: 9000,
        choices: [
          { priceKrw: 0, usable: true },
          { priceKrw: -1000, usable: true },
        ],
      }),
    );
    expect(price.salePriceKrw + buyerAdditionKrw(-1000, price.optionFactor)).toBeGreaterThanOrEqual(
      9000,
    );
  });

  it('does not let an option that cannot be bought decide the price', () => {
    const withDead = priced(
      anInput({
        choices: [
          { priceKrw: 0, usable: true },
          { priceKrw: -4000, usable: false },
        ],
      }),
    );
    expect(withDead.salePriceKrw).toBe(priced(anInput()).salePriceKrw);
  });

  it('carries delivery that is free from an amount on, as soon as the price reaches it', () => {
    const deliveryKrwAt = (paidKrw: number): number => (paidKrw >= 6000 ? 3000 : 0);
    // (5,000 + 3,000) / (1 - 0.055 - 0.2) = 10,738.3; without delivery it would be 6,800, above the 6,000.
    expect(priced(anInput({ deliveryKrwAt }))).toMatchObject({
      salePriceKrw: 10_800,
      // 10,800 - 594 of fee - 5,000 - 3,000
      netProfitKrw: 2206,
    });
    expect(priced(anInput({ deliveryKrwAt: () => 0 })).salePriceKrw).toBe(6800);
  });

  it('says that no price exists when margin and fee take everything', () => {
    const outcome = computePrice(
      anInput({ settings: { ...settings, marginPercent: 90, feePercent: 10 } }),
    );
    expect(outcome).toMatchObject({
      kind: 'unpriceable',
      reason: { code: 'PRICE_RULE_IMPOSSIBLE' },
    });
  });

  it('says that there is no supply price when the quantity cannot be bought', () => {
    expect(computePrice(anInput({ tiers: [] }))).toMatchObject({
      kind: 'unpriceable',
      reason: { code: 'PRICE_NO_SUPPLY_PRICE' },
    });
  });

  it('holds every promise for any item, option list and rule', () => {
    fc.assert(
      fc.property(
        fc.record({
          unitPriceKrw: fc.integer({ min: 10, max: 2_000_000 }),
          unitQuantity: fc.integer({ min: 1, max: 50 }),
          floor: fc.option(fc.integer({ min: 1, max: 3_000_000 }), { nil: null }),
          included: fc.integer({ min: 0, max: 50_000 }),
          shares: fc.array(
            fc.record({
              share: fc.double({ min: -0.9, max: 2, noNaN: true }),
              usable: fc.boolean(),
            }),
            { maxLength: 12 },
          ),
          marginPercent: fc.integer({ min: 0, max: 60 }),
          feePercent: fc.integer({ min: 0, max: 30 }),
          minProfitKrw: fc.integer({ min: 0, max: 20_000 }),
          roundToKrw: fc.constantFrom(10 as const, 100 as const, 1000 as const),
        }),
        (given) => {
          const rules: PricingSettings = { ...settings, ...given };
          const { roundToKrw, minProfitKrw, marginPercent, feePercent } = given;
          const input = anInput({
            tiers: [{ minQuantity: 1, unitPriceKrw: given.unitPriceKrw }],
            unitQuantity: given.unitQuantity,
            resaleMinimumKrw: given.floor,
            deliveryKrwAt: () => given.included,
            choices: given.shares.map(({ share, usable }) => ({
              priceKrw: Math.trunc(given.unitPriceKrw * share),
              usable,
            })),
            settings: { ...rules, roundToKrw, minProfitKrw, marginPercent, feePercent },
          });
          const outcome = computePrice(input);
          if (outcome.kind === 'unpriceable') {
            expect(outcome.reason.code).toBe('PRICE_ABOVE_MAXIMUM');
            return;
          }
          const { price } = outcome;
          expect(price.salePriceKrw % 10).toBe(0);
          expect(price.salePriceKrw).toBeGreaterThanOrEqual(10);
          expect(price.salePriceKrw).toBeLessThanOrEqual(SALE_PRICE_MAX_KRW);
          for (const choice of sellable(input.choices)) {
            const profit = computeChoiceProfit(price, choice, input);
            expect(Math.abs(profit.additionKrw % 10)).toBe(0);
            expect(profit.profitKrw).toBeGreaterThanOrEqual(minProfitKrw);
            expect(profit.paidKrw).toBeGreaterThanOrEqual((given.floor ?? 0) * given.unitQuantity);
            expect(profit.paidKrw).toBeGreaterThanOrEqual(10);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('supply cost', () => {
  it('takes the tier of the largest quantity not above the one bought', () => {
    const tiers = [
      { minQuantity: 1, unitPriceKrw: 3800 },
      { minQuantity: 20, unitPriceKrw: 3500 },
    ];
    expect([1, 19, 20, 99].map((quantity) => unitPriceAtKrw(tiers, quantity))).toEqual([
      3800, 3800, 3500, 3500,
    ]);
  });

  it('sells by the smallest multiple of the order unit that reaches the first tier', () => {
    expect(unitQuantityOf([{ minQuantity: 1, unitPriceKrw: 1 }], 1)).toBe(1);
    expect(unitQuantityOf([{ minQuantity: 5, unitPriceKrw: 1 }], 3)).toBe(6);
    expect(unitQuantityOf([], 4)).toBe(4);
  });

  it('counts a begun step of a proportional fee as a whole one', () => {
    const delivery = {
      payer: 'prepaid',
      payerText: '선결제',
      fee: {
        kind: 'proportional',
        firstQuantity: 50,
        firstFeeKrw: 2500,
        stepQuantity: 100,
        stepFeeKrw: 2000,
      },
      method: '택배',
      preparationDays: null,
      jejuExtraKrw: 0,
      islandsExtraKrw: 0,
      isFromOversea: false,
      needsCustomsCode: false,
    } as const;
    expect(
      [50, 51, 150, 151].map((quantity) => supplierDeliveryFeeKrw(delivery, quantity)),
    ).toEqual([2500, 4500, 4500, 6500]);
  });
});
