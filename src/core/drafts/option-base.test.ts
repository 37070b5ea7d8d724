import type { OptionCombination, OptionReading } from '@shared/options/model';
import { describe, expect, it } from 'vitest';
import { chooseBaseAdditionKrw, rebased } from './option-base';

function combination(priceKrw: number, usable = true): OptionCombination {
  return { values: [`+${priceKrw}`], priceKrw, stock: usable ? 5 : 0, usable, sourceKey: null };
}

describe('chooseBaseAdditionKrw', () => {
  it('moves nothing when a combination without addition can be bought', () => {
    expect(chooseBaseAdditionKrw([combination(0), combination(500)], 5000)).toBe(0);
  });

  it('takes the cheapest one that can be bought when the base is sold out', () => {
    expect(
      chooseBaseAdditionKrw([combination(0, false), combination(900), combination(500)], 5000),
    ).toBe(500);
  });

  it('takes a middle one when the cheapest would push another out of the window', () => {
    const wide = [combination(1000), combination(8000), combination(16_000)];
    expect(chooseBaseAdditionKrw(wide, 20_000)).toBe(8000);
  });

  it('moves nothing when nothing can be bought', () => {
    const closed = [combination(500, false), combination(900, false)];
    expect(chooseBaseAdditionKrw(closed, 5000)).toBe(0);
  });

  it('takes the addition of an only option into the price, sold out or not', () => {
    expect(chooseBaseAdditionKrw([combination(500)], 5000)).toBe(500);
    expect(chooseBaseAdditionKrw([combination(-500, false)], 5000)).toBe(-500);
  });
});

describe('rebased', () => {
  it('counts combinations, add-ons and other readings from the new base', () => {
    const model = {
      type: 'SIMPLE' as const,
      dimensions: [],
      combinations: [combination(500), combination(900)],
      addOns: [{ name: '케이스', priceKrw: -2000, stock: 1, usable: true, sourceKey: null }],
    };
    const reading: OptionReading = {
      ...model,
      confidence: 1,
      separator: null,
      steps: [],
      notes: [],
      alternatives: [{ ...model, confidence: 0.4, separator: null }],
    };
    const moved = rebased(reading, 500);
    expect(moved.combinations.map((entry) => entry.priceKrw)).toEqual([0, 400]);
    expect(moved.addOns[0]?.priceKrw).toBe(-2500);
    expect(moved.alternatives[0]?.combinations[0]?.priceKrw).toBe(0);
    expect(rebased(reading, 0)).toBe(reading);
  });
});
