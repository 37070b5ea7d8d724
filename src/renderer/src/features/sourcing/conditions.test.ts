import { describe, expect, it } from 'vitest';
import { addressOf, conditionsOf, wholeNumber } from './conditions';

describe('the search in the address', () => {
  it('comes back as it was written', () => {
    const conditions = {
      keyword: '텀블러',
      categoryCode: '01_02_00_00_00',
      minPriceKrw: 1000,
      maxPriceKrw: 20_000,
      isFastDelivery: true,
      payer: 'free',
      origin: 'domestic',
      sort: 'price-up',
    } as const;
    expect(conditionsOf(new URLSearchParams(addressOf(conditions)))).toEqual(conditions);
  });

  it('leaves out what it does not understand', () => {
    const address = new URLSearchParams(
      'keyword=%20&minPriceKrw=-5&maxQuantity=1e3&payer=nobody&isGoodSupplier=yes&sort=up',
    );
    expect(conditionsOf(address)).toEqual({});
  });

  it('reads numbers as people write them', () => {
    expect(wholeNumber('12,900')).toBe(12_900);
    expect(wholeNumber('')).toBeNull();
    expect(wholeNumber('만원')).toBeNull();
  });
});
